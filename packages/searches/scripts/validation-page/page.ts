// Writes docs/validation.md, docs/validation/NAME/*.svg and docs/validation/runs.json, the numbers that the page is made of, from
// the runs in out/: each limit beside the published one, with date and version. Run the searches first, then this, from the root:
//
//   npm start -- all --project 50ab
//   npm start -- all --as-published --out out/as-published
//   npm run validation-page -w packages/searches
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { searches } from "../../src/searches.js";
import type { Summary } from "../../src/report/summary.js";
import { shownPlots, type ValidatedRuns, validationPage } from "./text.js";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const out = path.join(root, "out");
const folder = path.join(root, "docs/validation");

/** Summaries of the runs in a folder; with the conventions of publications some may be left out, whose rates are the same. */
function summariesIn(parent: string, all: boolean): Summary[] {
  return searches.flatMap(({ name }): Summary[] => {
    const file = path.join(parent, name, "summary.json");
    if (existsSync(file)) return [JSON.parse(readFileSync(file, "utf8")) as Summary];
    if (!all) return [];
    throw new Error(`${file} is missing: run the searches first, as this script says at its head`);
  });
}

const runs = summariesIn(out, true);
const likeForLike = summariesIn(path.join(out, "as-published"), false);
const { version } = JSON.parse(readFileSync(path.join(root, "packages/limits/package.json"), "utf8")) as {
  version: string;
};
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
rmSync(folder, { recursive: true, force: true });
for (const run of runs) {
  const { name } = run;
  mkdirSync(path.join(folder, name), { recursive: true });
  // What the page shows, and what the README of the search does.
  const readme = readFileSync(path.join(root, "packages/searches/src", name, "README.md"), "utf8");
  const ofReadme = [...readme.matchAll(/docs\/validation\/[\w-]+\/([\w.-]+)/g)].map(([, file]) => file);
  for (const file of new Set([...shownPlots(run).map((plot) => `${plot}.svg`), ...ofReadme]))
    cpSync(path.join(out, name, file), path.join(folder, name, file));
}
const kept: ValidatedRuns = { version, commit, runs, likeForLike };
writeFileSync(path.join(folder, "runs.json"), `${JSON.stringify(kept, undefined, 1)}\n`);
const text = await format(validationPage(kept), { parser: "markdown", printWidth: 120 });
writeFileSync(path.join(root, "docs/validation.md"), text);
console.log("written: docs/validation.md");
