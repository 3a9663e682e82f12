import { square as squareOf } from "@belladonna/numerics/elementary";
import { minkowski } from "./exact.js";
import { checkMasses, phaseSpaceVolume } from "./phase-space-volume.js";

/** The three masses of a three-body decay, GeV. */
export type ThreeMasses = readonly [m1: number, m2: number, m3: number];

/** A closed interval. */
export interface Interval {
  /** Lower end. */
  readonly min: number;
  /** Upper end. */
  readonly max: number;
}

/**
 * Kinematic limits of $s_{23}$ at given $s_{12}$ in the decay $M \to 1\,2\,3$, from energies and momenta in the rest frame
 * of the pair 12:
 *
 * $$s_{23}^{\pm} = m_2^2 + m_3^2 + 2\,(E_2^*E_3^* \pm p_2^*p_3^*)$$
 *
 * (PDG review, Kinematics, eq. 49.23), the lower one without cancellation.
 *
 * @param M - Mass of the parent, GeV.
 * @param masses - Masses of the particles 1, 2, 3, GeV.
 * @param s12 - Invariant mass squared of particles 1 and 2, GeV².
 * @returns The interval, GeV²; `NaN` at both ends where $s_{12}$ is outside $[(m_1+m_2)^2, (M-m_3)^2]$.
 * @throws RangeError when a mass is negative or not finite.
 * @example
 * ```ts
 * dalitzLimits(10, [0, 0, 0], 36).max; // ≈ 64
 * ```
 */
export function dalitzLimits(M: number, masses: ThreeMasses, s12: number): Interval {
  checkMasses("dalitzLimits", M, masses);
  const [m1, m2, m3] = masses;
  const m12 = Math.sqrt(s12);
  const low = m1 + m2;
  // Openings above the two thresholds, exact in the given doubles.
  const above = opening(minkowski(s12, m1, 2 * m1, m2, 1, m1, m2, m2), s12) / (m12 + low || 1);
  const below = opening(minkowski(M, 2 * M, -m3, s12, M, m3, m3, 1), s12) / (M - m3 + m12 || 1);
  if (!(above >= 0 && below >= 0 && M >= low + m3)) return { min: Number.NaN, max: Number.NaN };
  if (m12 === 0) return { min: m3 * m3, max: M * M };
  const twoRoot = 2 * m12;
  const p2 = Math.sqrt(above * (above + 2 * m1) * (above + 2 * m2) * (above + 2 * low)) / twoRoot;
  const p3 = Math.sqrt(below * (below + 2 * m3) * (below + 2 * m12) * (below + 2 * (m12 + m3))) / twoRoot;
  const e2 = Math.sqrt(p2 * p2 + m2 * m2);
  const e3 = Math.sqrt(p3 * p3 + m3 * m3);
  const plus = e2 * e3 + p2 * p3;
  const squares = m2 * m2 + m3 * m3;
  const minus = plus === 0 ? 0 : (squareOf(m2 * e3) + squareOf(m3 * p2)) / plus;
  return { min: squares + 2 * minus, max: squares + 2 * plus };
}

/** A limit handed over in its rounded form is still inside. */
function opening(square: number, s12: number): number {
  return square < 0 && square >= -(2 ** -51) * s12 ? 0 : square;
}

/**
 * Area of the Dalitz plot in the plane of $(s_{12}, s_{23})$, GeV⁴: $A = 4M^2R_3/\pi^2$ from the exact three-body volume.
 *
 * @param M - Mass of the parent, GeV.
 * @param masses - Masses of the three particles, GeV.
 * @returns The area; 0 at and below threshold.
 * @throws RangeError when a mass is negative or not finite.
 * @example
 * ```ts
 * dalitzArea(10.58, [0, 0, 0]); // ≈ 6264.88
 * ```
 */
export function dalitzArea(M: number, masses: ThreeMasses): number {
  return (4 * M * M * phaseSpaceVolume(M, masses)) / (Math.PI * Math.PI);
}

/**
 * Whether the point $(s_{12}, s_{23})$, GeV², lies inside the Dalitz plot or on its edge.
 *
 * ```ts
 * insideDalitz(1.87, [0.494, 0.14, 0.14], 1, 1); // true
 * ```
 */
export function insideDalitz(M: number, masses: ThreeMasses, s12: number, s23: number): boolean {
  const { min, max } = dalitzLimits(M, masses, s12);
  return s23 >= min && s23 <= max;
}
