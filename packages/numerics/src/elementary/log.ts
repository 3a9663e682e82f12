import { DOUBLE, INVERSE_LN2, LEAST_NORMAL, ONE, POWERS_OF_TWO, UPPER, WORDS } from "./binary.js";
import { productError, sumError } from "./rounding.js";

/** Upper word of the least mantissa, just below $\sqrt{1/2}$. */
const LEAST_MANTISSA = 0x3fe6a09e;

/**
 * $\ln x$, within 0.9 ulp and with the same bits on every engine; NaN below 0.
 *
 * $x = 2^k(1 + f)$ with $1 + f$ between $\sqrt{1/2}$ and $\sqrt 2$, and $\ln(1+f) = 2\,\mathrm{artanh}\frac{f}{2+f}$.
 * @param x - Any number.
 * @example
 * ```ts
 * log(2); // ≈ 0.6931471805599453
 * ```
 */
export function log(x: number): number {
  return x >= 2.2250738585072014e-308 && x < Infinity ? logPlus(x, 0, 0) : logFar(x);
}

function logFar(x: number): number {
  if (x > 0) return x === Infinity ? x : logPlus(x * POWERS_OF_TWO[ONE + 54], -54, 0);
  return x === 0 ? -Infinity : Number.NaN;
}

/**
 * $\ln(1 + x)$ without cancellation, within 0.9 ulp and with the same bits on every engine; NaN below -1.
 * @param x - Any number.
 * @example
 * ```ts
 * log1p(1e-9); // ≈ 9.999999995e-10
 * ```
 */
export function log1p(x: number): number {
  if (Math.abs(x) < 1e-17) return x;
  const u = 1 + x;
  if (!(u > 0 && u < Infinity)) return logFar(u);
  return logSum(u, x < 1 ? x - (u - 1) : 1 - (u - x), 0);
}

/**
 * $\ln(h + l) + n\ln 2$, rounded once.
 * @param h - Positive, normal and finite.
 * @param l - What its rounding took away.
 * @param n - Whole.
 */
export function logSum(h: number, l: number, n: number): number {
  return logPlus(h, n, l / h);
}

/** $\ln x + n\ln 2 + l$, rounded once, of a normal $x > 0$ and a small $l$. */
function logPlus(x: number, n: number, l: number): number {
  // Numbers, not names of the module: a build makes variables of those, which are read anew each time.
  DOUBLE[0] = x;
  const exponent = (WORDS[UPPER] - 0x3fe6a09e) >> 20;
  const f = x * POWERS_OF_TWO[1074 - exponent] - 1;
  const k = exponent + n;
  const s = f / (2 + f);
  const half = 0.5 * f * f;
  const base = k * 0.6931471805598903;
  const sum = base + f;
  const low = k * 5.497923018708371e-14 + (f - (sum - base)) + l;
  return sum - (half - (s * (half + artanhTail(s * s)) + low));
}

/** $\bigl(2\,\mathrm{artanh}(s) - 2s\bigr)/s$ as a function of $z = s^2 \le 0.02945$. */
function artanhTail(z: number): number {
  return z * (0.6666666666666666 + z * artanhFifth(z));
}

/**
 * $\bigl(2\,\mathrm{artanh}(s) - 2s - \tfrac23s^3\bigr)/s^5$ as a function of $z = s^2 \le 0.02945$: the interpolant at 8
 * Chebyshev nodes (scripts/elementary_coefficients.py), $2^{-66}$ off at most as part of $2\,\mathrm{artanh}(s)/s$.
 */
function artanhFifth(z: number): number {
  const v = z * z;
  const high = 0.15384594934597912 + z * 0.1333480621210081 + v * (0.11706195689876644 + z * 0.11723603622948171);
  return 0.4 + z * 0.2857142857142937 + v * (0.22222222221654733 + z * 0.1818181833565416 + v * high);
}

const TWO_THIRDS_LOW = 3.700743415417188e-17;

/**
 * $\ln m$ of $x = 2^k m$, $m$ between $\sqrt{1/2}$ and $\sqrt 2$, in two doubles with a relative error below $2^{-64}$.
 * @param x - Positive and finite.
 * @param out - Receives the greater and the smaller part.
 * @returns $k$.
 */
export function logPair(x: number, out: Float64Array): number {
  if (x < LEAST_NORMAL) return logPair(x * POWERS_OF_TWO[ONE + 54], out) - 54;
  DOUBLE[0] = x;
  const k = (WORDS[UPPER] - LEAST_MANTISSA) >> 20;
  const f = x * POWERS_OF_TWO[ONE - k] - 1;
  const d = 2 + f;
  const s = f / d;
  const sLow = (f - s * d - productError(s, d) - s * (f - (d - 2))) / d;
  const z = s * s;
  const zLow = productError(s, s) + 2 * s * sLow;
  const third = 0.6666666666666666 * z;
  const thirdLow =
    productError(0.6666666666666666, z) + TWO_THIRDS_LOW * z + 0.6666666666666666 * zLow + z * z * artanhFifth(z);
  const term = s * third;
  const termLow = productError(s, third) + s * thirdLow + sLow * third;
  const h = 2 * s + term;
  const l = term - (h - 2 * s) + (2 * sLow + termLow);
  out[0] = h + l;
  out[1] = l - (out[0] - h);
  return k;
}

const PAIR = /* @__PURE__ */ new Float64Array(2);
const INVERSE_LN2_LOW = 2.0355273740931033e-17;
const INVERSE_LN10 = 0.4342944819032518;
const INVERSE_LN10_LOW = 1.098319650216765e-17;
/** $\log_{10} 2$ to 42 bits, and the rest. */
const LG2_HIGH = 0.30102999566395283;
const LG2_LOW = 2.8363394551044964e-14;

/**
 * $\log_2 x$, within 0.6 ulp and with the same bits on every engine, exact for powers of two; NaN below 0.
 * @param x - Any number.
 * @example
 * ```ts
 * log2(1024); // 10
 * ```
 */
export function log2(x: number): number {
  return x > 0 && x < Infinity ? logTo(x, INVERSE_LN2, INVERSE_LN2_LOW, 1, 0) : logFar(x);
}

/**
 * $\log_{10} x$, within 0.6 ulp and with the same bits on every engine, exact for powers of ten; NaN below 0.
 * @param x - Any number.
 * @example
 * ```ts
 * log10(1000); // 3
 * ```
 */
export function log10(x: number): number {
  return x > 0 && x < Infinity ? logTo(x, INVERSE_LN10, INVERSE_LN10_LOW, LG2_HIGH, LG2_LOW) : logFar(x);
}

/** Logarithm to the base whose inverse natural logarithm, and logarithm of 2, are given in two parts. */
function logTo(x: number, inverse: number, inverseLow: number, two: number, twoLow: number): number {
  const k = logPair(x, PAIR);
  const product = PAIR[0] * inverse;
  const productLow = productError(PAIR[0], inverse) + PAIR[0] * inverseLow + PAIR[1] * inverse;
  const base = k * two;
  return base + product + (sumError(base, product) + (k * twoLow + productLow));
}
