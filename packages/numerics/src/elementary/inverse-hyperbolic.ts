import { logSum } from "./log.js";
import { productError, quotientError, rootError, sumError } from "./rounding.js";

/**
 * $\mathrm{arsinh}\,x = \ln\bigl(x + \sqrt{x^2 + 1}\bigr)$, within 0.9 ulp and with the same bits on every engine.
 * @param x - Any number.
 * @example
 * ```ts
 * asinh(1); // ≈ 0.881373587019543
 * ```
 */
export function asinh(x: number): number {
  const a = Math.abs(x);
  if (a < 1e-8 || !(a < Infinity)) return x;
  const value = a < 1e9 ? logOfSides(a, 1) : logSum(a, 0, 1);
  return x < 0 ? -value : value;
}

/**
 * $\mathrm{arcosh}\,x = \ln\bigl(x + \sqrt{x^2 - 1}\bigr)$, within 0.9 ulp and with the same bits on every engine; NaN below 1.
 * @param x - At least 1.
 * @example
 * ```ts
 * acosh(2); // ≈ 1.3169578969248166
 * ```
 */
export function acosh(x: number): number {
  if (!(x > 1)) return x === 1 ? 0 : Number.NaN;
  if (x < 1e9) return logOfSides(x, -1);
  return x < Infinity ? logSum(x, 0, 1) : x;
}

/** $\ln\bigl(x + \sqrt{x^2 + c}\bigr)$ of $c = \pm1$, rounded once. */
function logOfSides(x: number, c: number): number {
  const square = x * x;
  const w = square + c;
  const r = Math.sqrt(w);
  const rLow = rootError(r, w, sumError(square, c) + productError(x, x));
  const v = x + r;
  return logSum(v, sumError(x, r) + rLow, 0);
}

/**
 * $\mathrm{artanh}\,x = \frac12\ln\frac{1 + x}{1 - x}$, within 0.9 ulp and with the same bits on every engine; NaN beyond 1.
 * @param x - Between -1 and 1.
 * @example
 * ```ts
 * atanh(0.5); // ≈ 0.5493061443340548
 * ```
 */
export function atanh(x: number): number {
  const a = Math.abs(x);
  if (a < 1e-8) return x;
  if (!(a < 1)) return a === 1 ? x * Infinity : Number.NaN;
  const n = 1 + a;
  const d = 1 - a;
  const q = n / d;
  const value = 0.5 * logSum(q, quotientError(q, n, sumError(1, a), d, sumError(1, -a)), 0);
  return x < 0 ? -value : value;
}
