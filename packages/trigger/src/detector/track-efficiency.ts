import type { Tracker } from "./detector.js";
import { interpolate } from "./resolution.js";

/**
 * Chance that a charged particle within the acceptance is found as a track: that of a prompt track, by transverse momentum
 * and polar angle, times the root of what a vertex at the radius leaves of a pair,
 * $\varepsilon(p_t)\,a(\theta)\,\sqrt{d(r)}$. Linear between the points of each curve, constant beyond them.
 *
 * @param tracker - The tracker.
 * @param pt - Transverse momentum, GeV.
 * @param theta - Polar angle, rad.
 * @param radius - Transverse radius where the particle starts, cm.
 * @returns A probability.
 * @throws RangeError when an argument is NaN.
 * @example
 * ```ts
 * trackEfficiency(belle2.tracker, 3, 1.2, 0); // 0.99
 * trackEfficiency(belle2.tracker, 0.1, 1.2, 0); // 0.8
 * trackEfficiency(belle2.tracker, 3, 1.2, 20); // ≈ 0.70004
 * ```
 */
export function trackEfficiency(tracker: Tracker, pt: number, theta: number, radius: number): number {
  if (Number.isNaN(pt + theta + radius)) {
    throw new RangeError(`trackEfficiency: pt, theta and radius must be numbers, got ${pt}, ${theta}, ${radius}`);
  }
  const prompt = interpolate(tracker.promptEfficiency, pt) * interpolate(tracker.angularEfficiency, theta);
  return prompt * Math.sqrt(interpolate(tracker.displacedEfficiency, radius));
}
