import type { EventTable } from "@belladonna/kinematics";
import { histFactory } from "@belladonna/histfactory";
import { testWindow, type Window } from "../limit/counted.js";
import { see, seedOf } from "../events/sample.js";
import type { Task } from "../task.js";
import { test, type Tested, type TestOptions } from "../limit/tested.js";
import { candidates, triggered } from "./candidates.js";
import type { Events, Selected, SignalNode } from "./events.js";
import { TRIGGER_SCALE } from "./facts.js";
import { lostAlongBeams, lostAtWideAngle } from "./muon-pairs-with-photon.js";
import { beams, generateSignal, hiddenElectrons } from "./samples.js";
import type { Analysis } from "./selection.js";
import { nodeOf } from "./signal-at-mass.js";
import { tauMuons } from "./tau-pairs.js";
import { type Templates, workspaceOf } from "./workspace.js";

const module = import.meta.url;

/** A simulated background. */
export type Source = "photon at wide angle" | "photon along beams" | "tau pairs" | "hidden electrons";

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
}

/** Background: events, detector, selection. The weights of all parts add up to the cross section. */
export const simulateBackground: Task<BackgroundChunk, Selected> = {
  module,
  name: "simulateBackground",
  run({ source, index, count, parts, seed }) {
    const own = seedOf(seed, "background", index);
    const { events, each } = generateSource(source, count, own);
    const found = candidates(see(events, own), beams);
    const select = (analysis: Analysis): Events => triggered(found[analysis], (each * TRIGGER_SCALE[analysis]) / parts);
    return { template: select("template"), counting: select("counting") };
  },
};

/** Weighted events, and the cross section in fb that a weight of 1 stands for. */
function generateSource(source: Source, count: number, seed: number): { events: EventTable; each: number } {
  switch (source) {
    case "photon at wide angle":
      return { events: lostAtWideAngle(beams, count, seed), each: 1 };
    case "photon along beams":
      return { events: lostAlongBeams(beams, count, seed), each: 1 };
    case "hidden electrons":
      return { events: hiddenElectrons(count, seed), each: 1 };
    case "tau pairs": {
      const { events, luminosity } = tauMuons(beams, count, DECAYS, seed);
      return { events, each: 1 / luminosity };
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
    return nodeOf(mass, perCoupling2, candidates(see(events, seed), beams), events.weights);
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

/** A hypothesis of the counting analysis. */
export interface CountPoint extends TestOptions {
  /** Background and count. */
  readonly window: Window;
}

/** Limits on the signal events in a window. */
export const testCount: Task<CountPoint, Tested | { readonly reason: string }> = {
  module,
  name: "testCount",
  run: (point) => testWindow(point.window, point),
};
