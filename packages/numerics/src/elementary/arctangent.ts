import { HALF_PI, HALF_PI_LOW } from "./binary.js";
import { productError, quotientError, rootError } from "./rounding.js";

/**
 * $\arctan x$, within 0.95 ulp and with the same bits on every engine.
 * @param x - Any number.
 * @example
 * ```ts
 * atan(1); // ≈ 0.7853981633974483
 * ```
 */
export function atan(x: number): number {
  const a = Math.abs(x);
  if (a < 1e-8) return x;
  if (!(a < 1e30)) return x > 0 ? HALF_PI : x < 0 ? -HALF_PI : x;
  const value = angle(a, 1, false);
  return x < 0 ? -value : value;
}

/**
 * Angle of $(x, y)$ from the $x$ axis, in $[-\pi, \pi]$, within 1.3 ulp and with the same bits on every engine.
 * @param y - Any number.
 * @param x - Any number.
 * @returns Angle, rad; of zeros and infinities what ECMAScript's `Math.atan2` says.
 * @example
 * ```ts
 * atan2(1, -1); // ≈ 2.356194490192345
 * ```
 */
export function atan2(y: number, x: number): number {
  let a = Math.abs(y);
  let b = Math.abs(x);
  const large = a > b ? a : b;
  if (!(a > 0 && b > 0 && large < Infinity)) return atan2Axes(y, x);
  // Parts of products and quotients are to be normal.
  if (large > 1e100) {
    a *= SMALL;
    b *= SMALL;
  } else if (large < 1e-100) {
    a *= LARGE;
    b *= LARGE;
  }
  const value = x > 0 && a < b * 1e-8 ? Math.abs(y) / x : angle(a, b, x < 0);
  return y < 0 ? -value : value;
}

/**
 * $\arcsin x$, within 0.9 ulp and with the same bits on every engine; NaN beyond 1.
 * @param x - Between -1 and 1.
 * @example
 * ```ts
 * asin(0.5); // ≈ 0.5235987755982989
 * ```
 */
export function asin(x: number): number {
  const a = Math.abs(x);
  if (a < 1e-8) return x;
  if (!(a < 1)) return a === 1 ? x * HALF_PI : Number.NaN;
  const c = coside(a);
  const r = Math.sqrt(c);
  const value = anglePair(a, 0, r, rootError(r, c, cosideError(a, c)), false);
  return x < 0 ? -value : value;
}

/**
 * $\arccos x$, within 0.9 ulp and with the same bits on every engine; NaN beyond 1.
 * @param x - Between -1 and 1.
 * @example
 * ```ts
 * acos(0.5); // ≈ 1.0471975511965979
 * ```
 */
export function acos(x: number): number {
  const a = Math.abs(x);
  if (!(a < 1)) return x === 1 ? 0 : x === -1 ? PI : Number.NaN;
  if (a < 1e-20) return HALF_PI;
  const c = coside(a);
  const r = Math.sqrt(c);
  return anglePair(r, rootError(r, c, cosideError(a, c)), a, 0, x < 0);
}

const PI = 3.141592653589793;
const PI_LOW = 1.2246467991473532e-16;
const QUARTER_PI = 0.7853981633974483;
/** $2^{-700}$ and $2^{700}$. */
const SMALL = 1.90109156629516e-211;
const LARGE = 5.260135901548374e210;

/** $1 - a^2$ and what rounding took from it. */
function coside(a: number): number {
  return 1 - a * a;
}

function cosideError(a: number, c: number): number {
  return 1 - c - a * a - productError(a, a);
}

/** Where one side, or both, are 0, infinite or not a number. */
function atan2Axes(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const isLeft = x < 0 || Object.is(x, -0);
  let value = isLeft ? PI : 0;
  if (Math.abs(y) === Infinity) value = Math.abs(x) === Infinity ? (isLeft ? 3 * QUARTER_PI : QUARTER_PI) : HALF_PI;
  else if (y !== 0 && Math.abs(x) !== Infinity) value = HALF_PI;
  return y < 0 || Object.is(y, -0) ? -value : value;
}

/** $\arctan c$ of $c = 0, \tfrac12, 1$, and what its rounding took away. */
const CENTRE = /* @__PURE__ */ Float64Array.of(0, 0.4636476090008061, 0.7853981633974483);
const CENTRE_LOW = /* @__PURE__ */ Float64Array.of(0, 2.2698777452961687e-17, 3.061616997868383e-17);
/** Where the angle is counted from: shallow, steep, shallow and obtuse, steep and obtuse. */
const BASE = /* @__PURE__ */ Float64Array.of(0, HALF_PI, PI, HALF_PI);
const BASE_LOW = /* @__PURE__ */ Float64Array.of(0, HALF_PI_LOW, PI_LOW, HALF_PI_LOW);
const SIGN = /* @__PURE__ */ Float64Array.of(1, -1, -1, 1);

/**
 * Angle of $(x, y)$ with positive sides, or of $(-x, y)$.
 *
 * Of the sides' ratio $q \le 1$ the centre 0, 1/2 or 1 is taken (from 0.3 and 0.8 on) by $\arctan q - \arctan c = \arctan\frac{q - c}{1 + cq}$.
 * Tables, not branches, tell the octants apart: directions are at random.
 */
function angle(y: number, x: number, isObtuse: boolean): number {
  const n = Math.min(x, y);
  const d = Math.max(x, y);
  const octant = Number(y > x) + 2 * Number(isObtuse);
  const nearest = Math.floor(2 * (n / d) + 0.4);
  const c = 0.5 * nearest;
  return fromBase(octant, nearest, (n - c * d) / (d + c * n), 0);
}

/** The same of $(x + x', y + y')$, where the sides are rounded. */
function anglePair(y: number, yLow: number, x: number, xLow: number, isObtuse: boolean): number {
  const isSteep = y > x;
  const n = isSteep ? x : y;
  const nLow = isSteep ? xLow : yLow;
  const d = isSteep ? y : x;
  const dLow = isSteep ? yLow : xLow;
  const nearest = Math.floor(2 * (n / d) + 0.4);
  const c = 0.5 * nearest;
  const top = n - c * d;
  const bottom = d + c * n;
  const t = top / bottom;
  const low = quotientError(t, top, nLow - c * dLow, bottom, d - bottom + c * n + (dLow + c * nLow));
  return fromBase(Number(isSteep) + 2 * Number(isObtuse), nearest, t, low);
}

/** The octant's base, more or less the centre and the arctangent of $t + t'$. */
function fromBase(octant: number, nearest: number, t: number, tLow: number): number {
  const sign = SIGN[octant];
  const from = BASE[octant];
  const centre = sign * CENTRE[nearest];
  const base = from + centre;
  // Of the two the first is the greater, or 0.
  const low = from - base + centre + (BASE_LOW[octant] + sign * CENTRE_LOW[nearest]);
  const signed = sign * t;
  const sum = base + signed;
  return sum + (signed - (sum - base) + (low + sign * (tLow + arctangentTail(t))));
}

/**
 * $\arctan t - t$ for $|t| \le 0.3$. The interpolant of $(\arctan t - t)/t^3$ in $t^2$ at 10 Chebyshev nodes
 * (scripts/elementary_coefficients.py).
 */
function arctangentTail(t: number): number {
  const z = t * t;
  const v = z * z;
  const even =
    -0.3333333333333333 +
    v * (-0.14285714285554796 + v * (-0.09090907439532549 + v * (-0.06664899090128351 + v * -0.04986257208215727)));
  const odd =
    0.19999999999999565 +
    v * (0.11111111088363491 + v * (0.07692238616271585 + v * (0.05854125798248976 + v * 0.03196743798509581)));
  return t * z * (even + z * odd);
}
