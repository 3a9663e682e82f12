import {
  counting,
  countingSignificance,
  countingUpperLimit,
  feldmanCousins,
  logGamma,
  normalCdf,
  normalUpperQuantile,
  poissonPmf,
  poissonQuantile,
} from "@belladonna/stats";
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

/** Background above which the large-sample formulae serve: the sum over counts would be long, and they are good to some per cent. */
const MANY = 300;

/**
 * Tests a counting window. The expected limits are those at the quantiles of the count that background alone gives, its
 * uncertainty (a Gamma density) folded in.
 *
 * Bayesian (flat in the signal) and CLs limits are the same number here, see `countingUpperLimit`; Feldman–Cousins limits
 * take the background as known exactly; profile-likelihood limits are asymptotic unless pseudo-experiments are asked for.
 * @param window - Background, its uncertainty and the count.
 * @returns Limits on the number of signal events in the window, or the reason why there are none.
 */
export function testWindow(window: Window, options: TestOptions): Tested | { readonly reason: string } {
  const { background, uncertainty, observed } = window;
  const { method, level } = options;
  const many = background > MANY;
  if (method === "profile" || options.toys > 0 || (many && method === "feldman-cousins")) {
    const likelihood = (n: number) =>
      counting({
        observed: n,
        background: Math.max(background, Number.MIN_VALUE),
        ...(uncertainty > 0 ? { knowledge: { kind: "normal" as const, sigma: uncertainty * background } } : {}),
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
 * Bayesian and CLs limits of many events, which are one number: a normal posterior with the errors of count and background,
 * cut off at zero,
 * $$s_\mathrm{UL} = \hat s + \sigma\,\Phi^{-1}\bigl(1 - (1-\mathrm{CL})\,\Phi(\hat s/\sigma)\bigr).$$
 */
function testMany({ background, uncertainty, observed }: Window, level: number): Tested {
  const error = (n: number): number => Math.sqrt(n + (uncertainty * background) ** 2);
  const limit = (n: number): number => {
    const sigma = error(n);
    const best = n - background;
    return best + sigma * normalUpperQuantile((1 - level) * normalCdf(best / sigma));
  };
  const expected = BAND.map((z) => limit(Math.max(1, background + z * error(background))));
  if (observed === undefined) return { expected, significance: Number.NaN };
  const excess = countingSignificance(observed, background, uncertainty * background);
  return { expected, observed: limit(observed), significance: Math.max(0, excess) };
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
  const shape = 1 / uncertainty ** 2;
  const rate = shape / background;
  return Math.exp(
    logGamma(n + shape) -
      logGamma(shape) -
      logGamma(n + 1) +
      shape * Math.log(rate / (1 + rate)) -
      n * Math.log1p(rate),
  );
}
