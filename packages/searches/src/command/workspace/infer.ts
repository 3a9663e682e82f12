import {
  carryFit,
  correlationMatrix,
  describeWorkspace,
  expectedYields,
  impacts,
  prefitCovariance,
  pulls,
  saturatedGoodness,
  yieldsTable,
  type HistFactory,
} from "@belladonna/histfactory";
import { fit } from "@belladonna/stats";
import { Option, type Command } from "commander";
import { integerFrom } from "../option-values.js";
import { UsageError } from "../../user-error.js";
import { channelPlot } from "../../histfactory/channel-plot.js";
import type { NamedPlot } from "../../histfactory/plots.js";
import { complain, withOutput, workspaceOf, writeJson, writePlots } from "./files.js";
import { loadModel, loadTested, withModel, type ModelGiven } from "./model.js";

type Given = ModelGiven & { readonly output?: string };

interface YieldsGiven extends ModelGiven {
  readonly prefit?: true;
  readonly fitOf?: string;
  readonly plots?: string;
  readonly format: "text" | "latex" | "json";
  readonly json?: true;
}

/** Values and covariance of the parameters for which yields are wanted. */
function valuesOf(
  likelihood: HistFactory,
  given: YieldsGiven,
): { readonly theta: Float64Array; readonly covariance: Float64Array } {
  const { prefit, fitOf } = given;
  if (prefit === true) {
    if (fitOf !== undefined) throw new UsageError("--prefit and --fit-of exclude each other");
    const theta = Float64Array.from(likelihood.parameters, (p) => p.start);
    return { theta, covariance: prefitCovariance(likelihood) };
  }
  const fitted = fitOf === undefined ? likelihood : loadModel(fitOf, { interpolation: given.interpolation });
  const best = fit(fitted);
  complain("the fit", best);
  return fitOf === undefined ? best : carryFit(best, fitted, likelihood);
}

/** Adds `inspect`, `fit`, `yields` and `ranking`. */
export function registerInference(parent: Command): void {
  withOutput(parent.command("inspect").description("channels, samples, parameters and measurements, as JSON"))
    .argument("<workspace.json>", "the workspace")
    .action((file: string, { output }: { readonly output?: string }) => {
      writeJson(describeWorkspace(workspaceOf(file)), output);
    });

  withOutput(withModel(parent.command("fit").description("best values, errors, covariance and pulls, as JSON")))
    .argument("<workspace.json>", "the workspace")
    .option("--minos <names>", "profile intervals of these parameters, separated by commas")
    .action((file: string, given: Given & { readonly minos?: string }) => {
      const likelihood = loadModel(file, given);
      const names = likelihood.parameters.map((p) => p.name);
      const wanted = given.minos === undefined ? [] : given.minos.split(",").map((n) => n.trim());
      for (const n of wanted) if (!names.includes(n)) throw new UsageError(`--minos: the model has no parameter ${n}`);
      const best = fit(likelihood);
      const { value, valid, reason, atBound, theta, parameters, errors, covariance } = best;
      const intervals = Object.fromEntries(wanted.map((n) => [n, best.minos(n)]));
      writeJson(
        {
          measurement: likelihood.measurement,
          poi: likelihood.poi ?? null,
          parameterNames: names,
          ...{ value, valid, reason, atBound, theta, parameters, errors, covariance },
          pulls: pulls(likelihood, best),
          goodness: saturatedGoodness(likelihood, best),
          correlations: best.valid ? correlationMatrix(likelihood, best) : null,
          ...(wanted.length === 0 ? {} : { intervals }),
        },
        given.output,
      );
      complain("the fit", best);
    });

  withModel(parent.command("yields").description("events of each sample and bin with their errors, as tables"))
    .argument("<workspace.json>", "the workspace")
    .option("--prefit", "before the fit, not after it")
    .option("--fit-of <other.json>", "after the fit of another workspace, carried over by the names of parameters")
    .option("--plots <folder>", "each channel drawn there too: samples, data and their ratio")
    .addOption(new Option("--format <how>", "the form").choices(["text", "latex", "json"]).default("text"))
    .option("--json", "the same as --format json")
    .allowExcessArguments(false)
    .action((file: string, given: YieldsGiven) => {
      const likelihood = loadModel(file, given);
      const { theta, covariance } = valuesOf(likelihood, given);
      const found = expectedYields(likelihood, theta, covariance);
      console.log(yieldsTable(found, given.json === true ? "json" : given.format));
      if (given.plots === undefined) return;
      const [suffix, when] = given.prefit === true ? ["prefit", "before the fit"] : ["postfit", "after the fit"];
      writePlots(
        given.plots,
        found.map((channel): NamedPlot => [`${channel.name}-${suffix}`, channelPlot(channel, when)]),
      );
    });

  withOutput(withModel(parent.command("ranking").description("impacts of the nuisance parameters, as JSON")))
    .argument("<workspace.json>", "the workspace")
    .option("--top <n>", "only so many, the largest", integerFrom(1))
    .action((file: string, given: Given & { readonly top?: number }) => {
      const likelihood = loadTested(file, given);
      const best = fit(likelihood);
      const found = best.valid ? impacts(likelihood, best).slice(0, given.top) : [];
      writeJson({ measurement: likelihood.measurement, poi: likelihood.poi, impacts: found }, given.output);
      complain("the ranking", best);
    });
}
