import { pow } from "@belladonna/numerics/elementary";
import type { Density } from "./density.js";
import { fft, fftPlan } from "./fft.js";

// Gauss–Legendre nodes and weights of order 6 on [-1, 1], positive half.
const NODES = [0.238619186083197, 0.661209386466265, 0.932469514203152];
const WEIGHTS = [0.467913934572691, 0.360761573048139, 0.17132449237917];
const ORDER = 6;
/** Points of the interpolation. */
const STENCIL = 8;

/** A convolution of two densities on a grid, and its derivatives by the parameters of both. */
export interface ConvolutionTable {
  /** First abscissa. */
  readonly start: number;
  /** Distance of abscissae. */
  readonly step: number;
  /** Values, then derivatives by the parameters of the first density, then of the second. */
  readonly columns: readonly Float64Array[];
}

/**
 * Makes tables of a convolution on a grid of `points` (a power of 2).
 *
 * Each cell of the first density is represented by its moments up to order 6 about the middle, so that edges and kinks
 * in it cost no precision; the second enters by its values on the grid and their spectral derivatives:
 *
 * $$\int f(y)\, g(x-y)\, dy = \sum_j \sum_{p \le 6} \frac{(-1)^p}{p!}\, M_p(j)\, g^{(p)}(x - y_j)$$
 */
export function convolutionTables(
  first: Density,
  second: Density,
  points: number,
): (theta1: Float64Array, theta2: Float64Array) => ConvolutionTable {
  const plan = fftPlan(points);
  const [ya, yb] = first.range;
  const [ra, rb] = second.range;
  // Room for the stencil at both ends, and no overlap around the circle.
  const step = (yb - ya + (rb - ra)) / (points - 2 * STENCIL);
  const cells = Math.ceil((yb - ya) / step);
  const origin = 0.5 * (ya + yb) - (0.5 * cells - 0.5) * step;
  const lowest = Math.ceil(ra / step);
  const highest = Math.floor(rb / step);
  const start = origin + (lowest - STENCIL) * step;
  const n1 = first.parameters.length;
  const n2 = second.parameters.length;

  const frequency = (k: number): number => (2 * Math.PI * (k <= points / 2 ? k : k - points)) / points;

  /** Transform of one column of cell moments (in units of the step): a sum over orders. */
  function fromMoments(moments: readonly Float64Array[]): [Float64Array, Float64Array] {
    const sumRe = new Float64Array(points);
    const sumIm = new Float64Array(points);
    let factorial = 1;
    moments.forEach((m, p) => {
      if (p > 0) factorial *= p;
      const re = m.slice();
      const im = new Float64Array(points);
      fft(plan, re, im);
      for (let k = 0; k < points; k++) {
        // (-i w)^p / p!, without the odd orders at the Nyquist frequency, which has no sign.
        if (p % 2 === 1 && k === points / 2) continue;
        const size = pow(frequency(k), p) / factorial;
        const turn = p % 4;
        const c = turn === 0 ? size : turn === 2 ? -size : 0;
        const s = turn === 1 ? -size : turn === 3 ? size : 0;
        sumRe[k] += re[k] * c - im[k] * s;
        sumIm[k] += re[k] * s + im[k] * c;
      }
    });
    return [sumRe, sumIm];
  }

  function firstSpectra(theta: Float64Array): [Float64Array, Float64Array][] {
    const moments = Array.from({ length: n1 + 1 }, () =>
      Array.from({ length: ORDER + 1 }, () => new Float64Array(points)),
    );
    const x = new Float64Array(6);
    const f = new Float64Array(6);
    const columns = Array.from({ length: n1 }, () => new Float64Array(6));
    for (let j = 0; j < cells; j++) {
      const centre = origin + j * step;
      const low = Math.max(centre - 0.5 * step, ya);
      const high = Math.min(centre + 0.5 * step, yb);
      const middle = 0.5 * (low + high);
      const half = 0.5 * (high - low);
      if (!(half > 0)) continue;
      for (let k = 0; k < 3; k++) {
        x[k] = middle - half * NODES[k];
        x[k + 3] = middle + half * NODES[k];
      }
      first.evaluate(theta, x, 6, f, columns);
      for (let k = 0; k < 6; k++) {
        const u = (x[k] - centre) / step;
        let weight = half * WEIGHTS[k % 3];
        for (let p = 0; p <= ORDER; p++) {
          moments[0][p][j] += weight * f[k];
          for (let a = 0; a < n1; a++) moments[a + 1][p][j] += weight * columns[a][k];
          weight *= u;
        }
      }
    }
    return moments.map(fromMoments);
  }

  function secondSpectra(theta: Float64Array): [Float64Array, Float64Array][] {
    const count = highest - lowest + 1;
    const r = Float64Array.from({ length: count }, (_, k) => (lowest + k) * step);
    const g = new Float64Array(count);
    const columns = Array.from({ length: n2 }, () => new Float64Array(count));
    second.evaluate(theta, r, count, g, columns);
    return [g, ...columns].map((column) => {
      const re = new Float64Array(points);
      const im = new Float64Array(points);
      // Index 0 is the shift `lowest`, moved up by the stencil.
      for (let k = 0; k < count; k++) re[(k + STENCIL) % points] = column[k];
      fft(plan, re, im);
      return [re, im];
    });
  }

  return (theta1, theta2) => {
    const a = firstSpectra(theta1);
    const b = secondSpectra(theta2);
    const columns = [...a.map((s) => multiply(s, b[0])), ...b.slice(1).map((s) => multiply(a[0], s))];
    return { start, step, columns };
  };

  function multiply(a: [Float64Array, Float64Array], b: [Float64Array, Float64Array]): Float64Array {
    const re = new Float64Array(points);
    const im = new Float64Array(points);
    for (let k = 0; k < points; k++) {
      re[k] = a[0][k] * b[0][k] - a[1][k] * b[1][k];
      im[k] = a[0][k] * b[1][k] + a[1][k] * b[0][k];
    }
    fft(plan, re, im, true);
    for (let k = 0; k < points; k++) re[k] /= points;
    return re;
  }
}

/** Lagrange weights of the 8 grid points around a point `u` steps from the start; returns the index of the first. */
export function stencil(u: number, points: number, out: Float64Array): number {
  const base = Math.min(Math.max(Math.floor(u) - 3, 0), points - STENCIL);
  const t = u - base;
  for (let i = 0; i < STENCIL; i++) {
    let w = 1;
    for (let j = 0; j < STENCIL; j++) if (j !== i) w *= (t - j) / (i - j);
    out[i] = w;
  }
  return base;
}
