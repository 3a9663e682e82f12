import { log, log1p, square } from "@belladonna/numerics/elementary";
import { kolmogorovSf } from "./kolmogorov.js";

/** Result of {@link kolmogorovSmirnov}. */
export interface KolmogorovSmirnov {
  /** Largest distance of the empirical distribution function from the model's. */
  readonly distance: number;
  /** Probability of a larger distance, for a model fixed beforehand. */
  readonly pValue: number;
}

/**
 * Kolmogorov–Smirnov test of data against a distribution function that was not fitted to them.
 *
 * ```ts
 * kolmogorovSmirnov([0.1, 0.4, 0.8], (x) => x).distance; // ≈ 0.2667
 * ```
 * @param data - Values, any order.
 * @param cdf - Distribution function of the model.
 * @returns Distance and p-value, exact up to 3000 values, to 1e-4 beyond.
 * @throws RangeError when there are no data, or `cdf` does not return probabilities.
 */
export function kolmogorovSmirnov(data: ArrayLike<number>, cdf: (x: number) => number): KolmogorovSmirnov {
  const u = probabilities("kolmogorovSmirnov", data, cdf);
  const n = u.length;
  let distance = 0;
  for (let i = 0; i < n; i++) distance = Math.max(distance, (i + 1) / n - u[i], u[i] - i / n);
  return { distance, pValue: kolmogorovSf(n, distance) };
}

/**
 * Anderson–Darling statistic, which weights the tails:
 * $A^2 = -n - \frac1n\sum_i (2i - 1)\left[\ln u_i + \ln(1 - u_{n+1-i})\right]$ with $u_i = F(x_i)$ in order.
 *
 * ```ts
 * andersonDarling([0.1, 0.4, 0.8], (x) => x); // ≈ 0.2786
 * ```
 * @param data - Values, any order.
 * @param cdf - Distribution function of the model.
 * @returns $A^2$; `Infinity` where a value lies outside the model's support.
 * @throws RangeError when there are no data, or `cdf` does not return probabilities.
 * @see [Anderson and Darling, J. Am. Stat. Assoc. 49 (1954) 765](https://doi.org/10.1080/01621459.1954.10501232)
 */
export function andersonDarling(data: ArrayLike<number>, cdf: (x: number) => number): number {
  const u = probabilities("andersonDarling", data, cdf);
  const n = u.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (2 * i + 1) * (log(u[i]) + log1p(-u[n - 1 - i]));
  return -n - sum / n;
}

/**
 * Cramér–von Mises statistic $\frac1{12n} + \sum_i\left(u_i - \frac{2i - 1}{2n}\right)^2$ with $u_i = F(x_i)$ in order.
 *
 * ```ts
 * cramerVonMises([0.1, 0.4, 0.8], (x) => x); // ≈ 0.04333
 * ```
 * @param data - Values, any order.
 * @param cdf - Distribution function of the model.
 * @throws RangeError when there are no data, or `cdf` does not return probabilities.
 */
export function cramerVonMises(data: ArrayLike<number>, cdf: (x: number) => number): number {
  const u = probabilities("cramerVonMises", data, cdf);
  const n = u.length;
  return u.reduce((sum, p, i) => sum + square(p - (2 * i + 1) / (2 * n)), 1 / (12 * n));
}

function probabilities(where: string, data: ArrayLike<number>, cdf: (x: number) => number): Float64Array {
  if (data.length === 0) throw new RangeError(`${where}: needs data, got none`);
  const u = Float64Array.from(data, (x) => cdf(x)).sort();
  // NaN sorts last.
  if (!(u[0] >= 0 && u[u.length - 1] <= 1)) {
    throw new RangeError(`${where}: cdf must return probabilities, got ${u[0]} to ${u[u.length - 1]}`);
  }
  return u;
}
