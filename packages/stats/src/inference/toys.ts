import type { Likelihood } from "../likelihood/likelihood.js";
import { firstAtOrAbove, random, requireChoice, requireOptions } from "@belladonna/numerics";
import { poiOf } from "./profile.js";
import { profileFor, STATISTICS, statisticOf } from "./test-statistic.js";
import type { Statistic } from "./test-statistic.js";

/** Which pseudo-experiments {@link toyStatistics} makes. */
export interface ToyOptions {
  /** Seed of the streams, integer not negative. */
  readonly seed: number;
  /** Index of the first experiment; 0 by default. */
  readonly first?: number;
  /** Number of experiments. */
  readonly count: number;
  /** Test statistic; `qtilde` by default. */
  readonly statistic?: Statistic;
  /** Parameter of interest; the one the likelihood declares by default. */
  readonly poi?: string;
}

/**
 * Test statistic of a value $\mu$ in pseudo-experiments drawn at `theta`. Experiment $k$ draws from
 * `random(seed).stream(k)`: ranges may be made in any order, anywhere, and joined.
 *
 * ```ts
 * // How often 3 expected events fluctuate to the 1 seen or less: 4 exp(-3) = 0.199, here by pseudo-experiments.
 * const model = counting({ observed: 1, background: 3 });
 * const sample = toyStatistics(model, 5, Float64Array.of(0), { seed: 1, count: 500 });
 * toyPValue(sample, testStatistic(model, 5).value).pValue; // ≈ 0.202
 * ```
 * @param likelihood - The model.
 * @param mu - Tested value of the parameter of interest.
 * @param theta - Where the pseudo-data are drawn.
 * @param options - Seed, range and statistic.
 * @returns One value an experiment, `NaN` where a fit failed.
 * @throws RangeError when there is no parameter of interest, or the range is not one of integers.
 */
export function toyStatistics(
  likelihood: Likelihood,
  mu: number,
  theta: Float64Array,
  options: ToyOptions,
): Float64Array {
  requireOptions("toyStatistics", options, ["seed", "first", "count", "statistic", "poi"]);
  const { seed, first = 0, count, statistic = "qtilde" } = options;
  requireChoice("toyStatistics: statistic", statistic, STATISTICS);
  if (!Number.isFinite(mu)) throw new RangeError(`toyStatistics: mu must be finite, got ${mu}`);
  const poi = poiOf("toyStatistics", likelihood, options.poi);
  if (!(Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError(`toyStatistics: count must be an integer >= 0, got ${count}`);
  }
  const root = random(seed);
  const out = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const toy = likelihood.sample(theta, root.stream(first + k));
    out[k] = statisticOf(profileFor(toy, poi, statistic, theta), mu, statistic).value;
  }
  return out;
}

/** The values of a sample of toys in order, without the failed ones. */
export interface SortedToys {
  readonly values: Float64Array;
  readonly failed: number;
}

/** Sorts a sample for {@link tailFraction}. */
export function sortToys(sample: Float64Array): SortedToys {
  const values = sample.filter((x) => x === x).sort();
  return { values, failed: sample.length - values.length };
}

/**
 * Fraction of the toys at or above `q`. Values that differ by the accuracy of a fit count as equal, for a discrete
 * statistic to be right.
 */
export function tailFraction(toys: SortedToys, q: number): number {
  const { values } = toys;
  const edge = q - 1e-6 * (1 + q);
  return (values.length - firstAtOrAbove(values, edge)) / values.length;
}

/** The value that a fraction `p` of the toys reach or exceed. */
export function upperQuantile(toys: SortedToys, p: number): number {
  const n = toys.values.length;
  return toys.values[Math.min(n - 1, Math.max(0, Math.floor((1 - p) * n)))];
}
