import { cos, sin, sinh } from "@belladonna/numerics/elementary";
import { massOf, norm, rootOfDifference } from "./exact.js";

/**
 * One four-momentum: the five numbers of a Les Houches line, GeV.
 *
 * The mass is carried, not recomputed: boosts and rotations hand it on untouched, and a sum computes it from
 * its parts without cancellation.
 */
export interface FourVector {
  /** Momentum along $x$, GeV. */
  readonly px: number;
  /** Momentum along $y$, GeV. */
  readonly py: number;
  /** Momentum along $z$, GeV. */
  readonly pz: number;
  /** Energy, GeV. */
  readonly e: number;
  /** Signed mass, GeV: $m = \sqrt{m^2}$, or $-\sqrt{-m^2}$ for a space-like vector. */
  readonly m: number;
}

/** Cartesian momentum with the energy, the mass, or both: what {@link fourVector} takes. */
export interface FourVectorInput {
  /** Momentum along $x$, GeV. */
  readonly px: number;
  /** Momentum along $y$, GeV. */
  readonly py: number;
  /** Momentum along $z$, GeV. */
  readonly pz: number;
  /** Energy, GeV; from the mass when absent. */
  readonly e?: number | undefined;
  /** Signed mass, GeV; from the energy when absent. */
  readonly m?: number | undefined;
}

/**
 * A four-vector from its momentum and its energy or mass.
 *
 * With the mass, $E = \sqrt{m|m| + p^2}$. With the energy, the mass is that of the stored doubles,
 * $m|m| = E^2 - p^2$, computed exactly and rounded once: the mass of a 7 GeV electron comes out to $10^{-16}$
 * relative to what the given energy means (though the rounding of the energy itself is worth $3\times10^{-9}$ of
 * $m^2$; give the mass where it is known). With both, as on a Les Houches line, both are kept as they are.
 *
 * @param input - `px`, `py`, `pz` and `e` and/or `m`, GeV; `m` is signed, negative for space-like.
 * @returns The four-vector; space-like vectors ($E^2 < p^2$) have `m < 0`.
 * @throws RangeError when a component is not finite, neither `e` nor `m` is given, or `m` is so negative that no real
 * energy exists.
 * @example
 * ```ts
 * fourVector({ px: 0, py: 0, pz: 3, m: 4 }).e; // ≈ 5
 * fourVector({ px: 0, py: 0, pz: 3, e: 5 }).m; // ≈ 4
 * ```
 */
export function fourVector({ px, py, pz, e, m }: FourVectorInput): FourVector {
  if (!Number.isFinite(px + py + pz)) {
    throw new RangeError(`fourVector: px, py, pz must be finite, got ${px}, ${py}, ${pz}`);
  }
  if (e === undefined && m === undefined) throw new RangeError("fourVector: e or m must be given, got neither");
  const energy = e ?? energyOf(px, py, pz, m ?? 0);
  const mass = m ?? massOf(px, py, pz, energy);
  if (!Number.isFinite(energy) || !Number.isFinite(mass)) {
    throw new RangeError(`fourVector: e and m must be finite and m|m| + p^2 >= 0, got e=${energy}, m=${mass}`);
  }
  return { px, py, pz, e: energy, m: mass };
}

/** $\sqrt{m|m| + p^2}$; NaN where that is imaginary. */
function energyOf(px: number, py: number, pz: number, m: number): number {
  const p = norm(px, py, pz);
  return m < 0 ? rootOfDifference(p, m) : norm(p, m, 0);
}

/**
 * A four-vector from transverse momentum, pseudorapidity, azimuth and mass:
 * $p_x = p_T\cos\phi$, $p_y = p_T\sin\phi$, $p_z = p_T\sinh\eta$.
 *
 * @param pt - Transverse momentum, GeV, ≥ 0.
 * @param eta - Pseudorapidity, dimensionless.
 * @param phi - Azimuth, rad.
 * @param m - Signed mass, GeV.
 * @throws RangeError when `pt` is negative or an argument is not finite.
 * @example
 * ```ts
 * fromPtEtaPhi(1, 1, 0, 0).e; // ≈ 1.5431
 * ```
 */
export function fromPtEtaPhi(pt: number, eta: number, phi: number, m: number): FourVector {
  if (!(pt >= 0)) throw new RangeError(`fromPtEtaPhi: pt must be >= 0 GeV, got ${pt}`);
  return fourVector({ px: pt * cos(phi), py: pt * sin(phi), pz: pt * sinh(eta), m });
}

/**
 * A four-vector from momentum, polar angle, azimuth and mass: $\vec p = p\,(\sin\theta\cos\phi, \sin\theta\sin\phi,
 * \cos\theta)$.
 *
 * @param p - Momentum, GeV, ≥ 0.
 * @param theta - Polar angle to $+z$, rad.
 * @param phi - Azimuth, rad.
 * @param m - Signed mass, GeV.
 * @throws RangeError when `p` is negative or an argument is not finite.
 * @example
 * ```ts
 * fromPThetaPhi(3, Math.PI / 3, 0, 4).pz; // ≈ 1.5
 * ```
 */
export function fromPThetaPhi(p: number, theta: number, phi: number, m: number): FourVector {
  if (!(p >= 0)) throw new RangeError(`fromPThetaPhi: p must be >= 0 GeV, got ${p}`);
  const pt = p * sin(theta);
  return fourVector({ px: pt * cos(phi), py: pt * sin(phi), pz: p * cos(theta), m });
}
