import { exp } from "../elementary/exp.js";
import { log as ln } from "../elementary/log.js";
import { betaFraction } from "./beta-fraction.js";
import { LARGE_SHAPE, largeShapesTail } from "./beta-large.js";
import { smallShapesTail } from "./beta-small.js";
import { stirlingError, xMinusLog1p } from "./log-gamma.js";

/**
 * Regularised incomplete beta function
 * $I_x(a, b) = \frac{1}{B(a, b)}\int_0^x t^{a-1}(1 - t)^{b-1}\mathrm{d}t$, relative error below 1e-14 for $a + b < 50$ and
 * shapes from 0.01 on, else about $10^{-13} + 3\cdot10^{-16}\sqrt{a + b}$.
 * @param x - In 0 … 1; `NaN` outside.
 * @param a - Positive; `NaN` otherwise.
 * @param b - Positive; `NaN` otherwise.
 * @example
 * ```ts
 * betaI(0.7, 2, 3); // ≈ 0.9163
 * ```
 */
export function betaI(x: number, a: number, b: number): number {
  return a > 0 && b > 0 ? lowerTail(x, a, b, 1 - x) : Number.NaN;
}

/**
 * $\ln I_x(a, b)$; does not underflow.
 * @param x - In 0 … 1; `NaN` outside.
 * @param a - Positive; `NaN` otherwise.
 * @param b - Positive; `NaN` otherwise.
 * @example
 * ```ts
 * logBetaI(1e-200, 3, 2); // ≈ -1380.1647
 * ```
 */
export function logBetaI(x: number, a: number, b: number): number {
  const value = betaI(x, a, b);
  if (!(value < 1e-300) || x === 0 || a === Infinity) return ln(value);
  return logPrefix(x, a, b, 1 - x) - ln(betaFraction(x, a, b, 1 - x));
}

/**
 * The complement $1 - I_x(a, b) = I_{1-x}(b, a)$, without cancellation.
 *
 * ```ts
 * betaIUpper(0.3, 2, 3); // ≈ 0.6517
 * ```
 * @param x - In 0 … 1; `NaN` outside.
 * @param a - Positive; `NaN` otherwise.
 * @param b - Positive; `NaN` otherwise.
 */
export function betaIUpper(x: number, a: number, b: number): number {
  return a > 0 && b > 0 ? lowerTail(1 - x, b, a, x) : Number.NaN;
}

/**
 * The $x$ with $I_x(a, b) = p$.
 * @param p - Probability in 0 … 1; `NaN` outside.
 * @param a - Positive; `NaN` otherwise.
 * @param b - Positive; `NaN` otherwise.
 * @example
 * ```ts
 * betaIInverse(0.5, 3, 8); // ≈ 0.2586
 * ```
 */
export function betaIInverse(p: number, a: number, b: number): number {
  return inverse(p, 1 - p, a, b);
}

/**
 * The $x$ with $1 - I_x(a, b) = q$: right for the smallest `q`.
 *
 * ```ts
 * betaIUpperInverse(0.6517, 2, 3); // ≈ 0.3
 * ```
 * @param q - Probability in 0 … 1; `NaN` outside.
 * @param a - Positive; `NaN` otherwise.
 * @param b - Positive; `NaN` otherwise.
 */
export function betaIUpperInverse(q: number, a: number, b: number): number {
  return inverse(1 - q, q, a, b);
}

/** Safeguarded Newton in $t = \ln\frac{x}{1-x}$ on the logarithm of the smaller tail. */
function inverse(p: number, q: number, a: number, b: number): number {
  if (!(p >= 0 && q >= 0 && a > 0 && b > 0)) return Number.NaN;
  if (p === 0) return 0;
  if (q === 0) return 1;
  if (a === Infinity || b === Infinity) return a === b ? Number.NaN : a === Infinity ? 1 : 0;
  const lower = p < q;
  const target = ln(lower ? p : q);
  let lo = -745;
  let hi = 745;
  let t = Math.min(Math.max(ln(a / b), lo), hi);
  for (let i = 0; i < 300; i++) {
    const log = ln(tail(t, a, b, lower));
    const miss = lower ? log - target : target - log;
    if (miss > 0) hi = t;
    else lo = t;
    const slope = exp(logPrefix(1 / (1 + exp(-t)), a, b, 1 / (1 + exp(t))) - log);
    const newton = t - miss / slope;
    if (Math.abs(newton - t) < 1e-9) return 1 / (1 + exp(-newton));
    t = newton > lo && newton < hi ? newton : 0.5 * (lo + hi);
  }
  return 1 / (1 + exp(-t));
}

/** Shapes whose reciprocals are near the end of the range of doubles. */
const TINY = 1e-290;

/** A tail of the beta distribution at logit `t`, from the nearer end, so that neither x nor 1 - x is rounded away. */
function tail(t: number, a: number, b: number, lower: boolean): number {
  const x = 1 / (1 + exp(-t));
  const y = 1 / (1 + exp(t));
  return lower ? lowerTail(x, a, b, y) : lowerTail(y, b, a, x);
}

/** $I_x(a, b)$ with $y = 1 - x$ given apart, so that no digit of the smaller of the two is lost. */
function lowerTail(x: number, a: number, b: number, y: number): number {
  if (!(x >= 0 && x <= 1)) return Number.NaN;
  if (a === Infinity && b === Infinity) return Number.NaN;
  if (x === 0 || a === Infinity) return 0;
  if (y === 0 || b === Infinity) return 1;
  if (a > LARGE_SHAPE && b > LARGE_SHAPE) {
    const distance = distanceFromMean(x, a, b, y);
    return largeShapesTail(distance, devianceOf(distance, x, a, b, y), a, b);
  }
  // The mass sits at the ends, b/(a + b) of it at 0; a single small shape is felt in proportion.
  if (a + b < TINY) return b / (a + b);
  if (a < TINY) return 1;
  if (b < TINY) return (b / TINY) * lowerTail(x, a, TINY, y);
  if (a + b < 50) return smallShapesTail(x, a, b, y);
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerFraction(y, b, a, x);
  return lowerFraction(x, a, b, y);
}

function lowerFraction(x: number, a: number, b: number, y: number): number {
  const prefix = exp(logPrefix(x, a, b, y));
  return prefix === 0 ? 0 : prefix / betaFraction(x, a, b, y);
}

/** $x(a + b) - a$, by the smaller of $x$ and $y$. */
function distanceFromMean(x: number, a: number, b: number, y: number): number {
  return x < y ? x * (a + b) - a : b - y * (a + b);
}

/** $a\ln\frac{a}{x(a + b)} + b\ln\frac{b}{y(a + b)}$ at a distance from the mean. */
function devianceOf(distance: number, x: number, a: number, b: number, y: number): number {
  // x n = a (1 + u), y n = b (1 + v), a u + b v = 0.
  const n = a + b;
  return a * deviance(distance / a, (x * n) / a) + b * deviance(-distance / b, (y * n) / b);
}

/** $\ln\bigl(x^a y^b/B(a, b)\bigr)$ in the saddle-point form: no difference of large logarithms. */
function logPrefix(x: number, a: number, b: number, y: number): number {
  const n = a + b;
  return (
    -devianceOf(distanceFromMean(x, a, b, y), x, a, b, y) +
    0.5 * ln((a / n) * (b / (2 * Math.PI))) +
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b)
  );
}

/** $u - \ln(1 + u)$, by the given $1 + u$ where $u$ is near -1. */
function deviance(u: number, onePlusU: number): number {
  return u < -0.45 ? u - ln(onePlusU) : xMinusLog1p(u);
}
