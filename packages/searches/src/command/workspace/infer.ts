import {
  correlationMatrix,
  describeWorkspace,
  expectedYields,
  impacts,
  prefitCovariance,
  pulls,
  saturatedGoodness,
  yieldsTable,
} from "@belladonna/histfactory";
import { fit, hypothesisTest, upperLimit } from "@belladonna/stats";
import { Option, type Command } from "commander";
import { integerFrom, numberIn } from "../option-values.js";
import { UsageError } from "../../user-error.js";
import { withOutput, workspaceOf, writeJson } from "./files.js";
import { loadModel, loadTested, withModel, type ModelGiven } from "./model.js";

type Given = ModelGiven & { readonly output?: string };

/** What was asked for is not complete: said once what there is has been written. */
function complain(what: string, { valid, reason }: { readonly valid: boolean; readonly reason: string }): void {
  if (!valid) throw new Error(`${what} is incomplete: ${reason}`);
}

const level = numberIn(0.5, 1, "between 0.5 and 1");

/** Adds `inspect`, `fit`, `yields`, `limit`, `scan` and `ranking`. */
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
    .addOption(new Option("--format <how>", "the form").choices(["text", "latex", "json"]).default("text"))
    .allowExcessArguments(false)
    .action(
      (file: string, given: ModelGiven & { readonly prefit?: true; readonly format: "text" | "latex" | "json" }) => {
        const likelihood = loadModel(file, given);
        if (given.prefit === true) {
          const start = Float64Array.from(likelihood.parameters, (p) => p.start);
          console.log(yieldsTable(expectedYields(likelihood, start, prefitCovariance(likelihood)), given.format));
          return;
        }
        const best = fit(likelihood);
        complain("the fit", best);
        console.log(yieldsTable(expectedYields(likelihood, best.theta, best.covariance), given.format));
      },
    );

  withOutput(withModel(parent.command("limit").description("upper limit with its bands (CLs, asymptotic), as JSON")))
    .argument("<workspace.json>", "the workspace")
    .option("-c, --level <CL>", "confidence level, a fraction", level, 0.95)
    .action((file: string, given: Given & { readonly level: number }) => {
      const likelihood = loadTested(file, given);
      const { scan, ...limit } = upperLimit(likelihood, { level: given.level });
      writeJson(
        { measurement: likelihood.measurement, poi: likelihood.poi, ...limit, tests: scan.length },
        given.output,
      );
      complain("the limit", limit);
    });

  withOutput(withModel(parent.command("scan").description("CLs at values of the parameter of interest, as JSON")))
    .argument("<workspace.json>", "the workspace")
    .requiredOption("--from <value>", "first value", Number)
    .requiredOption("--to <value>", "last value", Number)
    .option("--points <n>", "number of values", integerFrom(2), 21)
    .action((file: string, given: Given & { readonly from: number; readonly to: number; readonly points: number }) => {
      const { from, to, points } = given;
      if (!(Number.isFinite(from) && Number.isFinite(to) && from < to)) {
        throw new UsageError(`need finite --from < --to, got ${from} and ${to}`);
      }
      const likelihood = loadTested(file, given);
      const tests = Array.from({ length: points }, (_, i) =>
        hypothesisTest(likelihood, from + ((to - from) * i) / (points - 1)),
      );
      writeJson({ measurement: likelihood.measurement, poi: likelihood.poi, tests }, given.output);
      const bad = tests.find((t) => !t.valid);
      if (bad !== undefined) complain(`the test of ${likelihood.poi} = ${bad.mu}`, bad);
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
