import { fourVectors, type FourVectors } from "./four-vectors.js";
import { sinPi } from "./isotropic.js";
import { checkMasses } from "./phase-space-volume.js";
import { breakup } from "./two-body.js";

/** Uniforms one event of `n` bodies takes: $n-2$ masses and $n-1$ directions. */
export function uniformsPerDecay(n: number): number {
  return 3 * n - 4;
}

/** Rows the kernel does at a time: its scratch stays in the first-level cache. */
export const ROWS = 256;

// State of each row on its way down the levels: momentum, energy and mass of what is left, the sum of masses in it, the
// product of momenta; and the kinetic energies of the nested subsystems, level by level.
const left = /* @__PURE__ */ fourVectors(256);
const below = /* @__PURE__ */ new Float64Array(256);
const product = /* @__PURE__ */ new Float64Array(256);
let kinetic = /* @__PURE__ */ new Float64Array(0);

/**
 * Up to {@link ROWS} events of Raubold and Lynch. The daughters' masses are read from their columns, their momenta are
 * written there, and `weight` is multiplied by the event's density, whose expectation is the volume $R_n$, times `scale`.
 *
 * From the top down: each subsystem decays in its own rest frame and one boost takes the particle to the frame of the
 * parent; what is left is the difference, on its mass shell, so that momentum is conserved to the last bit and no
 * particle is boosted twice.
 *
 * @param rows - Number of events.
 * @param parent - Momenta of the parent, from row `parentAt` on.
 * @param daughters - Columns of the daughters, from row `at` on.
 * @param u - Uniforms: $3n-4$ an event from index `first` on, events `stride` apart.
 */
export function decayRows(
  rows: number,
  parent: FourVectors,
  parentAt: number,
  daughters: readonly FourVectors[],
  at: number,
  u: Float64Array,
  first: number,
  stride: number,
  weight: Float64Array,
  scale: number,
): void {
  const n = daughters.length;
  if (kinetic.length < n * ROWS) kinetic = new Float64Array(n * ROWS);
  const levels = kinetic;
  below.fill(0);
  for (const { m } of daughters) for (let r = 0; r < rows; r++) below[r] += m[at + r];
  const { px: fx, py: fy, pz: fz, m: fm } = parent;
  const { px: lx, py: ly, pz: lz, e: le, m: lm } = left;
  const factor = scale * productToVolume(1, 1, n);
  for (let r = 0; r < rows; r++) {
    const x = fx[parentAt + r];
    const y = fy[parentAt + r];
    const z = fz[parentAt + r];
    const M = fm[parentAt + r];
    const q = M - below[r];
    lx[r] = x;
    ly[r] = y;
    lz[r] = z;
    lm[r] = M;
    le[r] = Math.sqrt(x * x + y * y + z * z + M * M);
    // Sorted uniforms of what kinetic energy there is.
    let density = factor / M;
    levels[r] = 0;
    levels[(n - 1) * ROWS + r] = q;
    for (let k = 1; k < n - 1; k++) {
      const energy = q * u[first + r * stride + k - 1];
      let j = k;
      for (; j > 1 && levels[(j - 1) * ROWS + r] > energy; j--) levels[j * ROWS + r] = levels[(j - 1) * ROWS + r];
      levels[j * ROWS + r] = energy;
      density *= q;
    }
    product[r] = density;
  }
  for (let k = n - 1; k > 0; k--) {
    // What the last level leaves is the first daughter.
    const [rest, restAt] = k === 1 ? [daughters[0], at] : [left, 0];
    emit(rows, k, levels, daughters[k], at, rest, restAt, u, first + n - 2 + 2 * (n - 1 - k), stride);
  }
  for (let r = 0; r < rows; r++) weight[at + r] *= product[r];
}

/** One level of every row: the subsystem emits daughter `k` and leaves a remnant. */
function emit(
  rows: number,
  k: number,
  levels: Float64Array,
  daughter: FourVectors,
  at: number,
  remnant: FourVectors,
  remnantAt: number,
  u: Float64Array,
  first: number,
  stride: number,
): void {
  const { px: ox, py: oy, pz: oz, e: oe, m: om } = daughter;
  const { px: lx, py: ly, pz: lz, e: le, m: lm } = left;
  const { px: nx, py: ny, pz: nz, e: ne } = remnant;
  for (let r = 0, next = first; r < rows; r++, next += stride) {
    const i = at + r;
    const px = lx[r];
    const py = ly[r];
    const pz = lz[r];
    const mass = lm[r];
    const m = om[i];
    const low = levels[(k - 1) * ROWS + r];
    const under = below[r] - m;
    const rest = low + under;
    const open = levels[k * ROWS + r] - low;
    // One division a level: 1 / [M (E + M)] gives the momentum and energy at rest and the boost.
    const sum = le[r] + mass;
    const inverse = 1 / (mass * sum);
    const half = 0.5 * sum * inverse;
    const momentum = Math.sqrt(open * (open + 2 * m) * (open + 2 * rest) * (open + 2 * (m + rest))) * half;
    // Isotropic: uniform cosine, and the azimuth by its doubled half.
    const v = u[next];
    const s = sinPi(u[next + 1] - 0.5);
    const across = 4 * momentum * Math.sqrt(v * (1 - v));
    const x = across * (0.5 - s * s);
    const y = across * s * Math.sqrt((1 - s) * (1 + s));
    const z = momentum * (2 * v - 1);
    const f = (px * x + py * y + pz * z + (m + open * (open + 2 * rest) * half) * sum) * inverse;
    const qx = x + f * px;
    const qy = y + f * py;
    const qz = z + f * pz;
    ox[i] = qx;
    oy[i] = qy;
    oz[i] = qz;
    oe[i] = Math.sqrt(qx * qx + qy * qy + qz * qz + m * m);
    const rx = px - qx;
    const ry = py - qy;
    const rz = pz - qz;
    nx[remnantAt + r] = rx;
    ny[remnantAt + r] = ry;
    nz[remnantAt + r] = rz;
    lm[r] = rest;
    ne[remnantAt + r] = Math.sqrt(rx * rx + ry * ry + rz * rz + rest * rest);
    below[r] = under;
    product[r] *= momentum;
  }
}

/** What turns the mean of $\prod_k p_k$ into $R_n$: $\pi^{n-1}(2Q)^{n-2}/[(n-2)!\,M]$. */
export function productToVolume(M: number, q: number, n: number): number {
  let factor = Math.PI / M;
  for (let k = 1; k <= n - 2; k++) factor *= (2 * Math.PI * q) / k;
  return factor;
}

/**
 * GENBOD's bound on $\prod_k p_k$: every momentum at the largest it can have by itself. ROOT's TGenPhaseSpace returns
 * $\prod_k p_k$ over this.
 *
 * ```ts
 * genbodMaximum(1.777, [0.1, 0.1, 0.1]); // ≈ 0.72792
 * ```
 * @param M - Mass of the decaying system, GeV.
 * @param masses - Masses, GeV, in the order of generation.
 * @returns The bound, GeV to the power $n-1$; 0 below threshold.
 * @throws RangeError as {@link phaseSpaceVolume}.
 */
export function genbodMaximum(M: number, masses: readonly number[]): number {
  checkMasses("genbodMaximum", M, masses);
  const q = M - masses.reduce((sum, m) => sum + m, 0);
  if (!(q > 0)) return 0;
  let product = 1;
  let below = masses[0];
  for (let k = 1; k < masses.length; k++) {
    product *= breakup(q + below + masses[k], below, masses[k]);
    below += masses[k];
  }
  return product;
}

/** The largest $\prod_k p_k$, GeV to the power $n-1$: the true one up to three bodies, {@link genbodMaximum} beyond. */
export function largestProduct(M: number, masses: readonly number[]): number {
  if (masses.length !== 3) return genbodMaximum(M, masses);
  const [m1, m2, m3] = masses;
  const product = (m12: number): number => breakup(m12, m1, m2) * breakup(M, m12, m3);
  const low = m1 + m2;
  const step = (M - m3 - low) / 256;
  let best = 1;
  for (let i = 2; i < 256; i++) if (product(low + i * step) > product(low + best * step)) best = i;
  // Golden sections of the bracket around the best of the scan.
  let from = low + (best - 1) * step;
  let to = low + (best + 1) * step;
  for (let i = 0; i < 60; i++) {
    const a = to - 0.618033988749895 * (to - from);
    const b = from + 0.618033988749895 * (to - from);
    if (product(a) > product(b)) to = b;
    else from = a;
  }
  return product((from + to) / 2) * (1 + 1e-12);
}
