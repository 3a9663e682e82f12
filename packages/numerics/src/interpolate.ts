import { log } from "./elementary/log.js";
import { pow } from "./elementary/pow.js";
import { requireOptions } from "./options.js";
import { lastAtOrBelow } from "./bracket.js";

/** What to do beyond the ends of a table. */
export interface InterpolationOptions {
  /** Continue the outermost segment beyond the ends of the table. Default: give `NaN` there. */
  readonly extrapolate?: boolean;
}

/**
 * Straight lines in $\ln x$, $\ln y$ between the points of a table:
 * $y = y_0 (y_1/y_0)^t$ with $t = \ln(x/x_0)/\ln(x_1/x_0)$; linear in a coordinate that is 0 at one end.
 *
 * At an $x$ that occurs several times (a step) the smallest of the values there is returned, at infinite $y_0$ or $y_1$
 * infinity.
 *
 * ```ts
 * logLogInterpolate([1, 100], [1, 1e4], 10); // ≈ 100
 * ```
 * @param x - Abscissae, $\ge 0$, not decreasing.
 * @param y - One ordinate each, $> 0$ or infinite.
 * @param at - Where, same unit as `x`.
 * @param options - Whether to go beyond the table.
 * @returns The value, `NaN` outside the table unless `options.extrapolate`.
 */
export function logLogInterpolate(
  x: readonly number[],
  y: readonly number[],
  at: number,
  options: InterpolationOptions = {},
): number {
  requireOptions("logLogInterpolate", options, ["extrapolate"]);
  const n = x.length;
  if (!(at >= x[0] && at <= x[n - 1])) {
    if (options.extrapolate !== true || n < 2 || Number.isNaN(at)) return Number.NaN;
    const i = at < x[0] ? 0 : n - 2;
    return segment(x[i], y[i], x[i + 1], y[i + 1], at);
  }
  let i = lastAtOrBelow(x, at);
  if (x[i] === at) {
    let least = y[i];
    while (i > 0 && x[i - 1] === at) least = Math.min(least, y[--i]);
    return least;
  }
  return segment(x[i], y[i], x[i + 1], y[i + 1], at);
}

/**
 * Straight lines between the points of a table, the outermost values held beyond its ends.
 *
 * ```ts
 * linearInterpolate([0, 2], [1, 5], 0.5); // ≈ 2
 * ```
 * @param x - Abscissae, increasing.
 * @param y - One ordinate each.
 * @param at - Where, same unit as `x`.
 */
export function linearInterpolate(x: ArrayLike<number>, y: ArrayLike<number>, at: number): number {
  const last = x.length - 1;
  if (at <= x[0]) return y[0];
  if (at >= x[last]) return y[last];
  const i = lastAtOrBelow(x, at);
  const t = (at - x[i]) / (x[i + 1] - x[i]);
  return y[i] + t * (y[i + 1] - y[i]);
}

/**
 * The log–log straight line through two points; linear in a coordinate that vanishes at one of them.
 *
 * ```ts
 * segment(0, 0, 2, 4, 0.5); // 1
 * ```
 */
export function segment(x0: number, y0: number, x1: number, y1: number, at: number): number {
  if (at === x0) return y0;
  if (at === x1) return y1;
  if (y0 === Infinity || y1 === Infinity) return Infinity;
  const t = fraction(x0, x1, at);
  return y0 > 0 && y1 > 0 ? y0 * pow(y1 / y0, t) : y0 + t * (y1 - y0);
}

/**
 * How far `at` lies from `x0` to `x1` on a logarithmic axis (linear when an end is 0).
 *
 * ```ts
 * fraction(1, 3, 2.5); // ≈ 0.834
 * ```
 */
export function fraction(x0: number, x1: number, at: number): number {
  return x0 > 0 && x1 > 0 && at > 0 ? log(at / x0) / log(x1 / x0) : (at - x0) / (x1 - x0);
}
