import { applyCuts, kept } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import type { Columns } from "./columns.js";
import { coreEllipse, type Ellipse, FEWEST } from "./ellipse.js";
import type { Node } from "./mass-grid.js";
import { CANDIDATE, helicityCuts, preselection, signalCuts } from "./selection.js";

/** A signal at one point of the plane. */
export interface SignalPoint {
  /** Its peak. */
  readonly ellipse: Ellipse;
  /** Share of events in the window for each helicity cut of `helicityCuts`, trigger included. */
  readonly efficiency: readonly number[];
  /** Share of the events in the window that the trigger keeps. */
  readonly triggerEfficiency: number;
  /** What the selection did, up to the trigger; the helicity cut is chosen later. */
  readonly cutFlow: CutFlow;
}

/**
 * Peak and efficiencies of simulated signal.
 *
 * @param truth - Masses of dark photon and dark Higgs, GeV.
 * @param columns - Candidates.
 * @param generated - Number of events generated.
 * @returns The signal, or why there is none.
 */
export function signalPoint(
  { mA, mH }: Node,
  columns: Columns,
  generated: number,
): SignalPoint | { readonly reason: string } {
  const preselected = applyCuts(preselection, columns);
  const ellipse = coreEllipse(kept(columns.mass, preselected), kept(columns.recoilSquared, preselected), [mA, mH * mH]);
  if (ellipse === undefined) {
    return { reason: `fewer than ${FEWEST} of ${generated} signal events of ${mA} and ${mH} GeV are in the peak` };
  }
  const cuts = signalCuts(ellipse);
  const selected = applyCuts(cuts, columns);
  const helicity = kept(columns.helicity, selected);
  const [inside, triggered] = selected.events.slice(-2);
  const sample = `signal, m(A') = ${mA.toPrecision(3)} GeV, m(h') = ${mH.toPrecision(3)} GeV`;
  return {
    ellipse,
    efficiency: helicityCuts.value.map((cut) => helicity.filter((x) => x <= cut).length / generated),
    triggerEfficiency: triggered / inside,
    cutFlow: cutFlow(sample, generated, CANDIDATE, cuts, selected),
  };
}
