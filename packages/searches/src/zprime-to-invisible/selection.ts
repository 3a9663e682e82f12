import type { Beams } from "@belladonna/kinematics";
import { belle2 } from "@belladonna/trigger";

const degree = Math.PI / 180;

/** Cuts that do not depend on the mass. */
export const selection = {
  /** Transverse impact parameter and $|z|$ of the tracks, cm. */
  impact: [0.5, 2],
  /** Transverse momentum of a muon in the lab, GeV. */
  muonPt: 0.4,
  /** Most energy of a cluster on a muon's track, GeV. */
  muonCluster: 0.4,
  /** Polar angle of the recoil in the lab: the barrel of the calorimeter, rad. */
  recoilTheta: belle2.calorimeter.barrel,
  /** Angle around the recoil without photons, rad. */
  isolation: 15 * degree,
  /** Most energy of all other clusters, GeV. */
  extraEnergy: 0.4,
  /** Level-1 line. */
  trigger: "ffo",
  /** Polar angle of both muons in the lab in the analysis of 2018, rad. */
  central: [37 * degree, 120 * degree],
} as const;

/**
 * Cuts that depend on the recoil mass: least momenta of the recoil in the centre-of-mass frame, GeV, across the beam, across
 * the faster muon and across the slower one; between rows by straight lines.
 */
type CutTable = readonly (readonly [mass: number, beam: number, fast: number, slow: number])[];

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

/** The two analyses: a fit of templates with 79.7 fb⁻¹, counting in windows with 276 pb⁻¹. */
export type Analysis = "template" | "counting";

const TABLES: Readonly<Record<Analysis, CutTable>> = { template: templateCuts, counting: countingCuts };

/** Momenta of the recoil in the centre-of-mass frame, GeV. */
export interface RecoilMomenta {
  /** Across the beam. */
  beam: number;
  /** Across the faster muon. */
  fast: number;
  /** Across the slower muon. */
  slow: number;
}

/** Whether the recoil passes the cuts that depend on its mass. */
export function passes(analysis: Analysis, mass2: number, { beam, fast, slow }: RecoilMomenta): boolean {
  return above(TABLES[analysis], mass2, beam, fast, slow, 1);
}

function above(table: CutTable, mass2: number, beam: number, fast: number, slow: number, factor: number): boolean {
  const mass = mass2 > 0 ? Math.sqrt(mass2) : 0;
  let i = 1;
  while (i < table.length - 1 && table[i][0] < mass) i++;
  const [a, b] = [table[i - 1], table[i]];
  const t = Math.min(1, (mass - a[0]) / (b[0] - a[0]));
  return (
    beam > factor * (a[1] + t * (b[1] - a[1])) &&
    fast > factor * (a[2] + t * (b[2] - a[2])) &&
    slow > factor * (a[3] + t * (b[3] - a[3]))
  );
}

/** Bounds on true momenta that no selected event is outside of, GeV. */
export const loose = {
  /** Transverse momentum of a muon. */
  muonPt: 0.97 * selection.muonPt,
  /** Transverse momentum of the recoil. */
  recoilPt: 0.85 * Math.min(...countingCuts.map(([, beam]) => beam)),
  /** Share of each cut on the momenta of the recoil. */
  share: 0.85,
} as const;

/** Squared masses around the true one at which an event may be reconstructed: some resolutions either way, GeV². */
const SHIFTS = [-0.9, 0, 0.9] as const;

/** Two muons: $p_x, p_y, p_z, E$ of one and then of the other, GeV. */
export type MuonPair = Float64Array;

/** Whether an event with these true muons, in the lab, can be selected in either analysis. */
export function mayPass({ total, boostVector, sqrtS }: Beams, m: MuonPair): boolean {
  const a2 = m[0] * m[0] + m[1] * m[1];
  const b2 = m[4] * m[4] + m[5] * m[5];
  const least = loose.muonPt * loose.muonPt;
  if (!(a2 > least && b2 > least) || m[0] * m[4] + m[1] * m[5] > 0.02 * Math.sqrt(a2 * b2)) return false;
  const x = total.px - m[0] - m[4];
  const y = total.py - m[1] - m[5];
  const z = total.pz - m[2] - m[6];
  const t = Math.sqrt(x * x + y * y);
  // The barrel with a margin of two degrees: cot 30.2° and cot 130.7°.
  if (!(t > 0 && z < 1.72 * t && z > -0.86 * t)) return false;
  const e = total.e - m[3] - m[7];
  const gamma = total.e / sqrtS;
  boost(boostVector, gamma, x, y, z, e, recoil);
  const beam = Math.sqrt(recoil[0] * recoil[0] + recoil[1] * recoil[1]);
  if (beam < loose.recoilPt) return false;
  boost(boostVector, gamma, m[0], m[1], m[2], m[3], one);
  boost(boostVector, gamma, m[4], m[5], m[6], m[7], two);
  const first = across(recoil, one);
  const second = across(recoil, two);
  const swapped = square(two) > square(one);
  const [fast, slow] = swapped ? [second, first] : [first, second];
  const mass2 = e * e - x * x - y * y - z * z;
  for (const table of [templateCuts, countingCuts]) {
    for (const shift of SHIFTS) if (above(table, mass2 + shift, beam, fast, slow, loose.share)) return true;
  }
  return false;
}

const recoil = new Float64Array(3);
const one = new Float64Array(3);
const two = new Float64Array(3);

const square = (v: Float64Array): number => v[0] * v[0] + v[1] * v[1] + v[2] * v[2];

/** Length of the part of `v` across the direction of `w`. */
export function across(v: Float64Array, w: Float64Array): number {
  const dot = v[0] * w[0] + v[1] * w[1] + v[2] * w[2];
  return Math.sqrt(Math.max(0, square(v) - (dot * dot) / square(w)));
}

/** Momentum in the centre-of-mass frame of the beams, into `out`. */
export function boost(
  velocity: readonly [number, number, number],
  gamma: number,
  x: number,
  y: number,
  z: number,
  e: number,
  out: Float64Array,
): void {
  const along = velocity[0] * x + velocity[1] * y + velocity[2] * z;
  const f = ((gamma * gamma) / (gamma + 1)) * along - gamma * e;
  out[0] = x + f * velocity[0];
  out[1] = y + f * velocity[1];
  out[2] = z + f * velocity[2];
}
