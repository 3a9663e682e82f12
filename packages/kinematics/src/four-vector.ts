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
