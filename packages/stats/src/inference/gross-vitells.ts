import { erfcx, logNormalSf, normalSf, normalUpperQuantile, normalUpperQuantileLog } from "@belladonna/numerics";
import { exp, log } from "@belladonna/numerics/elementary";

/** A local excess seen from the whole search range. */
export interface GlobalSignificance {
  /** One-sided p-value at the place of the excess. */
  readonly localPValue: number;
  /** Probability of such an excess anywhere in the range (an upper bound when from up-crossings; at most 1). */
  readonly globalPValue: number;
  /** $\Phi^{-1}(1 - p_\mathrm{global})$; `-Infinity` where the bound reaches 1. */
  readonly zGlobal: number;
  /** $p_\mathrm{global}/p_\mathrm{local}$. */
  readonly trialFactor: number;
}

/**
 * Local to global significance from the mean number of up-crossings of a low threshold,
 * $$p_\mathrm{global} \le p_\mathrm{local} + \langle N(c_0)\rangle\,\mathrm{e}^{-(Z^2 - c_0)/2}.$$
 * @param z - Local significance, standard deviations, finite and not negative.
 * @param upcrossings - Mean number of up-crossings of $q_0 = c_0$ in background-only scans, finite and not negative.
 * @param c0 - The threshold, below $Z^2$.
 * @throws RangeError when an argument is not such.
 * @see [Gross and Vitells, Eur. Phys. J. C 70 (2010) 525, eq. 3](https://arxiv.org/abs/1005.1891)
 * @example
 * ```ts
 * grossVitells(4, 5.58, 0.5).zGlobal; // ≈ 2.81548
 * ```
 */
export function grossVitells(z: number, upcrossings: number, c0: number): GlobalSignificance {
  if (!(z >= 0 && z * z < Infinity && upcrossings >= 0 && upcrossings < Infinity && c0 >= 0 && c0 <= z * z)) {
    throw new RangeError(
      `grossVitells: need finite z, upcrossings >= 0 and 0 <= c0 <= z^2, got ${z}, ${upcrossings}, ${c0}`,
    );
  }
  const localPValue = normalSf(z);
  const bound = localPValue + upcrossings * exp(-0.5 * (z * z - c0));
  if (bound > 1e-300) {
    const globalPValue = Math.min(1, bound);
    const zGlobal = normalUpperQuantile(globalPValue);
    return { localPValue, globalPValue, zGlobal, trialFactor: globalPValue / localPValue };
  }
  // Both p-values are too small to be written, their ratio is not: Q(z) = exp(-z^2/2) erfcx(z/sqrt 2)/2.
  const trialFactor = 1 + (upcrossings * exp(0.5 * c0)) / (0.5 * erfcx(z * Math.SQRT1_2));
  const zGlobal = normalUpperQuantileLog(logNormalSf(z) + log(trialFactor));
  return { localPValue, globalPValue: bound, zGlobal, trialFactor };
}

/**
 * Number of times a scan of $q_0$ rises through `c0`, from one point to the next.
 *
 * ```ts
 * countUpcrossings([0, 1, 0, 2, 0], 0.5); // 2
 * ```
 * @param scan - $q_0$ at successive points, 0 where the signal fits negative.
 * @param c0 - The threshold.
 * @throws RangeError when the threshold or a value is `NaN`.
 */
export function countUpcrossings(scan: ArrayLike<number>, c0: number): number {
  if (Number.isNaN(c0)) throw new RangeError("countUpcrossings: the threshold must be a number, got NaN");
  let count = 0;
  for (let i = 0; i < scan.length; i++) {
    if (Number.isNaN(scan[i])) throw new RangeError(`countUpcrossings: the scan must hold numbers, got NaN at ${i}`);
  }
  for (let i = 1; i < scan.length; i++) if (scan[i - 1] <= c0 && scan[i] > c0) count++;
  return count;
}
