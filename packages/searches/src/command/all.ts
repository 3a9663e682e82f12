import { availableParallelism } from "node:os";
import path from "node:path";
import type { Command } from "commander";
import { outputFolder } from "../report/output-folder.js";
import { indexPage } from "../report/index-page.js";
import { summaryOf } from "../report/summary.js";
import { searches } from "../searches.js";
import { UserError } from "../user-error.js";
import { CACHE_TEXT, cacheGiven } from "./cache-option.js";
import { integerFrom, luminosity } from "./option-values.js";
import { printJson } from "./print.js";
import { runEvery } from "./run-every.js";

interface Given {
  readonly out: string;
  readonly workers: number;
  readonly seed: number;
  readonly cache?: string | boolean;
  readonly project?: number;
  readonly asPublished?: boolean;
  readonly json?: true;
}

/** Adds the command that runs every search and writes one page about them. */
export function registerAll(program: Command): void {
  program
    .command("all")
    .description("every search with its default options, and one page with all plots and ratios: out/index.html")
    .option("--project <L>", "run each likelihood at this luminosity too, such as 50ab", luminosity)
    .option("--as-published", "with the conventions of each publication where they are not the best physics")
    .option("-s, --seed <n>", "seed of the simulation and the pseudo-data", integerFrom(0), 1)
    .option("-w, --workers <n>", "threads", integerFrom(1), availableParallelism())
    .option("-o, --out <folder>", "where results go", "out")
    .option("--cache <folder>", CACHE_TEXT)
    .option("--no-cache", "take nothing from other runs, and keep nothing for them")
    .option("--json", "print a summary of every run as JSON")
    .allowExcessArguments(false)
    .action(startAll);
}

async function startAll({ out, workers, seed, cache, project, asPublished = false, json }: Given): Promise<void> {
  const folder = outputFolder(out);
  const page = path.join(out, "index.html");
  const { runs, failures } = await runEvery(searches, {
    out,
    workers,
    seed,
    cache: cacheGiven(cache),
    project,
    asPublished,
    say: json ? console.error : console.log,
    finished: (sofar) => folder.write("index.html", indexPage(sofar)),
  });
  if (json) {
    const summaries = runs.map(({ search, run }) => ({ ...summaryOf(search, run), files: run.files }));
    printJson({ runs: summaries, failures, files: runs.length > 0 ? [page] : [] });
  }
  if (failures.length > 0) {
    throw new UserError(
      `not every search could be run: ${failures.map(({ search, reason }) => `${search}: ${reason}`).join("; ")}`,
    );
  }
  if (!json) console.log(`written: ${page}`);
}
