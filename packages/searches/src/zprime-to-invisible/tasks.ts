import type { Preparation } from "@belladonna/events";
import { histFactory } from "@belladonna/histfactory";
import { type Generation, prepared } from "../events/generation.js";
import { see, seedOf } from "../events/sample.js";
import type { Task } from "../task.js";
import { test, type Tested, type TestOptions } from "../limit/tested.js";
import type { CutFlow } from "../selection/cut-flow.js";
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
import type { Selected, SignalNode } from "./events.js";
import { DATA_SCALE, MUONS } from "./inputs.js";
import { alongBeams, atWideAngle, lostAlongBeams, lostAtWideAngle, VIEWS } from "./muon-pairs-with-photon.js";
import { beams, generateSignal, hiddenElectrons } from "./samples.js";
import { mayPass } from "./preselection.js";
import { type Analysis, cutsOf } from "./selection.js";
import { nodeOf } from "./signal-at-mass.js";
import { type Templates, workspaceOf } from "./workspace.js";

const module = import.meta.url;

/** A simulated background. */
export type Source =
  "mu mu gamma, photon at wide angle" | "mu mu gamma, photon along beams" | "tau tau" | "e e mu mu, hidden electrons";

/** Those whose events are unweighted. */
export type Prepared = Exclude<Source, "e e mu mu, hidden electrons">;

/** How these are generated. */
export const generations: Readonly<Record<Prepared, Generation>> = {
  "mu mu gamma, photon at wide angle": atWideAngle(beams),
  "mu mu gamma, photon along beams": alongBeams(beams),
  "tau tau": tauPairs(beams),
};

/** What all parts of a background need, found once. */
export const prepareBackground: Task<Prepared, Preparation> = {
  module,
  name: "prepareBackground",
  run: (source) => prepared(generations[source]),
};

/** A part of a background: selected events, and what the cuts of each analysis did. */
export interface BackgroundPart {
  /** Selected events. */
  readonly selected: Selected;
  /** Cut flows; the weight is a cross section, fb. */
  readonly cutFlows: Readonly<Record<Analysis, CutFlow>>;
}

/** Background: events, detector, selection. The weights of all parts add up to the cross section. */
export const simulateBackground: Task<BackgroundChunk<Source>, BackgroundPart> = {
  module,
  name: "simulateBackground",
  run({ source, index, count, parts, seed, prepared: ready }) {
    const own = seedOf(seed, "background", index);
    const made = generateSource(source, count, own, ready);
    const found = leptonPairs(see(made.events, own), beams, MUONS);
    const select = (analysis: Analysis): SelectedPart =>
      selectPart(source, made, found, cutsOf(analysis), (made.each * DATA_SCALE[analysis]) / parts);
    const [template, counting] = [select("template"), select("counting")];
    return {
      selected: { template: template.events, counting: counting.events },
      cutFlows: { template: template.cutFlow, counting: counting.cutFlow },
    };
  },
};

function generateSource(source: Source, count: number, seed: number, ready?: Preparation): GeneratedBackground {
  switch (source) {
    case "mu mu gamma, photon at wide angle":
      return {
        events: lostAtWideAngle(beams, count, seed, ready),
        each: 1,
        generated: VIEWS * count,
        weighted: "the chance that the photon is lost, or that it points into a gap",
      };
    case "mu mu gamma, photon along beams":
      return {
        events: lostAlongBeams(beams, count, seed, ready),
        each: 1,
        generated: count,
        weighted: "the cross section of an event",
      };
    case "e e mu mu, hidden electrons":
      return {
        events: hiddenElectrons(count, seed),
        each: 1,
        generated: count,
        weighted: "the cross section of a trial",
      };
    case "tau tau":
      return tauBackground({ beams, leptons: MUONS, mayPass, pairs: count, seed, prepared: ready });
  }
}

/** Signal of negligible width: events, detector, selection; or the reason why there is none. */
export const simulateSignal: Task<SignalPoint, SignalNode | { readonly reason: string }> = {
  module,
  name: "simulateSignal",
  run({ mass, events: count, seed }) {
    const { events, perCoupling2 } = generateSignal(mass, count, seed);
    return nodeOf(mass, perCoupling2, leptonPairs(see(events, seed), beams, MUONS), events.weights);
  },
};

/** A hypothesis of the template fit. */
export interface FitPoint extends TestOptions {
  /** Templates, events at the luminosity of the data. */
  readonly templates: Templates;
  /** Data in the bins, if there are any. */
  readonly data?: readonly number[];
}

/** Limits on the strength of the signal template, or the reason why a fit failed. */
export const testTemplates: Task<FitPoint, Tested | { readonly reason: string }> = {
  module,
  name: "testTemplates",
  run(point) {
    const { templates, data } = point;
    return test(
      histFactory(workspaceOf(templates)),
      data === undefined ? undefined : histFactory(workspaceOf(templates, data)),
      point,
    );
  },
};
