import { cos as cosine, log2, sin as sine } from "@belladonna/numerics/elementary";

/** Twiddle factors and bit reversal for transforms of length `n`, a power of 2. */
export interface FftPlan {
  readonly n: number;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  readonly reversed: Uint32Array;
}

/** Plan transforms of length `n`, a power of 2. */
export function fftPlan(n: number): FftPlan {
  const bits = log2(n);
  const reversed = new Uint32Array(n);
  for (let i = 1; i < n; i++) reversed[i] = (reversed[i >> 1] >> 1) | ((i & 1) << (bits - 1));
  const angle = (k: number): number => (2 * Math.PI * k) / n;
  return {
    n,
    cos: Float64Array.from({ length: n / 2 }, (_, k) => cosine(angle(k))),
    sin: Float64Array.from({ length: n / 2 }, (_, k) => sine(angle(k))),
    reversed,
  };
}

/**
 * Discrete Fourier transform $X_k = \sum_j x_j e^{-2\pi ijk/n}$ in place (Cooley–Tukey, radix 2); with `inverse` the sign
 * of the exponent is plus, and nothing is divided by $n$.
 */
export function fft(plan: FftPlan, re: Float64Array, im: Float64Array, inverse = false): void {
  const { n, cos, sin, reversed } = plan;
  for (let i = 0; i < n; i++) {
    const j = reversed[i];
    if (j <= i) continue;
    const r = re[i];
    re[i] = re[j];
    re[j] = r;
    const m = im[i];
    im[i] = im[j];
    im[j] = m;
  }
  const sign = inverse ? 1 : -1;
  for (let half = 1; half < n; half *= 2) {
    const stride = n / (2 * half);
    for (let start = 0; start < n; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const c = cos[k * stride];
        const s = sign * sin[k * stride];
        const a = start + k;
        const b = a + half;
        const r = re[b] * c - im[b] * s;
        const m = re[b] * s + im[b] * c;
        re[b] = re[a] - r;
        im[b] = im[a] - m;
        re[a] += r;
        im[a] += m;
      }
    }
  }
}
