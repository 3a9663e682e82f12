import type { EventTable } from "@belladonna/kinematics";
import { bToKaonDecays, type DecayTable, type Preparation } from "@belladonna/events";
import { darkScalar, mediatorId } from "@belladonna/models";
import { bPairs } from "../events/b-pairs.js";
import { generatePart } from "../events/generation.js";
import { genericBDecays } from "../events/generic-b.js";
import { seedOf } from "../events/sample.js";
import { UserError } from "../user-error.js";
import { type SignalChannel, channels } from "./channels.js";

/** PDG number of the scalar in the events. */
export const SCALAR: number = mediatorId(darkScalar({ mass: 1, sinTheta: 1e-3 }));

/**
 * e+e- → BB̄ in which one $B$ decays to the channel at a mass, the scalar where it is made, and the other $B$ to anything.
 */
export function generateSignal(
  channel: SignalChannel,
  mass: number,
  events: number,
  seed: number,
  prepared?: Preparation,
): EventTable {
  const { kaon, charge, pdgId } = channel;
  const all = bToKaonDecays({ pdgId: SCALAR, mass, kaon, charge, branchingFraction: 1 });
  const signal = kaon === "K" ? all : { ...all, channels: all.channels.filter(({ name }) => name === "K+ pi- X") };
  const scalar: DecayTable = {
    pdgId: SCALAR,
    mass,
    ctau: 0,
    channels: [{ name: "pair", products: [pdgId, -pdgId], fraction: 1 }],
    branchingFraction: 1,
    source: signal.source,
  };
  const made = generatePart(bPairs[charge], {
    events,
    prepared,
    seed: seedOf(seed, "signal", Math.round(1e6 * mass) + 1e7 * channels.indexOf(channel)),
    decays: [signal, scalar, ...genericBDecays()],
  });
  if (!made.valid) throw new UserError(`signal events at ${mass} GeV: ${made.reason ?? "generation failed"}`);
  return made;
}
