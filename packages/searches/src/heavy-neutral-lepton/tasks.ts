import type { Preparation } from "@belladonna/events";
import { prepared } from "../events/generation.js";
import type { Task } from "../task.js";
import { experiments } from "./experiment.js";
import { generateSignal, LEPTON, pairsOf } from "./samples.js";
import { measureSignal, type SignalPoint } from "./lifetime-efficiency.js";

const module = import.meta.url;

/** What the tau pairs of an experiment need at all masses, found once. */
export const preparePairs: Task<{ readonly experiment: number }, Preparation> = {
  module,
  name: "preparePairs",
  run: ({ experiment }) => prepared(pairsOf(experiments[experiment])),
};

/** A mass in one experiment. */
interface SignalCall {
  /** Index of the experiment. */
  readonly experiment: number;
  /** Mass, GeV. */
  readonly mass: number;
  /** Events generated. */
  readonly events: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What {@link preparePairs} found; found again when absent. */
  readonly prepared?: Preparation;
}

/** Signal of one mass in one experiment: events, flight, detector, selection. */
export const simulateSignal: Task<SignalCall, SignalPoint> = {
  module,
  name: "simulateSignal",
  run({ experiment, mass, events, seed, prepared: ready }) {
    const one = experiments[experiment];
    return measureSignal(generateSignal(one, mass, events, seed, ready), LEPTON, one, mass, seed);
  },
};
