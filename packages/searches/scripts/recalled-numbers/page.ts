// Writes docs/recalled-numbers.md from docs/recalled-numbers.json: how far each recalled number moves a limit. The runs that are
// missing there are done first, one after the other; delete the file to do all of them again. From the root, for all searches
// or those that are named:
//
//   npm run recalled-numbers -w packages/searches -- NAME ...
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { type KeptRun, keptRun, type KeptRuns, type RunLimit } from "./runs.js";
import { settings } from "./settings.js";
import { recalledPage } from "./text.js";
import { variations } from "./variations.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = path.join(here, "../../../..");
const file = path.join(root, "docs/recalled-numbers.json");

const read = (): KeptRuns =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as KeptRuns) : { date: "", version: "", runs: [] };

/** A search as a process of its own, whose modules have another number. */
function run(search: string, instead?: KeptRun["instead"]): KeptRun {
  const { options, limits } = settings[search];
  const node = [
    "--conditions=@belladonna/source",
    "--import",
    path.join(here, "written-instead.mjs"),
    "--import",
    "tsx",
  ];
  const env = { ...process.env, ...(instead === undefined ? {} : { WRITTEN_INSTEAD: JSON.stringify(instead) }) };
  const out = execFileSync("node", [...node, path.join(here, "one-run.ts"), search, JSON.stringify(options)], {
    env,
    cwd: root,
    encoding: "utf8",
  });
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
  if (keptRun(read().runs, search) === undefined) keep(run(search));
  for (const variation of variations.filter(({ searches }) => searches.includes(search))) {
    for (const end of [variation.low, variation.high]) {
      if (end === undefined || keptRun(read().runs, search, variation, end.written) !== undefined) continue;
      const { stands } = variation;
      keep(run(search, { file: variation.file, stands, written: end.written }));
      console.log(`${new Date().toISOString().slice(11, 19)} ${search}: ${variation.quantity}, ${end.says}`);
    }
  }
}
writeFileSync(
  path.join(root, "docs/recalled-numbers.md"),
  await format(recalledPage(read()), { parser: "markdown", printWidth: 120 }),
);
console.log("written: docs/recalled-numbers.md");
