/**
 * Momenta of the sets of legs, all incoming: $q^+, q^-, q^1, q^2$ in rows of length `B`, `q` where they start.
 */
export interface AxionMomenta {
  /** The momenta. */
  readonly momenta: Float64Array;
  /** Start of the first vector's momentum. */
  readonly first: number;
  /** Start of the second vector's momentum. */
  readonly second: number;
}

/** Cartesian components of a vector current: real parts in 0–3, imaginary parts in 4–7. */
function cartesian(w: Float64Array, k: number, B: number, out: Float64Array): void {
  // V⊥ = V¹ + iV², V'⊥ = V¹ − iV² with complex V¹, V²: V² = (V − V') / 2i.
  out[0] = 0.5 * (w[k] + w[k + 2 * B]);
  out[3] = 0.5 * (w[k] - w[k + 2 * B]);
  out[1] = 0.5 * (w[k + 4 * B] + w[k + 6 * B]);
  out[2] = 0.5 * (w[k + 5 * B] - w[k + 7 * B]);
  out[4] = 0.5 * (w[k + B] + w[k + 3 * B]);
  out[7] = 0.5 * (w[k + B] - w[k + 3 * B]);
  out[5] = 0.5 * (w[k + 5 * B] + w[k + 7 * B]);
  out[6] = -0.5 * (w[k + 4 * B] - w[k + 6 * B]);
}

const A = new Float64Array(8);
const X = new Float64Array(8);

/**
 * Add $f\,\epsilon(k_1, A_1, k_2, A_2)$ to `out`, by fields: $\vec E = k_2^0\vec A_2 - A_2^0\vec k_2$,
 * $\vec B = \vec k_2\times\vec A_2$, and $\epsilon(x, y, k_2, A_2) = x^0\,\vec y\cdot\vec B - y^0\,\vec x\cdot\vec B +
 * (\vec x\times\vec y)\cdot\vec E$.
 */
export function vectorsToAxion(
  w: Float64Array,
  a: number,
  b: number,
  out: number,
  f: number,
  n: number,
  B: number,
  { momenta: q, first, second }: AxionMomenta,
): void {
  for (let i = 0; i < n; i++) {
    cartesian(w, a + i, B, X);
    cartesian(w, b + i, B, A);
    const x0 = 0.5 * (q[first + i] + q[first + B + i]);
    const x3 = 0.5 * (q[first + i] - q[first + B + i]);
    const x1 = q[first + 2 * B + i];
    const x2 = q[first + 3 * B + i];
    const k0 = 0.5 * (q[second + i] + q[second + B + i]);
    const k3 = 0.5 * (q[second + i] - q[second + B + i]);
    const k1 = q[second + 2 * B + i];
    const k2 = q[second + 3 * B + i];
    let re = 0;
    let im = 0;
    // y = A₁ and the fields of A₂ are complex: the four products of their parts.
    for (let part = 0; part < 4; part++) {
      const y = part < 2 ? 0 : 4;
      const v = part % 2 === 0 ? 0 : 4;
      const ex = k0 * A[v + 1] - A[v] * k1;
      const ey = k0 * A[v + 2] - A[v] * k2;
      const ez = k0 * A[v + 3] - A[v] * k3;
      const bx = k2 * A[v + 3] - k3 * A[v + 2];
      const by = k3 * A[v + 1] - k1 * A[v + 3];
      const bz = k1 * A[v + 2] - k2 * A[v + 1];
      const value =
        x0 * (X[y + 1] * bx + X[y + 2] * by + X[y + 3] * bz) -
        X[y] * (x1 * bx + x2 * by + x3 * bz) +
        (x2 * X[y + 3] - x3 * X[y + 2]) * ex +
        (x3 * X[y + 1] - x1 * X[y + 3]) * ey +
        (x1 * X[y + 2] - x2 * X[y + 1]) * ez;
      if (part === 0) re += value;
      else if (part === 3) re -= value;
      else im += value;
    }
    w[out + i] += f * re;
    w[out + B + i] += f * im;
  }
}

/**
 * Add $f\,\phi\,L^\mu$ to `out`, $L \cdot y = \epsilon(k_1, y, k_2, A_2)$; `a` is $\phi$, `b` is $A_2$, and `first` the
 * momentum that flows into the vertex with the vector that is made, i.e. minus its own incoming sum.
 */
export function axionAndVector(
  w: Float64Array,
  a: number,
  b: number,
  out: number,
  f: number,
  n: number,
  B: number,
  { momenta: q, first, second }: AxionMomenta,
): void {
  for (let i = 0; i < n; i++) {
    cartesian(w, b + i, B, A);
    const x0 = -0.5 * (q[first + i] + q[first + B + i]);
    const x3 = -0.5 * (q[first + i] - q[first + B + i]);
    const x1 = -q[first + 2 * B + i];
    const x2 = -q[first + 3 * B + i];
    const k0 = 0.5 * (q[second + i] + q[second + B + i]);
    const k3 = 0.5 * (q[second + i] - q[second + B + i]);
    const k1 = q[second + 2 * B + i];
    const k2 = q[second + 3 * B + i];
    for (let v = 0; v < 8; v += 4) {
      const ex = k0 * A[v + 1] - A[v] * k1;
      const ey = k0 * A[v + 2] - A[v] * k2;
      const ez = k0 * A[v + 3] - A[v] * k3;
      const bx = k2 * A[v + 3] - k3 * A[v + 2];
      const by = k3 * A[v + 1] - k1 * A[v + 3];
      const bz = k1 * A[v + 2] - k2 * A[v + 1];
      X[v] = -(x1 * bx + x2 * by + x3 * bz);
      X[v + 1] = -(x0 * bx + ey * x3 - ez * x2);
      X[v + 2] = -(x0 * by + ez * x1 - ex * x3);
      X[v + 3] = -(x0 * bz + ex * x2 - ey * x1);
    }
    const fr = f * w[a + i];
    const fi = f * w[a + B + i];
    // Real and imaginary parts of V⁺, V⁻, V¹ + iV², V¹ − iV².
    for (let c = 0; c < 4; c++) {
      let re: number;
      let im: number;
      if (c < 2) {
        const sign = c === 0 ? 1 : -1;
        re = X[0] + sign * X[3];
        im = X[4] + sign * X[7];
      } else {
        const sign = c === 2 ? 1 : -1;
        re = X[1] - sign * X[6];
        im = X[5] + sign * X[2];
      }
      w[out + 2 * c * B + i] += fr * re - fi * im;
      w[out + (2 * c + 1) * B + i] += fr * im + fi * re;
    }
  }
}
