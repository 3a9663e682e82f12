import { type Beams, beamPreset, type EventTable } from "@belladonna/kinematics";
import { ffX, generate } from "@belladonna/events";
import { zPrime } from "@belladonna/models";
import { square } from "@belladonna/numerics/elementary";
import { radiated, seedOf } from "../events/sample.js";
import { untaggedPairs } from "../events/untagged-pairs.js";
import { calorimeterSees } from "../recoil/calorimeter-sees.js";
import { UserError } from "../user-error.js";
import { loose, mayPass } from "./preselection.js";

/** Beams of the data. */
export const beams: Beams = beamPreset("run2019");

/** Coupling with which signal is generated; it drops out. */
const REFERENCE_COUPLING = 0.1;

/** Signal events, and their cross section. */
export interface SignalEvents {
  /** Events in the lab. */
  readonly events: EventTable;
  /** Cross section over $g'^2$, radiation included, fb. */
  readonly perCoupling2: number;
}

/** $e^+e^- \to \mu^+\mu^- Z'$ with initial- and final-state radiation; the $Z'$ stays unseen. */
export function generateSignal(mass: number, events: number, seed: number): SignalEvents {
  const process = ffX({ lepton: "mu", mediator: zPrime({ mass, gPrime: REFERENCE_COUPLING }) });
  const own = seedOf(seed, "signal", Math.round(1e6 * mass));
  const made = generate(process, { beams, events, seed: own, isr: true });
  if (!made.valid) throw new UserError(`signal events at ${mass} GeV: ${made.reason ?? "generation failed"}`);
  return { events: radiated(made, own), perCoupling2: made.crossSection.value / square(REFERENCE_COUPLING) };
}

/** $e^+e^- \to e^+e^-\mu^+\mu^-$ with both electrons where the calorimeter does not see them, and
 * final-state radiation of the muons; weights in fb. */
export function hiddenElectrons(trials: number, seed: number): EventTable {
  const pair = new Float64Array(8);
  const events = untaggedPairs({
    beams,
    lepton: 13,
    leastPt: loose.recoilPt,
    trials,
    seed,
    wanted(momenta) {
      if (calorimeterSees(momenta, 0) || calorimeterSees(momenta, 4)) return false;
      pair.set(momenta.subarray(8));
      return mayPass(beams, pair);
    },
  });
  return radiated(events, seed, [13]);
}
