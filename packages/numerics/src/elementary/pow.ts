import { LN2_HIGH, LN2_LOW } from "./binary.js";
import { expScaled } from "./exp.js";
import { logPair } from "./log.js";
import { productError } from "./rounding.js";

const PAIR = /* @__PURE__ */ new Float64Array(2);

/**
 * $x^y$, within 0.9 ulp and with the same bits on every engine; NaN for negative $x$ unless $y$ is whole.
 *
 * $\mathrm{e}^{y\ln x}$ with the logarithm in two doubles. Special values are those of ECMAScript's `**`.
 * @param x - Any number.
 * @param y - Any number.
 * @example
 * ```ts
 * pow(2, 0.5); // ≈ 1.4142135623730951
 * ```
 */
export function pow(x: number, y: number): number {
  if (x > 0 && x < Infinity && y > -1e20 && y < 1e20) return powPositive(x, y);
  return powFar(x, y);
}

function powPositive(x: number, y: number): number {
  const k = logPair(x, PAIR);
  const base = k * LN2_HIGH;
  const h = base + PAIR[0];
  const l = PAIR[0] - (h - base) + (PAIR[1] + k * LN2_LOW);
  const product = y * h;
  return expScaled(product, productError(y, h) + y * l, 0);
}

function powFar(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const a = Math.abs(x);
  const isWhole = y === Math.floor(y);
  if (!Number.isFinite(y) || (isWhole && Math.abs(y) >= 1e20)) {
    if (a === 1) return Number.isFinite(y) ? 1 : Number.NaN;
    return a > 1 === y > 0 ? Infinity : 0;
  }
  const size = a === 0 || a === Infinity ? ((a === 0) === y > 0 ? 0 : Infinity) : powPositive(a, y);
  const isNegative = x < 0 || Object.is(x, -0);
  if (!isNegative) return size;
  if (!isWhole) return a === 0 || a === Infinity ? size : Number.NaN;
  return Math.abs(y) % 2 === 1 ? -size : size;
}
