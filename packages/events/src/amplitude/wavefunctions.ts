import type { FourVectors } from "@belladonna/kinematics";
import type { Leg } from "./plan.js";

/**
 * Wavefunctions of one leg for a block of events, in the Weyl representation
 * $\gamma^\mu = \begin{pmatrix} 0 & \sigma^\mu \\ \bar\sigma^\mu & 0 \end{pmatrix}$ with spins along $z$ in the rest
 * frame:
 *
 * $$u = \begin{pmatrix} \sqrt{p\cdot\sigma}\,\xi \\ \sqrt{p\cdot\bar\sigma}\,\xi \end{pmatrix}, \quad
 * v = \begin{pmatrix} \sqrt{p\cdot\sigma}\,\xi \\ -\sqrt{p\cdot\bar\sigma}\,\xi \end{pmatrix}, \quad
 * \sqrt{p\cdot\sigma} = \frac{p\cdot\sigma + m}{\sqrt{2(E+m)}}.$$
 *
 * They are smooth in the momentum, without a preferred direction that could be hit. Bosons get real (linear)
 * polarisation vectors, stored as $V^\pm = V^0 \pm V^3$, $V^1 + iV^2$, $V^1 - iV^2$.
 * @param leg - The leg.
 * @param momenta - Its momenta.
 * @param given - Take $E + |p|$ from the energies as they are, instead of from momentum and mass.
 * @param from - First row.
 * @param n - Number of rows.
 * @param w - Work space.
 * @param at - Where the wavefunction starts; component `c` of spin `h` has its real part at `at + (8 h + 2 c) B` for a
 * spinor or vector, the imaginary part `B` later.
 * @param B - Block length.
 */
export function wavefunction(
  { field: { mass }, shape, direction, states }: Leg,
  { px, py, pz, e }: FourVectors,
  given: boolean,
  from: number,
  n: number,
  w: Float64Array,
  at: number,
  B: number,
): void {
  if (shape === "scalar") {
    w.fill(1, at, at + n);
    w.fill(0, at + B, at + B + n);
    return;
  }
  if (shape === "vector") {
    for (let i = 0; i < n; i++) {
      polarisations(px[from + i], py[from + i], pz[from + i], e[from + i], mass, states, w, at + i, B);
    }
    return;
  }
  // u for particles, v for antiparticles: incoming columns and outgoing rows are particles.
  const sign = (shape === "column") === direction > 0 ? 1 : -1;
  for (let i = 0; i < n; i++) {
    // With given energies the momentum of the mass shell that has the same E + |p|.
    const r = given ? shellScale(px[from + i], py[from + i], pz[from + i], e[from + i], mass) : 1;
    const x = r * px[from + i];
    const y = r * py[from + i];
    const z = r * pz[from + i];
    // E ∓ p_z from the mass shell: no cancellation for momenta along z.
    const t2 = x * x + y * y + mass * mass;
    const p = Math.sqrt(t2 + z * z);
    const f = 1 / Math.sqrt(2 * (p + mass));
    const plus = z >= 0 ? p + z : t2 / (p - z);
    const minus = z >= 0 ? t2 / (p + z) : p - z;
    const lower = f * (minus + mass);
    const upper = f * (plus + mass);
    const a = f * x;
    const b = f * y;
    // Rows of p·σ + m and p·σ̄ + m on ξ = (1, 0), then (0, 1); a row is (ψ_R†, ψ_L†).
    const conjugate = shape === "row" ? -1 : 1;
    const left = shape === "row" ? 4 * B : 0;
    const right = 4 * B - left;
    const up = at + i;
    const down = up + 8 * B;
    set(w, up + left, B, lower, 0);
    set(w, up + left + 2 * B, B, -a, -b * conjugate);
    set(w, up + right, B, sign * upper, 0);
    set(w, up + right + 2 * B, B, sign * a, sign * b * conjugate);
    set(w, down + left, B, -a, b * conjugate);
    set(w, down + left + 2 * B, B, upper, 0);
    set(w, down + right, B, sign * a, -sign * b * conjugate);
    set(w, down + right + 2 * B, B, sign * lower, 0);
  }
}

/** Factor on a momentum that keeps $E + |p|$ and puts it on the shell of `mass`. */
function shellScale(x: number, y: number, z: number, e: number, mass: number): number {
  const p = Math.sqrt(x * x + y * y + z * z);
  const plus = e + p;
  return p > 0 ? (plus - (mass * mass) / plus) / (2 * p) : 1;
}

function set(w: Float64Array, k: number, B: number, re: number, im: number): void {
  w[k] = re;
  w[k + B] = im;
}

/** Two transverse polarisation vectors and, for a massive boson, the longitudinal one. */
function polarisations(
  x: number,
  y: number,
  z: number,
  e: number,
  mass: number,
  states: number,
  w: Float64Array,
  k: number,
  B: number,
): void {
  const t = Math.sqrt(x * x + y * y);
  const p = Math.sqrt(t * t + z * z);
  const c = p > 0 ? z / p : 1;
  const s = p > 0 ? t / p : 0;
  const cf = t > 0 ? x / t : 1;
  const sf = t > 0 ? y / t : 0;
  vector(w, k, B, 0, c * cf, c * sf, -s);
  vector(w, k + 8 * B, B, 0, -sf, cf, 0);
  if (states < 3) return;
  const long = e / mass;
  vector(w, k + 16 * B, B, p / mass, long * s * cf, long * s * sf, long * c);
}

function vector(w: Float64Array, k: number, B: number, v0: number, v1: number, v2: number, v3: number): void {
  set(w, k, B, v0 + v3, 0);
  set(w, k + 2 * B, B, v0 - v3, 0);
  set(w, k + 4 * B, B, v1, v2);
  set(w, k + 6 * B, B, v1, -v2);
}
