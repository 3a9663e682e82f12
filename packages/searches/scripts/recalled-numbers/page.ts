// Writes docs/recalled-numbers.md from docs/recalled-numbers.json: how far each recalled number moves a limit. The runs that are
// missing there are done first, one after the other; delete the file to do all of them again. From the root:
//
//   npm run recalled-numbers -w packages/searches
//
// With names of searches behind --, the runs of these alone are done, and no page is written.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { askedFor, type KeptRun, keptRun, type KeptRuns, type RunLimit } from "./runs.js";
import { settings } from "./settings.js";
import { recalledPage } from "./text.js";
import { endsOf } from "./variation.js";
import { variations } from "./variations.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = path.join(here, "../../../..");
const file = path.join(root, "docs/recalled-numbers.json");

const read = (): KeptRuns =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as KeptRuns) : { date: "", version: "", runs: [] };

/** What runs of one search have in common. */
const folder = mkdtempSync(path.join(tmpdir(), "belladonna-recalled-"));

/** A search as a process of its own, whose modules have another number; `same` as in `keptStages`. */
function run(search: string, same: readonly string[], instead?: KeptRun["instead"]): KeptRun {
  const { options, limits } = settings[search];
  const node = [
    "--conditions=@belladonna/source",
    "--import",
    path.join(here, "written-instead.mjs"),
    "--import",
    "tsx",
  ];
  const env = { ...process.env, ...(instead === undefined ? {} : { WRITTEN_INSTEAD: JSON.stringify(instead) }) };
  const told = [path.join(here, "one-run.ts"), search, JSON.stringify(options), folder, ...same];
  const out = execFileSync("node", [...node, ...told], { env, cwd: root, encoding: "utf8" });
  const found = (JSON.parse(out) as RunLimit[]).filter(({ name }) => limits.includes(name));
  if (found.length !== limits.length) throw new Error(`${search}: must have limits ${limits.join(", ")}, got ${out}`);
  return { search, options, ...(instead === undefined ? {} : { instead }), limits: found };
}

/** Keeps a run. */
function keep(one: KeptRun): void {
  const { version } = JSON.parse(readFileSync(path.join(root, "packages/limits/package.json"), "utf8")) as {
    version: string;
  };
  const kept: KeptRuns = { date: new Date().toISOString().slice(0, 10), version, runs: [...read().runs, one] };
  writeFileSync(file, `${JSON.stringify(kept, undefined, 1)}\n`);
}

const wanted = process.argv.slice(2);
for (const search of Object.keys(settings)) {
  if (wanted.length > 0 && !wanted.includes(search)) continue;
  if (keptRun(read().runs, search) === undefined) keep(run(search, []));
  for (const variation of variations.filter(({ searches }) => searches.includes(search))) {
    for (const end of endsOf(variation)) {
      if (keptRun(read().runs, search, variation, end.written) !== undefined) continue;
      const { file: inFile, stands, likelihood = false } = variation;
      const same = ["prepare", ...(likelihood ? ["simulate"] : [])];
      keep(run(search, same, { file: inFile, stands, written: end.written }));
      console.log(`${new Date().toISOString().slice(11, 19)} ${search}: ${variation.quantity}, ${end.says}`);
    }
  }
}
rmSync(folder, { recursive: true });
if (wanted.length === 0) {
  const all = { ...read(), runs: askedFor(read().runs) };
  writeFileSync(file, `${JSON.stringify(all, undefined, 1)}\n`);
  const text = await format(recalledPage(all), { parser: "markdown", printWidth: 120 });
  writeFileSync(path.join(root, "docs/recalled-numbers.md"), text);
  console.log("written: docs/recalled-numbers.md");
}
