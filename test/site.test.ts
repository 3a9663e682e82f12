// The built site: every link and anchor leads somewhere inside it, and its pages open in a browser without an error.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { chromium } from "playwright";
import { expect, it } from "vitest";

const site = path.join(import.meta.dirname, "../site");
const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".html") && !file.startsWith("source/"),
);
const texts = new Map<string, string>();
const textOf = (file: string): string => {
  const known = texts.get(file) ?? readFileSync(path.join(site, file), "utf8");
  texts.set(file, known);
  return known;
};

/** What a page's link points to: a file of the site and an anchor in it; nothing for other addresses. */
function targetOf(page: string, link: string): { readonly file: string; readonly anchor: string } | undefined {
  if (/^(https?:|mailto:|data:|javascript:)/.test(link)) return undefined;
  const [name, anchor = ""] = link.split("#");
  const file = name === "" ? page : path.join(path.dirname(page), decodeURIComponent(name.split("?")[0]));
  return { file, anchor: decodeURIComponent(anchor) };
}

it("has a page for each program, search and package", () => {
  expect(pages.length).toBeGreaterThan(300);
  const examples = readdirSync(path.join(site, "../examples")).filter((file) => file.endsWith(".ts"));
  expect(pages.filter((file) => /documents\/How_to\.(?!html$)/.test(file)).length).toBe(examples.length);
});

it("has no link and no anchor that leads nowhere, and none to an address that stands for another", () => {
  const broken = new Set<string>();
  for (const page of pages) {
    for (const [, link] of textOf(page).matchAll(/(?:href|src)="([^"]+)"/g)) {
      if (/\.invalid\//.test(link)) broken.add(`${page}: ${link}`);
      const target = targetOf(page, link.replaceAll("&amp;", "&"));
      if (target === undefined) continue;
      const { file, anchor } = target;
      if (!existsSync(path.join(site, file))) broken.add(`${page}: ${link}`);
      else if (anchor !== "" && file.endsWith(".html") && !hasAnchor(file, anchor)) broken.add(`${page}: ${link}`);
    }
  }
  expect([...broken].slice(0, 20)).toEqual([]);
});

const anchors = new Map<string, Set<string>>();

function hasAnchor(file: string, anchor: string): boolean {
  let known = anchors.get(file);
  if (known === undefined) {
    known = new Set([...textOf(file).matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
    anchors.set(file, known);
  }
  return known.has(anchor);
}

it.skipIf(!existsSync(process.env.CHROMIUM ?? "/usr/bin/chromium"))(
  "opens in a browser, light and dark, narrow and wide, without an error",
  async () => {
    const server = createServer((request, response) => {
      const file = path.join(site, decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
      const type = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" }[
        path.extname(file)
      ];
      if (!existsSync(file)) response.writeHead(404).end();
      else response.writeHead(200, type === undefined ? {} : { "content-type": type }).end(readFileSync(file));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
      timeout: 300_000,
    });
    const faults: string[] = [];
    const some = ["index.html", ...pages.filter((file) => /^(documents|modules)\/|^explorer\/index/.test(file))];
    for (const [colorScheme, width] of [
      ["light", 1920],
      ["dark", 360],
    ] as const) {
      const tab = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
      tab.setDefaultTimeout(300_000);
      tab.on("pageerror", (error) => faults.push(error.message));
      tab.on("console", (message) => {
        if (message.type() === "error") faults.push(`${tab.url()}: ${message.text()}`);
      });
      for (const page of some) {
        await tab.goto(`http://127.0.0.1:${port}/${page.split("/").map(encodeURIComponent).join("/")}`);
        const wider = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wider > 0) faults.push(`${page}: ${wider} px wider than a window of ${width} px`);
      }
      await tab.close();
    }
    await browser.close();
    server.close();
    expect(faults).toEqual([]);
  },
);
