// Runs every search with its default options and writes docs/validation.md and docs/validation/NAME/*.svg: each limit
// beside the published one, with date, version and numbers. Run from the root (some minutes):
//
//   npm run validation-page -w examples
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { runEvery } from "../run-every.js";
import { plotsOf, validationPage } from "./text.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const out = path.join(root, "out");
/** Goal of the experiment, fb⁻¹. */
const PROJECT = 50_000;

const runs = await runEvery({ out, workers: availableParallelism(), seed: 1, project: PROJECT }, () => undefined);
const { version } = JSON.parse(readFileSync(path.join(root, "packages/limits/package.json"), "utf8")) as {
  version: string;
};
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
const folder = path.join(root, "docs/validation");
rmSync(folder, { recursive: true, force: true });
for (const { search, run } of runs) {
  mkdirSync(path.join(folder, search.name), { recursive: true });
  for (const plot of plotsOf(run.result)) {
    cpSync(path.join(out, search.name, `${plot}.svg`), path.join(folder, search.name, `${plot}.svg`));
  }
}
const date = new Date().toISOString().slice(0, 10);
const text = validationPage(runs, { date, version, commit });
writeFileSync(path.join(root, "docs/validation.md"), await format(text, { parser: "markdown", printWidth: 120 }));
console.log("written: docs/validation.md");
