import { quotient } from "./rounding.js";
import { reduceAngle } from "./reduce-angle.js";

/** An angle less than $\pi/4$ from a multiple of $\pi/2$, and what its rounding took away. */
const ANGLE = /* @__PURE__ */ new Float64Array(2);
const QUARTER_PI = 0.7853981633974483;

/**
 * $\sin x$, within 0.9 ulp for arguments of any size and with the same bits on every engine.
 * @param x - Angle, rad.
 * @example
 * ```ts
 * sin(1); // ≈ 0.8414709848078965
 * ```
 */
export function sin(x: number): number {
  const a = Math.abs(x);
  if (a <= QUARTER_PI) return a < 1e-8 ? x : x + sineTail(x, 0);
  const quadrant = reduceAngle(x, ANGLE) & 3;
  const r = ANGLE[0];
  const value = (quadrant & 1) === 0 ? r + sineTail(r, ANGLE[1]) : cosine(r, ANGLE[1]);
  return quadrant > 1 ? -value : value;
}

/**
 * $\cos x$, within 0.9 ulp for arguments of any size and with the same bits on every engine.
 * @param x - Angle, rad.
 * @example
 * ```ts
 * cos(1); // ≈ 0.5403023058681398
 * ```
 */
export function cos(x: number): number {
  if (Math.abs(x) <= QUARTER_PI) return cosine(x, 0);
  const quadrant = reduceAngle(x, ANGLE) & 3;
  const r = ANGLE[0];
  const value = (quadrant & 1) === 0 ? cosine(r, ANGLE[1]) : r + sineTail(r, ANGLE[1]);
  return quadrant === 1 || quadrant === 2 ? -value : value;
}

/**
 * $\tan x$, within 0.9 ulp for arguments of any size and with the same bits on every engine.
 * @param x - Angle, rad.
 * @example
 * ```ts
 * tan(1); // ≈ 1.5574077246549023
 * ```
 */
export function tan(x: number): number {
  let quadrant = 0;
  if (Math.abs(x) <= QUARTER_PI) {
    if (Math.abs(x) < 1e-8) return x;
    ANGLE[0] = x;
    ANGLE[1] = 0;
  } else quadrant = reduceAngle(x, ANGLE);
  const r = ANGLE[0];
  const low = ANGLE[1];
  const sTail = sineTail(r, low);
  const s = r + sTail;
  const sLow = sTail - (s - r);
  const half = 0.5 * r * r;
  const top = 1 - half;
  const cTail = 1 - top - half + cosineTail(r, low);
  const c = top + cTail;
  const cLow = cTail - (c - top);
  return (quadrant & 1) === 0 ? quotient(s, sLow, c, cLow) : -quotient(c, cLow, s, sLow);
}

/** $\cos$ and $\sin$ of multiples of $\pi/2$. */
const QUADRANT_COS = /* @__PURE__ */ Float64Array.of(1, 0, -1, 0);
const QUADRANT_SIN = /* @__PURE__ */ Float64Array.of(0, 1, 0, -1);

/**
 * $\cos 2\pi u$ and $\sin 2\pi u$ at once, each within 1.5 ulp: turns are reduced exactly.
 * @param u - Turns, $|u| < 2^{28}$.
 * @param out - Receives cosine and sine.
 */
export function turn(u: number, out: Float64Array): void {
  const quarters = 4 * u;
  const nearest = Math.floor(quarters + 0.5);
  const r = (quarters - nearest) * 1.5707963267948966;
  const s = r + sineTail(r, 0);
  const c = cosine(r, 0);
  // Tables, not branches: quadrants are at random. The products with 0 and 1 are exact.
  const k = nearest & 3;
  out[0] = c * QUADRANT_COS[k] - s * QUADRANT_SIN[k];
  out[1] = c * QUADRANT_SIN[k] + s * QUADRANT_COS[k];
}

/** $\cos(r + l)$. */
function cosine(r: number, low: number): number {
  const half = 0.5 * r * r;
  const c = 1 - half;
  return c + (1 - c - half + cosineTail(r, low));
}

/**
 * $\sin(r + l) - r$. The interpolant of $(\sin r - r)/r^3$ in $r^2$ at 7 Chebyshev nodes
 * (scripts/elementary_coefficients.py).
 */
function sineTail(r: number, low: number): number {
  const z = r * r;
  const v = z * z;
  const even = -0.0001984126984126506 + v * (-2.5052106230775234e-8 + v * -7.586681496252474e-13);
  const odd = 2.755731921933435e-6 + v * 1.6058531353948204e-10;
  return r * z * (-0.16666666666666666 + (z * 0.008333333333333331 + v * (even + z * odd))) + low * (1 - 0.5 * z);
}

/** $\cos(r + l) - 1 + r^2/2$. The interpolant of $(\cos r - 1 + r^2/2)/r^4$ in $r^2$ at 6 Chebyshev nodes. */
function cosineTail(r: number, low: number): number {
  const z = r * r;
  const v = z * z;
  const even = 0.000024801587298762765 + v * 2.087614595238452e-9;
  const odd = -2.755731727021332e-7 + v * -1.1382609660408223e-11;
  return v * (0.041666666666666664 + (z * -0.0013888888888887395 + v * (even + z * odd))) - r * low;
}
