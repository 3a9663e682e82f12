import path from "node:path";
import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { indexPage, type PageEntry } from "./index-page.js";
import { integerFrom, luminosity } from "./options.js";
import { outputFolder } from "./output-folder.js";
import { terminalProgress } from "./progress.js";
import { agreement } from "./agreement.js";
import { runSearch } from "./run-search.js";
import { searches } from "./searches.js";

interface Given {
  readonly out: string;
  readonly workers: number;
  readonly seed: number;
  readonly project?: number;
}

/** Adds the command that runs every search and writes one page about them. */
export function registerAll(program: Command): void {
  program
    .command("all")
    .description("every search with its default options, and one page with all plots and ratios: out/index.html")
    .option("--project <L>", "run each likelihood at this luminosity too, such as 50ab", luminosity)
    .option("-s, --seed <n>", "seed of the simulation and the pseudo-data", integerFrom(0), 1)
    .option("-w, --workers <n>", "threads", integerFrom(1), availableParallelism())
    .option("-o, --out <folder>", "where results go", "out")
    .allowExcessArguments(false)
    .action(async (given: Given) => {
      await runAll(given);
    });
}

async function runAll({ out, workers, seed, project }: Given): Promise<void> {
  const progress = terminalProgress();
  const top = outputFolder(out);
  const entries: PageEntry[] = [];
  for (const search of searches) {
    console.log(`${search.name}: ${search.title}`);
    const folder = outputFolder(path.join(out, search.name));
    const options = { ...search.defaults, seed, toys: 0 };
    const run = await runSearch(search, options, { out: folder, workers, project, progress });
    entries.push({ search, run });
    for (const measured of run.result.measured) console.log(`  ${measured.name}: ${agreement(measured)}`);
    console.log(`  ${run.seconds.toFixed(0)} s`);
    // After each search, so that the page is there however long the rest takes.
    top.write("index.html", indexPage(entries));
  }
  console.log(`written: ${path.join(out, "index.html")}`);
}
