import { gammaX, generate, qed, treeProcess } from "@belladonna/events";
import { type Beams, beamPreset } from "@belladonna/kinematics";
import { darkPhoton } from "@belladonna/models";
import { applyCuts, kept } from "../selection/cut.js";
import { cutFlow, type CutFlow } from "../selection/cut-flow.js";
import type { Task } from "../task.js";
import { UserError } from "../user-error.js";
import { cuts, pairs } from "./selection.js";

/** Beams of the data. */
export const beams: Beams = beamPreset("upsilon4S");

/** Channel that is seen. */
export const CHANNEL = "mu+ mu-";

/** What is left of a sample. */
export interface Sample {
  /** Masses of the pairs that pass, GeV. */
  readonly masses: Float64Array;
  /** Events that pass all but the trigger, which is the last cut. */
  readonly beforeTrigger: number;
  /** Cross section that was generated, fb. */
  readonly crossSection: number;
  /** The cut flow. */
  readonly flow: CutFlow;
}

/** One sample: signal at a mass in GeV, or background where there is none. */
export const simulate: Task<{ readonly mass: number | null; readonly events: number; readonly seed: number }, Sample> =
  {
    module: import.meta.url,
    name: "simulate",
    run({ mass, events, seed }) {
      const made =
        mass === null
          ? generate(treeProcess({ model: qed(), outgoing: [22, 13, -13] }), {
              beams,
              events,
              seed,
              cuts: { cosTheta: 0.96, only: { 22: { energy: 1 } } },
            })
          : generate(gammaX(darkPhoton({ mass, epsilon: 1e-3 })), { beams, events, seed, decay: CHANNEL });
      if (!made.valid) throw new UserError(`events: ${made.reason ?? "generation failed"}`);
      const columns = pairs(made, seed);
      const selected = applyCuts(cuts, columns);
      const name = mass === null ? "e+ e- -> gamma mu+ mu-" : `signal, m = ${mass} GeV`;
      return {
        masses: kept(columns.mass, selected),
        beforeTrigger: selected.events[selected.events.length - 2],
        crossSection: made.crossSection.value,
        flow: cutFlow(name, made.length, "two tracks", cuts, selected),
      };
    },
  };
