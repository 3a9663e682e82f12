import type { RandomStream } from "@belladonna/numerics";
import { atan, square as squareOf, tan } from "@belladonna/numerics/elementary";
import { twoBodyDecay } from "./two-body-decay.js";
import type { DecayResonance } from "./decay-table.js";

/** Momentum of a decay of `M` into `a` and `b`, GeV; 0 below threshold. */
function breakup(M: number, a: number, b: number): number {
  const square = (M - a - b) * (M + a + b) * (M - a + b) * (M + a - b);
  return M > a + b && square > 0 ? Math.sqrt(square) / (2 * M) : 0;
}

/**
 * Bound on the weights of flat phase space: every breakup momentum at its largest (F. James, CERN 68-15, 1968).
 * @param M - Mass of the parent, GeV.
 * @param masses - Masses of the products, GeV.
 */
export function phaseSpaceBound(M: number, masses: readonly number[]): number {
  const free = M - masses.reduce((sum, m) => sum + m, 0);
  let bound = 1;
  let below = masses[0];
  for (let k = 1; k < masses.length; k++) {
    bound *= breakup(free + below + masses[k], below, masses[k]);
    below += masses[k];
  }
  return bound;
}

const MOST = 16;
const parent = /* @__PURE__ */ new Float64Array(5);
const pair = /* @__PURE__ */ new Float64Array(8);
const nested = /* @__PURE__ */ new Float64Array(16);

/**
 * Momenta of a decay at rest: nested two-body decays, with the masses of the subsystems uniform (Raubold–Lynch), or
 * that of a resonance of the first two of three products by its Breit–Wigner.
 * @param M - Mass of the parent, GeV.
 * @param masses - Masses of the products, GeV; one to 16, with less than `M` in sum.
 * @param resonance - Resonance of products 0 and 1 of three.
 * @param random - Takes $3n-4$ uniforms.
 * @param out - Receives $p_x, p_y, p_z, E$ of each product, GeV.
 * @returns Density of phase space over that of the drawing, up to a constant.
 */
export function drawAtRest(
  M: number,
  masses: readonly number[],
  resonance: DecayResonance | undefined,
  random: RandomStream,
  out: Float64Array,
): number {
  const n = masses.length;
  if (n > MOST) throw new RangeError(`drawAtRest: a decay has at most ${MOST} products, got ${n}`);
  out[0] = out[1] = out[2] = 0;
  out[3] = M;
  if (n === 1) return 1;
  let weight = subsystems(M, masses, resonance, random);
  parent[0] = parent[1] = parent[2] = 0;
  parent[3] = M;
  for (let k = n - 1; k > 0; k--) {
    parent[4] = nested[k];
    weight *= breakup(nested[k], nested[k - 1], masses[k]);
    twoBodyDecay(parent, nested[k - 1], masses[k], random, pair);
    for (let c = 0; c < 4; c++) {
      out[4 * k + c] = pair[4 + c];
      parent[c] = pair[c];
    }
  }
  for (let c = 0; c < 4; c++) out[c] = parent[c];
  return weight;
}

/** Masses of the first $k+1$ products together, into `nested`; returns the weight of the drawing. */
function subsystems(
  M: number,
  masses: readonly number[],
  resonance: DecayResonance | undefined,
  random: RandomStream,
): number {
  const n = masses.length;
  nested[0] = masses[0];
  nested[n - 1] = M;
  if (resonance !== undefined && n === 3) {
    // s = m0² + m0 Γ tan φ; dΦ₃ is p₁₂ p₃ ds / √s up to a constant.
    const peak = squareOf(resonance.mass);
    const scale = resonance.mass * resonance.width;
    const low = atan((squareOf(masses[0] + masses[1]) - peak) / scale);
    const high = atan((squareOf(M - masses[2]) - peak) / scale);
    const tangent = tan(low + random.uniform() * (high - low));
    nested[1] = Math.sqrt(peak + scale * tangent);
    return (1 + tangent * tangent) / nested[1];
  }
  let free = M;
  for (const m of masses) free -= m;
  // Sorted uniforms by insertion; there are few.
  for (let k = 1; k < n - 1; k++) {
    const u = random.uniform();
    let j = k;
    while (j > 1 && nested[j - 1] > u) {
      nested[j] = nested[j - 1];
      j--;
    }
    nested[j] = u;
  }
  let below = masses[0];
  for (let k = 1; k < n - 1; k++) {
    below += masses[k];
    nested[k] = below + free * nested[k];
  }
  return 1;
}

/** Products from the rest frame of `parent`, their momenta times `sign`, to the frame of `parent`, in place. */
export function boostProducts(
  [px, py, pz, e, m]: Float64Array,
  masses: readonly number[],
  sign: number,
  out: Float64Array,
): void {
  for (let k = 0; k < masses.length; k++) {
    const at = 4 * k;
    const x = sign * out[at];
    const y = sign * out[at + 1];
    const z = sign * out[at + 2];
    const along = (x * px + y * py + z * pz) / m;
    const f = along / (e + m) + out[at + 3] / m;
    const [qx, qy, qz] = [x + f * px, y + f * py, z + f * pz];
    const square = qx * qx + qy * qy + qz * qz + masses[k] * masses[k];
    out[at] = qx;
    out[at + 1] = qy;
    out[at + 2] = qz;
    // From the momentum, so that products are on their mass shells.
    out[at + 3] = Math.sqrt(square);
  }
}
