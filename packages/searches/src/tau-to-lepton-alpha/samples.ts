import { type Beams, beamPreset, type EventTable, takeEvents } from "@belladonna/kinematics";
import {
  decayEvents,
  type DecayTable,
  etaDecays,
  kShortDecays,
  neutralKaonDecays,
  omegaDecays,
  pi0Decays,
  type Preparation,
  qed,
  tauDecays,
  treeProcess,
} from "@belladonna/events";
import { atan2 } from "@belladonna/numerics/elementary";
import { references } from "@belladonna/sources";
import { belle2, type Detector } from "@belladonna/trigger";
import { bremsstrahlung } from "../events/bremsstrahlung.js";
import { type Generation, generatePart } from "../events/generation.js";
import { radiated } from "../events/sample.js";
import type { Quantity } from "../selection/quantity.js";
import { UserError } from "../user-error.js";
import { type Lepton, pdgOf } from "./selection.js";

/** Beams of the 2019 and 2020 data. */
export const beams: Beams = beamPreset("run2019");

const CROSS_SECTION = 0.919e6;

/** Cross section of e+e- → τ+τ-. */
export const pairCrossSection: Quantity = {
  quantity: "e+e- → τ+τ- cross section",
  value: CROSS_SECTION,
  unit: "fb",
  text: `${CROSS_SECTION / 1e6} nb`,
  standing: "recalled",
  source:
    "S. Banerjee et al., arXiv:0706.3235; our leading order with radiation of the beams and vacuum polarisation is 0.908 nb",
};

/** Number of the invisible particle in events. */
const ALPHA = 9000006;

const neutrals: readonly DecayTable[] = [neutralKaonDecays(), kShortDecays(), omegaDecays(), etaDecays(), pi0Decays()];

/** Kinds of tags, simulated apart: most of those with neutral particles are vetoed. */
export const tags = ["charged", "neutral"] as const;

/** A kind of tag. */
export type Tag = (typeof tags)[number];

/** Decays of the negative tau to three charged hadrons, alone or with neutral particles; rarer ones are left out. */
const tagDecays: Readonly<Record<Tag, DecayTable>> = {
  charged: { ...tauDecays({ channels: ["3pi nu", "K pi pi nu", "K K pi nu"] }), conjugate: false },
  neutral: {
    ...tauDecays({ channels: ["3pi pi0 nu", "pi omega nu", "3pi 2pi0 nu", "K pi pi pi0 nu", "K0 pi nu"] }),
    conjugate: false,
  },
};

/** Decays of a tau to one charged hadron that may be taken for a lepton. */
const hadronDecays: DecayTable = tauDecays({
  channels: ["pi nu", "pi pi0 nu", "pi 2pi0 nu", "pi 3pi0 nu", "K0 pi nu", "K0 pi pi0 nu"],
});

/** What the other tau decays to: the known lepton and neutrinos, a lepton and α of some mass in GeV, or hadrons. */
export type Decay = "neutrinos" | "hadrons" | { readonly alpha: number };

/** How often hadrons are taken for leptons in the simulation, over how often they are: their events are few otherwise. */
const ENHANCED: Readonly<Record<Lepton, number>> = { e: 100, mu: 10 };

/** Tau pairs of which the negative tau has decayed to a tag, and what share of the pairs does so. */
export interface TaggedPairs {
  /** Events in the lab. */
  readonly events: EventTable;
  /** Branching fraction of the tag. */
  readonly fraction: number;
}

/** How the pairs are generated. */
export const pairs: Generation = {
  process: () => treeProcess({ model: qed(), outgoing: [15, -15] }),
  options: { beams, isr: true },
};

/**
 * Tau pairs with initial-state radiation and a tag. The tau of the tag is negative: the detector knows no difference
 * between the charges.
 */
export function taggedPairs(tag: Tag, events: number, seed: number, prepared?: Preparation): TaggedPairs {
  const made = generatePart(pairs, {
    events,
    seed,
    prepared,
    decays: [tagDecays[tag], ...neutrals],
    // Of two taus one decays here: alone it is not polarised.
    spinCorrelations: false,
  });
  if (!made.valid) throw new UserError(`tau pairs: ${made.reason ?? "generation failed"}`);
  return { events: made, fraction: made.branchingFraction };
}

/** A sample of tau pairs, both decayed. */
export interface TauPairs {
  /** Events in the lab that may pass the selection. */
  readonly events: EventTable;
  /** Events before those were left out that cannot. */
  readonly generated: number;
  /** Of each event, the pair and tag it was made from; those of one pair differ in the other decay. */
  readonly pair: Int32Array;
  /** Events in the data for each event and fb⁻¹; for α of those where it is as frequent as the known decay. */
  readonly perInverseFemtobarn: number;
  /** The detector to use. */
  readonly detector: Detector;
}

/** Lets the other tau of tagged pairs decay, several times each: the currents of the tag's three pions take longest. */
export function withDecay(tagged: TaggedPairs, lepton: Lepton, decay: Decay, copies: number, seed: number): TauPairs {
  const { table, fraction } = decayOf(lepton, decay);
  const decayed = decayEvents(tagged.events, { decays: [table, ...neutrals], seed, copies });
  const all = bremsstrahlung(radiated(decayed, seed), seed);
  const hadrons = decay === "hadrons";
  const expected = pairCrossSection.value * tagged.fraction * fraction * (hadrons ? 1 / ENHANCED[lepton] : 1);
  return sampleOf(all, copies, expected, hadrons ? credulous(lepton) : belle2);
}

/** Lets the tau of signal events that has not decayed decay to a tag. */
export function withTag(signal: EventTable, lepton: Lepton, tag: Tag, copies: number, seed: number): TauPairs {
  const table = { ...tagDecays[tag], conjugate: true };
  const all = decayEvents(signal, { decays: [table, ...neutrals], seed, copies });
  const { fraction } = decayOf(lepton, "neutrinos");
  return sampleOf(all, copies, pairCrossSection.value * table.branchingFraction * fraction, belle2);
}

/** Events that may pass, of those that stand for a cross section in fb with one of the two taus as the tag. */
function sampleOf(all: EventTable, copies: number, crossSection: number, detector: Detector): TauPairs {
  const mask = fourCharged(all);
  return {
    events: takeEvents(all, mask),
    generated: all.length,
    pair: Int32Array.from({ length: all.length }, (_, i) => Math.floor(i / copies)).filter((_, i) => mask[i] === 1),
    // Either tau may be the tag.
    perInverseFemtobarn: (2 * crossSection) / all.length,
    detector,
  };
}

/** The decay's table, its fraction (that of α is per ratio of branching fractions), and a number of its own. */
export function decayOf(
  lepton: Lepton,
  decay: Decay,
): { readonly table: DecayTable; readonly fraction: number; readonly key: number } {
  if (decay === "hadrons") {
    // What the neutral particles are forced to do is a per cent or so, and left out.
    return { table: hadronDecays, fraction: hadronDecays.branchingFraction, key: 0 };
  }
  const table = tauDecays({ channels: [`${lepton} nu nu`] });
  const fraction = table.branchingFraction;
  if (decay === "neutrinos") return { table, fraction, key: 1 };
  const alpha: DecayTable = {
    ...table,
    channels: [{ name: `${lepton} alpha`, products: [pdgOf[lepton], ALPHA], fraction: 1 }],
    branchingFraction: 1,
    masses: { [ALPHA]: decay.alpha },
    source: references.Calibbi2021,
  };
  return { table: alpha, fraction, key: 2 + Math.round(1e6 * decay.alpha) };
}

/** Whether each event has four charged particles in the tracker, without which it cannot pass. */
function fourCharged({ offsets, particles: p, length }: EventTable): Uint8Array {
  const { acceptance, minimumPt } = belle2.tracker;
  const mask = new Uint8Array(length);
  const charged = new Set([11, 13, 211, 321]);
  for (let i = 0; i < length; i++) {
    let n = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (p.status[k] !== 1 || !charged.has(Math.abs(p.pdgId[k]))) continue;
      const pt = Math.sqrt(p.px[k] * p.px[k] + p.py[k] * p.py[k]);
      const theta = atan2(pt, p.pz[k]);
      if (pt >= minimumPt && theta >= acceptance[0] && theta <= acceptance[1]) n++;
    }
    mask[i] = n === 4 ? 1 : 0;
  }
  return mask;
}

/** Belle II with pions taken for leptons more often. */
function credulous(lepton: Lepton): Detector {
  const { identification } = belle2;
  const key = lepton === "e" ? "pionAsElectron" : "pionAsMuon";
  return {
    ...belle2,
    identification: { ...identification, [key]: identification[key] * ENHANCED[lepton] },
  };
}
