import type { Preparation } from "@belladonna/events";
import type { EventTable } from "@belladonna/kinematics";
import { bremsstrahlung } from "../events/bremsstrahlung.js";
import { type Generation, prepared } from "../events/generation.js";
import { see, seedOf } from "../events/sample.js";
import { type Events, eventsOf } from "../recoil/events.js";
import { leptonPairs, MADE } from "../recoil/lepton-pairs.js";
import { tauLeptons, tauPairs } from "../recoil/tau-pairs.js";
import { applyCuts } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import type { Task } from "../task.js";
import { DATA_SCALE, LEPTONS } from "./inputs.js";
import { beams, generateSignal, lostElectronAndMuon } from "./samples.js";
import { cutsOf, mayPass } from "./selection.js";
import { nodeOf, type SignalNode } from "./signal-at-mass.js";

const module = import.meta.url;

/** A simulated background. */
export type Source = "tau tau" | "e e mu mu, an electron and a muon lost";

/** The one whose events are unweighted. */
export type Prepared = Exclude<Source, "e e mu mu, an electron and a muon lost">;

/** How it is generated. */
export const generations: Readonly<Record<Prepared, Generation>> = { "tau tau": tauPairs(beams) };

/** What all parts of a background need, found once. */
export const prepareBackground: Task<Prepared, Preparation> = {
  module,
  name: "prepareBackground",
  run: (source) => prepared(generations[source]),
};

/** Times that each pair of taus decays. */
const DECAYS = 200;

/** A part of the sample of a background. */
export interface BackgroundChunk {
  /** Which process. */
  readonly source: Source;
  /** Which part, counted over all processes. */
  readonly index: number;
  /** Tau pairs, or trials. */
  readonly count: number;
  /** Parts of this process. */
  readonly parts: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What {@link prepareBackground} found; found again when absent. */
  readonly prepared?: Preparation | undefined;
}

/** A part of a background: selected events, and what the cuts did. */
export interface BackgroundPart {
  /** Selected events. */
  readonly events: Events;
  /** Cut flow; the weight is a cross section, fb. */
  readonly cutFlow: CutFlow;
}

/** Background: events, detector, selection. The weights of all parts add up to the cross section. */
export const simulateBackground: Task<BackgroundChunk, BackgroundPart> = {
  module,
  name: "simulateBackground",
  run({ source, index, count, parts, seed, prepared: ready }) {
    const own = seedOf(seed, "background", index);
    const { events, each, generated, weighted } = generateSource(source, count, own, ready);
    const found = leptonPairs(see(events, own), beams, LEPTONS);
    const cuts = cutsOf();
    const selected = applyCuts(cuts, found);
    const scale = (each * DATA_SCALE) / parts;
    const sample = weighted === undefined ? source : `${source} (counted without their weight, ${weighted})`;
    const flow = cutFlow(sample, generated, MADE, cuts, selected);
    return {
      events: eventsOf(found, selected, scale),
      cutFlow: weighted === undefined ? { ...flow, weight: scale } : flow,
    };
  },
};

/** Events of a background. */
interface Generated {
  /** Events that may be selected, weighted. */
  readonly events: EventTable;
  /** Cross section that a weight of 1 stands for, fb. */
  readonly each: number;
  /** Events that were generated for them. */
  readonly generated: number;
  /** What their weights are, where they differ. */
  readonly weighted?: string;
}

function generateSource(source: Source, count: number, seed: number, ready?: Preparation): Generated {
  if (source === "tau tau") {
    const { events, luminosity } = tauLeptons({
      beams,
      leptons: LEPTONS,
      mayPass,
      pairs: count,
      times: DECAYS,
      seed,
      prepared: ready,
    });
    return { events: bremsstrahlung(events, seed), each: 1 / luminosity, generated: DECAYS * count };
  }
  return {
    events: lostElectronAndMuon(count, seed),
    each: 1,
    generated: count,
    weighted: "the cross section of a trial",
  };
}

/** A mass at which signal is simulated. */
export interface SignalPoint {
  /** Mass, GeV. */
  readonly mass: number;
  /** Events generated. */
  readonly events: number;
  /** Seed. */
  readonly seed: number;
}

/** Signal: events, detector, selection; or the reason why there is none. */
export const simulateSignal: Task<SignalPoint, SignalNode | { readonly reason: string }> = {
  module,
  name: "simulateSignal",
  run({ mass, events: count, seed }) {
    const { events, perCoupling2 } = generateSignal(mass, count, seed);
    return nodeOf(mass, perCoupling2, leptonPairs(see(events, seed), beams, LEPTONS), events.weights);
  },
};
