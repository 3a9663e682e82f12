import type { Preparation } from "@belladonna/events";
import type { EventTable } from "@belladonna/kinematics";
import { signalPeak } from "../bump-hunt/peak.js";
import type { Simulated } from "../bump-hunt/simulated.js";
import { radiatedCrossSection } from "../bump-hunt/radiated-coupling.js";
import { type PeakWithFlow, signalName, withFlow } from "../bump-hunt/signal-flows.js";
import { prepared } from "../events/generation.js";
import { see, seedOf } from "../events/sample.js";
import { applyCuts, kept } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import type { Task } from "../task.js";
import { trackPairs } from "./candidates.js";
import {
  beams,
  generateBackground,
  generateSignal,
  generations,
  mediatorOf,
  type Model,
  referenceCoupling,
  type Source,
} from "./samples.js";
import { CANDIDATE, cuts, signalCuts, window } from "./selection.js";

/** Signal events simulated at a mass: more where few are selected. */
const signalEvents = (mass: number): number => (mass > 9.2 ? 20_000 : 8000);

const module = import.meta.url;

/** A peak, and what radiation does to its cross section. */
export interface SimulatedSignal extends PeakWithFlow {
  /** Cross section with over without initial-state radiation. */
  readonly radiation: number;
}

/** Peaks of each model, ascending in mass; radiation is not known for a file. */
export type Peaks = Readonly<Record<Model, readonly (PeakWithFlow & Partial<SimulatedSignal>)[]>>;

/**
 * Peak of signal events in the recoil mass.
 *
 * @param sample - What the signal is called in its cut flow.
 */
export function peakOf(
  events: EventTable,
  mass: number,
  seed: number,
  sample: string,
): PeakWithFlow | { readonly reason: string } {
  const pairs = trackPairs(events, see(events, seed), beams);
  const selected = applyCuts(signalCuts, pairs);
  const generated = events.length;
  const peak = signalPeak(
    mass,
    mass,
    { values: kept(pairs.recoilMass, selected), beforeTrigger: selected.events.at(-2) ?? 0, generated },
    window.value,
    beams.sqrtS,
  );
  if ("reason" in peak) return peak;
  return withFlow(peak, cutFlow(signalName(sample, mass), generated, CANDIDATE, signalCuts, selected));
}

/** What signal of a model is called. */
const NAMES: Readonly<Record<Model, string>> = {
  "z-prime": "signal of a Z'",
  scalar: "signal of a scalar",
  alp: "signal of an axion-like particle",
};

/** Signal of a model at one mass: events, detector, shape. */
export const simulateSignal: Task<
  { readonly model: Model; readonly mass: number; readonly seed: number },
  SimulatedSignal | { readonly reason: string }
> = {
  module,
  name: "simulateSignal",
  run({ model, mass, seed }) {
    const events = generateSignal(model, mass, signalEvents(mass), seed);
    const peak = peakOf(events, mass, seed, NAMES[model]);
    if ("reason" in peak) return peak;
    const mediator = mediatorOf(model, mass, referenceCoupling[model]);
    const born = radiatedCrossSection(mediator, beams.sqrtS);
    return { ...peak, radiation: events.crossSection.value / born };
  },
};

/** What all parts of a background need, found once. */
export const prepareBackground: Task<Source, Preparation> = {
  module,
  name: "prepareBackground",
  run: (source) => prepared(generations[source]),
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
  /** What {@link prepareBackground} found; found again when absent. */
  readonly prepared?: Preparation;
}

/** What a background is called. */
const BACKGROUNDS: Readonly<Record<Source, string>> = {
  mumutautau: "e+ e- -> mu mu tau tau",
  mumumumu: "e+ e- -> mu mu mu mu",
  "tautau-muon": "e+ e- -> tau tau, a muon and three hadrons, pions counted as muons",
  "tautau-hadron": "e+ e- -> tau tau, four hadrons, pions counted as muons",
};

/** A part of a background after the selection. */
interface SimulatedBackground extends Simulated {
  /** Cross section that was generated, fb. */
  readonly crossSection: number;
  /** What the cuts did. */
  readonly flow: CutFlow;
}

/** Background: recoil masses with the cross section that each stands for. */
export const simulateBackground: Task<BackgroundChunk, SimulatedBackground> = {
  module,
  name: "simulateBackground",
  run({ source, index, events, of, seed, prepared: ready }) {
    const own = seedOf(seed, "background", index);
    const { table, crossSection } = generateBackground(source, events, own, ready);
    const misidentified = pionsAreMuons(source);
    const pairs = trackPairs(table, see(table, own), beams, misidentified);
    const selected = applyCuts(cuts, pairs);
    return {
      values: kept(pairs.recoilMass, selected),
      weights: kept(pairs.weight, selected).map((w) => (w * crossSection) / of),
      // A pion is rarely called a muon: two candidates of an event are hardly ever found together.
      event: Float64Array.from(kept(pairs.event, selected), (i, k) => (misidentified ? k : i)),
      crossSection,
      flow: cutFlow(BACKGROUNDS[source], events, CANDIDATE, cuts, selected),
    };
  },
};

/** Whether pions count as muons in a background, with the probability that they are called so as weight. */
export function pionsAreMuons(source: Source): boolean {
  return source.startsWith("tautau");
}
