import { gaussianInterval } from "../counting/feldman-cousins-gaussian.js";
import { poissonInterval } from "../counting/feldman-cousins-poisson.js";
import type { Interval } from "../counting/interval.js";

/** A count on a known background. */
export interface FeldmanCousinsCounting {
  /** Expected background, not negative. */
  readonly background: number;
  /** Confidence level in 0.5 … 1. */
  readonly level: number;
}

/** A Gaussian measurement of a quantity that cannot be negative. */
export interface FeldmanCousinsGaussian {
  /** Standard deviation of the measurement, positive. */
  readonly sigma: number;
  /** Confidence level in 0.5 … 1. */
  readonly level: number;
}

/**
 * Unified (Feldman–Cousins) interval: the values whose acceptance region, filled in the order of the likelihood ratio to
 * the best physical value, holds the observation.
 *
 * With `background`: the mean of a Poisson signal from a count, exact; the interval is the hull of the accepted means,
 * and the upper end is not made monotonic in the background afterwards. With `sigma`: a mean $\mu \ge 0$ from a Gaussian
 * measurement.
 * @param observed - The count (integer, not negative), or the measured value.
 * @param options - Background or resolution, and confidence level.
 * @throws RangeError when a number is out of its range.
 * @see [Feldman and Cousins, Phys. Rev. D 57 (1998) 3873](https://arxiv.org/abs/physics/9711021)
 * @example
 * ```ts
 * feldmanCousins(0, { background: 3, level: 0.9 }).high; // ≈ 0.953
 * feldmanCousins(-1, { sigma: 1, level: 0.9 }).high; // ≈ 0.81365
 * ```
 */
export function feldmanCousins(observed: number, options: FeldmanCousinsCounting | FeldmanCousinsGaussian): Interval {
  const { level } = options;
  if (!(level >= 0.5 && level < 1)) throw new RangeError(`feldmanCousins: level must be in [0.5, 1), got ${level}`);
  if ("sigma" in options) {
    const { sigma } = options;
    if (!(sigma > 0 && Number.isFinite(observed))) {
      throw new RangeError(`feldmanCousins: need a finite value and sigma > 0, got ${observed}, ${sigma}`);
    }
    const { low, high } = gaussianInterval(observed / sigma, level);
    return { low: low * sigma, high: high * sigma };
  }
  const { background } = options;
  if (!(Number.isInteger(observed) && observed >= 0)) {
    throw new RangeError(`feldmanCousins: the count must be an integer >= 0, got ${observed}`);
  }
  if (!(background >= 0 && background < Infinity)) {
    throw new RangeError(`feldmanCousins: background must be finite and >= 0, got ${background}`);
  }
  return poissonInterval(observed, background, level);
}
