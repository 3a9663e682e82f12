import { exp, log, log1p, square } from "@belladonna/numerics/elementary";
import { counting, countingSignificance, countingUpperLimit, feldmanCousins } from "@belladonna/stats";
import {
  logGamma,
  normalCdf,
  poissonPmf,
  poissonQuantile,
  requireChoice,
  requireOptions,
  requireWithin,
} from "@belladonna/numerics";
import { limitMethods, searchOptions } from "../whole-options.js";
import { test, type Tested, type TestOptions } from "./tested.js";

/** A counting window. */
export interface Window {
  /** Expected background, events. */
  readonly background: number;
  /** Its relative uncertainty; 0 where it is known exactly. */
  readonly uncertainty: number;
  /** Events seen, if there are data. */
  readonly observed?: number;
}

/** Standard deviations at which expected limits are given. */
const BAND = [-2, -1, 0, 1, 2] as const;

/** Least background of a likelihood, events: with none at all a count would have no likelihood without signal. */
const LEAST = 1e-4;

/** Background above which the sums over counts would be long, and what takes their place is good to a few per cent. */
const MANY = 300;

/** Most events of a window. */
const MOST = 1e15;

/** Most pseudo-experiments: more would not end. */
const MOST_TOYS = 1e6;

/** Why a window could not be tested. */
export interface NotTested {
  /** What failed. */
  readonly reason: string;
}

/**
 * Tests a counting window. The expected limits are those at the quantiles of the count that background alone gives, its
 * uncertainty (a Gamma density) folded in.
 *
 * Bayesian (flat in the signal) and CLs limits are the same number here, see `countingUpperLimit`; Feldman–Cousins limits
 * take the background as known exactly; profile-likelihood limits are asymptotic unless pseudo-experiments are asked for.
 *
 * ```ts
 * const options = { method: "cls", level: 0.9, toys: 0, seed: 1 };
 * const tested = testWindow({ background: 3, uncertainty: 0.2, observed: 5 }, options);
 * tested.observed; // ≈ 6.542
 * tested.expected[2]; // ≈ 4.464
 * ```
 * @param window - Background, its uncertainty and the count.
 * @returns Limits on the number of signal events in the window, or the reason why there are none.
 * @throws RangeError for numbers that no window has, and options that are unknown.
 */
export function testWindow(window: Window, options: TestOptions): Tested | NotTested {
  // A run hands its own options on.
  requireOptions("testWindow", options, searchOptions);
  requireChoice("testWindow: method", options.method, limitMethods);
  const { background, uncertainty, observed } = window;
  const { method, level } = options;
  requireWithin("testWindow: background, events,", background, 0, MOST);
  requireWithin("testWindow: uncertainty", uncertainty, 0, MOST);
  if (observed !== undefined) requireWithin("testWindow: observed, events,", observed, 0, MOST);
  requireWithin("testWindow: level", level, 0.5, 1 - Number.EPSILON);
  requireWithin("testWindow: toys", options.toys, 0, MOST_TOYS);
  const many = background > MANY;
  if (method === "profile" || options.toys > 0 || (many && method === "feldman-cousins")) {
    const likelihood = (n: number) =>
      counting({
        observed: n,
        background: Math.max(background, LEAST),
        ...(uncertainty > 0
          ? { knowledge: { kind: "normal" as const, sigma: uncertainty * Math.max(background, LEAST) } }
          : {}),
      });
    return test(likelihood(background), observed === undefined ? undefined : likelihood(observed), options);
  }
  if (many) return testMany(window, options.level);
  const limit = (n: number): number =>
    method === "feldman-cousins"
      ? feldmanCousins(n, { background, level }).high
      : countingUpperLimit(n, { background, relativeUncertainty: uncertainty, level });
  const expected = BAND.map((z) => limit(countQuantile(normalCdf(z), background, uncertainty)));
  if (observed === undefined) return { expected, significance: Number.NaN };
  return {
    expected,
    observed: limit(observed),
    significance:
      observed > background
        ? countingSignificance(observed, Math.max(background, Number.MIN_VALUE), uncertainty * background)
        : 0,
  };
}

/**
 * Bayesian and CLs limits of many events, which are one number: that of a known background with all counts divided by
 * $f = 1 + \sigma_b^2/n$, times $f$, which has the right mean and variance.
 */
function testMany({ background, uncertainty, observed }: Window, level: number): Tested {
  const error = uncertainty * background;
  const limit = (n: number): number => {
    const f = 1 + (error * error) / Math.max(1, n);
    const below = Math.floor(n / f);
    const [low, high] = [below, below + 1].map((k) => countingUpperLimit(k, { background: background / f, level }));
    return f * (low + (n / f - below) * (high - low));
  };
  const spread = Math.sqrt(background + error * error);
  const expected = BAND.map((z) => limit(Math.max(0, background + z * spread)));
  if (observed === undefined) return { expected, significance: Number.NaN };
  return {
    expected,
    observed: limit(observed),
    significance: Math.max(0, countingSignificance(observed, background, error)),
  };
}

/** The smallest count that background alone does not exceed with probability `p`: Poisson with a Gamma-distributed mean. */
export function countQuantile(p: number, background: number, uncertainty: number): number {
  if (background === 0) return 0;
  if (uncertainty === 0) return poissonQuantile(p, background);
  let cumulative = 0;
  let n = -1;
  do {
    n++;
    cumulative += countProbability(n, background, uncertainty);
  } while (cumulative < p);
  return n;
}

/**
 * Probability that background alone gives `n` events: Poisson, its mean with a Gamma density of relative width
 * `uncertainty`.
 */
export function countProbability(n: number, background: number, uncertainty: number): number {
  if (uncertainty === 0) return poissonPmf(n, background);
  const shape = 1 / square(uncertainty);
  const rate = shape / background;
  return exp(
    logGamma(n + shape) - logGamma(shape) - logGamma(n + 1) + shape * log(rate / (1 + rate)) - n * log1p(rate),
  );
}
