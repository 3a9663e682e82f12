import { type Beams, particle } from "@belladonna/kinematics";
import { bit, evaluate, l1Menu } from "@belladonna/trigger";
import type { Seen } from "../events/sample.js";
import type { Events } from "./events.js";
import { across, type Analysis, boost, passes, type RecoilMomenta, selection } from "./selection.js";

/** Selected events of one analysis: one entry an event, whether or not the trigger kept it. */
export interface Candidates {
  /** Squared recoil mass, GeV². */
  readonly mass2: Float64Array;
  /** Polar angle of the recoil in the centre-of-mass frame, degrees. */
  readonly theta: Float64Array;
  /** Weight of the event. */
  readonly weight: Float64Array;
  /** 1 where the trigger kept the event. */
  readonly triggered: Uint8Array;
}

/** The events that the trigger kept, their weights times a factor. */
export function triggered({ mass2, theta, weight, triggered: on }: Candidates, scale: number): Events {
  const kept = (column: Float64Array): Float64Array => column.filter((_, i) => on[i] === 1);
  return { mass2: kept(mass2), theta: kept(theta), weight: kept(weight).map((w) => w * scale) };
}

const MUON = particle(13).mass;

/** Lists that grow with the events found. */
interface Growing {
  readonly mass2: number[];
  readonly theta: number[];
  readonly weight: number[];
  readonly triggered: number[];
}

/**
 * Selects muon pairs with missing energy: two tracks, both muons, no photon near the recoil and little other energy; then
 * the cuts of each analysis on the momentum of the recoil.
 *
 * @param seen - What the detector and level 1 saw.
 * @param beams - The beams; the recoil is $P - p_1 - p_2$ with their sum $P$.
 */
export function candidates({ detected, level1 }: Seen, beams: Beams): Readonly<Record<Analysis, Candidates>> {
  const { tracks, length, weights } = detected;
  const { px, py, pz } = tracks;
  const fired = evaluate(l1Menu, level1);
  const found: Record<Analysis, Growing> = { template: growing(), counting: growing() };
  const { total, boostVector, sqrtS } = beams;
  const gamma = total.e / sqrtS;
  const [one, two, star] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
  const recoil: RecoilMomenta = { beam: 0, fast: 0, slow: 0 };
  for (let event = 0; event < length; event++) {
    const a = firstOfPair(detected, event);
    if (a < 0) continue;
    const b = secondOfPair(detected, event, a);
    const [aPt, bPt] = [transverse(px[a], py[a]), transverse(px[b], py[b])];
    const aE = Math.sqrt(aPt * aPt + pz[a] * pz[a] + MUON * MUON);
    const bE = Math.sqrt(bPt * bPt + pz[b] * pz[b] + MUON * MUON);
    const x = total.px - px[a] - px[b];
    const y = total.py - py[a] - py[b];
    const z = total.pz - pz[a] - pz[b];
    const e = total.e - aE - bE;
    const theta = Math.atan2(transverse(x, y), z);
    if (!(theta > selection.recoilTheta[0] && theta < selection.recoilTheta[1])) continue;
    if (!quiet(detected, event, a, b, x, y, z)) continue;
    boost(boostVector, gamma, px[a], py[a], pz[a], aE, one);
    boost(boostVector, gamma, px[b], py[b], pz[b], bE, two);
    boost(boostVector, gamma, x, y, z, e, star);
    // The boost is nearly along z: the lab's order of energies would not do for equal muons.
    const aFaster = one[0] ** 2 + one[1] ** 2 + one[2] ** 2 > two[0] ** 2 + two[1] ** 2 + two[2] ** 2;
    recoil.beam = transverse(star[0], star[1]);
    recoil.fast = across(star, aFaster ? one : two);
    recoil.slow = across(star, aFaster ? two : one);
    const mass2 = e * e - x * x - y * y - z * z;
    const put = (to: Growing): void => {
      to.mass2.push(mass2);
      to.theta.push((Math.atan2(recoil.beam, star[2]) * 180) / Math.PI);
      to.weight.push(weights[event]);
      to.triggered.push(bit(fired, selection.trigger, event) ? 1 : 0);
    };
    if (passes("template", mass2, recoil)) put(found.template);
    const bothCentral = central(aPt, pz[a]) && central(bPt, pz[b]);
    if (bothCentral && passes("counting", mass2, recoil)) put(found.counting);
  }
  return { template: columns(found.template), counting: columns(found.counting) };
}

const growing = (): Growing => ({ mass2: [], theta: [], weight: [], triggered: [] });

const columns = ({ mass2, theta, weight, triggered }: Growing): Candidates => ({
  mass2: Float64Array.from(mass2),
  theta: Float64Array.from(theta),
  weight: Float64Array.from(weight),
  triggered: Uint8Array.from(triggered),
});

const transverse = (x: number, y: number): number => Math.sqrt(x * x + y * y);

function central(pt: number, pz: number): boolean {
  const theta = Math.atan2(pt, pz);
  return theta > selection.central[0] && theta < selection.central[1];
}

/** Whether a track comes from the interaction point. */
function prompt({ tracks: { d0, z0 } }: Seen["detected"], k: number): boolean {
  return Math.abs(d0[k]) < selection.impact[0] && Math.abs(z0[k]) < selection.impact[1];
}

/** The first of the two prompt tracks of an event, if these are muons of opposite charge back to back; else −1. */
function firstOfPair(detected: Seen["detected"], event: number): number {
  const { offsets, px, py, pdgId } = detected.tracks;
  let a = -1;
  let b = -1;
  for (let k = offsets[event]; k < offsets[event + 1]; k++) {
    if (!prompt(detected, k)) continue;
    if (a < 0) a = k;
    else if (b < 0) b = k;
    else return -1;
  }
  if (b < 0 || pdgId[a] * pdgId[b] !== -169) return -1;
  const hard = transverse(px[a], py[a]) > selection.muonPt && transverse(px[b], py[b]) > selection.muonPt;
  return hard && px[a] * px[b] + py[a] * py[b] < 0 ? a : -1;
}

function secondOfPair(detected: Seen["detected"], event: number, first: number): number {
  let k = first + 1;
  while (k < detected.tracks.offsets[event + 1] && !prompt(detected, k)) k++;
  return k;
}

/** Whether the calorimeter saw no more than the two muons: no photon near the recoil, or merged with a muon, or energetic. */
function quiet(
  { clusters }: Seen["detected"],
  event: number,
  a: number,
  b: number,
  x: number,
  y: number,
  z: number,
): boolean {
  const { offsets, energy, theta, phi, track } = clusters;
  const p = Math.sqrt(x * x + y * y + z * z);
  const cosine = Math.cos(selection.isolation);
  let extra = 0;
  for (let k = offsets[event]; k < offsets[event + 1]; k++) {
    if (track[k] === a || track[k] === b) {
      if (energy[k] > selection.muonCluster) return false;
      continue;
    }
    extra += energy[k];
    const sin = Math.sin(theta[k]);
    const along = sin * Math.cos(phi[k]) * x + sin * Math.sin(phi[k]) * y + Math.cos(theta[k]) * z;
    if (along > cosine * p) return false;
  }
  return extra <= selection.extraEnergy;
}
