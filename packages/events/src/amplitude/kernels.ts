/**
 * Vertex kernels: each adds `(re + i im)` times the joined currents `a`, `b` to `out`, for `n` events of one spin
 * configuration. Spinors and vectors have 8 rows of length `B` (real and imaginary parts of four components), scalars
 * two. Vectors are $V^+, V^-, V = V^1 + iV^2, V' = V^1 - iV^2$, so that
 * $V_\mu\sigma^\mu = \begin{pmatrix} V^- & -V' \\ -V & V^+ \end{pmatrix}$.
 */
export type JoinKernel = (
  w: Float64Array,
  a: number,
  b: number,
  out: number,
  re: number,
  im: number,
  n: number,
  B: number,
) => void;

/** $V_\mu\gamma^\mu\psi$; `a` is $\psi$, `b` is $V$. Real factors only. */
export const columnVector: JoinKernel = (w, a, b, out, re, _im, n, B) => {
  for (let i = 0; i < n; i++) {
    const s = a + i;
    const v = b + i;
    const o = out + i;
    const s1r = re * w[s];
    const s1i = re * w[s + B];
    const s2r = re * w[s + 2 * B];
    const s2i = re * w[s + 3 * B];
    const s3r = re * w[s + 4 * B];
    const s3i = re * w[s + 5 * B];
    const s4r = re * w[s + 6 * B];
    const s4i = re * w[s + 7 * B];
    const pr = w[v];
    const pi = w[v + B];
    const mr = w[v + 2 * B];
    const mi = w[v + 3 * B];
    const tr = w[v + 4 * B];
    const ti = w[v + 5 * B];
    const cr = w[v + 6 * B];
    const ci = w[v + 7 * B];
    w[o] += mr * s3r - mi * s3i - cr * s4r + ci * s4i;
    w[o + B] += mr * s3i + mi * s3r - cr * s4i - ci * s4r;
    w[o + 2 * B] += pr * s4r - pi * s4i - tr * s3r + ti * s3i;
    w[o + 3 * B] += pr * s4i + pi * s4r - tr * s3i - ti * s3r;
    w[o + 4 * B] += pr * s1r - pi * s1i + cr * s2r - ci * s2i;
    w[o + 5 * B] += pr * s1i + pi * s1r + cr * s2i + ci * s2r;
    w[o + 6 * B] += tr * s1r - ti * s1i + mr * s2r - mi * s2i;
    w[o + 7 * B] += tr * s1i + ti * s1r + mr * s2i + mi * s2r;
  }
};

/** $\chi V_\mu\gamma^\mu$; `a` is the row $\chi$, `b` is $V$. Real factors only. */
export const rowVector: JoinKernel = (w, a, b, out, re, _im, n, B) => {
  for (let i = 0; i < n; i++) {
    const s = a + i;
    const v = b + i;
    const o = out + i;
    const s1r = re * w[s];
    const s1i = re * w[s + B];
    const s2r = re * w[s + 2 * B];
    const s2i = re * w[s + 3 * B];
    const s3r = re * w[s + 4 * B];
    const s3i = re * w[s + 5 * B];
    const s4r = re * w[s + 6 * B];
    const s4i = re * w[s + 7 * B];
    const pr = w[v];
    const pi = w[v + B];
    const mr = w[v + 2 * B];
    const mi = w[v + 3 * B];
    const tr = w[v + 4 * B];
    const ti = w[v + 5 * B];
    const cr = w[v + 6 * B];
    const ci = w[v + 7 * B];
    w[o] += pr * s3r - pi * s3i + tr * s4r - ti * s4i;
    w[o + B] += pr * s3i + pi * s3r + tr * s4i + ti * s4r;
    w[o + 2 * B] += cr * s3r - ci * s3i + mr * s4r - mi * s4i;
    w[o + 3 * B] += cr * s3i + ci * s3r + mr * s4i + mi * s4r;
    w[o + 4 * B] += mr * s1r - mi * s1i - tr * s2r + ti * s2i;
    w[o + 5 * B] += mr * s1i + mi * s1r - tr * s2i - ti * s2r;
    w[o + 6 * B] += pr * s2r - pi * s2i - cr * s1r + ci * s1i;
    w[o + 7 * B] += pr * s2i + pi * s2r - cr * s1i - ci * s1r;
  }
};

/** A spinor times a scalar, the first two components with sign `left`. */
function spinorScalar(left: 1 | -1): JoinKernel {
  return (w, a, b, out, re, im, n, B) => {
    for (let c = 0; c < 4; c++) {
      const sign = c < 2 ? left : 1;
      const s = a + 2 * c * B;
      const o = out + 2 * c * B;
      for (let i = 0; i < n; i++) {
        const fr = sign * (re * w[b + i] - im * w[b + B + i]);
        const fi = sign * (re * w[b + B + i] + im * w[b + i]);
        const xr = w[s + i];
        const xi = w[s + B + i];
        w[o + i] += fr * xr - fi * xi;
        w[o + B + i] += fr * xi + fi * xr;
      }
    }
  };
}

/** $\phi\psi$ or $\chi\phi$. */
export const spinorTimesScalar: JoinKernel = spinorScalar(1);
/** $\phi\gamma_5\psi$ or $\chi\gamma_5\phi$; $\gamma_5 = \mathrm{diag}(-1, -1, 1, 1)$. */
export const spinorTimesPseudoscalar: JoinKernel = spinorScalar(-1);

/** $\chi\gamma^\mu\psi$; `a` is $\chi$, `b` is $\psi$. Real factors only. */
export const pairToVector: JoinKernel = (w, a, b, out, re, _im, n, B) => {
  const two = 2 * re;
  for (let i = 0; i < n; i++) {
    const x = a + i;
    const s = b + i;
    const o = out + i;
    const x1r = two * w[x];
    const x1i = two * w[x + B];
    const x2r = two * w[x + 2 * B];
    const x2i = two * w[x + 3 * B];
    const x3r = two * w[x + 4 * B];
    const x3i = two * w[x + 5 * B];
    const x4r = two * w[x + 6 * B];
    const x4i = two * w[x + 7 * B];
    const s1r = w[s];
    const s1i = w[s + B];
    const s2r = w[s + 2 * B];
    const s2i = w[s + 3 * B];
    const s3r = w[s + 4 * B];
    const s3i = w[s + 5 * B];
    const s4r = w[s + 6 * B];
    const s4i = w[s + 7 * B];
    w[o] += x1r * s3r - x1i * s3i + x4r * s2r - x4i * s2i;
    w[o + B] += x1r * s3i + x1i * s3r + x4r * s2i + x4i * s2r;
    w[o + 2 * B] += x2r * s4r - x2i * s4i + x3r * s1r - x3i * s1i;
    w[o + 3 * B] += x2r * s4i + x2i * s4r + x3r * s1i + x3i * s1r;
    w[o + 4 * B] += x1r * s4r - x1i * s4i - x3r * s2r + x3i * s2i;
    w[o + 5 * B] += x1r * s4i + x1i * s4r - x3r * s2i - x3i * s2r;
    w[o + 6 * B] += x2r * s3r - x2i * s3i - x4r * s1r + x4i * s1i;
    w[o + 7 * B] += x2r * s3i + x2i * s3r - x4r * s1i - x4i * s1r;
  }
};

/** $\chi\psi$ or $\chi\gamma_5\psi$. */
function pairScalar(left: 1 | -1): JoinKernel {
  return (w, a, b, out, re, im, n, B) => {
    for (let c = 0; c < 4; c++) {
      const sign = c < 2 ? left : 1;
      const x = a + 2 * c * B;
      const s = b + 2 * c * B;
      for (let i = 0; i < n; i++) {
        const pr = sign * (w[x + i] * w[s + i] - w[x + B + i] * w[s + B + i]);
        const pi = sign * (w[x + i] * w[s + B + i] + w[x + B + i] * w[s + i]);
        w[out + i] += re * pr - im * pi;
        w[out + B + i] += re * pi + im * pr;
      }
    }
  };
}

/** $\chi\psi$. */
export const pairToScalar: JoinKernel = pairScalar(1);
/** $\chi\gamma_5\psi$. */
export const pairToPseudoscalar: JoinKernel = pairScalar(-1);

/** $\phi V^\mu$; `a` is $\phi$. Real factors only. */
export const scalarTimesVector: JoinKernel = (w, a, b, out, re, _im, n, B) => {
  for (let c = 0; c < 4; c++) {
    const v = b + 2 * c * B;
    const o = out + 2 * c * B;
    for (let i = 0; i < n; i++) {
      const fr = re * w[a + i];
      const fi = re * w[a + B + i];
      w[o + i] += fr * w[v + i] - fi * w[v + B + i];
      w[o + B + i] += fr * w[v + B + i] + fi * w[v + i];
    }
  }
};

/** $V \cdot W$. Real factors only. */
export const vectorProduct: JoinKernel = (w, a, b, out, re, _im, n, B) => {
  const f = 0.5 * re;
  // V⁺W⁻ + V⁻W⁺ − VW' − V'W, halved.
  for (let c = 0; c < 4; c++) {
    const g = c < 2 ? f : -f;
    const x = a + 2 * c * B;
    const y = b + 2 * (c ^ 1) * B;
    for (let i = 0; i < n; i++) {
      w[out + i] += g * (w[x + i] * w[y + i] - w[x + B + i] * w[y + B + i]);
      w[out + B + i] += g * (w[x + i] * w[y + B + i] + w[x + B + i] * w[y + i]);
    }
  }
};
