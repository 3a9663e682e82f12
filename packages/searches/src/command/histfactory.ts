import type { HistFactory } from "@belladonna/histfactory";
import type { Command } from "commander";
import { integerFrom, numberIn } from "./option-values.js";
import { outputFolder, type OutputFolder } from "../report/output-folder.js";
import { writePicture } from "../report/pictures.js";
import { terminalProgress } from "../node/terminal-progress.js";
import type { Progress } from "../progress.js";
import { registerConversion } from "./workspace/convert.js";
import { registerEditing } from "./workspace/edit.js";
import { registerInference } from "./workspace/infer.js";
import { registerLimits } from "./workspace/limit.js";
import { loadTested, withModel, type ModelGiven } from "./workspace/model.js";
import { analyse, type Analysis } from "../histfactory/analysis.js";
import { plotsOf } from "../histfactory/plots.js";
import { report } from "../histfactory/print.js";

/** What the user gave on the command line. */
export interface HistFactoryGiven extends ModelGiven {
  readonly level: number;
  readonly points: number;
  readonly top: number;
  readonly impacts?: true;
  readonly out: string;
}

const listed = (x: Float64Array): number[] => [...x];

/** Everything found, JSON-safe. */
function plain(likelihood: HistFactory, { best, ...rest }: Analysis): string {
  const { covariance, theta, parameters, errors, value, valid, reason, atBound } = best;
  const result = {
    measurement: likelihood.measurement,
    parameterNames: likelihood.parameters.map((p) => p.name),
    fit: { parameters, errors, value, valid, reason, atBound, theta: listed(theta), covariance: listed(covariance) },
    ...rest,
  };
  return `${JSON.stringify(result, (_, x: unknown) => (x instanceof Float64Array ? listed(x) : x), 1)}\n`;
}

/**
 * Fit, test and limit of a workspace: prints the outcome, writes numbers and plots, and returns the files written.
 * @throws Error when all is written but the fit failed or a limit is incomplete.
 */
export function runHistFactory(
  file: string,
  given: HistFactoryGiven,
  progress: Progress,
  print: (text: string) => void,
): string[] {
  const out: OutputFolder = outputFolder(given.out);
  const likelihood = loadTested(file, given);
  const analysis = analyse(likelihood, { ...given, impacts: given.impacts === true }, progress);
  print(report(likelihood, analysis, given.level, given.top));
  const written = [out.write("result.json", plain(likelihood, analysis))];
  for (const [name, svg] of plotsOf(analysis, given)) {
    written.push(...writePicture(name, svg, out));
  }
  print(`written: ${written.join(", ")}`);
  const { best, limit } = analysis;
  if (!best.valid) throw new Error(`the fit failed: ${best.reason}`);
  if (!limit.valid) throw new Error(`the limit is incomplete: ${limit.reason}`);
  return written;
}

/** Adds `histfactory <workspace.json>`, the whole report, and its sub-commands. */
export function registerHistFactory(program: Command): void {
  const parent = program
    .command("histfactory")
    .description("HistFactory workspaces (pyhf JSON): fit, limit, ranking, editing, conversion");
  withModel(
    parent
      .command("report", { isDefault: true })
      .description("fit, pulls, CLs scan and upper limit with plots: also without the word report"),
  )
    .argument("<workspace.json>", "the workspace")
    .option("-c, --level <CL>", "confidence level, a fraction", numberIn(0.5, 1, "between 0.5 and 1"), 0.95)
    .option("--points <n>", "points of the CLs scan", integerFrom(2), 41)
    .option("--top <n>", "parameters shown in tables and plots", integerFrom(1), 30)
    .option("--impacts", "impacts of the nuisance parameters too: four fits each")
    .option("-o, --out <folder>", "where results go", "out/histfactory")
    .allowExcessArguments(false)
    .action((file: string, given: HistFactoryGiven) => {
      runHistFactory(file, given, terminalProgress(), (text) => {
        console.log(text);
      });
    });
  registerInference(parent);
  registerLimits(parent);
  registerEditing(parent);
  registerConversion(parent);
}
