import { type EventTable, particle } from "@belladonna/kinematics";
import {
  type DecayTable,
  kShortDecays,
  mediatorDecays,
  neutralKaonDecays,
  pi0Decays,
  type Preparation,
  qed,
  tauDecays,
  treeProcess,
} from "@belladonna/events";
import { hnl, mediatorId } from "@belladonna/models";
import { type Generation, generatePart } from "../events/generation.js";
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

/** How tau pairs are generated, whatever they decay to. */
export const pairsOf = ({ beams }: Experiment): Generation => ({
  process: () => treeProcess({ model: qed(), outgoing: [15, -15] }),
  options: { beams },
});

/** e+e- → τ+τ- with τ⁻ → π⁻N, N → μμν where it is made, and any decay of the other tau. */
export function generateSignal(
  experiment: Experiment,
  mass: number,
  events: number,
  seed: number,
  prepared?: Preparation,
): EventTable {
  const signal: DecayTable = {
    ...tauDecays(),
    channels: [{ name: "pi N", products: [-211, LEPTON], fraction: 1 }],
    conjugate: false,
    masses: { [LEPTON]: mass },
  };
  const lepton = { ...mediatorDecays(leptonAt(mass, 1e-3), { channels: [CHANNEL] }), ctau: 0 };
  const made = generatePart(pairsOf(experiment), {
    events,
    prepared,
    seed: seedOf(seed, "signal", Math.round(1e6 * mass) + (experiment.name === "Belle" ? 0 : 1e7)),
    decays: [signal, lepton, ...otherDecays()],
  });
  if (!made.valid) throw new UserError(`signal events at ${mass} GeV: ${made.reason ?? "generation failed"}`);
  return made;
}

/** Masses between which the decay chain is open, GeV. */
export const OPEN: readonly [number, number] = [2 * particle(13).mass, particle(15).mass - particle(211).mass];
