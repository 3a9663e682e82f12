import { log as ln, log1p } from "../elementary/log.js";
import { productError, sumError } from "../elementary/rounding.js";
import { ZETA_MINUS_ONE } from "./coefficients.js";
import {
  HALF_LOG_2PI,
  HALF_LOG_2PI_LOW,
  LOG_GAMMA_MIDDLE,
  LOG_GAMMA_ONE,
  LOG_GAMMA_TWO,
  LOG_SINC,
  STIRLING,
} from "./fits.js";
import { logPair, polynomial } from "./two-doubles.js";

const EULER_GAMMA = 0.5772156649015329;
const parts = /* @__PURE__ */ new Float64Array(3);
const log = /* @__PURE__ */ new Float64Array(2);

/**
 * $\ln|\Gamma(x)|$, within 2 ulp (near its zeros on the negative axis: of 1).
 *
 * Polynomials around 1, 3/2 and 2, to which $\Gamma(x + 1) = x\Gamma(x)$ leads from 0 to 4.5; Stirling's formula above,
 * logarithms and products in two doubles; for negative $x$ the reflection
 * $\ln|\Gamma(-y)| = -\ln(yr) - \ln\frac{\sin\pi r}{\pi r} - \ln\Gamma(y)$, $r$ the distance of $y$ to an integer.
 * @param x - Any real number; `Infinity` at the poles 0, -1, -2, …
 * @see W. J. Cody and K. E. Hillstrom, [Math. Comp. 21 (1967) 198](https://doi.org/10.1090/S0025-5718-1967-0223070-0);
 * [DLMF 5.5.3](https://dlmf.nist.gov/5.5.E3), [5.11.1](https://dlmf.nist.gov/5.11.E1)
 * @example
 * ```ts
 * logGamma(100); // ≈ 359.13
 * ```
 */
export function logGamma(x: number): number {
  if (x !== x) return Number.NaN;
  if (x === 0 || Math.abs(x) === Infinity) return Infinity;
  if (x > -0.25) {
    logGammaParts(x, parts);
    return parts[0] + (parts[1] + parts[2]);
  }
  const y = -x;
  const r = Math.abs(y - Math.round(y));
  if (r === 0) return Infinity;
  logGammaParts(y, parts);
  const product = y * r;
  logPair(product, log);
  const w = r * r;
  const low = productError(y, r) / product + w * polynomial(LOG_SINC, 0, w) + log[1] + parts[2] + parts[1];
  return -(log[0] + parts[0] + (sumError(log[0], parts[0]) + low));
}

/**
 * $\ln|\Gamma(x)|$ as a sum of three doubles, the first the largest, to about 1e-17 or $2^{-58}$ of it, the larger.
 * @param x - Finite, above -1/4, not 0.
 * @param out - Receives the parts.
 */
export function logGammaParts(x: number, out: Float64Array): void {
  if (x >= 4.5) {
    stirling(x, out);
  } else if (x < 0.75) {
    if (x <= 0.25) around(LOG_GAMMA_ONE, x, out);
    else middle(x - 0.5, out);
    const first = out[0];
    const rest = out[1] + out[2];
    logPair(Math.abs(x), out);
    out[2] = rest - out[1];
    out[1] = first;
    out[0] = -out[0];
  } else if (x < 1.25) {
    around(LOG_GAMMA_ONE, x - 1, out);
  } else if (x < 2.5) {
    oneToTwo(x, out);
  } else {
    const single = x < 3.5;
    oneToTwo(x - (single ? 1 : 2), out);
    const first = out[0];
    const rest = out[1] + out[2];
    const product = single ? x - 1 : (x - 1) * (x - 2);
    logPair(product, out);
    out[2] = rest + out[1] + (single ? 0 : productError(x - 1, x - 2) / product);
    out[1] = first;
  }
}

function oneToTwo(x: number, out: Float64Array): void {
  if (x < 1.75) middle(x - 1.5, out);
  else around(LOG_GAMMA_TWO, x - 2, out);
}

/** Near a zero: the distance from it times a polynomial. */
function around(c: Float64Array, a: number, out: Float64Array): void {
  out[0] = a * c[0];
  out[1] = a * (c[1] + a * polynomial(c, 2, a));
  out[2] = productError(a, c[0]);
}

function middle(d: number, out: Float64Array): void {
  out[0] = LOG_GAMMA_MIDDLE[0];
  out[1] = LOG_GAMMA_MIDDLE[1] + d * polynomial(LOG_GAMMA_MIDDLE, 2, d);
  out[2] = 0;
}

function stirling(x: number, out: Float64Array): void {
  logPair(x, out);
  const high = out[0];
  const low = out[1];
  out[2] = 0;
  if (x > 1e17) {
    // Half a logarithm and what follows it are below the last digit.
    out[0] = x * (high - 1);
    out[1] = out[0] === Infinity ? 0 : x * low;
    return;
  }
  const product = x * high;
  const inverse = 1 / x;
  out[0] = product - x;
  out[1] = HALF_LOG_2PI - 0.5 * high;
  const rounding = product - out[0] - x + productError(x, high);
  out[2] = rounding + (x - 0.5) * low + HALF_LOG_2PI_LOW + inverse * polynomial(STIRLING, 0, inverse * inverse);
}

/**
 * $\ln\Gamma(1 + a)$ without the rounding of $1 + a$, for $-0.5 \le a$.
 * @see Abramowitz and Stegun 6.1.33
 */
export function logGamma1p(a: number): number {
  if (a > 0.5) return logGamma(1 + a);
  let sum = 0;
  for (let i = ZETA_MINUS_ONE.length - 1; i >= 0; i--) sum = (ZETA_MINUS_ONE[i] / (i + 2) - sum) * a;
  return -log1p(a) + a * (1 - EULER_GAMMA + sum);
}

/**
 * The error of Stirling's formula, $\delta(a) = \ln\Gamma(a + 1) - (a + \tfrac12)\ln a + a - \tfrac12\ln 2\pi$.
 * @param a - Positive.
 * @see [DLMF 5.11.1](https://dlmf.nist.gov/5.11.E1)
 */
export function stirlingError(a: number): number {
  if (a < 10) return logGamma1p(a) - (a + 0.5) * ln(a) + a - HALF_LOG_2PI;
  const r = 1 / (a * a);
  return (
    (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r * (1 / 156))))))) / a
  );
}

/**
 * $x - \ln(1 + x) \ge 0$ without cancellation, for $x > -1$; infinite at both ends, `NaN` below -1.
 *
 * ```ts
 * xMinusLog1p(1e-4); // ≈ 5e-9
 * ```
 */
export function xMinusLog1p(x: number): number {
  if (x === Infinity) return Infinity;
  if (!(x <= 0.7 && x >= -0.45)) return x - log1p(x);
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
