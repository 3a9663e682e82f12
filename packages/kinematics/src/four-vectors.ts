import type { FourVector } from "./four-vector.js";

/** A batch of four-momenta, one column a component, GeV. Column `m` is the signed mass as in {@link FourVector}. */
export interface FourVectors {
  /** Momentum along $x$, GeV. */
  readonly px: Float64Array;
  /** Momentum along $y$, GeV. */
  readonly py: Float64Array;
  /** Momentum along $z$, GeV. */
  readonly pz: Float64Array;
  /** Energy, GeV. */
  readonly e: Float64Array;
  /** Signed mass, GeV. */
  readonly m: Float64Array;
}

/**
 * Columns of `n` four-vectors, all zero.
 *
 * ```ts
 * fourVectors(4).e.length; // 4
 * ```
 */
export function fourVectors(n: number): FourVectors {
  requireLength("fourVectors", n);
  return {
    px: new Float64Array(n),
    py: new Float64Array(n),
    pz: new Float64Array(n),
    e: new Float64Array(n),
    m: new Float64Array(n),
  };
}

/** Four-vector `i` of columns, as an object. */
export function fourVectorAt(vs: FourVectors, i: number): FourVector {
  return { px: vs.px[i], py: vs.py[i], pz: vs.pz[i], e: vs.e[i], m: vs.m[i] };
}

/** Columns from a list of four-vectors. */
export function fromObjects(list: readonly FourVector[]): FourVectors {
  const vs = fourVectors(list.length);
  list.forEach((v, i) => {
    vs.px[i] = v.px;
    vs.py[i] = v.py;
    vs.pz[i] = v.pz;
    vs.e[i] = v.e;
    vs.m[i] = v.m;
  });
  return vs;
}

/** Rows `from` up to but not including `to`, on the same memory. */
export function slice(vs: FourVectors, from: number, to: number): FourVectors {
  return {
    px: vs.px.subarray(from, to),
    py: vs.py.subarray(from, to),
    pz: vs.pz.subarray(from, to),
    e: vs.e.subarray(from, to),
    m: vs.m.subarray(from, to),
  };
}

/** The chosen rows as columns of their own. `out` receives the result; made when absent. */
export function take(vs: FourVectors, rows: Int32Array, out: FourVectors = fourVectors(rows.length)): FourVectors {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    out.px[i] = vs.px[row];
    out.py[i] = vs.py[row];
    out.pz[i] = vs.pz[row];
    out.e[i] = vs.e[row];
    out.m[i] = vs.m[row];
  }
  return out;
}

/** Number of events a block of five columns and its results keep in the second-level cache. */
export const BLOCK = 2048;

/**
 * Calls `visit` on consecutive row ranges of cache size: a chain of column functions run block by block on
 * {@link slice}s keeps its intermediate results in cache.
 *
 * @param n - Number of rows.
 * @param visit - Called with the first row of the block and one past its last.
 * @param size - Rows a block.
 */
export function forEachBlock(n: number, visit: (from: number, to: number) => void, size: number = BLOCK): void {
  for (let from = 0; from < n; from += size) visit(from, Math.min(n, from + size));
}

/** Most rows of columns, 8 GB of them. */
const MOST_ROWS = 2 ** 30;

/** Throws unless `n` is a number of rows that columns can have. */
export function requireLength(name: string, n: number): void {
  if (!(Number.isInteger(n) && n >= 0 && n <= MOST_ROWS)) {
    throw new RangeError(`${name}: the number of rows must be an integer from 0 to 2^30, got ${n}`);
  }
}
