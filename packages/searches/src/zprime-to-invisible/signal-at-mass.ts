import { applyCuts, kept } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import { countingWindow } from "../recoil/counting-window.js";
import { type Events, eventsOf } from "../recoil/events.js";
import { type LeptonPairs, MADE } from "../recoil/lepton-pairs.js";
import { recoilResolution } from "../recoil/signal-resolution.js";
import type { SignalNode } from "./events.js";
import { DATA_SCALE } from "./inputs.js";
import { type Analysis, cutsOf, offlineCuts } from "./selection.js";

/**
 * Signal of one mass as the analyses see it.
 *
 * @param mass - Mass, GeV.
 * @param perCoupling2 - Cross section for $g' = 1$, fb.
 * @param found - Candidates.
 * @param weights - Weights of the generated events, whatever their unit.
 * @returns What the fits need, or the reason why there is too little.
 */
export function nodeOf(
  mass: number,
  perCoupling2: number,
  found: LeptonPairs,
  weights: Float64Array,
): SignalNode | { readonly reason: string } {
  const offline = {
    template: applyCuts(offlineCuts("template"), found),
    counting: applyCuts(offlineCuts("counting"), found),
  };
  const masses = [offline.template, offline.counting].flatMap((selected) => [...kept(found.mass2, selected)]);
  const resolution = recoilResolution(mass, masses, weights.length, "median");
  if ("reason" in resolution) return resolution;
  const { sigma } = resolution;
  const generated = weights.reduce((sum, w) => sum + w, 0);
  const select = (analysis: Analysis): Events =>
    eventsOf(found, applyCuts(cutsOf(analysis), found), DATA_SCALE[analysis] / generated);
  const selected = { template: select("template"), counting: select("counting") };
  const total = (weight: Float64Array): number => weight.reduce((sum, w) => sum + w, 0);
  const efficiency = { template: total(selected.template.weight), counting: total(selected.counting.weight) };
  const share = (analysis: Analysis): number =>
    (efficiency[analysis] * generated) /
    (DATA_SCALE[analysis] * Math.max(total(kept(found.weight, offline[analysis])), 1e-300));
  const flow = (analysis: Analysis): CutFlow => {
    const cuts = cutsOf(analysis, analysis === "counting" ? countingWindow({ mass, sigma }) : undefined);
    const sample = `signal, m = ${mass} GeV`;
    return cutFlow(sample, weights.length, MADE, cuts, applyCuts(cuts, found));
  };
  return {
    mass,
    perCoupling2,
    selected,
    efficiency,
    triggerEfficiency: { template: share("template"), counting: share("counting") },
    sigma,
    cutFlows: { template: flow("template"), counting: flow("counting") },
  };
}
