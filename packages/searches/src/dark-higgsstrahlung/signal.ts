import type { Candidates } from "./candidates.js";
import { coreEllipse, distanceSquared, type Ellipse, FEWEST } from "./ellipse.js";
import type { Node } from "./plane.js";
import { helicityCuts, selection } from "./selection.js";

/** A signal at one point of the plane. */
export interface SignalPoint {
  /** Its peak. */
  readonly ellipse: Ellipse;
  /** Share of events in the window for each helicity cut of `helicityCuts`, trigger included. */
  readonly efficiency: readonly number[];
  /** Share of the events in the window that the trigger keeps. */
  readonly triggerEfficiency: number;
}

/**
 * Peak and efficiencies of simulated signal.
 *
 * @param truth - Masses of dark photon and dark Higgs, GeV.
 * @param selected - What was selected.
 * @param generated - Number of events generated.
 * @returns The signal, or why there is none.
 */
export function signalPoint(
  { mA, mH }: Node,
  selected: Candidates,
  generated: number,
): SignalPoint | { readonly reason: string } {
  const { mass, recoilSquared, helicity, triggered } = selected;
  const ellipse = coreEllipse(mass, recoilSquared, [mA, mH * mH]);
  if (ellipse === undefined) {
    return { reason: `fewer than ${FEWEST} of ${generated} signal events of ${mA} and ${mH} GeV are in the peak` };
  }
  const counts = new Float64Array(helicityCuts.length);
  let inside = 0;
  let kept = 0;
  for (let i = 0; i < mass.length; i++) {
    if (distanceSquared(ellipse, mass[i], recoilSquared[i]) > selection.radiusSquared) continue;
    inside++;
    if (triggered[i] === 0) continue;
    kept++;
    helicityCuts.forEach((cut, c) => {
      if (helicity[i] <= cut) counts[c]++;
    });
  }
  return { ellipse, efficiency: Array.from(counts, (n) => n / generated), triggerEfficiency: kept / inside };
}
