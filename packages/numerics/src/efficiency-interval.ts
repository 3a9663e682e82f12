import { requireChoice, requireOptions } from "./options.js";
import { betaIInverse, betaIUpperInverse } from "./special/beta.js";
import { normalUpperQuantile } from "./special/normal.js";

/** How {@link efficiencyInterval} is made. */
export interface EfficiencyOptions {
  /**
   * - `clopper-pearson` (default): the exact central interval, covers at least `level`;
   * - `wilson`: the score interval, covers `level` on average;
   * - `jeffreys`: the equal-tailed credible interval of the prior $B(\tfrac12, \tfrac12)$, an end at 0 or 1 where
   *   none or all passed.
   */
  readonly method?: "clopper-pearson" | "wilson" | "jeffreys";
  /** Confidence level in 0 … 1; 0.682689 (one standard deviation) by default. */
  readonly level?: number;
}

/** An efficiency and its interval, dimensionless. */
export interface Efficiency {
  /** Fraction that passed; `NaN` when `total` is 0. */
  readonly value: number;
  /** Lower end of the interval. */
  readonly low: number;
  /** Upper end of the interval. */
  readonly high: number;
}

/**
 * Confidence interval of an efficiency from `passed` out of `total` trials.
 *
 * Clopper–Pearson solves $P(K \ge k\,|\,\varepsilon_\mathrm{low}) = P(K \le k\,|\,\varepsilon_\mathrm{high}) = (1 - \mathrm{CL})/2$ by the
 * quantiles of $B(k, n - k + 1)$ and $B(k + 1, n - k)$; Wilson's is
 * $$\frac{1}{1 + z^2/n}\left(\hat\varepsilon + \frac{z^2}{2n} \pm z\sqrt{\frac{\hat\varepsilon(1 - \hat\varepsilon)}{n} + \frac{z^2}{4n^2}}\right).$$
 * @param passed - Number of trials that passed, $0 \le k \le n$; effective (non-integer) numbers are allowed.
 * @param total - Number of trials $n$; the interval is 0 … 1 when it is 0.
 * @param options - Method and confidence level.
 * @throws RangeError when `passed` or `total` is not such, or `level` is not inside 0 … 1.
 * @see [Brown, Cai and DasGupta, Statist. Sci. 16 (2001) 101](https://doi.org/10.1214/ss/1009213286)
 * @example
 * ```ts
 * efficiencyInterval(8, 10).low; // ≈ 0.59455
 * efficiencyInterval(8, 10, { method: "wilson" }).high; // ≈ 0.89638
 * ```
 */
export function efficiencyInterval(passed: number, total: number, options: EfficiencyOptions = {}): Efficiency {
  requireOptions("efficiencyInterval", options, ["method", "level"]);
  const { method = "clopper-pearson", level = 0.6826894921370859 } = options;
  requireChoice("efficiencyInterval: method", method, ["clopper-pearson", "wilson", "jeffreys"]);
  if (!(passed >= 0 && passed <= total && total < Infinity)) {
    throw new RangeError(`efficiencyInterval: need 0 <= passed <= total, got passed=${passed}, total=${total}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`efficiencyInterval: level must be in (0, 1), got ${level}`);
  if (total === 0) return { value: Number.NaN, low: 0, high: 1 };
  const value = passed / total;
  const failed = total - passed;
  const tail = 0.5 * (1 - level);
  if (method === "wilson") {
    const z = normalUpperQuantile(tail);
    const w = (z * z) / total;
    const spread = Math.sqrt(w * (value * (1 - value) + 0.25 * w));
    const low = passed === 0 ? 0 : (value + 0.5 * w - spread) / (1 + w);
    return { value, low, high: failed === 0 ? 1 : (value + 0.5 * w + spread) / (1 + w) };
  }
  const [a, b] = method === "jeffreys" ? [0.5, 0.5] : [0, 1];
  return {
    value,
    low: passed === 0 ? 0 : betaIInverse(tail, passed + a, failed + b),
    high: failed === 0 ? 1 : betaIUpperInverse(tail, passed + b, failed + a),
  };
}
