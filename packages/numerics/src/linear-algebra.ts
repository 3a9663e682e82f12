/** Throws unless `n` is an order that the entries suffice for. */
function requireOrder(name: string, a: Float64Array, n: number): void {
  if (!(Number.isInteger(n) && n >= 0 && n * n <= a.length)) {
    throw new RangeError(`${name}: n must be an integer >= 0 with n^2 entries given, got ${n} and ${a.length} entries`);
  }
}

/**
 * Cholesky factor of a symmetric matrix, row-major $n\times n$, in place in the lower triangle.
 *
 * ```ts
 * const a = Float64Array.of(4, 2, 2, 3);
 * cholesky(a, 2);
 * a[0]; // 2
 * ```
 * @param floor - A pivot must exceed `floor` times the diagonal element it started from.
 * @returns -1 when the matrix is positive definite, else the row whose pivot is not positive.
 */
export function cholesky(a: Float64Array, n: number, floor = 1e-14): number {
  requireOrder("cholesky", a, n);
  for (let j = 0; j < n; j++) {
    const row = j * n;
    let d = a[row + j];
    const least = floor * Math.abs(d);
    for (let k = 0; k < j; k++) d -= a[row + k] * a[row + k];
    if (!(d > least && d < Infinity)) return j;
    const pivot = Math.sqrt(d);
    a[row + j] = pivot;
    let i = j + 1;
    // Four rows at once: each entry of row j is read once for all, and no addition waits for the last.
    for (; i + 3 < n; i += 4) {
      const p = i * n;
      const q = p + n;
      const r = q + n;
      const t = r + n;
      let sp = a[p + j];
      let sq = a[q + j];
      let sr = a[r + j];
      let st = a[t + j];
      for (let k = 0; k < j; k++) {
        const x = a[row + k];
        sp -= x * a[p + k];
        sq -= x * a[q + k];
        sr -= x * a[r + k];
        st -= x * a[t + k];
      }
      a[p + j] = sp / pivot;
      a[q + j] = sq / pivot;
      a[r + j] = sr / pivot;
      a[t + j] = st / pivot;
    }
    for (; i < n; i++) {
      const p = i * n;
      let s = a[p + j];
      for (let k = 0; k < j; k++) s -= a[row + k] * a[p + k];
      a[p + j] = s / pivot;
    }
  }
  return -1;
}

/**
 * Solve $LL^T x = b$ in place for the factor that {@link cholesky} left.
 *
 * ```ts
 * const l = Float64Array.of(4, 2, 2, 3);
 * cholesky(l, 2);
 * const b = Float64Array.of(8, 7);
 * choleskySolve(l, 2, b);
 * b[0]; // ≈ 1.25
 * ```
 */
export function choleskySolve(l: Float64Array, n: number, b: Float64Array): void {
  requireOrder("choleskySolve", l, n);
  for (let i = 0; i < n; i++) {
    let s = b[i];
    for (let k = 0; k < i; k++) s -= l[i * n + k] * b[k];
    b[i] = s / l[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    let s = b[i];
    for (let k = i + 1; k < n; k++) s -= l[k * n + i] * b[k];
    b[i] = s / l[i * n + i];
  }
}

/**
 * Inverse of the matrix whose factor {@link cholesky} left, row-major: $M^TM$ with $M=L^{-1}$.
 *
 * ```ts
 * const l = Float64Array.of(4, 2, 2, 3);
 * cholesky(l, 2);
 * choleskyInverse(l, 2)[0]; // ≈ 0.375
 * ```
 */
export function choleskyInverse(l: Float64Array, n: number): Float64Array {
  requireOrder("choleskyInverse", l, n);
  const m = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let k = 0; k < i; k++) addMultiple(m, row, k * n, k + 1, -l[row + k]);
    const pivot = 1 / l[row + i];
    for (let j = 0; j < i; j++) m[row + j] *= pivot;
    m[row + i] = pivot;
  }
  const out = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i <= k; i++) {
      const x = m[k * n + i];
      for (let j = 0; j <= i; j++) out[i * n + j] += x * m[k * n + j];
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) out[j * n + i] = out[i * n + j];
  return out;
}

/** Add `x` times the `count` entries from `q` to those from `p`. */
function addMultiple(a: Float64Array, p: number, q: number, count: number, x: number): void {
  for (let k = 0; k < count; k++) a[p + k] += x * a[q + k];
}

/** What {@link symmetricEigen} gives. */
export interface Eigen {
  /** Eigenvalues, in no order. */
  readonly values: Float64Array;
  /** Eigenvectors, as the columns of a row-major matrix. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi rotations; `a` is overwritten.
 *
 * ```ts
 * symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values.length; // 2
 * ```
 * @returns Eigenvalues in no order, and the vectors as columns of a row-major matrix.
 */
export function symmetricEigen(a: Float64Array, n: number): Eigen {
  requireOrder("symmetricEigen", a, n);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const square = a[i * n + j] * a[i * n + j];
        all += square;
        if (i !== j) off += square;
      }
    }
    if (!(off > 1e-30 * all)) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]), vectors: v };
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q];
  if (apq === 0) return;
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const kp = a[k * n + p];
    const kq = a[k * n + q];
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const pk = a[p * n + k];
    const qk = a[q * n + k];
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
    const vp = v[k * n + p];
    const vq = v[k * n + q];
    v[k * n + p] = c * vp - s * vq;
    v[k * n + q] = s * vp + c * vq;
  }
}
