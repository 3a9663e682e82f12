import { countingWindow } from "../recoil/counting-window.js";
import { type Events, eventsOf } from "../recoil/events.js";
import type { Node } from "../recoil/hypothesis.js";
import { type LeptonPairs, MADE } from "../recoil/lepton-pairs.js";
import { recoilResolution } from "../recoil/signal-resolution.js";
import { applyCuts, kept } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import { DATA_SCALE } from "./inputs.js";
import { cutsOf, offlineCuts } from "./selection.js";

/** Signal at a simulated mass. */
export interface SignalNode extends Node {
  /** Selected events; their weights sum to the efficiency. */
  readonly events: Events;
  /** Selected and kept by the trigger, over generated, as in data of 2018. */
  readonly efficiency: number;
  /** Kept by the trigger, of the events that pass all else. */
  readonly triggerEfficiency: number;
  /** What the cuts did, the counting window among them. */
  readonly cutFlow: CutFlow;
}

/**
 * Signal of one mass as the analysis sees it.
 *
 * @param mass - Mass, GeV.
 * @param perCoupling2 - Cross section for a coupling of 1, fb.
 * @param found - Candidates.
 * @param weights - Weights of the generated events, whatever their unit.
 * @returns What counting needs, or the reason why there is too little.
 */
export function nodeOf(
  mass: number,
  perCoupling2: number,
  found: LeptonPairs,
  weights: Float64Array,
): SignalNode | { readonly reason: string } {
  const offline = applyCuts(offlineCuts, found);
  const resolution = recoilResolution(mass, [...kept(found.mass2, offline)], weights.length, "mass");
  if ("reason" in resolution) return resolution;
  const { sigma } = resolution;
  const total = (weight: Float64Array): number => weight.reduce((sum, w) => sum + w, 0);
  const generated = total(weights);
  const events = eventsOf(found, applyCuts(cutsOf(), found), DATA_SCALE / generated);
  const efficiency = total(events.weight);
  const cuts = cutsOf(countingWindow({ mass, sigma }));
  return {
    mass,
    perCoupling2,
    sigma,
    events,
    efficiency,
    triggerEfficiency: (efficiency * generated) / (DATA_SCALE * total(kept(found.weight, offline))),
    cutFlow: cutFlow(`signal, m = ${mass} GeV`, weights.length, MADE, cuts, applyCuts(cuts, found)),
  };
}
