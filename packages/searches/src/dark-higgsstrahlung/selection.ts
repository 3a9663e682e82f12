import { cos, square } from "@belladonna/numerics/elementary";
import type { Cut } from "../selection/cut.js";
import { above, below, between } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";
import type { Columns } from "./columns.js";
import { distanceSquared, type Ellipse } from "./ellipse.js";

/** The publication that is redone. */
export const PAPER = "arXiv:2207.00509";
const SISTER = "arXiv:1912.11276, Belle II's invisible Z′ in the same final state";
const DEGREE = Math.PI / 180;

/** Largest distance of closest approach of a track across the beams. */
const impactAcross: Quantity = below({
  quantity: "impact of tracks across the beams",
  value: 0.5,
  unit: "cm",
  standing: "recalled",
  source: SISTER,
});

/** The same along the beams. */
const impactAlong: Quantity = below({
  quantity: "impact of tracks along the beams",
  value: 2,
  unit: "cm",
  standing: "recalled",
  source: SISTER,
});

/** Laboratory polar angle of each muon. */
const muonTheta: Quantity<readonly [number, number]> = between({
  quantity: "polar angle of muons",
  value: [37, 120],
  unit: "°",
  standing: "recalled",
  source: SISTER,
});

/** Least angle between the muons in the transverse plane. */
const opening: Quantity = above({
  quantity: "angle between the muons, transverse",
  value: 90,
  unit: "°",
  standing: "published",
  source: "M. Nayak for Belle II, ICHEPAP 2023: what the trigger asks of full tracks",
});

/** Least transverse momentum of the pair in the centre-of-mass frame. */
const pairPt: Quantity = above({
  quantity: "p_T*(μμ)",
  value: 0.1,
  unit: "GeV",
  standing: "recalled",
  source: PAPER,
});

/** Laboratory polar angle of the missing momentum: the barrel of the calorimeter. */
const recoilTheta: Quantity<readonly [number, number]> = between({
  quantity: "missing momentum, into the barrel",
  value: [32.2, 128.7],
  unit: "°",
  standing: "recalled",
  source: SISTER,
});

/** Greatest energy of a cluster that belongs to a muon. */
const muonCluster: Quantity = below({
  quantity: "calorimeter energy of a muon",
  value: 0.4,
  unit: "GeV",
  standing: "stand-in",
  source: "for the calorimeter's part in muon identification, against photons that merge with the muon",
});

/** Energy from which a cluster without a track counts as a photon. */
export const photonEnergy: Quantity = above({
  quantity: "photons that count",
  value: 0.1,
  unit: "GeV",
  standing: "recalled",
  source: SISTER,
});

/** None of them is as near to the missing momentum as this. */
const photonAngle: Quantity = above({
  quantity: "angle between a photon and the missing momentum",
  value: 15,
  unit: "°",
  standing: "recalled",
  source: SISTER,
});

/** Greatest energy of all of them together. */
const photonSum: Quantity = below({
  quantity: "photons together",
  value: 0.4,
  unit: "GeV",
  standing: "recalled",
  source: SISTER,
});

/** Radius of the elliptic windows, in standard deviations of the signal. */
export const windowRadius: Quantity = {
  quantity: "windows",
  value: 2,
  unit: "standard deviations, the radius of tilted ellipses in (M_μμ, M²_rec)",
  standing: "recalled",
  source: `${PAPER}: tilted, about two resolutions`,
};

/** Squared recoil mass over squared dimuon mass up to which background is kept. */
const reach: Quantity = below({
  quantity: "M²_rec / M²_μμ of the background that is kept",
  value: 1.2,
  unit: "1",
  standing: "derived",
  source: "where the recoil is heavier than the pair no window reaches, but for the edge of one",
});

/** Level-1 line that keeps the event. */
export const level1Line: Quantity<string> = {
  quantity: "trigger",
  value: "ffo",
  unit: "1",
  text: `ffo: two full tracks more than ${opening.value}° apart`,
  standing: "published",
  source: "M. Nayak for Belle II, ICHEPAP 2023",
};

/** Upper cuts on $|\cos\theta|$ of the muons in the frame of the pair among which the best one is chosen. */
export const helicityCuts: Quantity<readonly number[]> = {
  quantity: "helicity angle: upper cuts on |cos θ|, the best by Punzi's figure of merit, point by point",
  value: [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1],
  unit: "1",
  standing: "recalled",
  source: `${PAPER}: there is a cut that depends on the masses; its form is ours`,
};

/** What makes an event a candidate: the first step of the cut flow. */
export const CANDIDATE = "two muons and no other track";

/** The cuts that do not depend on the masses, the trigger apart. */
export const preselection: readonly Cut<Columns>[] = [
  {
    name: "tracks from the collision",
    numbers: [impactAcross, impactAlong],
    keep: `d0 <= ${impactAcross.value} and z0 <= ${impactAlong.value}`,
  },
  {
    name: "muons in the barrel",
    numbers: [muonTheta],
    keep: ({ forwardTheta, backwardTheta }, k) =>
      forwardTheta[k] > muonTheta.value[0] * DEGREE && backwardTheta[k] < muonTheta.value[1] * DEGREE,
  },
  {
    name: "muons apart",
    numbers: [opening],
    keep: ({ openingCosine }, k) => openingCosine[k] <= cos(opening.value * DEGREE),
  },
  { name: "transverse momentum of the pair", numbers: [pairPt], keep: `pairPt >= ${pairPt.value}` },
  {
    name: "missing momentum into the barrel",
    numbers: [recoilTheta],
    keep: (columns, k) =>
      columns.recoilTheta[k] > recoilTheta.value[0] * DEGREE && columns.recoilTheta[k] < recoilTheta.value[1] * DEGREE,
  },
  { name: "little energy of the muons", numbers: [muonCluster], keep: `muonCluster <= ${muonCluster.value}` },
  {
    name: "no photon along the missing momentum",
    numbers: [photonEnergy, photonAngle],
    keep: ({ photonCosine }, k) => photonCosine[k] <= cos(photonAngle.value * DEGREE),
  },
  {
    name: "little energy of photons",
    numbers: [photonEnergy, photonSum],
    keep: `photonSum <= ${photonSum.value}`,
  },
];

/** The trigger. */
export const trigger: Cut<Columns> = { name: "trigger", numbers: [level1Line], keep: "fired == 1" };

/** The selection of background and data, whatever the masses. */
export const cuts: readonly Cut<Columns>[] = [
  ...preselection,
  {
    name: "recoil not heavier than the pair",
    numbers: [reach],
    keep: ({ recoilSquared, mass }, k) => recoilSquared[k] < reach.value * square(mass[k]),
  },
  trigger,
];

/** The selection of a signal with a given peak; the helicity cut comes after it, chosen against the background. */
export function signalCuts(peak: Ellipse): readonly Cut<Columns>[] {
  return [
    ...preselection,
    {
      name: "window",
      numbers: [windowRadius],
      keep: ({ mass, recoilSquared }, k) => insideWindow(peak, mass[k], recoilSquared[k]),
    },
    trigger,
  ];
}

/** Whether a point of the plane is in the window of a peak. */
export function insideWindow(peak: Ellipse, mass: number, recoilSquared: number): boolean {
  return distanceSquared(peak, mass, recoilSquared) <= square(windowRadius.value);
}
