import { availableParallelism } from "node:os";
import { likelihoodScan, simplifiedWorkspace, type HistFactory } from "@belladonna/histfactory";
import { fit, hypothesisTest, upperLimit, type UpperLimit } from "@belladonna/stats";
import type { Command } from "commander";
import { profilePlot } from "../../histfactory/profile-plot.js";
import { workspaceToys } from "../../histfactory/toys-task.js";
import { taskThreads } from "../../node/task-threads.js";
import { integerFrom, numberIn } from "../option-values.js";
import { UsageError } from "../../user-error.js";
import { complain, ofFile, withOutput, writeJson, writePlots } from "./files.js";
import { loadModel, loadTested, withModel, type ModelGiven } from "./model.js";

type Given = ModelGiven & { readonly output?: string };

interface LimitGiven extends Given {
  readonly level: number;
  readonly toys: number;
  readonly seed: number;
  readonly workers: number;
}

interface ScanGiven extends Given {
  readonly profile?: string;
  readonly plots?: string;
  readonly from?: number;
  readonly to?: number;
  readonly points: number;
}

/** By the asymptotic formulae, or by pseudo-experiments on threads: the same numbers on any number of them. */
async function limitOf(likelihood: HistFactory, { level, toys, seed, workers }: LimitGiven): Promise<UpperLimit> {
  if (toys === 0) return upperLimit(likelihood, { level });
  const threads = taskThreads(workers);
  try {
    return await upperLimit(likelihood, { level, toys, seed, executor: threads.executor(workspaceToys) });
  } finally {
    await threads.close();
  }
}

/** The profile of the likelihood along one parameter. */
function writeProfile(
  file: string,
  name: string,
  range: readonly [number, number] | undefined,
  given: ScanGiven,
): void {
  const likelihood = loadModel(file, given);
  if (!likelihood.parameters.some((p) => p.name === name)) {
    throw new UsageError(`--profile: the model has no parameter ${name}`);
  }
  const best = fit(likelihood);
  complain("the fit", best);
  const { points } = given;
  const scan = ofFile(file, () =>
    likelihoodScan(likelihood, best, name, { points, ...(range === undefined ? {} : { range }) }),
  );
  writeJson({ measurement: likelihood.measurement, ...scan }, given.output);
  if (given.plots !== undefined) writePlots(given.plots, [[`profile-${name}`, profilePlot(scan)]]);
  const failed = scan.values.find((_, i) => Number.isNaN(scan.rises[i]));
  complain("the profile", { valid: failed === undefined, reason: `the fit at ${name} = ${failed} failed` });
}

/** Adds `limit`, `scan` and `simplify`. */
export function registerLimits(parent: Command): void {
  withOutput(withModel(parent.command("limit").description("upper limit with its bands (CLs), as JSON")))
    .argument("<workspace.json>", "the workspace")
    .option("-c, --level <CL>", "confidence level, a fraction", numberIn(0.5, 1, "between 0.5 and 1"), 0.95)
    .option("-t, --toys <n>", "pseudo-experiments a hypothesis; 0: asymptotic formulae", integerFrom(0), 0)
    .option("-s, --seed <n>", "seed of the pseudo-experiments", integerFrom(0), 1)
    .option("-w, --workers <n>", "threads that make them", integerFrom(1), availableParallelism())
    .action(async (file: string, given: LimitGiven) => {
      const likelihood = loadTested(file, given);
      const { scan, ...limit } = await limitOf(likelihood, given);
      const { measurement, poi } = likelihood;
      const how = given.toys === 0 ? {} : { toys: given.toys, seed: given.seed };
      writeJson({ measurement, poi, ...limit, ...how, tests: scan.length }, given.output);
      complain("the limit", limit);
    });

  withOutput(
    withModel(parent.command("scan").description("CLs at values of the parameter of interest, or a profile, as JSON")),
  )
    .argument("<workspace.json>", "the workspace")
    .option("--profile <name>", "-2 ln L along this parameter above its minimum, not CLs")
    .option("--plots <folder>", "the profile drawn there too")
    .option("--from <value>", "first value (of a profile: three deviations below the best)", Number)
    .option("--to <value>", "last value", Number)
    .option("--points <n>", "number of values", integerFrom(2), 21)
    .action((file: string, given: ScanGiven) => {
      const { from, to, points, profile, plots } = given;
      if (profile === undefined && plots !== undefined)
        throw new UsageError("--plots draws a profile: needs --profile");
      if (profile !== undefined && from === undefined && to === undefined) {
        writeProfile(file, profile, undefined, given);
        return;
      }
      if (from === undefined || to === undefined || !(Number.isFinite(to - from) && from < to)) {
        throw new UsageError(`need finite --from < --to, got ${from ?? "none"} and ${to ?? "none"}`);
      }
      if (profile !== undefined) {
        writeProfile(file, profile, [from, to], given);
        return;
      }
      const likelihood = loadTested(file, given);
      const tests = Array.from({ length: points }, (_, i) =>
        hypothesisTest(likelihood, from + ((to - from) * i) / (points - 1)),
      );
      writeJson({ measurement: likelihood.measurement, poi: likelihood.poi, tests }, given.output);
      const bad = tests.find((t) => !t.valid);
      if (bad !== undefined) complain(`the test of ${likelihood.poi} = ${bad.mu}`, bad);
    });

  withOutput(
    withModel(parent.command("simplify").description("the simplified likelihood of the channels with signal, as JSON")),
  )
    .argument("<workspace.json>", "the workspace")
    .option(
      "--dropped <part>",
      "part of the background's variance that may be left out",
      numberIn(0, 1, "between 0 and 1"),
      0,
    )
    .action((file: string, given: Given & { readonly dropped: number }) => {
      const likelihood = loadTested(file, given);
      writeJson(
        ofFile(file, () => simplifiedWorkspace(likelihood, { dropped: given.dropped })),
        given.output,
      );
    });
}
