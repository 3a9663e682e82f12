import type { EventTable } from "@belladonna/kinematics";
import type { Preparation } from "@belladonna/events";
import { signalPeak } from "../bump-hunt/peak.js";
import { radiatedCrossSection } from "../bump-hunt/radiated-coupling.js";
import { type PeakWithFlow, signalName, withFlow } from "../bump-hunt/signal-flows.js";
import { prepared } from "../events/generation.js";
import { see, seedOf } from "../events/sample.js";
import { applyCuts, kept } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import type { Task } from "../task.js";
import { muonPairs } from "./candidates.js";
import { background, beams, generateBackground, generateSignal, mediatorOf, type Model } from "./samples.js";
import { CANDIDATE, cuts, reducedMassOf, signalCuts, window } from "./selection.js";

/** Signal events simulated at each mass. */
const SIGNAL_EVENTS = 8000;

const module = import.meta.url;

/** A peak, and what radiation does to its cross section. */
export interface SimulatedSignal extends PeakWithFlow {
  /** Cross section with over without initial-state radiation. */
  readonly radiation: number;
}

/**
 * Peak of signal events in the reduced mass.
 *
 * @param sample - What the signal is called in its cut flow.
 */
export function peakOf(
  events: EventTable,
  mass: number,
  seed: number,
  sample: string,
): PeakWithFlow | { readonly reason: string } {
  const pairs = muonPairs(events, see(events, seed));
  const selected = applyCuts(signalCuts, pairs);
  const generated = events.length;
  const peak = signalPeak(
    reducedMassOf(mass),
    mass,
    { values: kept(pairs.reducedMass, selected), beforeTrigger: selected.events.at(-2) ?? 0, generated },
    window.value,
  );
  if ("reason" in peak) return peak;
  return withFlow(peak, cutFlow(signalName(sample, mass), generated, CANDIDATE, signalCuts, selected));
}

/** Reduced masses of the pairs that pass the selection, GeV, four an event, and what the cuts did. */
export function selectedMasses(
  events: EventTable,
  seed: number,
  sample: string,
): { readonly values: Float64Array; readonly flow: CutFlow } {
  const pairs = muonPairs(events, see(events, seed));
  const selected = applyCuts(cuts, pairs);
  return {
    values: kept(pairs.reducedMass, selected),
    flow: cutFlow(sample, events.length, CANDIDATE, cuts, selected),
  };
}

/** What signal of a model is called. */
const NAMES: Readonly<Record<Model, string>> = { "z-prime": "signal of a Z'", scalar: "signal of a scalar" };

/** Signal at one mass: events, detector, shape. */
export const simulateSignal: Task<
  { readonly model: Model; readonly mass: number; readonly seed: number },
  SimulatedSignal | { readonly reason: string }
> = {
  module,
  name: "simulateSignal",
  run({ model, mass, seed }) {
    const events = generateSignal(model, mass, SIGNAL_EVENTS, seed);
    const peak = peakOf(events, mass, seed, NAMES[model]);
    if ("reason" in peak) return peak;
    const born = radiatedCrossSection(mediatorOf(model, mass), beams.sqrtS);
    return { ...peak, radiation: events.crossSection.value / born };
  },
};

/** What all parts of the background need, found once. */
export const prepareBackground: Task<"background", Preparation> = {
  module,
  name: "prepareBackground",
  run: () => prepared(background),
};

/** A part of the background. */
export interface BackgroundChunk {
  /** Which part. */
  readonly index: number;
  /** Events generated. */
  readonly events: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What {@link prepareBackground} found; found again when absent. */
  readonly prepared?: Preparation;
}

/** Background: reduced masses, four an event, the cross section that was generated, fb, and what the cuts did. */
export const simulateBackground: Task<
  BackgroundChunk,
  { readonly values: Float64Array; readonly crossSection: number; readonly flow: CutFlow }
> = {
  module,
  name: "simulateBackground",
  run({ index, events, seed, prepared: ready }) {
    const own = seedOf(seed, "background", index);
    const made = generateBackground(events, own, ready);
    return { ...selectedMasses(made, own, "e+ e- -> mu mu mu mu"), crossSection: made.crossSection.value };
  },
};
