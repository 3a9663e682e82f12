import { type EventTable, particle } from "@belladonna/kinematics";
import {
  type DecayTable,
  generate,
  kShortDecays,
  mediatorDecays,
  neutralKaonDecays,
  pi0Decays,
  qed,
  tauDecays,
  treeProcess,
} from "@belladonna/events";
import { hnl, mediatorId } from "@belladonna/models";
import { seedOf } from "../events/sample.js";
import { UserError } from "../user-error.js";
import type { Experiment } from "./experiment.js";

/** A heavy neutral lepton that mixes with the tau neutrino. */
export function leptonAt(mass: number, mixing: number) {
  return hnl({ mass, mixing: { tau: mixing }, nature: "dirac" });
}

/** PDG number of the $N$ in the events. */
export const LEPTON: number = mediatorId(leptonAt(1, 1e-3));

/** Channel of the decay that is seen. */
export const CHANNEL = "nu mu- mu+";

/** Decays of the other tau, and of what comes out. */
export function otherDecays(): DecayTable[] {
  return [tauDecays(), neutralKaonDecays(), kShortDecays(), pi0Decays()];
}

/** e+e- → τ+τ- with τ⁻ → π⁻N, N → μμν where it is made, and any decay of the other tau. */
export function generateSignal({ name, beams }: Experiment, mass: number, events: number, seed: number): EventTable {
  const signal: DecayTable = {
    ...tauDecays(),
    channels: [{ name: "pi N", products: [-211, LEPTON], fraction: 1 }],
    conjugate: false,
    masses: { [LEPTON]: mass },
  };
  const lepton = { ...mediatorDecays(leptonAt(mass, 1e-3), { channels: [CHANNEL] }), ctau: 0 };
  const made = generate(treeProcess({ model: qed(), outgoing: [15, -15] }), {
    beams,
    events,
    seed: seedOf(seed, "signal", Math.round(1e6 * mass) + (name === "Belle" ? 0 : 1e7)),
    decays: [signal, lepton, ...otherDecays()],
  });
  if (!made.valid) throw new UserError(`signal events at ${mass} GeV: ${made.reason ?? "generation failed"}`);
  return made;
}

/** Masses between which the decay chain is open, GeV. */
export const OPEN: readonly [number, number] = [2 * particle(13).mass, particle(15).mass - particle(211).mass];
