import type { Task } from "../task.js";
import { experiments } from "./experiment.js";
import { generateSignal, LEPTON } from "./samples.js";
import { measureSignal, type SignalPoint } from "./lifetime-efficiency.js";

/** Signal of one mass in one experiment: events, flight, detector, selection. */
export const simulateSignal: Task<
  { readonly experiment: number; readonly mass: number; readonly events: number; readonly seed: number },
  SignalPoint
> = {
  module: import.meta.url,
  name: "simulateSignal",
  run({ experiment, mass, events, seed }) {
    const one = experiments[experiment];
    return measureSignal(generateSignal(one, mass, events, seed), LEPTON, one, mass, seed);
  },
};
