import type { EventTable } from "@belladonna/kinematics";
import { signalPeak, type SignalPeak } from "../bump-hunt/peak.js";
import { radiatedCrossSection } from "../bump-hunt/radiated-coupling.js";
import { see, seedOf } from "../events/sample.js";
import type { Task } from "../task.js";
import { candidates } from "./candidates.js";
import { beams, generateBackground, generateSignal, mediatorOf, type Model } from "./samples.js";
import { reducedMassOf, selection } from "./selection.js";

/** Signal events simulated at each mass. */
const SIGNAL_EVENTS = 8000;

const module = import.meta.url;

/** A peak, and what radiation does to its cross section. */
export interface SimulatedSignal extends SignalPeak {
  /** Cross section with over without initial-state radiation. */
  readonly radiation: number;
}

/** Peak of signal events in the reduced mass. */
export function peakOf(events: EventTable, mass: number, seed: number): SignalPeak | { readonly reason: string } {
  const { values, right, rightBeforeTrigger } = candidates(events, see(events, seed));
  return signalPeak(
    reducedMassOf(mass),
    mass,
    {
      values: values.filter((_, i) => right[i] === 1),
      beforeTrigger: rightBeforeTrigger,
      generated: events.length,
    },
    selection.window,
  );
}

/** Signal at one mass: events, detector, shape. */
export const simulateSignal: Task<
  { readonly model: Model; readonly mass: number; readonly seed: number },
  SimulatedSignal | { readonly reason: string }
> = {
  module,
  name: "simulateSignal",
  run({ model, mass, seed }) {
    const events = generateSignal(model, mass, SIGNAL_EVENTS, seed);
    const peak = peakOf(events, mass, seed);
    if ("reason" in peak) return peak;
    const born = radiatedCrossSection(mediatorOf(model, mass), beams.sqrtS);
    return { ...peak, radiation: events.crossSection.value / born };
  },
};

/** A part of the background. */
export interface BackgroundChunk {
  /** Which part. */
  readonly index: number;
  /** Events generated. */
  readonly events: number;
  /** Seed of the run. */
  readonly seed: number;
}

/** Background: reduced masses, four an event, and the cross section that was generated, fb. */
export const simulateBackground: Task<
  BackgroundChunk,
  { readonly values: Float64Array; readonly crossSection: number }
> = {
  module,
  name: "simulateBackground",
  run({ index, events, seed }) {
    const own = seedOf(seed, "background", index);
    const made = generateBackground(events, own);
    return { values: candidates(made, see(made, own)).values, crossSection: made.crossSection.value };
  },
};
