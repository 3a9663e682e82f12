import { findRoot } from "@belladonna/numerics";
import { chi2Quantile } from "@belladonna/numerics";
import { halfDeviance } from "./deviance.js";
import type { Interval } from "./interval.js";

/** A counting experiment with a measured background and efficiency. */
export interface OnOffEfficiency {
  /** Count in the signal region, not negative. */
  readonly nOn: number;
  /** Count in the background region, not negative. */
  readonly nOff: number;
  /** Expected background in the background region over that in the signal region, positive. */
  readonly tau: number;
  /** Measured efficiency of the signal, positive; 1 by default. */
  readonly efficiency?: number;
  /** Gaussian uncertainty of the efficiency, not negative; 0 by default. */
  readonly efficiencyError?: number;
  /** Confidence level in 0 … 1. */
  readonly level: number;
}

/**
 * Profile-likelihood interval of a signal $s \ge 0$ from
 * $$L = \mathrm{Poisson}(n_\mathrm{on}|\varepsilon s + b)\,\mathrm{Poisson}(n_\mathrm{off}|\tau b)\,N(\hat\varepsilon|\varepsilon, \sigma_\varepsilon),$$
 * the $s$ where $-2\ln L$ is within the $\chi^2_1$ quantile of its least value at a physical signal.
 * @param data - Counts, efficiency and confidence level.
 * @returns The interval in units of $s$, and the best physical signal.
 * @throws RangeError when a number is out of its range.
 * @see [Rolke, Lopez and Conrad, Nucl. Instrum. Meth. A 551 (2005) 493](https://arxiv.org/abs/physics/0403059), "bounded likelihood"
 * @example
 * ```ts
 * rolkeInterval({ nOn: 7, nOff: 3, tau: 5, efficiency: 0.9, level: 0.9 }).high; // ≈ 13.0235
 * ```
 */
export function rolkeInterval(data: OnOffEfficiency): Interval & {
  /** Best physical signal. */
  readonly value: number;
} {
  const { nOn, nOff, tau, efficiency = 1, efficiencyError = 0, level } = data;
  if (!(nOn >= 0 && nOff >= 0 && tau > 0 && efficiency > 0 && efficiencyError >= 0)) {
    throw new RangeError(
      `rolkeInterval: need counts >= 0, tau and efficiency > 0, got ${nOn}, ${nOff}, ${tau}, ${efficiency}, ${efficiencyError}`,
    );
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`rolkeInterval: level must be in (0, 1), got ${level}`);
  const profile = (s: number): number => profileSignal(s, nOn, nOff, tau, efficiency, efficiencyError);
  const value = Math.max(0, (nOn - nOff / tau) / efficiency);
  const goal = profile(value) + chi2Quantile(level, 1);
  const miss = (s: number): number => profile(s) - goal;
  let step = (3 * Math.sqrt(nOn + 1)) / efficiency;
  while (miss(value + step) < 0) step *= 2;
  const high = findRoot(miss, value, value + step);
  return { value, low: value === 0 || miss(0) < 0 ? 0 : findRoot(miss, 0, value), high };
}

/** $-2\ln L$ at a signal, least over background and efficiency. */
function profileSignal(s: number, nOn: number, nOff: number, tau: number, e0: number, sigma: number): number {
  if (sigma === 0 || s === 0) return profileBackground(e0 * s, nOn, nOff, tau).value;
  // The derivative by the efficiency rises through its zero: below e0 the counts push up or down, the measurement back.
  const slope = (e: number): number =>
    s * profileBackground(e * s, nOn, nOff, tau).slope + (2 * (e - e0)) / (sigma * sigma);
  let low = e0;
  let high = e0;
  for (let step = sigma; slope(low) > 0 && low > 0; step *= 2) low = Math.max(0, low - step);
  for (let step = sigma; slope(high) < 0; step *= 2) high += step;
  const e = low === high ? e0 : findRoot(slope, low, high);
  const pull = (e - e0) / sigma;
  return profileBackground(e * s, nOn, nOff, tau).value + pull * pull;
}

/** $-2\ln L$ (saturated form) of the two counts at an expected signal, least over the background, and its slope. */
function profileBackground(signal: number, nOn: number, nOff: number, tau: number): { value: number; slope: number } {
  // (1 + tau) b^2 + (signal (1 + tau) - n_on - n_off) b - signal n_off = 0, in the form without cancellation.
  const p = signal * (1 + tau) - nOn - nOff;
  const root = Math.sqrt(p * p + 4 * (1 + tau) * signal * nOff);
  const b = p > 0 ? (2 * signal * nOff) / (p + root) : (root - p) / (2 * (1 + tau));
  const mean = signal + b;
  return {
    value: 2 * (halfDeviance(nOn, mean) + halfDeviance(nOff, tau * b)),
    slope: nOn === 0 ? 2 : 2 * (1 - nOn / mean),
  };
}
