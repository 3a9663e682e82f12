import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { outputFolder } from "../report/output-folder.js";
import { writePdfs } from "../report/pictures.js";
import { readFigures } from "../report/read-figures.js";
import { writeFigures } from "../report/write.js";

/** Draws the figures of a run; a folder of pictures alone, such as that of a workspace, can only be written as PDF. */
async function draw(folder: string, pdf: boolean): Promise<string[]> {
  const isRun = existsSync(path.join(folder, "limits.json"));
  const onlyPictures = pdf && !isRun && existsSync(folder) && readdirSync(folder).some((file) => file.endsWith(".svg"));
  const run = onlyPictures ? undefined : readFigures(folder);
  const out = outputFolder(folder);
  const drawn = run === undefined ? [] : writeFigures(run.figures, run.measured, out);
  return pdf ? [...drawn, ...(await writePdfs(out))] : drawn;
}

/** Adds the command that draws the figures of finished runs again. */
export function registerDraw(program: Command): void {
  program
    .command("draw")
    .description("draw the figures of a finished run again from its limits.json, without simulation")
    .argument("<folder...>", "where the results of a run are, such as out/zprime-to-muons")
    .option("--pdf", "every picture of the folder as PDF too; of constrain and histfactory as well")
    .allowExcessArguments(false)
    .action(async (folders: readonly string[], { pdf = false }: { readonly pdf?: boolean }) => {
      for (const folder of folders) console.log(`written: ${(await draw(folder, pdf)).join(", ")}`);
    });
}
