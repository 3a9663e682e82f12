import { limit } from "./limit.js";
import type { CurveLimit, LimitInfo } from "./limit.js";

/** An upper limit at one mass, as `upperLimit` of `@belladonna/stats` returns it. */
export interface UpperLimitResult {
  /** Observed upper limit; absent in a blinded analysis. */
  readonly observed?: number;
  /** Expected limits at $-2\sigma, -1\sigma$, median, $+1\sigma, +2\sigma$. */
  readonly expected?: ArrayLike<number>;
}

/**
 * A curve from upper limits found mass by mass, times a factor (a cross section of the hypothesis `mu = 1`, say).
 *
 * ```ts
 * const results = [{ observed: 3, expected: [1, 2, 3, 4, 6], valid: true }];
 * limitFromResults({ id: "mine", observable: "sigma", unit: "fb", cl: 0.9, kind: "bands" }, [1], results, 0.5).value[0]; // ≈ 1.5
 * ```
 * @param info - What the limit says about itself; `kind` is `bands`, `expected` or `observed`.
 * @param mass - Masses, GeV, increasing.
 * @param results - One result a mass.
 * @param scale - Unit of the observable for a result of 1, a number or one a mass. Default 1.
 * @returns The curve, with bands where the results have them; its values are the observed limits, or the median.
 * @throws RangeError when lengths differ or a result has neither observed nor expected limits.
 */
export function limitFromResults(
  info: LimitInfo,
  mass: readonly number[],
  results: readonly UpperLimitResult[],
  scale: number | readonly number[] = 1,
): CurveLimit {
  if (results.length !== mass.length) {
    throw new RangeError(`limitFromResults: must have one result a mass, got ${results.length} for ${mass.length}`);
  }
  if (typeof scale !== "number" && scale.length !== mass.length) {
    throw new RangeError(
      `limitFromResults: scale must be one number or one a mass, got ${scale.length} for ${mass.length}`,
    );
  }
  const unit = (i: number): number => (typeof scale === "number" ? scale : scale[i]);
  const band = (k: number): number[] => results.map((r, i) => (r.expected?.[k] ?? Number.NaN) * unit(i));
  const value = results.map((r, i) => {
    const v = r.observed ?? r.expected?.[2];
    if (v === undefined) throw new RangeError(`limitFromResults: result ${i} must have an observed or expected limit`);
    return v * unit(i);
  });
  const bands = results.every((r) => r.expected !== undefined)
    ? { expected: { median: band(2), minus1: band(1), plus1: band(3), minus2: band(0), plus2: band(4) } }
    : {};
  return limit({ ...info, ...bands, shape: "curve", mass: [...mass], value });
}
