import { safeScale } from "./exact.js";
import type { FourVector } from "./four-vector.js";

/** The power of two that brings vectors to where their products can be formed; 1 as a rule, and when one is not finite. */
export function productScale(...vs: readonly FourVector[]): number {
  let big = 0;
  for (const { px, py, pz, e, m } of vs) {
    big = Math.max(big, Math.abs(px), Math.abs(py), Math.abs(pz), Math.abs(e), Math.abs(m));
  }
  return safeScale(big);
}

/** All components times a power of two. */
export function times(v: FourVector, k: number): FourVector {
  return { px: v.px * k, py: v.py * k, pz: v.pz * k, e: v.e * k, m: v.m * k };
}
