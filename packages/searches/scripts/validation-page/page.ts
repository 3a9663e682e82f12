// Writes docs/validation.md and docs/validation/NAME/*.svg from the runs in out/: each limit beside the published one, with
// date, version and numbers. Run the searches first, then this, from the root:
//
//   npm start -- all --project 50ab
//   npm run validation-page -w packages/searches
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { searches } from "../../src/searches.js";
import type { Summary } from "../../src/report/summary.js";
import { shownPlots, validationPage } from "./text.js";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const out = path.join(root, "out");
const folder = path.join(root, "docs/validation");

const runs = searches.flatMap(({ name }): Summary[] => {
  const file = path.join(out, name, "summary.json");
  if (existsSync(file)) return [JSON.parse(readFileSync(file, "utf8")) as Summary];
  console.error(`${name} was not run: left out`);
  return [];
});
const { version } = JSON.parse(readFileSync(path.join(root, "packages/limits/package.json"), "utf8")) as {
  version: string;
};
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
rmSync(folder, { recursive: true, force: true });
for (const run of runs) {
  const { name } = run;
  mkdirSync(path.join(folder, name), { recursive: true });
  for (const plot of shownPlots(run))
    cpSync(path.join(out, name, `${plot}.svg`), path.join(folder, name, `${plot}.svg`));
}
const text = await format(validationPage(runs, { version, commit }), { parser: "markdown", printWidth: 120 });
writeFileSync(path.join(root, "docs/validation.md"), text);
console.log("written: docs/validation.md");
