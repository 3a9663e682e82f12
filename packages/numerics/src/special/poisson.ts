import { exp } from "../elementary/exp.js";
import { gammaP, gammaQ, logGammaPrefix } from "./gamma.js";
import { normalQuantile } from "./normal.js";

/**
 * $\ln P(n\,|\,\mu) = n\ln\mu - \mu - \ln n!$ in the saddle-point form, which keeps full precision for large counts.
 * @param n - Count; $-\infty$ below 0. Between integers $n! = \Gamma(n + 1)$.
 * @param mu - Mean, not negative; `NaN` otherwise.
 * @see C. Loader, "Fast and accurate computation of binomial probabilities" (2000)
 * @example
 * ```ts
 * logPoissonPmf(5, 3.2); // ≈ -2.1718
 * ```
 */
export function logPoissonPmf(n: number, mu: number): number {
  if (!(mu >= 0) || Number.isNaN(n)) return Number.NaN;
  if (n === 0) return -mu;
  if (n < 0 || mu === 0 || n === Infinity || mu === Infinity) return n === mu ? Number.NaN : -Infinity;
  return logGammaPrefix(n, mu);
}

/**
 * Poisson probability $\mu^n\mathrm{e}^{-\mu}/n!$.
 *
 * ```ts
 * poissonPmf(2, 3); // ≈ 0.224
 * ```
 * @param n - Count; 0 below 0. Between integers $n! = \Gamma(n + 1)$.
 * @param mu - Mean, not negative; `NaN` otherwise.
 */
export function poissonPmf(n: number, mu: number): number {
  return exp(logPoissonPmf(n, mu));
}

/**
 * Poisson distribution function $P(N \le n) = Q(\lfloor n\rfloor + 1, \mu)$; 0 for negative `n`.
 * @param n - Count.
 * @param mu - Mean, not negative; `NaN` otherwise.
 * @example
 * ```ts
 * poissonCdf(1000, 1100); // ≈ 0.00117523
 * ```
 */
export function poissonCdf(n: number, mu: number): number {
  return n < 0 ? (mu >= 0 ? 0 : Number.NaN) : gammaQ(Math.floor(n) + 1, mu);
}

/**
 * Poisson survival function $P(N > n) = P(\lfloor n\rfloor + 1, \mu)$; 1 for negative `n`.
 *
 * ```ts
 * poissonSf(2, 3); // ≈ 0.5768
 * ```
 * @param n - Count.
 * @param mu - Mean, not negative; `NaN` otherwise.
 */
export function poissonSf(n: number, mu: number): number {
  return n < 0 ? (mu >= 0 ? 1 : Number.NaN) : gammaP(Math.floor(n) + 1, mu);
}

/**
 * Poisson quantile: the smallest $n$ with $P(N \le n) \ge p$; beyond $2^{53}$ the next double.
 * @param p - Probability in 0 … 1; `NaN` outside.
 * @param mu - Mean, not negative; `NaN` otherwise.
 * @example
 * ```ts
 * poissonQuantile(0.95, 3.2); // ≈ 6
 * ```
 */
export function poissonQuantile(p: number, mu: number): number {
  if (!(p >= 0 && p <= 1 && mu >= 0)) return Number.NaN;
  if (p === 1) return mu === 0 ? 0 : Infinity;
  if (mu === Infinity) return p === 0 ? 0 : Infinity;
  const z = normalQuantile(p);
  // Cornish-Fisher start, then bracket by doubling steps and bisect.
  let hi = Math.max(0, Math.floor(mu + (p === 0 ? 0 : z * Math.sqrt(mu) + (z * z - 1) / 6)));
  let lo = hi;
  for (let step = 1; poissonCdf(hi, mu) < p; step *= 2) {
    lo = hi;
    hi += step;
  }
  for (let step = 1; lo >= 0 && poissonCdf(lo, mu) >= p; step *= 2) {
    hi = lo;
    lo -= step;
  }
  lo = Math.max(lo, -1);
  while (hi - lo > 1) {
    const middle = Math.floor(0.5 * (lo + hi));
    // Beyond 2^53 neighbouring doubles are more than one count apart.
    if (middle === lo || middle === hi) break;
    if (poissonCdf(middle, mu) >= p) hi = middle;
    else lo = middle;
  }
  return hi;
}
