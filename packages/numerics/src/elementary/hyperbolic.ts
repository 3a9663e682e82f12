import { expm1Pair, expScaled } from "./exp.js";
import { quotient, quotientError, sumError } from "./rounding.js";

const PAIR = /* @__PURE__ */ new Float64Array(2);

/**
 * $\sinh x$, within 0.9 ulp and with the same bits on every engine.
 * @param x - Any number.
 * @example
 * ```ts
 * sinh(1); // ≈ 1.1752011936438014
 * ```
 */
export function sinh(x: number): number {
  const a = Math.abs(x);
  if (a < 1e-8) return x;
  const value = a < 40 ? sinhPositive(a) : expScaled(a, 0, -1);
  return x < 0 ? -value : value;
}

/** $(m + m/(1 + m))/2$ of $m = \mathrm{e}^x - 1$. */
function sinhPositive(x: number): number {
  expm1Pair(x, PAIR);
  const m = PAIR[0];
  const mLow = PAIR[1];
  const e = 1 + m;
  const eLow = sumError(1, m) + mLow;
  const q = m / e;
  return 0.5 * (m + q + (sumError(m, q) + (mLow + quotientError(q, m, mLow, e, eLow))));
}

/**
 * $\cosh x$, within 0.9 ulp and with the same bits on every engine.
 * @param x - Any number.
 * @example
 * ```ts
 * cosh(1); // ≈ 1.5430806348152437
 * ```
 */
export function cosh(x: number): number {
  const a = Math.abs(x);
  if (!(a < 40)) return expScaled(a, 0, -1);
  expm1Pair(a, PAIR);
  const e = 1 + PAIR[0];
  const eLow = sumError(1, PAIR[0]) + PAIR[1];
  const q = 1 / e;
  return 0.5 * (e + q + (sumError(e, q) + (eLow + quotientError(q, 1, 0, e, eLow))));
}

/**
 * $\tanh x$, within 0.9 ulp and with the same bits on every engine.
 * @param x - Any number.
 * @example
 * ```ts
 * tanh(1); // ≈ 0.7615941559557649
 * ```
 */
export function tanh(x: number): number {
  const a = Math.abs(x);
  if (a < 1e-8) return x;
  if (!(a < 22)) return x > 0 ? 1 : x < 0 ? -1 : x;
  expm1Pair(2 * a, PAIR);
  const d = 2 + PAIR[0];
  const value = quotient(PAIR[0], PAIR[1], d, sumError(2, PAIR[0]) + PAIR[1]);
  return x < 0 ? -value : value;
}
