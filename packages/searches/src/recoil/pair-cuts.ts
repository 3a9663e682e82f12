import { belle2 } from "@belladonna/trigger";
import type { Cut } from "../selection/cut.js";
import type { Quantity } from "../selection/quantity.js";
import { type CountingWindow, HALF } from "./counting-window.js";
import { FIRST_DATA, LATER_DATA } from "./first-data.js";
import { IMPACT, type LeptonPairs, TRIGGER } from "./lepton-pairs.js";

const degree = Math.PI / 180;

/** Transverse momentum of a lepton in the lab. */
export const LEPTON_PT: Quantity = {
  quantity: "p_T of both leptons, above",
  value: 0.4,
  unit: "GeV",
  standing: "recalled",
  source: LATER_DATA,
};

/** Angle between the leptons in azimuth. */
const AZIMUTH: Quantity = {
  quantity: "angle between the leptons in azimuth, above",
  value: 90,
  unit: "°",
  standing: "recalled",
  source: LATER_DATA,
};

/** Polar angle of the recoil in the lab, rad: the barrel of the calorimeter. */
const BARREL: Quantity<readonly [number, number]> = {
  quantity: "recoil",
  value: belle2.calorimeter.barrel,
  unit: "rad",
  text: `in the barrel of the calorimeter, ${belle2.calorimeter.barrel.map((theta) => `${(theta / degree).toFixed(1)}°`).join(" to ")}`,
  standing: "recalled",
  source: LATER_DATA,
};

/** Most energy of a cluster on a muon's track. */
const MUON_CLUSTER: Quantity = {
  quantity: "cluster of a muon, at most",
  value: 0.4,
  unit: "GeV",
  standing: "recalled",
  source: FIRST_DATA,
};

/** Angle around the recoil without photons. */
const ISOLATION: Quantity = {
  quantity: "angle around the recoil without photons",
  value: 15,
  unit: "°",
  standing: "recalled",
  source: LATER_DATA,
};

/** Most energy of all other clusters. */
export const EXTRA_ENERGY: Quantity = {
  quantity: "other clusters, at most in sum",
  value: 0.4,
  unit: "GeV",
  standing: "recalled",
  source: LATER_DATA,
};

/** Polar angle of both leptons in the lab in the analyses of 2018. */
const CENTRAL: Quantity<readonly [number, number]> = {
  quantity: "polar angle of the leptons of 2018, from and to",
  value: [37, 120],
  unit: "°",
  standing: "recalled",
  source: FIRST_DATA,
};

/** Cuts on two leptons and a recoil. */
export interface PairCuts {
  /** Those of all analyses. */
  readonly loose: readonly Cut<LeptonPairs>[];
  /** Central angles of the leptons, in the analyses of 2018. */
  readonly central: Cut<LeptonPairs>;
}

/**
 * Cuts on two leptons and a recoil that leaves nothing in the detector.
 *
 * @param leptons - What the leptons are called: `muons`.
 */
export function pairCuts(leptons: string): PairCuts {
  const called = <T>(quantity: Quantity<T>): Quantity<T> => ({
    ...quantity,
    quantity: quantity.quantity.replace("leptons", leptons),
  });
  return {
    loose: [
      { name: `${leptons} of opposite charge`, numbers: [IMPACT.d0, IMPACT.z0], keep: "leptons == 1" },
      { name: `p_T of the ${leptons}`, numbers: [called(LEPTON_PT)], keep: `leptonPt > ${LEPTON_PT.value}` },
      {
        name: "back to back in azimuth",
        numbers: [called(AZIMUTH)],
        keep: `azimuth > ${AZIMUTH.value * degree}`,
      },
      {
        name: "recoil into the barrel",
        numbers: [BARREL],
        keep: `${BARREL.value[0]} < recoilTheta < ${BARREL.value[1]}`,
      },
      { name: "clusters of the muons", numbers: [MUON_CLUSTER], keep: `muonCluster <= ${MUON_CLUSTER.value}` },
      {
        name: "no photon near the recoil",
        numbers: [ISOLATION],
        keep: `photonAngle >= ${ISOLATION.value * degree}`,
      },
      { name: "little other energy", numbers: [EXTRA_ENERGY], keep: `extraEnergy <= ${EXTRA_ENERGY.value}` },
    ],
    central: {
      name: `${leptons} at central angles`,
      numbers: [called(CENTRAL)],
      keep: `lowTheta > ${CENTRAL.value[0] * degree} and highTheta < ${CENTRAL.value[1] * degree}`,
    },
  };
}

/** Level 1. */
export const triggerCut: Cut<LeptonPairs> = { name: "trigger", numbers: [TRIGGER], keep: "triggered == 1" };

/** The cut of a counting window. */
export function windowCut({ low, width }: CountingWindow): Cut<LeptonPairs> {
  return {
    name: "counting window",
    numbers: [HALF],
    keep: ({ mass2 }, k) => mass2[k] >= low && mass2[k] < low + width,
  };
}
