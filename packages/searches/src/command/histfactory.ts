import { svgToPng } from "@belladonna/plot/png";
import { histFactory, parsePatchSet, type HistFactory, type PatchOperation } from "@belladonna/histfactory";
import { Option, type Command } from "commander";
import { inputFile, integerFrom, numberIn } from "./option-values.js";
import { outputFolder, type OutputFolder } from "../report/output-folder.js";
import { terminalProgress } from "../node/terminal-progress.js";
import type { Progress } from "../progress.js";
import { InputError, messageOf, UsageError } from "../user-error.js";
import { analyse, type Analysis } from "../histfactory/analysis.js";
import { impactsPlot, pullsPlot, scanPlot } from "../histfactory/plots.js";
import { report } from "../histfactory/print.js";

/** What the user gave on the command line. */
export interface HistFactoryGiven {
  readonly patch?: string;
  readonly point?: string;
  readonly measurement?: string;
  readonly interpolation: "smooth" | "kinked";
  readonly level: number;
  readonly points: number;
  readonly top: number;
  readonly impacts?: true;
  readonly out: string;
}

const textOf = (file: string): string => new TextDecoder().decode(inputFile(file).bytes);

/** The likelihood of the files named. */
function load(file: string, given: HistFactoryGiven): HistFactory {
  const workspace = textOf(file);
  const { measurement, interpolation, point } = given;
  const patch = given.patch === undefined ? undefined : patchOf(given.patch, point);
  if (patch === undefined && point !== undefined) throw new UsageError("--point needs a patch set: --patch <file>");
  let likelihood: HistFactory;
  try {
    likelihood = histFactory(workspace, {
      interpolation,
      ...(measurement === undefined ? {} : { measurement }),
      ...(patch === undefined ? {} : { patch }),
    });
  } catch (error) {
    throw new InputError(`${file}: ${messageOf(error)}`);
  }
  if (likelihood.poi === undefined) {
    throw new InputError(`the measurement ${likelihood.measurement} of ${file} has no parameter of interest`);
  }
  return likelihood;
}

/** A JSON Patch, or one point of a patch set. */
function patchOf(file: string, point: string | undefined) {
  const text = textOf(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${messageOf(error)}`);
  }
  if (Array.isArray(value)) return value as readonly PatchOperation[];
  const set = patchSetOf(file, value);
  const names = set.patches.map((p) => p.metadata.name);
  if (point === undefined) {
    throw new UsageError(
      `${file} is a patch set: choose with --point one of ${names.slice(0, 8).join(", ")}${names.length > 8 ? `, … (${names.length})` : ""}`,
    );
  }
  if (!names.includes(point)) throw new UsageError(`${file} has no point ${point}`);
  return { set, key: point };
}

function patchSetOf(file: string, value: unknown): ReturnType<typeof parsePatchSet> {
  try {
    return parsePatchSet(value);
  } catch (error) {
    throw new InputError(`${file}: ${messageOf(error)}`);
  }
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

/** Fit, test and limit of a workspace: prints the outcome, writes numbers and plots, and returns the files written. */
export function runHistFactory(
  file: string,
  given: HistFactoryGiven,
  progress: Progress,
  print: (text: string) => void,
): string[] {
  const out: OutputFolder = outputFolder(given.out);
  const likelihood = load(file, given);
  const analysis = analyse(likelihood, { ...given, impacts: given.impacts === true }, progress);
  print(report(likelihood, analysis, given.level, given.top));
  const written = [out.write("result.json", plain(likelihood, analysis))];
  const foremost = [...analysis.pulls].sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull)).slice(0, given.top);
  const plots: [string, string][] = [];
  if (foremost.length > 0) plots.push(["pulls", pullsPlot(foremost)]);
  if (analysis.impacts.length > 0) {
    plots.push(["impacts", impactsPlot(analysis.impacts.slice(0, given.top), analysis.poi)]);
  }
  if (analysis.scan.some((t) => t.valid)) plots.push(["cls", scanPlot(analysis.scan, analysis.poi, given.level)]);
  for (const [name, svg] of plots) {
    written.push(out.write(`${name}.svg`, svg), out.write(`${name}.png`, svgToPng(svg)));
  }
  print(`written: ${written.join(", ")}`);
  return written;
}

/** Adds `histfactory <workspace.json>` to the program. */
export function registerHistFactory(program: Command): void {
  program
    .command("histfactory")
    .description("fit, pulls, CLs scan and upper limit of a HistFactory workspace (pyhf JSON)")
    .argument("<workspace.json>", "the workspace")
    .option("-p, --patch <file.json>", "a JSON Patch, or a patch set with --point")
    .option("--point <name>", "name of the patch in the patch set")
    .option("--measurement <name>", "measurement of the workspace (default: its first)")
    .addOption(
      new Option("--interpolation <codes>", "smooth: codes 4 and 4p; kinked: codes 1 and 0")
        .choices(["smooth", "kinked"])
        .default("smooth"),
    )
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
}
