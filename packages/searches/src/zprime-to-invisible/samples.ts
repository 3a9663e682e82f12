import { type Beams, beamPreset, type EventTable } from "@belladonna/kinematics";
import { ffX, generate } from "@belladonna/events";
import { zPrime } from "@belladonna/models";
import { atan2, square } from "@belladonna/numerics/elementary";
import { belle2, regionAt } from "@belladonna/trigger";
import { radiated, seedOf } from "../events/sample.js";
import { untaggedPairs } from "../events/untagged-pairs.js";
import { UserError } from "../user-error.js";
import { loose, mayPass } from "./preselection.js";
import { EXTRA_ENERGY } from "../recoil/pair-cuts.js";

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
      if (seen(momenta, 0) || seen(momenta, 4)) return false;
      pair.set(momenta.subarray(8));
      return mayPass(beams, pair);
    },
  });
  return radiated(events, seed, [13]);
}

/** Whether the calorimeter sees the particle at `k` for sure, and with too much energy. */
function seen(momenta: Float64Array, k: number): boolean {
  const [x, y, z, e] = momenta.subarray(k, k + 4);
  // A fifth above the cut, and half a degree inside the edges, beyond any resolution.
  if (e < 1.2 * EXTRA_ENERGY.value) return false;
  const theta = atan2(Math.sqrt(x * x + y * y), z);
  const margin = Math.PI / 360;
  const { calorimeter } = belle2;
  return regionAt(theta - margin, calorimeter) !== "none" && regionAt(theta + margin, calorimeter) !== "none";
}
