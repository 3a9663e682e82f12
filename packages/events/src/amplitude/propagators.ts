import { photonDressing } from "./photon-dressing.js";

/** What propagators read: the momenta and denominators of a set of legs. */
export interface Line {
  /** Momenta $q^+, q^-, q^1, q^2$, all legs incoming, in rows of length `B` from `from`. */
  readonly q: Float64Array;
  /** Start of the momenta. */
  readonly from: number;
  /** Denominators $q^2 - m^2$ from `over`. */
  readonly d: Float64Array;
  /** Start of the denominators. */
  readonly over: number;
}

/** $\psi \to (q_\mu\gamma^\mu + m)\psi / D$ in place. */
export function propagateColumn(w: Float64Array, at: number, line: Line, mass: number, n: number, B: number): void {
  const { q, from, d, over } = line;
  for (let i = 0; i < n; i++) {
    const o = at + i;
    const f = 1 / d[over + i];
    const m = mass * f;
    const plus = f * q[from + i];
    const minus = f * q[from + B + i];
    const x = f * q[from + 2 * B + i];
    const y = f * q[from + 3 * B + i];
    const s1r = w[o];
    const s1i = w[o + B];
    const s2r = w[o + 2 * B];
    const s2i = w[o + 3 * B];
    const s3r = w[o + 4 * B];
    const s3i = w[o + 5 * B];
    const s4r = w[o + 6 * B];
    const s4i = w[o + 7 * B];
    w[o] = m * s1r + minus * s3r - x * s4r - y * s4i;
    w[o + B] = m * s1i + minus * s3i - x * s4i + y * s4r;
    w[o + 2 * B] = m * s2r + plus * s4r - x * s3r + y * s3i;
    w[o + 3 * B] = m * s2i + plus * s4i - x * s3i - y * s3r;
    w[o + 4 * B] = m * s3r + plus * s1r + x * s2r + y * s2i;
    w[o + 5 * B] = m * s3i + plus * s1i + x * s2i - y * s2r;
    w[o + 6 * B] = m * s4r + minus * s2r + x * s1r - y * s1i;
    w[o + 7 * B] = m * s4i + minus * s2i + x * s1i + y * s1r;
  }
}

/** $\chi \to \chi(-q_\mu\gamma^\mu + m) / D$ in place: along the fermion's flow the momentum of a row is $-q$. */
export function propagateRow(w: Float64Array, at: number, line: Line, mass: number, n: number, B: number): void {
  const { q, from, d, over } = line;
  for (let i = 0; i < n; i++) {
    const o = at + i;
    const f = 1 / d[over + i];
    const m = mass * f;
    const plus = -f * q[from + i];
    const minus = -f * q[from + B + i];
    const x = -f * q[from + 2 * B + i];
    const y = -f * q[from + 3 * B + i];
    const s1r = w[o];
    const s1i = w[o + B];
    const s2r = w[o + 2 * B];
    const s2i = w[o + 3 * B];
    const s3r = w[o + 4 * B];
    const s3i = w[o + 5 * B];
    const s4r = w[o + 6 * B];
    const s4i = w[o + 7 * B];
    w[o] = m * s1r + plus * s3r + x * s4r - y * s4i;
    w[o + B] = m * s1i + plus * s3i + x * s4i + y * s4r;
    w[o + 2 * B] = m * s2r + minus * s4r + x * s3r + y * s3i;
    w[o + 3 * B] = m * s2i + minus * s4i + x * s3i - y * s3r;
    w[o + 4 * B] = m * s3r + minus * s1r - x * s2r + y * s2i;
    w[o + 5 * B] = m * s3i + minus * s1i - x * s2i - y * s2r;
    w[o + 6 * B] = m * s4r + plus * s2r - x * s1r - y * s1i;
    w[o + 7 * B] = m * s4i + plus * s2i - x * s1i + y * s1r;
  }
}

/** Divide `rows` rows in place by $D + i m\Gamma$: rows are real and imaginary parts in turn. */
export function propagateBoson(
  w: Float64Array,
  at: number,
  { d, over }: Line,
  rows: number,
  massWidth: number,
  n: number,
  B: number,
): void {
  for (let i = 0; i < n; i++) {
    const D = d[over + i];
    const norm = 1 / (D * D + massWidth * massWidth);
    const re = D * norm;
    const im = -massWidth * norm;
    for (let c = 0; c < rows; c += 2) {
      const k = at + c * B + i;
      const xr = w[k];
      const xi = w[k + B];
      w[k] = re * xr - im * xi;
      w[k + B] = re * xi + im * xr;
    }
  }
}

/**
 * How much vacuum polarisation multiplies a vector, $1/|1-\Delta\alpha(q^2)|$ where $q^2 = D + m^2 > 0$; else 1.
 *
 * The phase is left out, so that tree amplitudes stay real and parity halves their sum: it differs between the lines of two
 * diagrams by some hundredths away from narrow resonances, which moves their interference by $10^{-4}$ of itself.
 * @param out - Receives the factor of each event: it takes longer than all else of a line, and all spin states have it.
 */
export function dressing({ d, over }: Line, mass: number, n: number, out: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const q2 = d[over + i] + mass * mass;
    out[i] = q2 > 0 ? Math.sqrt(photonDressing(q2)) : 1;
  }
}

/** Multiply a vector in place with the factor of each event. */
export function dressBoson(w: Float64Array, at: number, factor: Float64Array, n: number, B: number): void {
  for (let c = 0; c < 8; c++) {
    const k = at + c * B;
    for (let i = 0; i < n; i++) w[k + i] *= factor[i];
  }
}

/** Take $q^\mu (q \cdot V) / m^2$ off a vector in place, the rest of the propagator in unitary gauge. */
export function subtractLongitudinal(
  w: Float64Array,
  at: number,
  { q, from }: Line,
  mass: number,
  n: number,
  B: number,
): void {
  const f = 1 / (mass * mass);
  for (let i = 0; i < n; i++) {
    const k = at + i;
    const plus = q[from + i];
    const minus = q[from + B + i];
    const x = q[from + 2 * B + i];
    const y = q[from + 3 * B + i];
    // q·V = ½(q⁺V⁻ + q⁻V⁺) − ½(qV' + q'V), q = x + iy.
    const vr = w[k + 4 * B];
    const vi = w[k + 5 * B];
    const cr = w[k + 6 * B];
    const ci = w[k + 7 * B];
    const re = f * (0.5 * (plus * w[k + 2 * B] + minus * w[k]) - 0.5 * (x * (cr + vr) - y * (ci - vi)));
    const im = f * (0.5 * (plus * w[k + 3 * B] + minus * w[k + B]) - 0.5 * (x * (ci + vi) + y * (cr - vr)));
    w[k] -= plus * re;
    w[k + B] -= plus * im;
    w[k + 2 * B] -= minus * re;
    w[k + 3 * B] -= minus * im;
    w[k + 4 * B] -= x * re - y * im;
    w[k + 5 * B] -= x * im + y * re;
    w[k + 6 * B] -= x * re + y * im;
    w[k + 7 * B] -= x * im - y * re;
  }
}
