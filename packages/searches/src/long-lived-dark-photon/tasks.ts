import type { Preparation } from "@belladonna/events";
import { prepared } from "../events/generation.js";
import { seedOf } from "../events/sample.js";
import type { Task } from "../task.js";
import { channels } from "./channels.js";
import { DARK_PHOTON, generateSignal, generationOf, perMixing } from "./samples.js";
import { measureSignal, type SignalPoint } from "./signal-efficiency.js";

const module = import.meta.url;

/** What the signal of a mass needs for all pairs, found once. */
export const prepareSignal: Task<number, Preparation> = {
  module,
  name: "prepareSignal",
  run: (mass) => prepared(generationOf(mass)),
};

/** Signal of one mass to one pair. */
interface SignalCall {
  /** Index of the pair. */
  readonly channel: number;
  /** Mass, GeV. */
  readonly mass: number;
  /** Events generated. */
  readonly events: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What {@link prepareSignal} found; found again when absent. */
  readonly prepared?: Preparation;
}

/** Signal, and the cross section it is made with. */
export interface MadeSignal extends SignalPoint {
  /** Cross section within the cuts of the photon over $\varepsilon^2$, fb. */
  readonly perMixing: number;
}

/** Signal of one mass to one pair: events, flight, detector, selection. */
export const simulateSignal: Task<SignalCall, MadeSignal> = {
  module,
  name: "simulateSignal",
  run({ channel, mass, events, seed, prepared: ready }) {
    const pair = channels[channel];
    const made = generateSignal(pair, mass, events, seed, ready);
    const own = seedOf(seed, "tracks", Math.round(1e6 * mass) + 1e7 * channel);
    return { ...measureSignal(made, DARK_PHOTON, pair, mass, own), perMixing: perMixing(made) };
  },
};
