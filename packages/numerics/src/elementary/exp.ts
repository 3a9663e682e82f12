import { INVERSE_LN2, LN2_HIGH, LN2_LOW, ONE, POWERS_OF_TWO, timesPowerOfTwo } from "./binary.js";

/**
 * $\mathrm{e}^x$, within 0.9 ulp and with the same bits on every engine.
 *
 * $x = k\ln 2 + t$ with $|t| \le \tfrac12\ln 2$, and a polynomial of $t$.
 * @param x - Any number.
 * @example
 * ```ts
 * exp(1); // ≈ 2.718281828459045
 * ```
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 708)) return expScaled(x, 0, 0);
  // Numbers, not names of the module: a build makes variables of those, which are read anew each time.
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
  const r = x - k * 0.6931471805598903;
  const low = k * 5.497923018708371e-14;
  const t = r - low;
  const s = 1 + t;
  return (s + (t - (s - 1) + (r - t - low + expTail(t)))) * POWERS_OF_TWO[1074 + k];
}

/**
 * $2^n\,\mathrm{e}^{h+l}$, rounded once, infinities and subnormal results included.
 * @param h - Any number.
 * @param l - What its rounding took away.
 * @param n - Whole, small.
 */
export function expScaled(h: number, l: number, n: number): number {
  if (!(h >= -800)) return h < 0 ? 0 : h;
  if (h > 800) return Infinity;
  const k = Math.floor(h * INVERSE_LN2 + 0.5);
  const r = h - k * LN2_HIGH;
  const low = k * LN2_LOW - l;
  const t = r - low;
  const s = 1 + t;
  return timesPowerOfTwo(s + (t - (s - 1) + (r - t - low + expTail(t))), k + n);
}

/**
 * $\mathrm{e}^x - 1$ without cancellation, within 0.9 ulp and with the same bits on every engine.
 * @param x - Any number.
 * @example
 * ```ts
 * expm1(1e-9); // ≈ 1.0000000005e-9
 * ```
 */
export function expm1(x: number): number {
  const a = Math.abs(x);
  if (a < 0.3465) return a < 1e-17 ? x : x + expTail(x);
  if (!(x < 40)) return expScaled(x, 0, 0);
  if (x < -40) return -1;
  expm1Pair(x, PAIR);
  return PAIR[0] + PAIR[1];
}

const PAIR = /* @__PURE__ */ new Float64Array(2);

/**
 * $\mathrm{e}^x - 1$ in two doubles, relative error below $2^{-57}$.
 * @param x - Between -60 and 60.
 * @param out - Receives the greater and the smaller part.
 */
export function expm1Pair(x: number, out: Float64Array): void {
  const k = Math.abs(x) < 0.3465 ? 0 : Math.floor(x * INVERSE_LN2 + 0.5);
  const r = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const t = r - low;
  const scale = POWERS_OF_TWO[ONE + k];
  // Exact: a power of two less 1, in units of the power; beyond 2^53 the 1 goes to the smaller part.
  const inverse = POWERS_OF_TWO[ONE - k];
  const one = 1 - inverse;
  const s = one + t;
  // Of one and t the greater is the first, but for k = 0, where the first is 0.
  const rest = 1 - one - inverse + (t - (s - one)) + (r - t - low + expTail(t));
  const sum = s + rest;
  out[0] = sum * scale;
  out[1] = (rest - (sum - s)) * scale;
}

/**
 * $\mathrm{e}^t - 1 - t$ for $|t| \le 0.3467$. The interpolant of $(\mathrm{e}^t - 1 - t)/t^2$ at 11 Chebyshev nodes
 * (scripts/elementary_coefficients.py), $2^{-61}$ off at most.
 */
function expTail(t: number): number {
  const v = t * t;
  const even =
    0.04166666666666667 +
    v *
      (0.0013888888888883737 + v * (0.00002480158732558584 + v * (2.7557273594799413e-7 + v * 2.0914707069612355e-9)));
  const odd =
    0.1666666666666667 +
    v * (0.00833333333332612 + v * (0.00019841269874873975 + v * (2.755725533255441e-6 + v * 2.510524515390137e-8)));
  return v * (0.5 + (t * odd + v * even));
}
