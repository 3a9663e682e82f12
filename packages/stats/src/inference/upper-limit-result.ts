import type { HypothesisTest } from "./hypothesis-test.js";

/**
 * What an upper limit is:
 *
 * - `cls`: $\mathrm{CL}_s = 1 - \mathrm{CL}$ (default);
 * - `profile`: $\mathrm{CL}_{s+b} = 1 - \mathrm{CL}$, the one-sided profile-likelihood limit;
 * - `feldman-cousins`: the upper end of the unified interval, for a count on a known background that of the construction,
 *   else by $\tilde t_\mu$;
 * - `bayesian`: `bayesianUpperLimit` with its defaults; expected limits only with `toys`.
 */
export type LimitMethod = "cls" | "profile" | "feldman-cousins" | "bayesian";

/** Result of `upperLimit`. */
export interface UpperLimit {
  /** Observed limit on the parameter of interest; `NaN` when it was not found. */
  readonly observed: number;
  /** Limits expected from background alone at -2, -1, 0, 1, 2 standard deviations; empty when not asked for or had. */
  readonly expected: readonly number[];
  /** Confidence level. */
  readonly level: number;
  /** What the limit is. */
  readonly method: LimitMethod;
  /** Best value of the parameter of interest. */
  readonly muHat: number;
  /** Every test of the data made on the way, in order; none for exact constructions and Bayesian limits. */
  readonly scan: readonly HypothesisTest[];
  /** Whether all limits asked for were found. */
  readonly valid: boolean;
  /**
   * What failed; what was found before is kept. With `valid` limits: that the asymptotic formulae were taken by default where
   * the events are so few that they are more than 5 % too strong. Else empty.
   */
  readonly reason: string;
}
