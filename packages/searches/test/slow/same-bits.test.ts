// Every search, short, gives the same bits on this Node, on Node 22 and 24 (npm packages `node`, installed in a temporary
// folder) and in Chromium. One bundle without anything of Node runs in all.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { small } from "../golden-limits.js";

const folder = mkdtempSync(path.join(tmpdir(), "same-bits-"));
const bundle = path.join(folder, "digest.mjs");

/** A Node of a major version. */
function nodeOf(version: number): string {
  const prefix = path.join(folder, `node-${version}`);
  execFileSync("npm", ["install", "--prefix", prefix, "--no-save", "--no-audit", "--no-fund", `node@${version}`]);
  return path.join(prefix, "node_modules/node/bin/node");
}

let nodes: string[] = [];
beforeAll(async () => {
  await build({
    entryPoints: [path.join(import.meta.dirname, "../digest.ts")],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "browser",
    conditions: ["@belladonna/source", "browser"],
    logLevel: "error",
  });
  const call = `const [name, options] = process.argv.slice(2);
const { resultDigest } = await import(${JSON.stringify(bundle)});
console.log(await resultDigest(name, JSON.parse(options)));`;
  writeFileSync(path.join(folder, "call.mjs"), call);
  nodes = [process.execPath, nodeOf(22), nodeOf(24)];
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The digest in Chromium, from a page that has nothing but the bundle. */
async function inChromium(name: string, options: unknown): Promise<string> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.route("http://localhost/**", (route) =>
      route.request().url().endsWith("/digest.mjs")
        ? route.fulfill({ contentType: "text/javascript", body: readFileSync(bundle) })
        : route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
    );
    await page.goto("http://localhost/");
    const code = `import("/digest.mjs").then((m) => m.resultDigest(${JSON.stringify(name)}, ${JSON.stringify(options)}))`;
    return await page.evaluate<string>(code);
  } finally {
    await browser.close();
  }
}

it.each(Object.entries(small))(
  "%s",
  async (name, options) => {
    const call = [path.join(folder, "call.mjs"), name, JSON.stringify(options)];
    const digests = nodes.map((node) => execFileSync(node, call, { encoding: "utf8" }).trim());
    expect([...digests, await inChromium(name, options)]).toEqual(Array.from({ length: 4 }, () => digests[0]));
  },
  3_600_000,
);
