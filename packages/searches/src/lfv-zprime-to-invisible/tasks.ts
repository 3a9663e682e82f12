import type { Preparation } from "@belladonna/events";
import { bremsstrahlung } from "../events/bremsstrahlung.js";
import { type Generation, prepared } from "../events/generation.js";
import { see, seedOf } from "../events/sample.js";
import {
  type BackgroundChunk,
  type GeneratedBackground,
  type SelectedPart,
  selectPart,
  tauBackground,
} from "../recoil/background-part.js";
import type { SignalPoint } from "../recoil/hypothesis.js";
import { leptonPairs } from "../recoil/lepton-pairs.js";
import { tauPairs } from "../recoil/tau-pairs.js";
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

/** Background: events, detector, selection. The weights of all parts add up to the cross section. */
export const simulateBackground: Task<BackgroundChunk<Source>, SelectedPart> = {
  module,
  name: "simulateBackground",
  run({ source, index, count, parts, seed, prepared: ready }) {
    const own = seedOf(seed, "background", index);
    const made = generateSource(source, count, own, ready);
    const found = leptonPairs(see(made.events, own), beams, LEPTONS);
    return selectPart(source, made, found, cutsOf(), (made.each * DATA_SCALE) / parts);
  },
};

function generateSource(source: Source, count: number, seed: number, ready?: Preparation): GeneratedBackground {
  if (source === "tau tau") {
    const made = tauBackground({ beams, leptons: LEPTONS, mayPass, pairs: count, seed, prepared: ready });
    return { ...made, events: bremsstrahlung(made.events, seed) };
  }
  return {
    events: lostElectronAndMuon(count, seed),
    each: 1,
    generated: count,
    weighted: "the cross section of a trial",
  };
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
