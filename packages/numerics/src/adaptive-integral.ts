import { pow } from "./elementary/pow.js";
import { GAUSS_WEIGHTS as WG, NODES as XK, POINTS, WEIGHTS as WK } from "./gauss-kronrod.js";

const MAX_DEPTH = 40;
/** Most derivatives. */
const MOST_SLOTS = 10_000;
const TOLERANCE = 1e-13;

/** Fills values and derivatives by each slot at points, as a shape does. */
export type Fill = (
  p: Float64Array,
  x: Float64Array,
  n: number,
  s: Float64Array,
  ds: readonly Float64Array[] | undefined,
) => void;

/**
 * An adaptive integral of a shape and of its derivatives by `m` slots, for those that have none in closed form.
 *
 * ```ts
 * // A Breit–Wigner in mass of p = (peak, width): a half of π from the peak on, were there no end.
 * const fill = ([peak, width], x, n, s) => {
 *   for (let i = 0; i < n; i++) s[i] = (0.5 * width) / ((x[i] - peak) ** 2 + 0.25 * width ** 2);
 * };
 * const integral = adaptiveIntegral(0, fill, ([peak, width]) => aroundPeak(peak, width));
 * integral(Float64Array.of(3.0969, 9.3e-5), 3, 3.2, undefined); // ≈ 3.141
 * ```
 * @param breaks - Points between which the shape is smooth on its own scale: peaks, kinks, a few widths around them.
 * @returns A function of slots, limits and (optionally) the gradient to fill.
 */
export function adaptiveIntegral(
  m: number,
  fill: Fill,
  breaks: (p: Float64Array) => readonly number[],
): (p: Float64Array, a: number, b: number, gradient: Float64Array | undefined) => number {
  if (!(Number.isInteger(m) && m >= 0 && m <= MOST_SLOTS)) {
    throw new RangeError(`adaptiveIntegral: m must be an integer from 0 to ${MOST_SLOTS}, got ${m}`);
  }
  const x = new Float64Array(POINTS);
  const s = new Float64Array(POINTS);
  const ds = Array.from({ length: m }, () => new Float64Array(POINTS));
  const sums = new Float64Array(m + 1);

  /** Add the integral over one panel to `sums` unless it must be halved. */
  function panel(p: Float64Array, a: number, b: number, wanted: boolean, whole: number, depth: number): void {
    const centre = 0.5 * (a + b);
    const half = 0.5 * (b - a);
    for (let k = 0; k < 7; k++) {
      x[k] = centre - half * XK[k];
      x[14 - k] = centre + half * XK[k];
    }
    x[7] = centre;
    fill(p, x, POINTS, s, wanted ? ds : undefined);
    let rough = WG[3] * s[7];
    let fine = WK[7] * s[7];
    let size = WK[7] * Math.abs(s[7]);
    for (let k = 0; k < 7; k++) {
      const pair = s[k] + s[14 - k];
      fine += WK[k] * pair;
      size += WK[k] * Math.abs(pair);
      if (k % 2 === 1) rough += WG[(k - 1) / 2] * pair;
    }
    // The difference is the error of the rule of order 7; that of order 15 is about its 3/2 power (QUADPACK).
    const difference = Math.abs(fine - rough) / (size || 1);
    const error = size * half * Math.min(1, pow(200 * difference, 1.5));
    if (depth < MAX_DEPTH && error > TOLERANCE * Math.max(whole, Math.abs(sums[0])) && error > 1e-290) {
      const scale = Math.max(whole, size * half);
      panel(p, a, centre, wanted, scale, depth + 1);
      panel(p, centre, b, wanted, scale, depth + 1);
      return;
    }
    sums[0] += half * fine;
    if (!wanted) return;
    for (let j = 0; j < m; j++) {
      const d = ds[j];
      let sum = WK[7] * d[7];
      for (let k = 0; k < 7; k++) sum += WK[k] * (d[k] + d[14 - k]);
      sums[j + 1] += half * sum;
    }
  }

  return (p, a, b, gradient) => {
    sums.fill(0);
    const cuts = [a, ...breaks(p).filter((t) => t > a && t < b), b].sort((u, v) => u - v);
    for (let i = 0; i + 1 < cuts.length; i++) panel(p, cuts[i], cuts[i + 1], gradient !== undefined, 0, 0);
    gradient?.set(sums.subarray(1));
    return sums[0];
  };
}

/**
 * A peak and points 1, 4, 16 and 64 widths on both sides of it.
 *
 * ```ts
 * aroundPeak(1, 0.5).slice(0, 3); // [1, 1.5, 0.5]
 * ```
 */
export function aroundPeak(centre: number, width: number): number[] {
  return [0, 1, -1, 4, -4, 16, -16, 64, -64].map((k) => centre + k * width);
}
