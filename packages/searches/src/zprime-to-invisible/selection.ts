import { belle2 } from "@belladonna/trigger";
import type { Cut } from "../selection/cut.js";
import type { Quantity } from "../selection/quantity.js";
import { type Candidates, IMPACT, TRIGGER } from "./candidates.js";
import { LONG, SHORT } from "./inputs.js";

/** The two analyses: a fit of templates with the later data, counting in windows with the earlier. */
export type Analysis = "template" | "counting";

const degree = Math.PI / 180;

/** Transverse momentum of a muon in the lab. */
export const MUON_PT: Quantity = {
  quantity: "p_T of both muons, above",
  value: 0.4,
  unit: "GeV",
  standing: "recalled",
  source: LONG,
};

/** Angle between the muons in azimuth. */
const AZIMUTH: Quantity = {
  quantity: "angle between the muons in azimuth, above",
  value: 90,
  unit: "°",
  standing: "recalled",
  source: LONG,
};

/** Polar angle of the recoil in the lab, rad: the barrel of the calorimeter. */
const BARREL: Quantity<readonly [number, number]> = {
  quantity: "recoil",
  value: belle2.calorimeter.barrel,
  unit: "rad",
  text: `in the barrel of the calorimeter, ${belle2.calorimeter.barrel.map((theta) => `${(theta / degree).toFixed(1)}°`).join(" to ")}`,
  standing: "recalled",
  source: LONG,
};

/** Most energy of a cluster on a muon's track. */
const MUON_CLUSTER: Quantity = {
  quantity: "cluster of a muon, at most",
  value: 0.4,
  unit: "GeV",
  standing: "recalled",
  source: SHORT,
};

/** Angle around the recoil without photons. */
const ISOLATION: Quantity = {
  quantity: "angle around the recoil without photons",
  value: 15,
  unit: "°",
  standing: "recalled",
  source: LONG,
};

/** Most energy of all other clusters. */
export const EXTRA_ENERGY: Quantity = {
  quantity: "other clusters, at most in sum",
  value: 0.4,
  unit: "GeV",
  standing: "recalled",
  source: LONG,
};

/** Polar angle of both muons in the lab in the analysis of 2018. */
const CENTRAL: Quantity<readonly [number, number]> = {
  quantity: "polar angle of the muons of 2018, from and to",
  value: [37, 120],
  unit: "°",
  standing: "recalled",
  source: SHORT,
};

/** Half-width of a counting window. */
const HALF: Quantity = {
  quantity: "half-width of the counting windows in recoil mass squared",
  value: 2,
  unit: "resolutions",
  standing: "recalled",
  source: SHORT,
};

/**
 * Cuts that depend on the recoil mass: least momenta of the recoil in the centre-of-mass frame, GeV, across the beam, across
 * the faster muon and across the slower one; between rows by straight lines.
 */
export type CutTable = readonly (readonly [mass: number, beam: number, fast: number, slow: number])[];

/** Near the smallest Punzi figure of merit at 79.7 fb⁻¹ on our simulation. */
const templateCuts: CutTable = [
  [0, 1, 0, 0],
  [0.5, 1.5, 0, 0],
  [1, 1.6, 0.2, 0.5],
  [1.5, 2, 0.9, 2],
  [2, 2.4, 1, 2.2],
  [3, 2.6, 1.15, 2],
  [4, 2.2, 1.3, 1.8],
  [5, 1.8, 1.4, 1.8],
  [6, 1.85, 1.35, 1],
  [6.5, 1.75, 1.2, 0.8],
  [7, 1.8, 1.05, 0.6],
  [7.5, 1.65, 0.9, 0.5],
  [8, 1.4, 0.7, 0.3],
  [8.5, 1.1, 0.4, 0.2],
  [9, 0.8, 0.2, 0],
];

/** The same at 276 pb⁻¹. */
const countingCuts: CutTable = [
  [0, 0.7, 0, 0],
  [0.5, 0.9, 0, 0],
  [1, 1.1, 0.1, 0.2],
  [1.5, 1.1, 0.9, 0.7],
  [2, 1.1, 1.1, 1.3],
  [3, 1.3, 1.2, 1.7],
  [4, 1.4, 1.2, 1.8],
  [5, 1.55, 1.15, 1.6],
  [6, 1.65, 1.1, 0.8],
  [6.5, 1.55, 1, 0.5],
  [7, 1.4, 0.85, 0.3],
  [7.5, 1.2, 0.5, 0.2],
  [8, 0.95, 0.2, 0.2],
  [8.5, 0.75, 0.2, 0],
  [9, 0.7, 0.2, 0],
];

/** The cuts on the momenta of the recoil of each analysis. */
export const TABLES: Readonly<Record<Analysis, CutTable>> = { template: templateCuts, counting: countingCuts };

/** What the momentum of the recoil is taken across: the columns of a {@link CutTable}. */
const AXES = { beam: 1, fast: 2, slow: 3 } as const;

/** One of them. */
type Axis = keyof typeof AXES;

const NAMES: Readonly<Record<Axis, string>> = {
  beam: "across the beam",
  fast: "across the faster muon",
  slow: "across the slower muon",
};

/** Least momentum of the recoil across an axis at a squared recoil mass, GeV. */
export function leastAt(table: CutTable, axis: Axis, mass2: number): number {
  const mass = mass2 > 0 ? Math.sqrt(mass2) : 0;
  let i = 1;
  while (i < table.length - 1 && table[i][0] < mass) i++;
  const [a, b] = [table[i - 1], table[i]];
  const t = Math.min(1, (mass - a[0]) / (b[0] - a[0]));
  const k = AXES[axis];
  return a[k] + t * (b[k] - a[k]);
}

/** What an event has to have to become a candidate. */
export const MADE = "two tracks from the interaction point";

const muonCuts: readonly Cut<Candidates>[] = [
  { name: "muons of opposite charge", numbers: [IMPACT.d0, IMPACT.z0], keep: "muons == 1" },
  { name: "p_T of the muons", numbers: [MUON_PT], keep: `muonPt > ${MUON_PT.value}` },
  { name: "back to back in azimuth", numbers: [AZIMUTH], keep: `azimuth > ${AZIMUTH.value * degree}` },
  {
    name: "recoil into the barrel",
    numbers: [BARREL],
    keep: `${BARREL.value[0]} < recoilTheta < ${BARREL.value[1]}`,
  },
  { name: "clusters of the muons", numbers: [MUON_CLUSTER], keep: `muonCluster <= ${MUON_CLUSTER.value}` },
  { name: "no photon near the recoil", numbers: [ISOLATION], keep: `photonAngle >= ${ISOLATION.value * degree}` },
  { name: "little other energy", numbers: [EXTRA_ENERGY], keep: `extraEnergy <= ${EXTRA_ENERGY.value}` },
];

const central: Cut<Candidates> = {
  name: "muons at central angles",
  numbers: [CENTRAL],
  keep: `lowTheta > ${CENTRAL.value[0] * degree} and highTheta < ${CENTRAL.value[1] * degree}`,
};

/** The cut of an analysis on the momentum of the recoil across an axis. */
function recoilCut(analysis: Analysis, axis: Axis): Cut<Candidates> {
  const table = TABLES[analysis];
  const value = table.map((row) => [row[0], row[AXES[axis]]] as const);
  return {
    name: `momentum of the recoil ${NAMES[axis]}`,
    numbers: [
      {
        quantity: `momentum of the recoil ${NAMES[axis]}, ${analysis === "template" ? "template fit" : "counting"}, above`,
        value,
        unit: "GeV",
        text: `${value.map(([mass, least]) => `${least} at ${mass}`).join(", ")} GeV of recoil mass, straight lines between`,
        standing: "derived",
        source:
          "near the smallest Punzi figure of merit on our simulation; stands in for the experiment's neural network",
      },
    ],
    keep: (columns, k) => columns[axis][k] > leastAt(table, axis, columns.mass2[k]),
  };
}

const offline: Readonly<Record<Analysis, readonly Cut<Candidates>[]>> = {
  template: [...muonCuts, ...axesOf("template")],
  counting: [...muonCuts, central, ...axesOf("counting")],
};

function axesOf(analysis: Analysis): Cut<Candidates>[] {
  return (["beam", "fast", "slow"] as const).map((axis) => recoilCut(analysis, axis));
}

const trigger: Cut<Candidates> = { name: "trigger", numbers: [TRIGGER], keep: "triggered == 1" };

/** The cuts of an analysis before the trigger. */
export function offlineCuts(analysis: Analysis): readonly Cut<Candidates>[] {
  return offline[analysis];
}

/** A counting window in the squared recoil mass. */
export interface CountingWindow {
  /** Low end, GeV². */
  readonly low: number;
  /** Width, GeV². */
  readonly width: number;
}

/** The counting window of a signal with its mass, GeV, and the standard deviation of its squared recoil mass, GeV². */
export function countingWindow({ mass, sigma }: { readonly mass: number; readonly sigma: number }): CountingWindow {
  return { low: mass * mass - HALF.value * sigma, width: 2 * HALF.value * sigma };
}

/** All cuts of an analysis, of a counting window too where one is given; the trigger is last. */
export function cutsOf(analysis: Analysis, window?: CountingWindow): readonly Cut<Candidates>[] {
  if (window === undefined) return [...offline[analysis], trigger];
  const { low, width } = window;
  const inside: Cut<Candidates> = {
    name: "counting window",
    numbers: [HALF],
    keep: ({ mass2 }, k) => mass2[k] >= low && mass2[k] < low + width,
  };
  return [...offline[analysis], inside, trigger];
}
