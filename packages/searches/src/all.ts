import { availableParallelism } from "node:os";
import path from "node:path";
import type { Command } from "commander";
import { indexPage } from "./report/index-page.js";
import { integerFrom, luminosity } from "./options.js";
import { outputFolder } from "./output-folder.js";
import { runEvery } from "./run-every.js";

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
    .action(async ({ out, workers, seed, project }: Given) => {
      const folder = outputFolder(out);
      await runEvery({ out, workers, seed, project }, (runs) => {
        folder.write("index.html", indexPage(runs));
      });
      console.log(`written: ${path.join(out, "index.html")}`);
    });
}
