import { p } from "./arithmetic.js";
import type { FourVector } from "./four-vector.js";

/**
 * Whether momenta are a point of the phase space of `total` going to `masses`: every particle on its mass shell with
 * positive energy, and the sum equal to `total`.
 *
 * ```ts
 * insidePhaseSpace(fourVector({ px: 0, py: 0, pz: 0, m: 2 }), [0, 0], [fourVector({ px: 0, py: 0, pz: 1, m: 0 }), fourVector({ px: 0, py: 0, pz: -1, m: 0 })]); // true
 * ```
 * @param total - Four-momentum of the decaying system.
 * @param masses - Masses, GeV, in the order of the momenta.
 * @param momenta - The point to test.
 * @param tolerance - Allowed deviation of $E^2 - p^2 - m^2$ over $E_\text{total}^2$, and of each component of the sum
 * over $E_\text{total}$; $10^{-12}$ when absent.
 */
export function insidePhaseSpace(
  total: FourVector,
  masses: readonly number[],
  momenta: readonly FourVector[],
  tolerance = 1e-12,
): boolean {
  if (momenta.length !== masses.length) return false;
  let px = -total.px;
  let py = -total.py;
  let pz = -total.pz;
  let e = -total.e;
  for (let i = 0; i < masses.length; i++) {
    const v = momenta[i];
    const momentum = p(v);
    const square = (v.e - momentum) * (v.e + momentum) - masses[i] * masses[i];
    if (!(v.e >= 0 && Math.abs(square) <= tolerance * total.e * total.e)) return false;
    px += v.px;
    py += v.py;
    pz += v.pz;
    e += v.e;
  }
  const most = Math.max(Math.abs(px), Math.abs(py), Math.abs(pz), Math.abs(e));
  return most <= tolerance * Math.abs(total.e);
}
