import type { Interval } from "./detector.js";

/** The three parts of a barrel-shaped detector, by the polar angles they cover. */
export interface Regions {
  /** Polar angles of the forward part, rad. */
  readonly forward: Interval;
  /** Polar angles of the barrel, rad. */
  readonly barrel: Interval;
  /** Polar angles of the backward part, rad. */
  readonly backward: Interval;
}

/** Part of a barrel-shaped detector that a polar angle points to. */
export type Region = "forward" | "barrel" | "backward" | "none";

/**
 * Part of the calorimeter or muon system at a polar angle, `"none"` in the gaps between parts and outside.
 *
 * ```ts
 * const at = (degrees) => regionAt((degrees * Math.PI) / 180, belle2.calorimeter);
 * [20, 31.6, 90, 140, 170].map(at); // ["forward", "none", "barrel", "backward", "none"]
 * ```
 * @param theta - Lab polar angle seen from the origin, rad.
 * @param detector - `belle2.calorimeter`, `belle2.muonSystem` or the like. Edges belong to their part.
 */
export function regionAt(theta: number, detector: Regions): Region {
  if (inside(theta, detector.barrel)) return "barrel";
  if (inside(theta, detector.forward)) return "forward";
  if (inside(theta, detector.backward)) return "backward";
  return "none";
}

/** Whether `x` lies in a closed interval. */
export function inside(x: number, interval: Interval): boolean {
  return x >= interval[0] && x <= interval[1];
}

/** The inner surface of a barrel-shaped detector: a cylinder closed by two planes. */
interface Surface {
  readonly radius: number;
  readonly zForward: number;
  readonly zBackward: number;
}

/**
 * Length of a straight line from a point inside a closed cylinder to its surface.
 * @returns Length, cm; `NaN` when the point is outside, `Infinity` when the direction is null.
 */
export function straightToSurface(
  x: number,
  y: number,
  z: number,
  ux: number,
  uy: number,
  uz: number,
  surface: Surface,
): number {
  const { radius, zForward, zBackward } = surface;
  const inner = radius * radius - x * x - y * y;
  if (inner < 0 || z > zForward || z < zBackward) return Number.NaN;
  let length = uz > 0 ? (zForward - z) / uz : uz < 0 ? (zBackward - z) / uz : Infinity;
  const t2 = ux * ux + uy * uy;
  if (t2 > 0) {
    const b = x * ux + y * uy;
    // Root without cancellation, whichever sign b has.
    const root = Math.sqrt(b * b + t2 * inner);
    const toCylinder = b > 0 ? inner / (b + root) : (root - b) / t2;
    if (toCylinder < length) length = toCylinder;
  }
  return length;
}
