import { writeFileSync } from "node:fs";
import { parseWorkspace, type Workspace } from "@belladonna/histfactory";
import type { Command } from "commander";
import { inputFile } from "../option-values.js";
import type { NamedPlot } from "../../histfactory/plots.js";
import { outputFolder } from "../../report/output-folder.js";
import { writePicture } from "../../report/pictures.js";
import { InputError, messageOf, OutputError } from "../../user-error.js";

/** The text of a file the user named. */
export const textOf = (file: string): string => new TextDecoder().decode(inputFile(file).bytes);

/** The JSON of a file the user named. */
export function jsonOf(file: string): unknown {
  try {
    return JSON.parse(textOf(file));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file} is not JSON: ${messageOf(error)}`);
  }
}

/** What `work` gives; what it refuses is the fault of the file. */
export function ofFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? new InputError(`${file}: ${error.message}`) : error;
  }
}

/** The workspace of a file the user named. */
export const workspaceOf = (file: string): Workspace => ofFile(file, () => parseWorkspace(textOf(file)));

/** Options of a command whose result is JSON: a file instead of standard output; `--json` as for every other command. */
export const withOutput = (command: Command): Command =>
  command
    .option("-o, --output <file.json>", "write there, not to standard output")
    .option("--json", "as JSON, which it is without a word too")
    .allowExcessArguments(false);

/** Writes one JSON document, without colours, to a file or to standard output. */
export function writeJson(document: unknown, output: string | undefined): void {
  const text = JSON.stringify(document, (_, x: unknown) => (x instanceof Float64Array ? [...x] : x), 1);
  if (output === undefined) console.log(text);
  else {
    try {
      writeFileSync(output, `${text}\n`);
    } catch (error) {
      throw new OutputError(`cannot write ${output}: ${messageOf(error)}`);
    }
  }
}

/** Writes plots as SVG and PNG into a folder. */
export function writePlots(folder: string, plots: readonly NamedPlot[]): void {
  const out = outputFolder(folder, "");
  for (const [name, svg] of plots) writePicture(name, svg, out);
}

/** What was asked for is not complete: said once what there is has been written. */
export function complain(what: string, { valid, reason }: { readonly valid: boolean; readonly reason: string }): void {
  if (!valid) throw new Error(`${what} is incomplete: ${reason}`);
}
