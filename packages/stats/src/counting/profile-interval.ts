import { chi2Quantile, findRoot, requireOptions } from "@belladonna/numerics";
import { hypot } from "@belladonna/numerics/elementary";
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
 * @returns The interval in units of $s$, and the best physical signal. The upper end is infinite where the efficiency
 * is compatible with none at this level, $(\hat\varepsilon/\sigma_\varepsilon)^2$ at most the quantile: no signal is excluded.
 * @throws RangeError when a number is out of its range, or the efficiency so small that the interval is not finite.
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
  requireOptions("rolkeInterval", data, ["nOn", "nOff", "tau", "efficiency", "efficiencyError", "level"]);
  const { nOn, nOff, tau, efficiency = 1, efficiencyError = 0, level } = data;
  const finite = Number.isFinite(nOn + nOff + tau + efficiency + efficiencyError);
  if (!(nOn >= 0 && nOff >= 0 && tau > 0 && efficiency > 0 && efficiencyError >= 0 && finite)) {
    throw new RangeError(
      `rolkeInterval: need finite counts >= 0, tau and efficiency > 0, got ${nOn}, ${nOff}, ${tau}, ${efficiency}, ${efficiencyError}`,
    );
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`rolkeInterval: level must be in (0, 1), got ${level}`);
  // In units of the events that the measured efficiency leaves of a signal.
  const relative = efficiencyError / efficiency;
  const profile = (s: number): number => profileSignal(s, nOn, nOff, tau, relative);
  const value = Math.max(0, nOn - nOff / tau);
  const rise = chi2Quantile(level, 1);
  const goal = profile(value) + rise;
  const miss = (s: number): number => profile(s) - goal;
  const low = value === 0 || miss(0) < 0 ? 0 : findRoot(miss, 0, value) / efficiency;
  const result = { value: value / efficiency, low };
  if (relative * relative * rise >= 1) return { ...result, high: Infinity };
  let step = 3 * Math.sqrt(nOn + 1);
  while (miss(value + step) < 0) step *= 2;
  const high = findRoot(miss, value, value + step) / efficiency;
  if (!(high < Infinity))
    throw new RangeError(`rolkeInterval: efficiency is too small for a finite interval, got ${efficiency}`);
  return { ...result, high };
}

/** $-2\ln L$ at an expected signal, least over background and efficiency, the measured efficiency being 1. */
function profileSignal(s: number, nOn: number, nOff: number, tau: number, sigma: number): number {
  if (sigma === 0 || s === 0) return profileBackground(s, nOn, nOff, tau).value;
  // The derivative by the efficiency rises through its zero: below 1 the counts push up or down, the measurement back.
  const slope = (e: number): number =>
    s * sigma * profileBackground(e * s, nOn, nOff, tau).slope + 2 * ((e - 1) / sigma);
  let low = 1;
  let high = 1;
  for (let step = sigma; slope(low) > 0 && low > 0; step *= 2) low = Math.max(0, low - step);
  for (let step = sigma; slope(high) < 0; step *= 2) high += step;
  const e = low === high ? 1 : findRoot(slope, low, high);
  const pull = (e - 1) / sigma;
  return profileBackground(e * s, nOn, nOff, tau).value + pull * pull;
}

/** $-2\ln L$ (saturated form) of the two counts at an expected signal, least over the background, and its slope. */
function profileBackground(signal: number, nOn: number, nOff: number, tau: number): { value: number; slope: number } {
  // (1 + tau) b^2 + (signal (1 + tau) - n_on - n_off) b - signal n_off = 0, in the form without cancellation.
  const p = signal * (1 + tau) - nOn - nOff;
  const root = hypot(p, 2 * Math.sqrt((1 + tau) * signal) * Math.sqrt(nOff));
  const b = p > 0 ? 2 * signal * (nOff / (p + root)) : (root - p) / (2 * (1 + tau));
  const mean = signal + b;
  return {
    value: 2 * (halfDeviance(nOn, mean) + halfDeviance(nOff, tau * b)),
    slope: nOn === 0 ? 2 : 2 * (1 - nOn / mean),
  };
}
