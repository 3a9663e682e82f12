import type { EventTable } from "@belladonna/kinematics";
import { bToKaonDecays, type Preparation } from "@belladonna/events";
import { darkScalar, mediatorId } from "@belladonna/models";
import { bPairs } from "../events/b-pairs.js";
import { generatePart } from "../events/generation.js";
import { genericBDecays } from "../events/generic-b.js";
import { seedOf } from "../events/sample.js";
import { UserError } from "../user-error.js";
import type { OfDecay } from "./candidates.js";
import { type Channel, channels } from "./channels.js";

/** PDG number of $X$ in the events. */
const X: number = mediatorId(darkScalar({ mass: 1, sinTheta: 1e-3 }));

/** e+e- → BB̄ in which one $B$ decays to the kaon and an unseen $X$ of a mass in GeV, and the other to anything. */
export function generateSignal(
  channel: Channel,
  mass: number,
  events: number,
  seed: number,
  prepared?: Preparation,
): EventTable {
  const { kaon, charge } = channel;
  const all = bToKaonDecays({ pdgId: X, mass, kaon, charge, branchingFraction: 1 });
  const signal = kaon === "K" ? all : { ...all, channels: all.channels.filter(({ name }) => name === "K+ pi- X") };
  const made = generatePart(bPairs[charge], {
    events,
    prepared,
    seed: seedOf(seed, "signal", Math.round(1e6 * mass) + 1e7 * channels.indexOf(channel)),
    decays: [signal, ...genericBDecays()],
  });
  if (!made.valid) throw new UserError(`signal events at ${mass} GeV: ${made.reason ?? "generation failed"}`);
  return made;
}

/** Which particles of signal events come from the $B$ that decayed to $X$. */
export function besideX({ offsets, particles, length }: EventTable): OfDecay {
  const mothers = Int32Array.from({ length }, (_, i) => {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) if (particles.pdgId[k] === X) return particles.mother[k];
    return -1;
  });
  return (event, particle) => {
    // A K* stands between.
    let k = particle;
    while (k >= 0 && k !== mothers[event]) k = particles.mother[offsets[event] + k];
    return k >= 0;
  };
}

/** A part of e+e- → BB̄ in which both $B$ of a charge decay to anything. */
export function generatePairs(
  charge: Channel["charge"],
  part: number,
  events: number,
  seed: number,
  prepared?: Preparation,
): EventTable {
  const made = generatePart(bPairs[charge], {
    events,
    prepared,
    seed: seedOf(seed, "background", 2 * part + (charge === "+" ? 0 : 1)),
    decays: genericBDecays(),
  });
  if (!made.valid) throw new UserError(`B pairs: ${made.reason ?? "generation failed"}`);
  return made;
}
