import gammaln from "@stdlib/math-base-special-gammaln";
import { ZETA_MINUS_ONE } from "./coefficients.js";

const HALF_LOG_2PI = 0.9189385332046728;
const EULER_GAMMA = 0.5772156649015329;

/**
 * $\ln|\Gamma(x)|$, relative error below 1e-15 away from its zeros at 1 and 2.
 * @param x - Any real number; `Infinity` at the poles 0, -1, -2, …
 * @example
 * ```ts
 * logGamma(100); // ≈ 359.13
 * ```
 */
export function logGamma(x: number): number {
  return gammaln(x);
}

/**
 * $\ln\Gamma(1 + a)$ without the rounding of $1 + a$, for $-0.5 \le a$.
 * @see Abramowitz and Stegun 6.1.33
 */
export function logGamma1p(a: number): number {
  if (a > 0.5) return gammaln(1 + a);
  let sum = 0;
  for (let i = ZETA_MINUS_ONE.length - 1; i >= 0; i--) sum = (ZETA_MINUS_ONE[i] / (i + 2) - sum) * a;
  return -Math.log1p(a) + a * (1 - EULER_GAMMA + sum);
}

/**
 * The error of Stirling's formula, $\delta(a) = \ln\Gamma(a + 1) - (a + \tfrac12)\ln a + a - \tfrac12\ln 2\pi$.
 * @param a - Positive.
 * @see [DLMF 5.11.1](https://dlmf.nist.gov/5.11.E1)
 */
export function stirlingError(a: number): number {
  if (a < 10) return logGamma1p(a) - (a + 0.5) * Math.log(a) + a - HALF_LOG_2PI;
  const r = 1 / (a * a);
  return (
    (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r * (1 / 156))))))) / a
  );
}

/**
 * $x - \ln(1 + x) \ge 0$ without cancellation, for $x > -1$.
 */
export function xMinusLog1p(x: number): number {
  if (x > 0.7 || x < -0.45) return x - Math.log1p(x);
  // ln(1 + x) = 2 artanh(r), r = x/(2 + x).
  const r = x / (2 + x);
  const y = r * r;
  let sum = 0;
  let power = 1;
  for (let k = 3; ; k += 2) {
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
    power *= y;
  }
  return r * (x - 2 * y * sum);
}
