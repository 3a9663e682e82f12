import { particle } from "@belladonna/kinematics";
import type { Cut } from "../selection/cut.js";
import { above, below, between } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";
import type { Columns } from "./columns.js";
import { PAPER } from "./published.js";

const SKIM = "basf2 skim TauThrust";

/** The two searches: with an electron and with a muon. */
export type Lepton = "e" | "mu";

/** Both, in the order of the results. */
export const leptons: readonly Lepton[] = ["e", "mu"];

/** Absolute PDG number of a lepton. */
export const pdgOf: Readonly<Record<Lepton, number>> = { e: 11, mu: 13 };

/** Number of tracks of an event. */
export const trackCount: Quantity = {
  quantity: "topology",
  value: 4,
  unit: "tracks, one against three",
  standing: "read",
  source: SKIM,
};

/** Largest transverse impact parameter of a track. */
const originAcross: Quantity = below({
  quantity: "track origin, |d0|",
  value: 1,
  unit: "cm",
  standing: "stand-in",
  source: "usual cuts",
});

/** Largest distance of a track from the interaction point along the beams. */
const originAlong: Quantity = below({
  quantity: "track origin, |z0|",
  value: 3,
  unit: "cm",
  standing: "stand-in",
  source: "usual cuts",
});

const VETOES = `${PAPER} has vetoes, their numbers are not public in text`;

/** Laboratory energy from which a neutral cluster is a photon. */
export const photonEnergy: Quantity = above({
  quantity: "photons that count",
  value: 0.1,
  unit: "GeV",
  standing: "stand-in",
  source: VETOES,
});

/** Laboratory energy of a photon that rejects the event by itself. */
const vetoEnergy: Quantity = below({
  quantity: "energy of each photon",
  value: 0.2,
  unit: "GeV",
  standing: "stand-in",
  source: VETOES,
});

/** Invariant mass of two photons that are taken for a neutral pion. */
export const pi0Mass: Quantity<readonly [number, number]> = between({
  quantity: "mass of a photon pair that is a neutral pion; none is allowed",
  value: [0.115, 0.152],
  unit: "GeV",
  standing: "stand-in",
  source: VETOES,
});

/** Thrust of tracks and photons in the centre-of-mass frame. */
const thrustRange: Quantity<readonly [number, number]> = between({
  quantity: "thrust",
  value: [0.9, 0.99],
  unit: "1",
  standing: "recalled",
  source: PAPER,
});

/** Largest visible energy in the centre-of-mass frame. */
const visibleEnergy: Quantity = below({
  quantity: "visible energy",
  value: 10.4,
  unit: "GeV",
  standing: "read",
  source: SKIM,
});

/** Largest invariant mass of the three hadrons. */
const tagMass: Quantity = below({
  quantity: "mass of the hadrons",
  value: 1.777,
  unit: "GeV",
  standing: "derived",
  source: `mass of the tau, ${particle(15).mass} GeV`,
});

/** Range of the observable. */
export const xRange: Quantity<readonly [number, number]> = between({
  quantity: "range of x",
  value: [0, 1.6],
  unit: "1",
  standing: "stand-in",
  source: "ours; the bins that are fitted lie inside",
});

/** Bins in that range. */
export const binCount: Quantity = {
  quantity: "bins of x",
  value: 40,
  unit: "1",
  standing: "stand-in",
  source: "ours",
};

/** Level-1 lines, any of which keeps the event. */
export const level1Lines: Quantity<readonly string[]> = {
  quantity: "trigger, any of the level-1 lines",
  value: ["fff", "ffo", "hie"],
  unit: "1",
  standing: "stand-in",
  source: "the paper's lines are not known to us",
};

/** What makes an event a candidate: the first step of the cut flow. */
export const CANDIDATE = `${trackCount.value} tracks of no charge with the lepton among them`;

/** All cuts but the trigger and the range of the observable. */
export const preselection: readonly Cut<Columns>[] = [
  {
    name: "tracks from the collision",
    numbers: [originAcross, originAlong],
    keep: `d0 < ${originAcross.value} and z0 < ${originAlong.value}`,
  },
  { name: "no hard photon", numbers: [photonEnergy, vetoEnergy], keep: `hardestPhoton <= ${vetoEnergy.value}` },
  { name: "no neutral pion", numbers: [photonEnergy, pi0Mass], keep: "neutralPions == 0" },
  {
    name: "thrust",
    numbers: [thrustRange],
    keep: `thrust > ${thrustRange.value[0]} and thrust < ${thrustRange.value[1]}`,
  },
  { name: "visible energy", numbers: [visibleEnergy], keep: `visibleEnergy <= ${visibleEnergy.value}` },
  { name: "one track against three", numbers: [trackCount], keep: "oneAgainstThree == 1" },
  { name: "the one is the lepton", numbers: [trackCount], keep: "loneLepton == 1" },
  { name: "mass of the three", numbers: [tagMass], keep: `tagMass <= ${tagMass.value}` },
];

/** The trigger. */
export const trigger: Cut<Columns> = { name: "trigger", numbers: [level1Lines], keep: "fired == 1" };

/** The selection. */
export const cuts: readonly Cut<Columns>[] = [
  ...preselection,
  { name: "x in range", numbers: [xRange], keep: `x >= ${xRange.value[0]} and x < ${xRange.value[1]}` },
  trigger,
];
