import {
  bayesianUpperLimit,
  type Likelihood,
  type LimitMethod,
  significance,
  toys,
  upperLimit,
} from "@belladonna/stats";

/** Upper limits at one hypothesis: expected at −2 … +2σ, and observed where there are data. */
export interface Tested {
  /** Limits expected from background alone at −2, −1, 0, 1 and 2 standard deviations. */
  readonly expected: readonly number[];
  /** Observed limit. */
  readonly observed?: number;
  /** Local significance of an excess in the data, standard deviations; `NaN` without data. */
  readonly significance: number;
  /** What is to be said of the limits: that the asymptotic formulae were taken where events are few. */
  readonly caveat?: string;
}

/** How a hypothesis is tested. */
export interface TestOptions {
  /** What the limit is. */
  readonly method: LimitMethod;
  /** Confidence level. */
  readonly level: number;
  /** Pseudo-experiments; 0 takes the asymptotic formulae. */
  readonly toys: number;
  /** Seed of the pseudo-experiments. */
  readonly seed: number;
}

/** Samples of the nuisance parameters for a Bayesian limit, good to a per cent: none, which is Laplace's method, for many. */
const samplesFor = ({ parameters }: Likelihood): number => (parameters.length > 16 ? 0 : 256);

/**
 * Tests one hypothesis: limits on the parameter of interest expected from Asimov data, and those that the data give.
 *
 * A one-sided profile-likelihood limit goes to zero when the data fluctuate far below the background; it is held at the
 * lower edge of the 68 % band (power-constrained: G. Cowan et al., arXiv:1105.3166). Expected Bayesian limits without
 * pseudo-experiments are that of the Asimov data and a band as wide, relatively, as that of CLs: for a Gaussian likelihood
 * and a flat prior the two limits are one.
 * @param asimov - Model with the Asimov data of background alone.
 * @param data - Model with the data, if there are any.
 * @returns The limits, in the unit of the parameter of interest, or the reason why a fit failed.
 */
export function test(
  asimov: Likelihood,
  data: Likelihood | undefined,
  { method, level, toys: count, seed }: TestOptions,
): Tested | { readonly reason: string } {
  const calculator = count > 0 ? { calculator: toys({ toys: count, seed }) } : {};
  const byFormula = method === "bayesian" && count === 0;
  const background = upperLimit(asimov, { level, method: byFormula ? "cls" : method, ...calculator });
  if (!background.valid) return { reason: `expected limit: ${background.reason}` };
  const floor = method === "profile" ? background.expected[1] : 0;
  let expected = background.expected.map((limit) => Math.max(limit, floor));
  if (byFormula) {
    const median = bayesianUpperLimit(asimov, { level, samples: samplesFor(asimov) });
    if (!median.valid) return { reason: `expected limit: ${median.reason}` };
    expected = expected.map((limit) => (limit * median.observed) / expected[2]);
  }
  // Valid limits have a reason where the events are few.
  const caveatOf = (reason: string): Pick<Tested, "caveat"> => (byFormula || reason === "" ? {} : { caveat: reason });
  if (data === undefined) return { expected, significance: Number.NaN, ...caveatOf(background.reason) };
  const found =
    method === "bayesian"
      ? bayesianUpperLimit(data, { level, samples: samplesFor(data) })
      : upperLimit(data, { level, method, expected: false, ...calculator });
  if (!found.valid) return { reason: `observed limit: ${found.reason}` };
  const discovery = significance(data);
  if (!discovery.valid) return { reason: `significance: ${discovery.reason}` };
  const caveat = caveatOf(background.reason === "" ? found.reason : background.reason);
  return { expected, observed: Math.max(found.observed, floor), significance: discovery.z, ...caveat };
}
