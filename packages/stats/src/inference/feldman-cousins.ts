import { requireOptions } from "@belladonna/numerics";
import { gaussianInterval } from "../counting/feldman-cousins-gaussian.js";
import { poissonInterval } from "../counting/feldman-cousins-poisson.js";
import type { Interval } from "../counting/interval.js";
import type { Likelihood } from "../likelihood/likelihood.js";
import { requireCalculator } from "./calculator.js";
import type { Calculator } from "./calculator.js";
import { poiOf } from "./profile.js";
import { unifiedInterval } from "./unified-interval.js";
import type { UnifiedInterval } from "./unified-interval.js";

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

/** Any likelihood, with nuisance parameters. */
export interface FeldmanCousinsLikelihood {
  /** Confidence level in 0.5 … 1. */
  readonly level: number;
  /**
   * Distribution of the statistic: {@link asymptotic} or {@link toys}, which is the construction proper. By default the exact
   * construction of a count on a background known exactly, and the asymptotic formulae for all else; `reason` says so where
   * the events are few.
   */
  readonly calculator?: Calculator;
  /** Parameter of interest; the one the likelihood declares by default. */
  readonly poi?: string;
}

/** Most events of the exact construction, for time; beyond it a count is as good as Gaussian. */
const MOST = 1e8;

/**
 * Unified (Feldman–Cousins) interval: the values whose acceptance region, filled in the order of the likelihood ratio to
 * the best physical value, holds the observation.
 *
 * With `background`: the mean of a Poisson signal from a count, exact; the interval is the hull of the accepted means,
 * and the upper end is not made monotonic in the background afterwards. With `sigma`: a mean $\mu \ge 0$ from a Gaussian
 * measurement. Of a likelihood that is one count on a known background: the same interval, of the strength. Of any other:
 * the values of a parameter of interest $\mu \ge 0$ not excluded by $\tilde t_\mu$, whose
 * nuisance parameters are profiled, and with {@link toys} drawn at the conditional fit to the data.
 * @param observed - The count (integer, not negative), the measured value, or a model with data.
 * @param options - Background, resolution or calculator, and confidence level.
 * @returns The interval; of a likelihood also whether all fits were verified.
 * @throws RangeError when a number is out of its range.
 * @see [Feldman and Cousins, Phys. Rev. D 57 (1998) 3873](https://arxiv.org/abs/physics/9711021)
 * @example
 * ```ts
 * feldmanCousins(0, { background: 3, level: 0.9 }).high; // ≈ 0.953
 * feldmanCousins(-1, { sigma: 1, level: 0.9 }).high; // ≈ 0.81365
 * ```
 */
export function feldmanCousins(observed: number, options: FeldmanCousinsCounting | FeldmanCousinsGaussian): Interval;
export function feldmanCousins(observed: Likelihood, options: FeldmanCousinsLikelihood): UnifiedInterval;
export function feldmanCousins(
  observed: number | Likelihood,
  options: FeldmanCousinsCounting | FeldmanCousinsGaussian | FeldmanCousinsLikelihood,
): Interval {
  const kind = typeof observed !== "number" ? ["calculator", "poi"] : "sigma" in options ? ["sigma"] : ["background"];
  requireOptions("feldmanCousins", options, ["level", ...kind]);
  const { level } = options;
  if (!(level >= 0.5 && level < 1)) throw new RangeError(`feldmanCousins: level must be in [0.5, 1), got ${level}`);
  if (typeof observed !== "number") {
    const { calculator, poi }: FeldmanCousinsLikelihood = options;
    if (calculator !== undefined) requireCalculator("feldmanCousins", calculator);
    return unifiedInterval(observed, poiOf("feldmanCousins", observed, poi), level, calculator);
  }
  if ("sigma" in options) {
    const { sigma } = options;
    if (!(sigma > 0 && sigma < Infinity && Number.isFinite(observed / sigma))) {
      throw new RangeError(`feldmanCousins: need a finite value and a finite sigma > 0, got ${observed}, ${sigma}`);
    }
    const { low, high } = gaussianInterval(observed / sigma, level);
    return { low: low * sigma, high: high * sigma };
  }
  const { background } = options as FeldmanCousinsCounting;
  if (!(Number.isInteger(observed) && observed >= 0 && observed <= MOST)) {
    throw new RangeError(`feldmanCousins: the count must be an integer from 0 to ${MOST}, got ${observed}`);
  }
  if (!(background >= 0 && background <= MOST)) {
    throw new RangeError(`feldmanCousins: background must be in [0, ${MOST}], got ${background}`);
  }
  return poissonInterval(observed, background, level);
}
