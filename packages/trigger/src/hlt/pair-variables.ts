import { DEGREE } from "@belladonna/kinematics";
import { atan2 } from "@belladonna/numerics/elementary";
import {
  dphiCms,
  dphiLab,
  pairMass,
  thetaCms,
  type Frame,
  type HltCluster,
  type HltEvent,
  type HltTrack,
} from "./event.js";
import { V } from "./names.js";
import type { LeadingTracks } from "./track-variables.js";

const DEGREES = 1 / DEGREE;
/** Edges of the Bhabha samples that are flat in polar angle, degrees. */
const FLAT = [0, 19, 22, 25, 30, 35, 45, 60, 90, 180];

/** Selections by one leading track, and by the leading tracks of both charges. */
export function trackPairVariables(v: Float64Array, leading: LeadingTracks): void {
  const { negative, positive } = leading;
  for (const t of [negative, positive]) {
    if (t === undefined) continue;
    if (t.clusterCms > 4.5) v[V.ee1leg] = 1;
    if (t.pCms > 3 && t.clusterLab > 0 && t.clusterLab < 1) v[V.singleMuon] = 1;
  }
  if (negative === undefined || positive === undefined) return;
  const dphi = dphiCms(negative, positive);
  const thetaSum = thetaCms(negative) + thetaCms(positive);
  const eN = negative.clusterCms;
  const eP = positive.clusterCms;
  const pN = negative.pCms;
  const pP = positive.pCms;
  if (dphi > 175 && Math.abs(thetaSum - 180) < 15) {
    if (eN > 3 && eP > 3 && (eN > 4.5 || eP > 4.5)) v[V.ee2leg] = 1;
    if ((eN > 4.5 && pP > 3) || (eP > 4.5 && pN > 3)) v[V.ee1leg1trk] = 1;
  }
  if ((eN > 4.5 && eP > 0.8 * pP) || (eP > 4.5 && eN > 0.8 * pN)) v[V.ee1leg1e] = 1;
  missingMomentum(v, negative, positive, dphi);
  const high = Math.max(pN, pP);
  const labN = negative.clusterLab;
  const labP = positive.clusterLab;
  if (high > 4.5 && labN < 0.5 && labP < 0.5 && thetaSum > 175 && thetaSum < 185 && dphi > 175) {
    if (v[V.nTrkLoose] === 2) v[V.muonPairV] = 1;
    if (v[V.nTrkLooseB] === 2) v[V.muonPairVB] = 1;
  }
  const someMuonLike = (labN > 0 && labN < 1) || (labP > 0 && labP < 1);
  if (high > 3 && Math.min(pN, pP) > 2.5 && dphi > 165 && someMuonLike) v[V.selectmumu] = 1;
}

/** Two-photon and radiative selections, by what is missing to the momentum of the beams. */
function missingMomentum(v: Float64Array, n: HltTrack, p: HltTrack, dphi: number): void {
  const x = -n.pxCms - p.pxCms;
  const y = -n.pyCms - p.pyCms;
  const z = -n.pzCms - p.pzCms;
  const missing = Math.sqrt(x * x + y * y + z * z);
  const theta = atan2(Math.sqrt(x * x + y * y), z) * DEGREES;
  const electron = p.clusterCms > 0.8 * p.pCms || n.clusterCms > 0.8 * n.pCms;
  const maximum = v[V.maximumPCMS];
  if (maximum < 2 && dphi > 160 && (theta < 25 || theta > 155)) {
    v[V.eexxSelect] = 1;
    v[electron ? V.eeee : V.eemm] = 1;
  }
  if ((theta < 20 || theta > 160) && ((maximum < 1.2 && dphi > 150) || (maximum < 2 && dphi > 175))) v[V.eexx] = 1;
  if (n.pCms > 1 && p.pCms > 1 && theta > 10 && theta < 170 && dphi < 170 && missing > 1 && electron) {
    if (v[V.nTrkLoose] === 2 && v[V.nTrkTight] >= 1) v[V.radBhabha] = 1;
    if (v[V.nTrkLooseB] === 2 && v[V.nTrkTightB] >= 1) v[V.radBhabhaB] = 1;
  }
  const two = v[V.nTrkLoose] === 2 && v[V.nTrkTight] >= 1;
  if (n.pCms > 2 && p.pCms > 2 && two && dphi > 175 && (theta < 5 || theta > 175) && electron) v[V.isrRadBhabha] = 1;
  if (Math.max(n.pCms, p.pCms) > 4.5 && (n.clusterLab > 1 || p.clusterLab > 1) && missing > 1) {
    if (angleTo(n, x, y, z) < 5 || angleTo(p, x, y, z) < 5) {
      if (v[V.nTrkLoose] === 2) v[V.eeBrem] = 1;
      if (v[V.nTrkLooseB] >= 1) v[V.eeBremB] = 1;
    }
  }
}

function angleTo(t: HltTrack, x: number, y: number, z: number): number {
  const dot = t.pxCms * x + t.pyCms * y + t.pzCms * z;
  const cx = t.pyCms * z - t.pzCms * y;
  const cy = t.pzCms * x - t.pxCms * z;
  const cz = t.pxCms * y - t.pyCms * x;
  return atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), dot) * DEGREES;
}

/** Bhabha samples, by one track and a cluster or by two tracks, and their division in polar angle. */
export function bhabhaVariables(event: HltEvent, v: Float64Array, { negative, positive }: LeadingTracks): void {
  let flatTheta = 0;
  for (const t of [negative, positive]) {
    if (t === undefined || !(t.clusterCms > 1.5)) continue;
    let mass = 0;
    let theta = t === negative ? t.theta : 0;
    for (let k = 0; k < event.nClusters; k++) {
      const m = pairMass(t, event.clusters[k]);
      if (m <= mass) continue;
      mass = m;
      if (t === positive) theta = event.clusters[k].theta;
    }
    if (mass > 5.29) {
      v[V.selectee1leg1clst] = 1;
      flatTheta = theta;
    }
  }
  if (negative !== undefined && positive !== undefined) {
    const mass = pairMass(negative, positive);
    const [eN, eP] = [negative.clusterCms, positive.clusterCms];
    if (mass > 5.29 && (eN > 1.5 || eP > 1.5)) v[V.selectee1leg1trk] = 1;
    flatTheta = negative.theta;
    if (mass > 9 && ((eP > 4.5 && eN < 1) || (eN > 4.5 && eP < 1))) v[V.eeOneClust] = 1;
  }
  if (v[V.selectee1leg1trk] === 0 && v[V.selectee1leg1clst] === 0) return;
  for (let k = 0; k < 9; k++) {
    if (flatTheta < FLAT[k] || flatTheta >= FLAT[k + 1]) continue;
    v[V.eeFlat0 + k] = 1;
    v[V.selectee] = 1;
  }
}

/** One track against a neutral pair: tags of single $\pi^0$ or $\eta$ and of heavier states. */
export function singleTagVariables(event: HltEvent, v: Float64Array, leading: LeadingTracks, frame: Frame): void {
  const a = v[V.nTrkLoose] === 1 && v[V.maximumPCMS] > 0.8;
  const b = v[V.nTrkLooseB] === 1 && v[V.maximumPCMSB] > 0.8;
  const track = leading.negative ?? leading.positive;
  if ((!a && !b) || track === undefined || event.nClusters < 2) return;
  let first: HltCluster | undefined;
  let second: HltCluster | undefined;
  for (let k = 0; k < event.nClusters && second === undefined; k++) {
    const c = event.clusters[k];
    if (c.isTrack || !(c.e > 0.1) || !(c.theta > 17 && c.theta < 150)) continue;
    if (first === undefined) first = c;
    else second = c;
  }
  if (first === undefined || second === undefined) return;
  const x = first.pxCms + second.pxCms;
  const y = first.pyCms + second.pyCms;
  const z = first.pzCms + second.pzCms;
  const energy = first.eCms + second.eCms;
  const pt = Math.sqrt(x * x + y * y);
  const thetaSum = atan2(pt, z) * DEGREES + thetaCms(track);
  const dphi = Math.abs(atan2(track.pxCms * y - track.pyCms * x, track.pxCms * x + track.pyCms * y)) * DEGREES;
  const passes = energy > 1 && energy < 0.525 * frame.sqrtS && (thetaSum < 170 || thetaSum > 190) && dphi > 160;
  if (!passes) return;
  const mass = pairMass(first, second);
  if (a) v[mass < 0.7 ? V.singleTagLowMass : V.singleTagHighMass] = 1;
  if (b) v[mass < 0.7 ? V.singleTagLowMassB : V.singleTagHighMassB] = 1;
}

/** Cosmic muons: exactly two tracks that are one. */
export function cosmicVariable(event: HltEvent, v: Float64Array, leading: LeadingTracks): void {
  const { negativeAnyZ: n, positiveAnyZ: p } = leading;
  if (event.nTracks !== 2 || n === undefined || p === undefined) return;
  // Outside the region where the field is known well enough, only tracks far from the axis.
  const good = (n.z0 < 57 || Math.abs(n.d0) > 26.5) && (p.z0 < 57 || Math.abs(p.d0) > 26.5);
  if (!good || n.pt <= 0.5 || p.pt <= 0.5 || n.clusterLab >= 1 || p.clusterLab >= 1) return;
  if (180 - dphiLab(n, p) < 2 && Math.abs(180 - n.theta - p.theta) < 2) v[V.cosmic] = 1;
}
