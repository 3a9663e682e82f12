import { atan2 } from "@belladonna/numerics/elementary";
import { angle } from "./angles.js";
import { boostToRestOf } from "./boost.js";
import { differenceOfProducts } from "./exact.js";
import { add, parity } from "./arithmetic.js";
import type { FourVector } from "./four-vector.js";

/**
 * Decay angle: between the daughter's direction in the rest frame of its mother and the mother's direction in the frame
 * both are given in.
 *
 * ```ts
 * decayAngle(fourVector({ px: 0, py: 1, pz: 1, m: 0 }), fourVector({ px: 0, py: 0, pz: 3, m: 4 })); // ≈ 1.384
 * ```
 * @param daughter - Daughter.
 * @param mother - Mother, time-like.
 * @returns Angle, rad, in $[0, \pi]$; 0 for a mother at rest.
 * @throws RangeError when the mother is not time-like.
 */
export function decayAngle(daughter: FourVector, mother: FourVector): number {
  return angle(boostToRestOf(daughter, mother), mother);
}

/**
 * Helicity angle: between the daughter's direction and the reverse of the grandmother's, both in the rest frame of the
 * mother; the same as between the daughter there and the mother's direction in the rest frame of the grandmother.
 *
 * ```ts
 * helicityAngle(fourVector({ px: 0, py: 1, pz: 1, m: 0 }), fourVector({ px: 0, py: 0, pz: 3, m: 4 }), fourVector({ px: 0, py: 0, pz: 0, m: 10 })); // ≈ 1.384
 * ```
 * @param daughter - Daughter of `mother`.
 * @param mother - Daughter of `grandmother`, time-like.
 * @param grandmother - Grandmother.
 * @returns Angle, rad, in $[0, \pi]$.
 * @throws RangeError when the mother is not time-like.
 */
export function helicityAngle(daughter: FourVector, mother: FourVector, grandmother: FourVector): number {
  return angle(boostToRestOf(daughter, mother), parity(boostToRestOf(grandmother, mother)));
}

/**
 * Angle between the decay planes of two particles $A\to a_1a_2$ and $B\to b_1b_2$ from one parent: from the plane of $A$
 * to that of $B$, right-handed about the flight of $A$ in the rest frame of the parent, both planes oriented by their
 * first daughter.
 *
 * ```ts
 * planesAngle(fourVector({ px: 1, py: 0, pz: 1, m: 0 }), fourVector({ px: -1, py: 0, pz: 1, m: 0 }), fourVector({ px: 0, py: 1, pz: -1, m: 0 }), fourVector({ px: 0, py: -1, pz: -1, m: 0 })); // ≈ 1.571
 * ```
 * @param a1 - First daughter of $A$.
 * @param a2 - Second daughter of $A$.
 * @param b1 - First daughter of $B$.
 * @param b2 - Second daughter of $B$.
 * @returns Angle, rad, in $(-\pi, \pi]$.
 * @throws RangeError when the four have no rest frame.
 */
export function planesAngle(a1: FourVector, a2: FourVector, b1: FourVector, b2: FourVector): number {
  const parent = add(a1, a2, b1, b2);
  const [p1, p2, q1] = [a1, a2, b1].map((v) => boostToRestOf(v, parent));
  const zx = p1.px + p2.px;
  const zy = p1.py + p2.py;
  const zz = p1.pz + p2.pz;
  const length = Math.sqrt(zx * zx + zy * zy + zz * zz);
  // Both first daughters across the flight of A.
  const across = (v: FourVector): readonly [number, number, number] => [
    differenceOfProducts(zy, v.pz, zz, v.py),
    differenceOfProducts(zz, v.px, zx, v.pz),
    differenceOfProducts(zx, v.py, zy, v.px),
  ];
  const [ax, ay, az] = across(p1);
  const [bx, by, bz] = across(q1);
  const sine = (zx * (ay * bz - az * by) + zy * (az * bx - ax * bz) + zz * (ax * by - ay * bx)) / length;
  const chi = atan2(sine, ax * bx + ay * by + az * bz);
  return chi === -Math.PI ? Math.PI : chi;
}
