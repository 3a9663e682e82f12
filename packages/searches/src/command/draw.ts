import type { Command } from "commander";
import { outputFolder } from "../report/output-folder.js";
import { readFigures } from "../report/read-figures.js";
import { writeFigures } from "../report/write.js";

/** Adds the command that draws the figures of finished runs again. */
export function registerDraw(program: Command): void {
  program
    .command("draw")
    .description("draw the figures of a finished run again from its limits.json, without simulation")
    .argument("<folder...>", "where the results of a run are, such as out/zprime-to-muons")
    .allowExcessArguments(false)
    .action((folders: readonly string[]) => {
      for (const folder of folders) {
        const { figures, measured } = readFigures(folder);
        console.log(`written: ${writeFigures(figures, measured, outputFolder(folder)).join(", ")}`);
      }
    });
}
