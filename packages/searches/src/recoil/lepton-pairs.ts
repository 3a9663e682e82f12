import { type Beams, particle } from "@belladonna/kinematics";
import { acos, atan2, cos, sin as sine, square } from "@belladonna/numerics/elementary";
import { bit, evaluate, l1Menu } from "@belladonna/trigger";
import type { Seen } from "../events/sample.js";
import type { Candidates as Columns } from "../selection/cut.js";
import type { Quantity } from "../selection/quantity.js";
import { LATER_DATA } from "./first-data.js";
import { across, boost, transverse } from "./recoil-momenta.js";

/** Impact parameters below which a track comes from the interaction point. */
export const IMPACT: { readonly d0: Quantity; readonly z0: Quantity } = {
  d0: { quantity: "|d₀| of both tracks, less than", value: 0.5, unit: "cm", standing: "recalled", source: LATER_DATA },
  z0: { quantity: "|z₀| of both tracks, less than", value: 2, unit: "cm", standing: "recalled", source: LATER_DATA },
};

const LINE = "ffo";

/** Level-1 line. */
export const TRIGGER: Quantity<string> = {
  quantity: "trigger line",
  value: LINE,
  unit: "1",
  text: `${LINE}: two full tracks, more than 90° apart, not a Bhabha`,
  standing: "read",
  source: "basf2",
};

/** The two leptons that are looked for, by PDG number without sign. */
export type Leptons = readonly [11 | 13, 13];

/** What an event has to have to become a candidate. */
export const MADE = "two tracks from the interaction point";

/** Events with two tracks from the interaction point, taken for two leptons: columns. Angles in rad. */
export interface LeptonPairs extends Columns {
  /** 1 where the tracks are identified as the two leptons, of opposite charge. */
  readonly leptons: Uint8Array;
  /** Smaller of their transverse momenta in the lab, GeV. */
  readonly leptonPt: Float64Array;
  /** Angle between them in azimuth. */
  readonly azimuth: Float64Array;
  /** Smaller of their polar angles in the lab. */
  readonly lowTheta: Float64Array;
  /** Larger of their polar angles in the lab. */
  readonly highTheta: Float64Array;
  /** Energy of the larger of their clusters, those of electrons left out, GeV. */
  readonly muonCluster: Float64Array;
  /** Energy of all other clusters, GeV. */
  readonly extraEnergy: Float64Array;
  /** Angle between the recoil and the nearest of them; infinite without any. */
  readonly photonAngle: Float64Array;
  /** Polar angle of the recoil in the lab. */
  readonly recoilTheta: Float64Array;
  /** Momentum of the recoil across the beam in the centre-of-mass frame, GeV. */
  readonly beam: Float64Array;
  /** The same across the faster lepton, GeV. */
  readonly fast: Float64Array;
  /** The same across the slower lepton, GeV. */
  readonly slow: Float64Array;
  /** Squared recoil mass, GeV². */
  readonly mass2: Float64Array;
  /** Polar angle of the recoil in the centre-of-mass frame, degrees. */
  readonly theta: Float64Array;
  /** Weight of the event. */
  readonly weight: Float64Array;
  /** 1 where the trigger kept the event, {@link TRIGGER}. */
  readonly triggered: Uint8Array;
}

const MASSES = { 11: particle(11).mass, 13: particle(13).mass } as const;

/**
 * Takes the events with exactly two tracks from the interaction point, and computes the recoil against them as leptons: where
 * an electron is looked for, a track that is identified as one, else muons.
 *
 * @param seen - What the detector and level 1 saw.
 * @param beams - The beams; the recoil is $P - p_1 - p_2$ with their sum $P$.
 * @param leptons - The leptons that are looked for.
 */
export function leptonPairs({ detected, level1 }: Seen, beams: Beams, leptons: Leptons): LeptonPairs {
  const { tracks, length, weights } = detected;
  const { px, py, pz, pdgId } = tracks;
  const fired = evaluate(l1Menu, level1);
  const { total, boostVector, sqrtS } = beams;
  const gamma = total.e / sqrtS;
  const [one, two, star] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
  const event = new Int32Array(length);
  const [found, triggered] = [new Uint8Array(length), new Uint8Array(length)];
  const columns = {
    leptonPt: new Float64Array(length),
    azimuth: new Float64Array(length),
    lowTheta: new Float64Array(length),
    highTheta: new Float64Array(length),
    muonCluster: new Float64Array(length),
    extraEnergy: new Float64Array(length),
    photonAngle: new Float64Array(length),
    recoilTheta: new Float64Array(length),
    beam: new Float64Array(length),
    fast: new Float64Array(length),
    slow: new Float64Array(length),
    mass2: new Float64Array(length),
    theta: new Float64Array(length),
    weight: new Float64Array(length),
  };
  const pair = new Int32Array(2);
  const around: Around = { muonCluster: 0, extraEnergy: 0, photonAngle: 0 };
  let n = 0;
  for (let i = 0; i < length; i++) {
    if (!promptPair(detected, i, pair)) continue;
    const [a, b] = pair;
    const [aElectron, bElectron] = [pdgId[a], pdgId[b]].map((id) => leptons[0] === 11 && Math.abs(id) === 11);
    const [aMass, bMass] = [MASSES[aElectron ? 11 : 13], MASSES[bElectron ? 11 : 13]];
    const [aPt, bPt] = [transverse(px[a], py[a]), transverse(px[b], py[b])];
    const [aTheta, bTheta] = [atan2(aPt, pz[a]), atan2(bPt, pz[b])];
    const aE = Math.sqrt(aPt * aPt + pz[a] * pz[a] + aMass * aMass);
    const bE = Math.sqrt(bPt * bPt + pz[b] * pz[b] + bMass * bMass);
    const x = total.px - px[a] - px[b];
    const y = total.py - py[a] - py[b];
    const z = total.pz - pz[a] - pz[b];
    const e = total.e - aE - bE;
    boost(boostVector, gamma, px[a], py[a], pz[a], aE, one);
    boost(boostVector, gamma, px[b], py[b], pz[b], bE, two);
    boost(boostVector, gamma, x, y, z, e, star);
    // The boost is nearly along z: the lab's order of energies would not do for equal leptons.
    const aFaster = square(one[0]) + square(one[1]) + square(one[2]) > square(two[0]) + square(two[1]) + square(two[2]);
    const beam = transverse(star[0], star[1]);
    lookAround(detected, i, a, b, aElectron ? a : bElectron ? b : -1, x, y, z, around);
    event[n] = i;
    found[n] = pdgId[a] * pdgId[b] === -leptons[0] * leptons[1] ? 1 : 0;
    triggered[n] = bit(fired, TRIGGER.value, i) ? 1 : 0;
    columns.leptonPt[n] = Math.min(aPt, bPt);
    columns.azimuth[n] = atan2(Math.abs(px[a] * py[b] - py[a] * px[b]), px[a] * px[b] + py[a] * py[b]);
    columns.lowTheta[n] = Math.min(aTheta, bTheta);
    columns.highTheta[n] = Math.max(aTheta, bTheta);
    columns.muonCluster[n] = around.muonCluster;
    columns.extraEnergy[n] = around.extraEnergy;
    columns.photonAngle[n] = around.photonAngle;
    columns.recoilTheta[n] = atan2(transverse(x, y), z);
    columns.beam[n] = beam;
    columns.fast[n] = across(star, aFaster ? one : two);
    columns.slow[n] = across(star, aFaster ? two : one);
    columns.mass2[n] = e * e - x * x - y * y - z * z;
    columns.theta[n] = (atan2(beam, star[2]) * 180) / Math.PI;
    columns.weight[n] = weights[i];
    n++;
  }
  const filled = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.slice(0, n)]));
  return {
    ...(filled as typeof columns),
    event: event.slice(0, n),
    leptons: found.slice(0, n),
    triggered: triggered.slice(0, n),
  };
}

/** Whether an event has exactly two tracks from the interaction point, which are put into `pair`. */
function promptPair({ tracks: { offsets, d0, z0 } }: Seen["detected"], event: number, pair: Int32Array): boolean {
  let found = 0;
  for (let k = offsets[event]; k < offsets[event + 1]; k++) {
    if (!(Math.abs(d0[k]) < IMPACT.d0.value && Math.abs(z0[k]) < IMPACT.z0.value)) continue;
    if (found === 2) return false;
    pair[found++] = k;
  }
  return found === 2;
}

/** What the calorimeter saw. */
interface Around {
  muonCluster: number;
  extraEnergy: number;
  photonAngle: number;
}

/** What the calorimeter saw beside two leptons, one of which may be an electron, and a recoil, into `out`. */
function lookAround(
  { clusters }: Seen["detected"],
  event: number,
  a: number,
  b: number,
  electron: number,
  x: number,
  y: number,
  z: number,
  out: Around,
): void {
  const { offsets, energy, theta, phi, track } = clusters;
  const p = Math.sqrt(x * x + y * y + z * z);
  out.muonCluster = 0;
  out.extraEnergy = 0;
  out.photonAngle = Infinity;
  for (let k = offsets[event]; k < offsets[event + 1]; k++) {
    if (track[k] === a || track[k] === b) {
      if (track[k] !== electron) out.muonCluster = Math.max(out.muonCluster, energy[k]);
      continue;
    }
    out.extraEnergy += energy[k];
    const sin = sine(theta[k]);
    const along = sin * cos(phi[k]) * x + sin * sine(phi[k]) * y + cos(theta[k]) * z;
    out.photonAngle = Math.min(out.photonAngle, acos(Math.max(-1, Math.min(1, along / p))));
  }
}
