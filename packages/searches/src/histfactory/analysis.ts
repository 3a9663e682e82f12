import {
  correlationMatrix,
  expectedYields,
  impacts,
  prefitCovariance,
  pulls,
  saturatedGoodness,
  type ChannelYields,
  type CorrelationMatrix,
  type HistFactory,
  type Impact,
  type Pull,
  type SaturatedGoodness,
} from "@belladonna/histfactory";
import {
  fit,
  hypothesisTest,
  upperLimit,
  type Fit,
  type HypothesisTest,
  type MinosInterval,
  type UpperLimit,
} from "@belladonna/stats";
import type { Progress } from "../progress.js";

/** What is wanted of a workspace. */
export interface AnalysisOptions {
  /** Confidence level of the limit, a fraction. */
  readonly level: number;
  /** Points of the CLs scan. */
  readonly points: number;
  /** Whether the impacts of the nuisance parameters are wanted: four fits each. */
  readonly impacts: boolean;
}

/** What was found. */
export interface Analysis {
  readonly poi: string;
  readonly best: Fit;
  /** Of the best fit, against a rate for each bin. */
  readonly goodness: SaturatedGoodness;
  readonly interval: MinosInterval;
  readonly pulls: readonly Pull[];
  readonly impacts: readonly Impact[];
  /** Correlations of the parameters that moved; absent where they are fewer than two, or the fit failed. */
  readonly correlations?: CorrelationMatrix;
  readonly prefit: readonly ChannelYields[];
  readonly postfit: readonly ChannelYields[];
  readonly limit: UpperLimit;
  readonly scan: readonly HypothesisTest[];
}

/**
 * Best fit, pulls, yields, upper limit with bands and the CLs scan of a workspace. What fails says so in its own `valid`
 * and `reason`; the rest is still done.
 */
export function analyse(likelihood: HistFactory, options: AnalysisOptions, progress: Progress): Analysis {
  const poi = likelihood.poi ?? "";
  const fitting = progress.stage("fit", 1);
  const best = fit(likelihood);
  const interval = best.minos(poi);
  fitting.done();

  const limiting = progress.stage("limit", 1);
  const limit = upperLimit(likelihood, { level: options.level });
  limiting.done();

  const highest = Math.max(...[limit.observed, ...limit.expected].filter((x) => Number.isFinite(x)));
  const scanning = progress.stage("CLs scan", options.points);
  const scan = Array.from({ length: Number.isFinite(highest) ? options.points : 0 }, (_, i) => {
    const test = hypothesisTest(likelihood, (1.15 * highest * (i + 1)) / options.points);
    scanning.step();
    return test;
  });
  scanning.done();

  const correlations = best.valid ? correlationMatrix(likelihood, best) : undefined;
  const start = Float64Array.from(likelihood.parameters, (p) => p.start);
  return {
    poi,
    best,
    goodness: saturatedGoodness(likelihood, best),
    interval,
    pulls: pulls(likelihood, best),
    impacts: options.impacts ? impactsOf(likelihood, best, progress) : [],
    ...(correlations !== undefined && correlations.names.length > 1 && { correlations }),
    prefit: expectedYields(likelihood, start, prefitCovariance(likelihood)),
    postfit: best.valid ? expectedYields(likelihood, best.theta, best.covariance) : [],
    limit,
    scan,
  };
}

function impactsOf(likelihood: HistFactory, best: Fit, progress: Progress): Impact[] {
  const stage = progress.stage("impacts", likelihood.parameters.length);
  const found = impacts(likelihood, best, {
    onProgress: () => {
      stage.step();
    },
  });
  stage.done();
  return found;
}
