import type { Cut } from "../selection/cut.js";
import { above, below, between } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";
import type { Kaon } from "./channels.js";
import type { Columns } from "./columns.js";
import { PAPER, q2Edges } from "./published.js";

const originAcross: Quantity = below({
  quantity: "track origin, |d0|",
  value: 0.5,
  unit: "cm",
  standing: "recalled",
  source: PAPER,
});

const originAlong: Quantity = below({
  quantity: "track origin, |z0|",
  value: 3,
  unit: "cm",
  standing: "recalled",
  source: PAPER,
});

const leastPt: Quantity = above({
  quantity: "p_t of tracks",
  value: 0.1,
  unit: "GeV",
  standing: "recalled",
  source: PAPER,
});

const trackCount: Quantity<readonly [number, number]> = between({
  quantity: "number of tracks of the event",
  value: [4, 10],
  unit: "1",
  standing: "recalled",
  source: PAPER,
});

const energy: Quantity = above({
  quantity: "energy of tracks and photons, c.m.",
  value: 4,
  unit: "GeV",
  standing: "recalled",
  source: PAPER,
});

const missingAngle: Quantity<readonly [number, number]> = between({
  quantity: "polar angle of the missing momentum, c.m.",
  value: [17, 160],
  unit: "°",
  standing: "recalled",
  source: PAPER,
});

/** Energy from which a cluster without a track is a photon. */
export const photonEnergy: Quantity = above({
  quantity: "photons that count",
  value: 0.1,
  unit: "GeV",
  standing: "recalled",
  source: PAPER,
});

const kStarMass: Quantity<readonly [number, number]> = between({
  quantity: "K* mass",
  value: [0.796, 0.996],
  unit: "GeV",
  standing: "stand-in",
  source: "as usual; there is no published selection with a K*",
});

/** Level-1 lines, any of which keeps the event. */
export const level1Lines: Quantity<readonly string[]> = {
  quantity: "trigger, any of the level-1 lines",
  value: ["fff", "ffo", "hie", "c4"],
  unit: "1",
  standing: "stand-in",
  source: "the paper's lines are not known to us; B pairs are kept by nearly all",
};

/** What makes an event a candidate: the first step of the cut flow. */
export const CANDIDATE: Readonly<Record<Kaon, string>> = {
  K: "an identified kaon",
  "K*": "an identified kaon and a pion of the other charge",
};

const wrongCandidates: Quantity<string> = {
  quantity: "candidates of other tracks in signal events",
  value: "left out of the signal",
  unit: "1",
  standing: "derived",
  source: "the published number densities have none: what the classifier is for",
};

/** What a signal is counted by. */
export const rightCandidate: Cut<Columns> = {
  name: "tracks of the decay itself",
  numbers: [wrongCandidates],
  keep: "right == 1",
};

/** The cuts, all but the trigger. */
const cutsBefore: readonly Cut<Columns>[] = [
  {
    name: "tracks from the collision",
    numbers: [originAcross, originAlong, leastPt],
    keep: `d0 < ${originAcross.value} and z0 < ${originAlong.value} and pt > ${leastPt.value}`,
  },
  {
    name: "tracks of the event",
    numbers: [trackCount],
    keep: `tracks >= ${trackCount.value[0]} and tracks <= ${trackCount.value[1]}`,
  },
  { name: "energy of the event", numbers: [photonEnergy, energy], keep: `energy > ${energy.value}` },
  {
    name: "missing momentum in the detector",
    numbers: [missingAngle],
    keep: `missing > ${missingAngle.value[0]} and missing < ${missingAngle.value[1]}`,
  },
];

const kStar: Cut<Columns> = {
  name: "mass of the K*",
  numbers: [kStarMass],
  keep: `mass > ${kStarMass.value[0]} and mass < ${kStarMass.value[1]}`,
};

const after: readonly Cut<Columns>[] = [
  {
    name: "q² in range",
    numbers: [q2Edges],
    keep: ({ q2 }, k) => q2[k] >= q2Edges.value[0] && q2[k] < (q2Edges.value.at(-1) ?? Infinity),
  },
  { name: "trigger", numbers: [level1Lines], keep: "fired == 1" },
];

/** The selection before the classifier, of which the published efficiency is the rest. */
export function cutsOf(kaon: Kaon): readonly Cut<Columns>[] {
  return [...cutsBefore, ...(kaon === "K*" ? [kStar] : []), ...after];
}
