import { MASS } from "@belladonna/models/constants";
import type { DecayDynamics } from "@belladonna/models";
import { chargedCurrentDynamics } from "@belladonna/models/dynamics";
import { square } from "@belladonna/numerics/elementary";

/**
 * $\tau^-\to\ell^-\bar\nu_\ell\nu_\tau$ by $V-A$ with the lepton's mass:
 * $|M|^2\propto\bigl((p_\tau-m_\tau s)\cdot p_{\bar\nu_\ell}\bigr)\,(p_\ell\cdot p_{\nu_\tau})$; products in the order
 * $\ell,\bar\nu_\ell,\nu_\tau$.
 * @param lepton - Mass of the charged lepton, GeV.
 * @see PDG, review "Muon decay parameters"; with $\rho=3/4$, $\xi=1$, $\delta=3/4$
 */
export function leptonicDynamics(lepton: number): DecayDynamics {
  return {
    // E (m² − 2 m E − m_ℓ²)/2 is largest at E = (m² − m_ℓ²)/4m; the spin can double it.
    bound: square(square(MASS.tau) - square(lepton)) / (8 * MASS.tau),
    ...chargedCurrentDynamics(1),
  };
}

/** A complex hadronic current: real parts of $J^0,J^x,J^y,J^z$, then the imaginary ones. */
export type CurrentOf = (momenta: Float64Array, current: Float64Array) => void;

/**
 * $\tau^-\to{\rm hadrons}\;\nu_\tau$ with a hadronic current $J$, in the rest frame of the $\tau$,
 * $$|M|^2\propto E_\nu\,{\rm Tr}\bigl[(1-\sigma\cdot\hat k)\,A\,(1+\sigma\cdot s)\,A^\dagger\bigr],\qquad
 *   A=J^0+\sigma\cdot\mathbf J,$$
 * $\hat k$ the direction of the neutrino, which is the last product: the left-handed halves of the two spinors.
 * @param products - Number of products, with the neutrino.
 * @param fill - Writes the current.
 */
export function hadronicDynamics(products: number, fill: CurrentOf): DecayDynamics {
  const j = new Float64Array(8);
  return {
    value(p, spin) {
      fill(p, j);
      const at = 4 * (products - 1);
      return squared(j, p[at], p[at + 1], p[at + 2], p[at + 3], spin);
    },
  };
}

/** The trace for current `j`, neutrino `k` and spin `s`, with $\chi=(1-\sigma\cdot\hat k)E$ applied to $A$ from the left. */
function squared(j: Float64Array, kx: number, ky: number, kz: number, e: number, s: Float64Array): number {
  const [r0, rx, ry, rz, i0, ix, iy, iz] = j;
  // A†A = a0 + σ·a with a = 2 Re(J0* J) + i J* × J, where i J* × J = −2 Re J × Im J.
  const a0 = r0 * r0 + i0 * i0 + rx * rx + ry * ry + rz * rz + ix * ix + iy * iy + iz * iz;
  const cx = ry * iz - rz * iy;
  const cy = rz * ix - rx * iz;
  const cz = rx * iy - ry * ix;
  const ax = 2 * (r0 * rx + i0 * ix - cx);
  const ay = 2 * (r0 * ry + i0 * iy - cy);
  const az = 2 * (r0 * rz + i0 * iz - cz);
  // A†(σ·k)A = b0 + σ·b with b0 = 2 Re(J0* J·k) + i J*·(k × J),
  // b = (|J0|² − |J|²) k + 2 Re((J*·k) J) + 2 k × Im(J0 J*).
  const rk = rx * kx + ry * ky + rz * kz;
  const ik = ix * kx + iy * ky + iz * kz;
  const b0 = 2 * (r0 * rk + i0 * ik) + 2 * (cx * kx + cy * ky + cz * kz);
  const f = 2 * (r0 * r0 + i0 * i0) - a0;
  // Im(J0 J*) = i0 r − r0 i.
  const mx = 2 * (i0 * rx - r0 * ix);
  const my = 2 * (i0 * ry - r0 * iy);
  const mz = 2 * (i0 * rz - r0 * iz);
  const bx = f * kx + 2 * (rk * rx + ik * ix) + (ky * mz - kz * my);
  const by = f * ky + 2 * (rk * ry + ik * iy) + (kz * mx - kx * mz);
  const bz = f * kz + 2 * (rk * rz + ik * iz) + (kx * my - ky * mx);
  return e * a0 - b0 + s[0] * (e * ax - bx) + s[1] * (e * ay - by) + s[2] * (e * az - bz);
}
