import type { Preparation } from "@belladonna/events";
import { histFactory, type Workspace } from "@belladonna/histfactory";
import { bremsstrahlung } from "../events/bremsstrahlung.js";
import { detectedOf, radiated } from "../events/sample.js";
import { test, type Tested, type TestOptions } from "../limit/tested.js";
import type { Task } from "../task.js";
import { type Channel, channels } from "./channels.js";
import { likelihoodOf } from "./likelihood.js";
import { besideX, generatePairs, generateSignal } from "./samples.js";
import { select, type Selected } from "./selected.js";
import type { Templates } from "./templates.js";

const module = import.meta.url;

/** A mass in one channel. */
interface SignalCall {
  /** Index of the channel. */
  readonly channel: number;
  /** Mass of $X$, GeV. */
  readonly mass: number;
  /** Events generated. */
  readonly events: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What `preparePairs` found; found again when absent. */
  readonly prepared?: Preparation;
}

/** Signal of a channel at one mass: events, detector, selection. */
export const simulateSignal: Task<SignalCall, Selected> = {
  module,
  name: "simulateSignal",
  run({ channel, mass, events, seed, prepared: ready }) {
    const which = channels[channel];
    const made = bremsstrahlung(radiated(generateSignal(which, mass, events, seed, ready), seed), seed);
    const sample = `signal, ${which.process}, m = ${Number(mass.toPrecision(3))} GeV`;
    return select(detectedOf(made, seed), which.kaon, sample, besideX(made));
  },
};

/** A part of the $B$ pairs that decay to anything. */
interface PairsCall {
  /** Charge. */
  readonly charge: Channel["charge"];
  /** Which part. */
  readonly part: number;
  /** Events generated. */
  readonly events: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What `preparePairs` found; found again when absent. */
  readonly prepared?: Preparation;
}

/** Candidates of each channel in $B$ pairs that decay to anything. */
export const simulatePairs: Task<PairsCall, Selected[]> = {
  module,
  name: "simulatePairs",
  run({ charge, part, events, seed, prepared: ready }) {
    const made = generatePairs(charge, part, events, seed, ready);
    const detected = detectedOf(bremsstrahlung(radiated(made, seed), seed), seed + part);
    return channels.map(({ kaon, process }) => select(detected, kaon, `B pairs, for ${process}`));
  },
};

/** A hypothesis with what it is tested on. */
interface TestPoint extends TestOptions {
  /** Signal and backgrounds. */
  readonly templates: Templates;
  /** fb⁻¹. */
  readonly luminosity: number;
  /** Data: events in each bin, then auxiliary measurements if these are pseudo-data too. */
  readonly data: Float64Array;
}

/** Tests one mass: limits on the branching fraction in its unit, or the reason why a fit failed. */
export const testHypothesis: Task<TestPoint, Tested | { readonly reason: string }> = {
  module,
  name: "testHypothesis",
  run({ templates, luminosity, data, ...options }) {
    const model = likelihoodOf(templates, luminosity);
    return test(model, model.withData(data), options);
  },
};

/** A hypothesis in a published likelihood. */
interface WorkspacePoint extends TestOptions {
  /** The likelihood with the signal of a mass in it, and with its data. */
  readonly workspace: Workspace;
}

/** Tests one mass with the data of a published likelihood; what is expected is that after a fit of the background to them. */
export const testWorkspace: Task<WorkspacePoint, Tested | { readonly reason: string }> = {
  module,
  name: "testWorkspace",
  run({ workspace, ...options }) {
    const model = histFactory(workspace);
    return test(model, model, options);
  },
};
