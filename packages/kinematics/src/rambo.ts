import { log } from "@belladonna/numerics/elementary";
import type { FourVector } from "./four-vector.js";
import type { FourVectors } from "./four-vectors.js";
import { sinPi } from "./isotropic.js";

/** Uniforms one event of `n` massless bodies takes. */
export function uniformsPerRambo(n: number): number {
  return 4 * n;
}

/**
 * One event of RAMBO: massless momenta with flat density in phase space, into row `row`.
 *
 * Isotropic momenta with energies $q^0 e^{-q^0}$, one conformal transformation to the wanted mass, one boost
 * (R. Kleiss, W. J. Stirling, S. D. Ellis, Comput. Phys. Commun. 40 (1986) 359, section 3).
 */
export function ramboRow(
  row: number,
  total: FourVector,
  u: Float64Array,
  at: number,
  momenta: readonly FourVectors[],
): void {
  let sx = 0;
  let sy = 0;
  let sz = 0;
  let se = 0;
  let next = at;
  for (const { px, py, pz, e } of momenta) {
    const energy = -log(u[next] * u[next + 1]);
    const v = u[next + 2];
    const s = sinPi(u[next + 3] - 0.5);
    next += 4;
    const across = 4 * energy * Math.sqrt(v * (1 - v));
    px[row] = across * (0.5 - s * s);
    py[row] = across * s * Math.sqrt((1 - s) * (1 + s));
    pz[row] = energy * (2 * v - 1);
    e[row] = energy;
    sx += px[row];
    sy += py[row];
    sz += pz[row];
    se += energy;
  }
  const mass = Math.sqrt((se - norm(sx, sy, sz)) * (se + norm(sx, sy, sz)));
  const scale = total.m / mass;
  const k = 1 / (mass * (se + mass));
  const K = 1 / (total.m * (total.e + total.m));
  for (const { px, py, pz, e, m } of momenta) {
    const x = px[row];
    const y = py[row];
    const z = pz[row];
    // To the rest frame of the sum, stretched to the wanted mass; then to the frame of the parent.
    const f = (sx * x + sy * y + sz * z) * k - e[row] / mass;
    const qx = scale * (x + f * sx);
    const qy = scale * (y + f * sy);
    const qz = scale * (z + f * sz);
    const energy = norm(qx, qy, qz);
    const g = (total.px * qx + total.py * qy + total.pz * qz) * K + energy / total.m;
    px[row] = qx + g * total.px;
    py[row] = qy + g * total.py;
    pz[row] = qz + g * total.pz;
    e[row] = norm(px[row], py[row], pz[row]);
    m[row] = 0;
  }
}

function norm(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z);
}
