import type { FourVectors } from "./four-vectors.js";
import { sinPi } from "./isotropic.js";
import { breakup } from "./two-body.js";

/** Uniforms one event of `n` bodies takes: $n-2$ masses and $n-1$ directions. */
export function uniformsPerDecay(n: number): number {
  return 3 * n - 4;
}

// Of the nested subsystems; phaseSpace allows 64.
const kinetic = /* @__PURE__ */ new Float64Array(64);

/**
 * One event of Raubold and Lynch: momenta into row `row`, and its weight whose expectation is the volume $R_n$.
 *
 * From the top down: each subsystem decays in its own rest frame and one boost takes the particle to the frame of the
 * parent; what is left is the difference, on its mass shell, so that momentum is conserved to the last bit and no
 * particle is boosted twice.
 *
 * @param row - Row to write.
 * @param px - Momentum of the parent along $x$, GeV; `py`, `pz` alike.
 * @param M - Mass of the parent, above the sum of masses, GeV.
 * @param masses - Masses, GeV.
 * @param u - Uniforms, $3n-4$ from index `at` on.
 * @param momenta - Columns to write, one batch a particle.
 */
export function decayRow(
  row: number,
  px: number,
  py: number,
  pz: number,
  M: number,
  masses: ArrayLike<number>,
  u: Float64Array,
  at: number,
  momenta: readonly FourVectors[],
): number {
  const n = masses.length;
  let below = 0;
  for (let k = 0; k < n; k++) below += masses[k];
  const q = M - below;
  // Kinetic energies of the nested subsystems: sorted uniforms of what is there.
  kinetic[0] = 0;
  kinetic[n - 1] = q;
  for (let k = 1; k < n - 1; k++) {
    const x = q * u[at + k - 1];
    let j = k;
    for (; j > 1 && kinetic[j - 1] > x; j--) kinetic[j] = kinetic[j - 1];
    kinetic[j] = x;
  }
  let next = at + n - 2;
  let product = 1;
  let mass = M;
  let energy = Math.sqrt(px * px + py * py + pz * pz + M * M);
  for (let k = n - 1; k > 0; k--) {
    const m = masses[k];
    below -= m;
    const rest = kinetic[k - 1] + below;
    const open = kinetic[k] - kinetic[k - 1];
    const square = open * (open + 2 * m) * (open + 2 * rest) * (open + 2 * (m + rest));
    const momentum = Math.sqrt(square) / (2 * mass);
    product *= momentum;
    // Isotropic: uniform cosine, and the azimuth by its doubled half.
    const v = u[next];
    const s = sinPi(u[next + 1] - 0.5);
    next += 2;
    const across = 4 * momentum * Math.sqrt(v * (1 - v));
    const x = across * (0.5 - s * s);
    const y = across * s * Math.sqrt((1 - s) * (1 + s));
    const z = momentum * (2 * v - 1);
    const along = px * x + py * y + pz * z;
    const f = (along / (energy + mass) + Math.sqrt(momentum * momentum + m * m)) / mass;
    const qx = x + f * px;
    const qy = y + f * py;
    const qz = z + f * pz;
    const out = momenta[k];
    out.px[row] = qx;
    out.py[row] = qy;
    out.pz[row] = qz;
    out.e[row] = Math.sqrt(qx * qx + qy * qy + qz * qz + m * m);
    out.m[row] = m;
    px -= qx;
    py -= qy;
    pz -= qz;
    mass = rest;
    energy = Math.sqrt(px * px + py * py + pz * pz + rest * rest);
  }
  const out = momenta[0];
  out.px[row] = px;
  out.py[row] = py;
  out.pz[row] = pz;
  out.e[row] = energy;
  out.m[row] = masses[0];
  return product * productToVolume(M, q, n);
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
 * @param M - Mass of the decaying system, GeV.
 * @param masses - Masses, GeV, in the order of generation.
 */
export function genbodMaximum(M: number, masses: readonly number[]): number {
  const q = M - masses.reduce((sum, m) => sum + m, 0);
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
