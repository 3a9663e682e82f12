import type { RandomStream } from "@belladonna/numerics";
import { cos, sin } from "@belladonna/numerics/elementary";

const TWO_PI = 2 * Math.PI;

/**
 * Isotropic two-body decay of a moving particle.
 * @param parent - $p_x, p_y, p_z, E, m$ of the parent, GeV.
 * @param m1 - Mass of the first daughter, GeV.
 * @param m2 - Mass of the second daughter, GeV.
 * @param random - Takes two uniforms.
 * @param out - Receives $p_x, p_y, p_z, E$ of the first, then of the second daughter, GeV.
 */
export function twoBodyDecay(
  parent: Float64Array,
  m1: number,
  m2: number,
  random: RandomStream,
  out: Float64Array,
): void {
  const [px, py, pz, e, m] = parent;
  const sum = m1 + m2;
  const gap = m1 - m2;
  const q = Math.sqrt(Math.max(0, (m - sum) * (m + sum) * (m - gap) * (m + gap))) / (2 * m);
  const c = 2 * random.uniform() - 1;
  const phi = TWO_PI * random.uniform();
  const sine = Math.sqrt((1 - c) * (1 + c));
  const x = q * sine * cos(phi);
  const y = q * sine * sin(phi);
  const z = q * c;
  const e1 = Math.sqrt(q * q + m1 * m1);
  const along = (x * px + y * py + z * pz) / m;
  const f = along / (e + m) + e1 / m;
  out[0] = x + f * px;
  out[1] = y + f * py;
  out[2] = z + f * pz;
  // From the momentum where massless, so that a photon is exactly light-like.
  out[3] = m1 === 0 ? length(out[0], out[1], out[2]) : (e * e1) / m + along;
  out[4] = px - out[0];
  out[5] = py - out[1];
  out[6] = pz - out[2];
  out[7] = m2 === 0 ? length(out[4], out[5], out[6]) : e - out[3];
}

function length(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z);
}
