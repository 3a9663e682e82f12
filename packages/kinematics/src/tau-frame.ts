import { p } from "./arithmetic.js";
import { boostToRestOf } from "./boost.js";
import { rootOfDifference } from "./exact.js";
import type { FourVector } from "./four-vector.js";

/** Mass of the tau lepton, GeV, PDG 2026. */
const TAU_MASS = 1.77693;

/**
 * The tau of the pseudo-rest frame (ARGUS, Z. Phys. C 68 (1995) 25) as a four-vector in the centre-of-mass frame: energy
 * $\sqrt s/2$, direction opposite to the momentum of the tag side. {@link boostToRestOf} it to be in the frame.
 *
 * @param tag - Sum of the tag side's visible particles in the centre-of-mass frame, GeV.
 * @param sqrtS - Centre-of-mass energy, GeV.
 * @param mass - Mass of the tau, GeV; the PDG's when absent.
 * @throws RangeError when the tag has no finite momentum or half of `sqrtS` is not finite and above the mass.
 * @example
 * ```ts
 * tauPseudoRestFrame(fromPThetaPhi(2, 1, 0, 0.5), 10.58).pz; // ≈ -2.6921
 * ```
 */
export function tauPseudoRestFrame(tag: FourVector, sqrtS: number, mass: number = TAU_MASS): FourVector {
  const size = p(tag);
  const e = sqrtS / 2;
  if (!(size > 0 && size < Infinity)) {
    throw new RangeError(`tauPseudoRestFrame: the tag must have a momentum, a finite one, got ${size}`);
  }
  if (!(e > mass && mass > 0 && e < Infinity)) {
    throw new RangeError(`tauPseudoRestFrame: sqrtS / 2 must be above the mass ${mass} and finite, got ${e}`);
  }
  const back = -rootOfDifference(e, mass);
  return { px: back * (tag.px / size), py: back * (tag.py / size), pz: back * (tag.pz / size), e, m: mass };
}

/**
 * Normalised lepton energy in the tau pseudo-rest frame, $x_\ell = 2E^*_\ell/m_\tau$. In $\tau\to\ell\alpha$ with a massless
 * lepton it peaks at $1 - m_\alpha^2/m_\tau^2$.
 *
 * ```ts
 * xLepton(fourVector({ px: 0, py: 0, pz: 0.5, m: 0 }), fourVector({ px: 0, py: 0, pz: 0, m: 1.777 })); // ≈ 0.5627
 * ```
 * @param lepton - Lepton in the centre-of-mass frame, GeV.
 * @param frame - {@link tauPseudoRestFrame} of the event.
 */
export function xLepton(lepton: FourVector, frame: FourVector): number {
  return (2 * boostToRestOf(lepton, frame).e) / frame.m;
}
