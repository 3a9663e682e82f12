import type { Preparation } from "@belladonna/events";
import { testWindow } from "../limit/counted.js";
import type { Task } from "../task.js";
import { test, type Tested, type TestOptions } from "../limit/tested.js";
import { channels } from "./channels.js";
import { generateSignal, SCALAR } from "./samples.js";
import { measureSignal, type SignalPoint } from "./signal-efficiency.js";
import { type TestWindow, WINDOW, windowsAsimov, windowsLikelihood } from "./windows.js";

const module = import.meta.url;

/** A mass in one channel. */
interface SignalCall {
  /** Index of the channel. */
  readonly channel: number;
  /** Mass, GeV. */
  readonly mass: number;
  /** Events generated. */
  readonly events: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What `preparePairs` found; found again when absent. */
  readonly prepared?: Preparation;
}

/** Signal of a channel at one mass: events, flight, detector, selection. */
export const simulateSignal: Task<SignalCall, SignalPoint | { readonly reason: string }> = {
  module,
  name: "simulateSignal",
  run({ channel, mass, events, seed, prepared: ready }) {
    const which = channels[channel];
    return measureSignal(generateSignal(which, mass, events, seed, ready), SCALAR, which, mass, seed);
  },
};

/** Background events in a window up to which the asymptotic formulae are not used: they are off by 6 % there. */
const FEW = 10;

/** Pseudo-experiments of a test with few events: limits to some 5 %. */
const TOYS = 400;

/** Widths around a peak beyond which an event says nothing about it. */
const NEAR = 5;

/** Background near the peaks below which no event is expected there in the band of two standard deviations. */
const NONE = 0.02;

/** Windows with what they are tested for. */
export interface TestPoint extends TestOptions {
  /** The windows. */
  readonly windows: readonly TestWindow[];
  /** Asymptotic formulae also where few events are. */
  readonly asymptotic: boolean;
}

/**
 * Tests windows: limits on the signal events in all of them.
 *
 * With the few events of this search the asymptotic formulae are off: where none is seen they give 1.9 events instead of
 * $-\ln(1-\mathrm{CL})=3.0$. So there are pseudo-experiments whether or not they are asked for, unless the publication's formulae are; and where no event is near a peak nor
 * expected, the window is an empty counting window, which has closed forms, whatever the shape.
 */
export const testWindows: Task<TestPoint, Tested | { readonly reason: string }> = {
  module,
  name: "testWindows",
  run({ windows, asymptotic, ...options }) {
    const near = windows.reduce((sum, { background }) => sum + (background * 2 * NEAR) / (WINDOW[1] - WINDOW[0]), 0);
    const empty = windows.every(({ entries = [] }) => entries.every((x) => Math.abs(x) > NEAR));
    if (!asymptotic && options.toys === 0 && options.method !== "profile" && empty && near < NONE) {
      const seen = windows.every(({ entries }) => entries !== undefined) ? { observed: 0 } : {};
      return testWindow({ background: near, uncertainty: 0, ...seen }, options);
    }
    const few = windows.every(({ background, entries = [] }) => Math.max(background, entries.length) < FEW);
    const toys = options.toys > 0 || asymptotic || !few || options.method === "bayesian" ? options.toys : TOYS;
    const seen = windows.map(({ entries }) => entries);
    const data = seen.every((list) => list !== undefined)
      ? windowsLikelihood(
          windows,
          seen.map((list) => Float64Array.from(list)),
        )
      : undefined;
    return test(windowsAsimov(windows), data, { ...options, toys });
  },
};
