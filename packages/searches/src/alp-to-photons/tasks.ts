import { backgroundAsimov, dataLikelihood, type Entries } from "../bump-hunt/window-fit.js";
import { see, seedOf, type Purpose } from "../events/sample.js";
import type { Task } from "../task.js";
import { test, type Tested, type TestOptions } from "../limit/tested.js";
import { candidates } from "./candidates.js";
import { fitWindow } from "./fit.js";
import type { Hypothesis } from "./hypothesis.js";
import { type Background, beams, generateSignal, RECOIL_PARTICLE, seenBackground } from "./samples.js";
import { type Region, simulation } from "./selection.js";
import { signalShape, type SignalShape } from "./signal-shape.js";

/** Signal events simulated at each mass. */
const SIGNAL_EVENTS = 10_000;

const module = import.meta.url;

/** Signal at one mass in one region: events, detector, shape. */
export const simulateSignal: Task<
  { readonly mass: number; readonly region: Region; readonly seed: number },
  SignalShape | { readonly reason: string }
> = {
  module,
  name: "simulateSignal",
  run({ mass, region, seed }) {
    const seen = see(generateSignal(mass, SIGNAL_EVENTS, seed), seed, simulation.detector);
    return signalShape(mass, candidates(seen, beams, region, RECOIL_PARTICLE), SIGNAL_EVENTS);
  },
};

/** A part of a background sample. */
export interface BackgroundChunk {
  /** Which part. */
  readonly index: number;
  /** Events generated. */
  readonly events: number;
  /** Seed of the run. */
  readonly seed: number;
  /** The process. */
  readonly background: Background;
  /** What it is for. */
  readonly purpose: Purpose;
  /** Regions whose observable is wanted. */
  readonly regions: readonly Region[];
}

/** Background: events, detector, and the observable in each region, in the order of the regions asked for. */
export const simulateBackground: Task<BackgroundChunk, Float64Array[]> = {
  module,
  name: "simulateBackground",
  run({ index, events, seed, background, purpose, regions: wanted }) {
    const own = seedOf(seed, purpose, index);
    const seen = seenBackground(background, events, own);
    return wanted.map((region) => candidates(seen, beams, region, -1).values);
  },
};

/** A hypothesis with what it is tested on. */
export interface TestPoint extends TestOptions {
  /** The hypothesis. */
  readonly hypothesis: Hypothesis;
  /** Entries of simulated background in the bins of its window. */
  readonly simulated: Float64Array;
  /** Luminosity of the data over that of the simulation. */
  readonly scale: number;
  /** The data in its window. */
  readonly data?: Entries;
}

/** Tests one mass: limits on the signal events in its window, or the reason why a fit failed. */
export const testHypothesis: Task<TestPoint, Tested | { readonly reason: string }> = {
  module,
  name: "testHypothesis",
  run(point) {
    const { hypothesis, simulated, scale, data } = point;
    const window = fitWindow(hypothesis);
    const asimov = backgroundAsimov(window, simulated, scale);
    if ("reason" in asimov) return { reason: `background fit: ${asimov.reason}` };
    return test(asimov, data === undefined ? undefined : dataLikelihood(window, simulated, data), point);
  },
};
