import type { EventTable } from "@belladonna/kinematics";
import { signalPeak, type SignalPeak } from "../bump-hunt/peak.js";
import type { Simulated } from "../bump-hunt/simulated.js";
import { radiatedCrossSection } from "../bump-hunt/radiated-coupling.js";
import { see, seedOf } from "../events/sample.js";
import type { Task } from "../task.js";
import { candidates } from "./candidates.js";
import {
  beams,
  generateBackground,
  generateSignal,
  mediatorOf,
  type Model,
  referenceCoupling,
  type Source,
} from "./samples.js";
import { selection } from "./selection.js";

/** Signal events simulated at a mass: more where few are selected. */
const signalEvents = (mass: number): number => (mass > 9.2 ? 20_000 : 8000);

const module = import.meta.url;

/** A peak, and what radiation does to its cross section. */
export interface SimulatedSignal extends SignalPeak {
  /** Cross section with over without initial-state radiation. */
  readonly radiation: number;
}

/** Peaks of each model, ascending in mass; radiation is not known for a file. */
export type Peaks = Readonly<Record<Model, readonly (SignalPeak & Partial<SimulatedSignal>)[]>>;

/** Peak of signal events in the recoil mass. */
export function peakOf(events: EventTable, mass: number, seed: number): SignalPeak | { readonly reason: string } {
  const { values, right, rightBeforeTrigger } = candidates(events, see(events, seed), beams);
  const sample = {
    values: values.filter((_, i) => right[i] === 1),
    beforeTrigger: rightBeforeTrigger,
    generated: events.length,
  };
  return signalPeak(mass, mass, sample, selection.window, beams.sqrtS);
}

/** Signal of a model at one mass: events, detector, shape. */
export const simulateSignal: Task<
  { readonly model: Model; readonly mass: number; readonly seed: number },
  SimulatedSignal | { readonly reason: string }
> = {
  module,
  name: "simulateSignal",
  run({ model, mass, seed }) {
    const events = generateSignal(model, mass, signalEvents(mass), seed);
    const peak = peakOf(events, mass, seed);
    if ("reason" in peak) return peak;
    const mediator = mediatorOf(model, mass, referenceCoupling[model]);
    const born = radiatedCrossSection(mediator, beams.sqrtS);
    return { ...peak, radiation: events.crossSection.value / born };
  },
};

/** A part of a background. */
export interface BackgroundChunk {
  /** Which background. */
  readonly source: Source;
  /** Which part. */
  readonly index: number;
  /** Events generated in this part. */
  readonly events: number;
  /** Events generated in all its parts. */
  readonly of: number;
  /** Seed of the run. */
  readonly seed: number;
}

/** Background: recoil masses with the cross section that each stands for. */
export const simulateBackground: Task<BackgroundChunk, Simulated> = {
  module,
  name: "simulateBackground",
  run({ source, index, events, of, seed }) {
    const own = seedOf(seed, "background", index);
    const { table, crossSection: sigma } = generateBackground(source, events, own);
    const misidentified = source.startsWith("tautau");
    const found = candidates(table, see(table, own), beams, misidentified);
    return {
      values: found.values,
      weights: found.weights.map((w) => (w * sigma) / of),
      // A pion is rarely called a muon: two candidates of an event are hardly ever found together.
      event: Float64Array.from(found.event, (i, k) => (misidentified ? k : i)),
    };
  },
};
