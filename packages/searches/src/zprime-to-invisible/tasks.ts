import type { Preparation } from "@belladonna/events";
import type { EventTable } from "@belladonna/kinematics";
import { histFactory } from "@belladonna/histfactory";
import { type Generation, prepared } from "../events/generation.js";
import { see, seedOf } from "../events/sample.js";
import type { Task } from "../task.js";
import { test, type Tested, type TestOptions } from "../limit/tested.js";
import { applyCuts } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import { type Events, eventsOf } from "../recoil/events.js";
import { leptonPairs, MADE } from "../recoil/lepton-pairs.js";
import { tauLeptons, tauPairs } from "../recoil/tau-pairs.js";
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

/** Times that each pair of taus decays. */
const DECAYS = 200;

/** A part of the sample of a background. */
export interface BackgroundChunk {
  /** Which process. */
  readonly source: Source;
  /** Which part, counted over all processes. */
  readonly index: number;
  /** Events generated, tau pairs, or trials. */
  readonly count: number;
  /** Parts of this process. */
  readonly parts: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What {@link prepareBackground} found; found again when absent. */
  readonly prepared?: Preparation | undefined;
}

/** A part of a background: selected events, and what the cuts of each analysis did. */
export interface BackgroundPart {
  /** Selected events. */
  readonly selected: Selected;
  /** Cut flows; the weight is a cross section, fb. */
  readonly cutFlows: Readonly<Record<Analysis, CutFlow>>;
}

/** Background: events, detector, selection. The weights of all parts add up to the cross section. */
export const simulateBackground: Task<BackgroundChunk, BackgroundPart> = {
  module,
  name: "simulateBackground",
  run({ source, index, count, parts, seed, prepared: ready }) {
    const own = seedOf(seed, "background", index);
    const { events, each, generated, weighted } = generateSource(source, count, own, ready);
    const found = leptonPairs(see(events, own), beams, MUONS);
    const select = (analysis: Analysis): { readonly events: Events; readonly flow: CutFlow } => {
      const cuts = cutsOf(analysis);
      const selected = applyCuts(cuts, found);
      const scale = (each * DATA_SCALE[analysis]) / parts;
      const sample = weighted === undefined ? source : `${source} (counted without their weight, ${weighted})`;
      const flow = cutFlow(sample, generated, MADE, cuts, selected);
      return {
        events: eventsOf(found, selected, scale),
        flow: weighted === undefined ? { ...flow, weight: scale } : flow,
      };
    };
    const [template, counting] = [select("template"), select("counting")];
    return {
      selected: { template: template.events, counting: counting.events },
      cutFlows: { template: template.flow, counting: counting.flow },
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
    case "tau tau": {
      const { events, luminosity } = tauLeptons({
        beams,
        leptons: MUONS,
        mayPass,
        pairs: count,
        times: DECAYS,
        seed,
        prepared: ready,
      });
      return { events, each: 1 / luminosity, generated: DECAYS * count };
    }
  }
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
