import { beamPreset, type Beams, type EventTable, selectedRows, takeEvents } from "@belladonna/kinematics";
import { darkHiggs, darkPhoton } from "@belladonna/models";
import {
  type Cuts,
  darkHiggsstrahlung,
  type GeneratedEvents,
  type Preparation,
  type Process,
  qed,
  tauDecays,
  treeProcess,
} from "@belladonna/events";
import { acos, atan2, square as squareOf } from "@belladonna/numerics/elementary";
import { belle2 } from "@belladonna/trigger";
import { type Generation, generatePart, type PartOptions } from "../events/generation.js";
import { radiated } from "../events/sample.js";
import { untaggedPairs } from "../events/untagged-pairs.js";
import type { Quantity } from "../selection/quantity.js";
import { UserError } from "../user-error.js";

/** Beams of the 2019 data. */
export const beams: Beams = beamPreset("run2019");

/** Couplings with which signal is made; they drop out of efficiencies and shapes. */
const REFERENCE = { epsilon: 1e-3, alphaD: 0.1 } as const;

/** Share of the cross section that may come as weights above 1. */
const OVERWEIGHT = 0.05;

/** Mass of the muon pair, GeV, that divides the two samples of μμγ: above it one soft photon is enough. */
const DIVISION = 9.75;

/** Samples with a process of their own. */
export type Generated = "mumugamma-hard" | "mumugamma-soft" | "tautau";

const generation = (process: () => Process, cuts: Cuts = {}): Generation => ({
  process,
  options: { beams, isr: true, overweight: OVERWEIGHT, cuts },
});

/** A background: what is generated, and how much of the events asked for. */
export interface Source {
  /** Name, for files and messages. */
  readonly name: string;
  /** The process it counts for. */
  readonly process: "mu mu gamma" | "tau tau" | "e e mu mu";
  /** How many are generated for each of the background events asked for. */
  readonly share: number;
  /** Whether events have weights that differ, and their number is that of trials. */
  readonly weighted?: boolean;
  /** Events in the lab with their cross section, branching fractions included, fb; less than asked for where a filter took some. */
  readonly generate: (events: number, seed: number, prepared?: Preparation) => Made;
}

/** Events that were made. */
interface Made {
  /** The events. */
  readonly events: EventTable;
  /** Cross section that all that were generated stand for, fb. */
  readonly crossSection: number;
  /** Sum of the weights of all that were generated: their number, where the weights are 1. */
  readonly generated: number;
}

const HARD_PHOTON = { energy: 0.05, cosTheta: 0.9998 } as const;

/** The photon that every μμγ event has: least energy, GeV, and largest $|\cos\theta|$, in the centre-of-mass frame. */
export const hardPhoton: Quantity<typeof HARD_PHOTON> = {
  quantity: "μμγ",
  value: HARD_PHOTON,
  unit: "1",
  text:
    `one photon > ${1000 * HARD_PHOTON.energy} MeV and > ` +
    `${((180 / Math.PI) * acos(HARD_PHOTON.cosTheta)).toFixed(1)}° from the beams, exact at leading order`,
  standing: "stand-in",
  source: "ours: without one an event has no missing momentum across the beams",
};

/**
 * e+e- → μμγ with a photon off the beams ({@link hardPhoton}), exact at leading order,
 * and further photons along the beams by structure functions. No other event has missing momentum across the beams.
 */
function muonsAndPhoton(mass: readonly [number, number]): Generation {
  const cuts = {
    only: { 22: hardPhoton.value, 13: { momentum: 0.5, cosTheta: 0.9 } },
    pairs: [{ between: [13, 13], mass }],
  } as const;
  return generation(() => treeProcess({ model: qed(), outgoing: [13, -13, 22] }), cuts);
}

/** How the samples with a process of their own are generated. */
export const generations: Readonly<Record<Generated, Generation>> = {
  "mumugamma-hard": muonsAndPhoton([1.5, DIVISION]),
  "mumugamma-soft": muonsAndPhoton([DIVISION, 11]),
  tautau: generation(() => treeProcess({ model: qed(), outgoing: [15, -15] })),
};

/** Makes a sample of muons and a photon. */
function withPhoton(name: Generated): Source["generate"] {
  return (events, seed, prepared) => {
    const made = checked(generations[name], { events, seed, prepared });
    return { events: withoutSeenPhoton(made), crossSection: made.crossSection.value, generated: made.length };
  };
}

/** The backgrounds. */
export const sources: readonly Source[] = [
  { name: "mumugamma-hard", process: "mu mu gamma", share: 0.5, generate: withPhoton("mumugamma-hard") },
  { name: "mumugamma-soft", process: "mu mu gamma", share: 0.25, generate: withPhoton("mumugamma-soft") },
  {
    name: "tautau",
    process: "tau tau",
    share: 0.25,
    generate: (events, seed, prepared) => {
      const made = checked(generations.tautau, {
        events,
        seed,
        prepared,
        decays: [tauDecays({ channels: ["mu nu nu"] })],
      });
      return {
        events: radiated(made, seed),
        crossSection: made.crossSection.value * made.branchingFraction,
        generated: made.length,
      };
    },
  },
  {
    name: "eemumu",
    process: "e e mu mu",
    share: 1,
    weighted: true,
    generate: (trials, seed) => {
      const events = untaggedPairs({ beams, lepton: 13, leastPt: LEAST_PT, trials, seed, wanted: heavyPair });
      const weights = events.weights.map((w) => w * trials);
      return {
        events: radiated({ ...events, weights }, seed, [13]),
        crossSection: 1,
        generated: weights.reduce((sum, w) => sum + w, 0),
      };
    },
  },
];

/** Least transverse momentum of the pair in the centre-of-mass frame, GeV: the cut less a resolution. */
const LEAST_PT = 0.05;

/**
 * Whether electrons are where the calorimeter does not see them, and muons in the barrel, on opposite sides and heavier than
 * what recoils; all a few resolutions wider than the selection.
 */
function heavyPair(momenta: Float64Array): boolean {
  const [, , minus, plus] = [0, 4, 8, 12];
  const pt = (k: number): number => Math.sqrt(squareOf(momenta[k]) + squareOf(momenta[k + 1]));
  const theta = (k: number): number => atan2(pt(k), momenta[k + 2]);
  if (theta(minus) < 0.6 || theta(minus) > 2.15 || theta(plus) < 0.6 || theta(plus) > 2.15) return false;
  if ([0, 4].some((k) => theta(k) > 0.24 && theta(k) < 2.68)) return false;
  if (momenta[minus] * momenta[plus] + momenta[minus + 1] * momenta[plus + 1] > 0.05) return false;
  const [x, y, z, e] = [0, 1, 2, 3].map((c) => momenta[minus + c] + momenta[plus + c]);
  const { total, sqrtS } = beams;
  const square = e * e - x * x - y * y - z * z;
  const recoil = sqrtS * sqrtS + square - 2 * (total.e * e - total.px * x - total.py * y - total.pz * z);
  return square > 2 && recoil < 1.2 * square + 2;
}

/** e+e- → A′h′ with initial- and final-state radiation, A′ → μμ; the dark Higgs stays. The dark photon is particle 2, the dark Higgs 3. */
export function generateSignal(mA: number, mH: number, events: number, seed: number): GeneratedEvents {
  const process = higgsstrahlung(mA, mH);
  const how = generation(() => process);
  return radiated(checked(how, { events, seed, decay: "mu+ mu-" }), seed);
}

/** The process, with a dark Higgs that does not decay. */
function higgsstrahlung(mA: number, mH: number): Process {
  const higgs = darkHiggs({ mass: mH, darkPhotonMass: mA, ...REFERENCE });
  const process = darkHiggsstrahlung({
    darkPhoton: darkPhoton({ mass: mA, epsilon: REFERENCE.epsilon }),
    darkHiggs: higgs,
  });
  // Without its mediator the dark Higgs does not decay.
  const outgoing = process.outgoing.map((one) => (one.mediator === higgs ? { pdgId: one.pdgId, mass: one.mass } : one));
  return { ...process, outgoing };
}

function checked(how: Generation, part: PartOptions): GeneratedEvents {
  const made = generatePart(how, part);
  if (!made.valid) throw new UserError(`${how.process().name}: ${made.reason ?? "generation failed"}`);
  return made;
}

/** A photon of this energy, GeV, and so far inside the calorimeter, rad, is a cluster above the veto: 20 and 5 resolutions. */
const SEEN = { energy: 0.6, margin: 0.02 } as const;

/** Leaves out events whose photon the calorimeter cannot miss. */
function withoutSeenPhoton(events: EventTable): EventTable {
  const { particles: p, offsets } = events;
  const { forward, barrel, backward } = belle2.calorimeter;
  const mask = new Uint8Array(events.length);
  for (let i = 0; i < events.length; i++) {
    const k = offsets[i] + 4;
    const theta = atan2(Math.sqrt(squareOf(p.px[k]) + squareOf(p.py[k])), p.pz[k]);
    const inside = [forward, barrel, backward].some(([a, b]) => theta > a + SEEN.margin && theta < b - SEEN.margin);
    mask[i] = inside && p.e[k] > SEEN.energy ? 0 : 1;
  }
  return takeEvents(events, selectedRows(mask));
}
