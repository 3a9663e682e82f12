import { DOUBLE, ONE, POWERS_OF_TWO, UPPER, WORDS } from "../elementary/binary.js";
import { productError } from "../elementary/rounding.js";
import {
  EXP_HIGH,
  EXP_LOW,
  EXP_STEP_HIGH,
  EXP_STEP_LOW,
  EXP_STEPS,
  LN2_HIGH,
  LN2_LOW,
  LOG_HIGH,
  LOG_INVERSE,
  LOG_LOW,
} from "./fits.js";

/** $\sum_{k\ge0} c_{first+k}\,u^k$, even and odd powers in two chains that run side by side. */
export function polynomial(c: Float64Array, first: number, u: number): number {
  const v = u * u;
  let n = c.length - 1;
  let a = c[n];
  let b = c[n - 1];
  for (n -= 2; n > first; n -= 2) {
    a = a * v + c[n];
    b = b * v + c[n - 1];
  }
  return n === first ? c[first] + (b * u + a * v) : b + a * u;
}

/**
 * $\mathrm{e}^{h+l}(f+g)$ with one rounding of any weight at the end, 0.55 ulp in all; right also where it is subnormal.
 * @param h - Exponent, $|h| < 745$.
 * @param l - What its rounding took away, small.
 * @param f - Factor.
 * @param g - Addition to it, $|g| < |f|/4$.
 * @see P. T. P. Tang, ACM Trans. Math. Softw. 15 (1989) 144: $2^{m + j/32}$ from a table, a short polynomial for the rest
 */
export function expTimes(h: number, l: number, f: number, g: number): number {
  const k = Math.round(h * EXP_STEPS);
  const r = h - k * EXP_STEP_HIGH - (k * EXP_STEP_LOW - l);
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720))));
  const j = k & 31;
  const t = EXP_HIGH[j];
  const value = t * f + (productError(t, f) + t * g + (f + g) * (EXP_LOW[j] + t * p));
  const m = k >> 5;
  // In two steps, of which the first is exact.
  const half = m >> 1;
  return value * POWERS_OF_TWO[ONE + half] * POWERS_OF_TWO[ONE + m - half];
}

/**
 * $\ln x$ in two doubles, relative error below $2^{-58}$.
 * @param x - Positive and finite.
 * @param out - Receives the logarithm, rounded, and what rounding took from it.
 * @see P. T. P. Tang, ACM Trans. Math. Softw. 16 (1990) 378: $\ln 2^k c$ from a table, a short polynomial for the rest
 */
export function logPair(x: number, out: Float64Array): void {
  let k = -1023;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    k -= 54;
  }
  DOUBLE[0] = x;
  const upper = WORDS[UPPER];
  k += upper >> 20;
  const i = (upper >> 14) & 63;
  let exponent = 0x3ff00000;
  // Mantissas from 1.42 on are halved, so that near 1 nothing but the polynomial is left.
  if (i >= 27) {
    exponent -= 0x00100000;
    k++;
  }
  WORDS[UPPER] = (upper & 0x000fffff) | exponent;
  const m = DOUBLE[0];
  const c = LOG_INVERSE[i];
  const mHigh = Math.fround(m);
  const big = mHigh * c - 1;
  const small = (m - mHigh) * c;
  const r = big + small;
  const rLow = big - r + small;
  const square = r * r;
  const odd = 1 / 3 + square * (1 / 5 + square * (1 / 7 + square * (1 / 9 + square / 11)));
  const even = 1 / 4 + square * (1 / 6 + square * (1 / 8 + square / 10));
  const rest = square * r * (odd - r * even);
  const base = k * LN2_HIGH + LOG_HIGH[i];
  const s = base + r;
  const low = base === 0 ? 0 : base - s + r;
  const tail = low + (rLow - r * rLow + (k * LN2_LOW + LOG_LOW[i]) + rest - 0.5 * square);
  out[0] = s + tail;
  out[1] = s - out[0] + tail;
}
