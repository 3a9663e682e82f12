import type { FourVector } from "../four-vector.js";
import { BLOCK, fourVectors, type FourVectors } from "../four-vectors.js";
import { product } from "./pairs.js";

/**
 * Sums $a + b$ row by row, with the mass from the parts' masses.
 *
 * @param a - First terms.
 * @param b - Second terms.
 * @param out - Receives the result, may be `a` or `b`; made when absent.
 */
export function add(a: FourVectors, b: FourVectors, out: FourVectors = fourVectors(a.px.length)): FourVectors {
  const { px: ax, py: ay, pz: az, e: ae, m: am } = a;
  const { px: bx, py: by, pz: bz, e: be, m: bm } = b;
  const { px, py, pz, e, m } = out;
  for (let i = 0; i < ax.length; i++) {
    const x = ax[i];
    const y = ay[i];
    const z = az[i];
    const t = ae[i];
    const u = am[i];
    const x2 = bx[i];
    const y2 = by[i];
    const z2 = bz[i];
    const t2 = be[i];
    const u2 = bm[i];
    const square = u * Math.abs(u) + u2 * Math.abs(u2) + 2 * product(x, y, z, t, u, x2, y2, z2, t2, u2);
    px[i] = x + x2;
    py[i] = y + y2;
    pz[i] = z + z2;
    e[i] = t + t2;
    m[i] = square < 0 ? -Math.sqrt(-square) : Math.sqrt(square);
  }
  return out;
}

/**
 * Sums of any number of terms row by row: the mass from all pairs, $M^2 = \sum_i m_i^2 + 2\sum_{i<j}a_i\cdot a_j$. Works
 * in blocks that stay in cache.
 *
 * @param terms - At least one batch, all of one length.
 * @param out - Receives the result, none of the terms; made when absent.
 * @throws RangeError when there are no terms.
 */
export function sum(terms: readonly FourVectors[], out?: FourVectors): FourVectors {
  if (terms.length === 0) throw new RangeError("sum: there must be at least one term, got none");
  const n = terms[0].px.length;
  const result = out ?? fourVectors(n);
  for (const column of ["px", "py", "pz", "e"] as const) sumColumn(terms, column, result[column]);
  const { m } = result;
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK);
    m.fill(0, from, to);
    terms.forEach((a, k) => {
      for (let i = from; i < to; i++) m[i] += a.m[i] * Math.abs(a.m[i]);
      for (let l = 0; l < k; l++) addProducts(a, terms[l], m, from, to);
    });
    for (let i = from; i < to; i++) m[i] = m[i] < 0 ? -Math.sqrt(-m[i]) : Math.sqrt(m[i]);
  }
  return result;
}

function sumColumn(terms: readonly FourVectors[], column: "px" | "py" | "pz" | "e", out: Float64Array): void {
  out.set(terms[0][column]);
  for (let k = 1; k < terms.length; k++) {
    const term = terms[k][column];
    for (let i = 0; i < out.length; i++) out[i] += term[i];
  }
}

function addProducts(a: FourVectors, b: FourVectors, out: Float64Array, from: number, to: number): void {
  const { px: ax, py: ay, pz: az, e: ae, m: am } = a;
  const { px: bx, py: by, pz: bz, e: be, m: bm } = b;
  for (let i = from; i < to; i++) {
    out[i] += 2 * product(ax[i], ay[i], az[i], ae[i], am[i], bx[i], by[i], bz[i], be[i], bm[i]);
  }
}

/**
 * Differences $a - b$ row by row, or one vector minus each row (the recoil of each row). The mass is that of the
 * resulting components, $(E-p)(E+p)$.
 *
 * @param a - What is taken from: a batch, or one four-vector for all.
 * @param b - What is taken away.
 * @param out - Receives the result, may be `a` or `b`; made when absent.
 */
export function subtract(
  a: FourVectors | FourVector,
  b: FourVectors,
  out: FourVectors = fourVectors(b.px.length),
): FourVectors {
  const one = typeof a.px === "number" ? (a as FourVector) : undefined;
  const each = one === undefined ? (a as FourVectors) : b;
  const { px: ax, py: ay, pz: az, e: ae } = each;
  const { px: bx, py: by, pz: bz, e: be } = b;
  const { px, py, pz, e, m } = out;
  for (let i = 0; i < bx.length; i++) {
    const x = (one === undefined ? ax[i] : one.px) - bx[i];
    const y = (one === undefined ? ay[i] : one.py) - by[i];
    const z = (one === undefined ? az[i] : one.pz) - bz[i];
    const t = (one === undefined ? ae[i] : one.e) - be[i];
    const p = Math.sqrt(x * x + y * y + z * z);
    const square = (t - p) * (t + p);
    px[i] = x;
    py[i] = y;
    pz[i] = z;
    e[i] = t;
    m[i] = square < 0 ? -Math.sqrt(-square) : Math.sqrt(square);
  }
  return out;
}

/** All four components with the opposite sign. `out` receives the result, may be `vs`; made when absent. */
export function negate(vs: FourVectors, out: FourVectors = fourVectors(vs.px.length)): FourVectors {
  const { px, py, pz, e, m } = vs;
  for (let i = 0; i < px.length; i++) {
    out.px[i] = -px[i];
    out.py[i] = -py[i];
    out.pz[i] = -pz[i];
    out.e[i] = -e[i];
    out.m[i] = m[i];
  }
  return out;
}

/** All components times `factor`. `out` receives the result, may be `vs`; made when absent. */
export function scale(vs: FourVectors, factor: number, out: FourVectors = fourVectors(vs.px.length)): FourVectors {
  const { px, py, pz, e, m } = vs;
  const size = Math.abs(factor);
  for (let i = 0; i < px.length; i++) {
    out.px[i] = px[i] * factor;
    out.py[i] = py[i] * factor;
    out.pz[i] = pz[i] * factor;
    out.e[i] = e[i] * factor;
    out.m[i] = m[i] * size;
  }
  return out;
}
