import type { Reading } from "../l1/cdc.js";
import { dphiCms, thetaCms, type HltCluster, type HltEvent } from "./event.js";
import { V } from "./names.js";

/** Whether $x$ lies strictly between. */
const between = (x: number, low: number, high: number): boolean => x > low && x < high;

/** Counts of clusters by energy and region; angles in the lab in degrees, energies in the frame of the collision. */
export function clusterVariables(event: HltEvent, v: Float64Array, reading: Reading): void {
  // Documented as 32-130 degrees, coded as 30-130.
  const extendedFrom = reading === "asCoded" ? 30 : 32;
  for (let k = 0; k < event.nClusters; k++) {
    const c = event.clusters[k];
    const { theta, eCms: e, e: lab } = c;
    const neutral = !c.isTrack;
    const photon = c.photonLike && neutral;
    const electron = c.photonLike && c.isTrack;
    if (e > 0.2) v[V.nElow]++;
    if (e > 0.3) {
      v[V.nEmedium]++;
      if (Math.abs(c.relativeTime) < 10) v[V.nVetoClust]++;
    }
    if (e > 0.45 && neutral) {
      if (between(theta, 17, 150)) v[V.neutClust045GeVAcc]++;
      if (between(theta, 30, 130)) v[V.neutClust045GeVBarrel]++;
    }
    const quiet = between(theta, 18.5, 139.3);
    if (quiet) {
      if (lab > 0.18) v[V.nE180Lab]++;
      if (lab > 0.3) v[V.nE300Lab]++;
      if (lab > 0.5) v[V.nE500Lab]++;
      if (e > 2) v[V.nE2000CMS]++;
    }
    if (lab > 0.25) v[V.nE250Lab]++;
    if (e > 4) v[V.nE4000CMS]++;
    if (e > 0.5 && photon && between(theta, 44, 98)) v[V.nReducedEsinglePhotonReducedBarrel]++;
    if (e > 1) {
      v[V.nEsingleClust]++;
      const barrel = between(theta, 45, 115);
      const extended = between(theta, extendedFrom, 130);
      if (photon) {
        if (barrel) v[V.nEsinglePhotonBarrel]++;
        if (extended) v[V.nEsinglePhotonExtendedBarrel]++;
        if (between(theta, 22, 45) || between(theta, 115, 145)) v[V.nEsinglePhotonEndcap]++;
      } else if (electron) {
        if (barrel) v[V.nEsingleElectronBarrel]++;
        if (extended) v[V.nEsingleElectronExtendedBarrel]++;
      }
    }
    if (e > 2) countHard(c, photon, v);
  }
}

/** Counts a cluster above 2 GeV. */
function countHard(c: HltCluster, photon: boolean, v: Float64Array): void {
  const { theta } = c;
  const barrel = between(theta, 32, 130);
  const endcap = between(theta, 22, 32) || between(theta, 130, 145);
  const low = theta < 22 || theta > 145;
  v[V.nEhigh]++;
  if (low) v[V.nEhighLowAng]++;
  if (c.isTrack) {
    v[V.chrgClust2GeV]++;
    if (!low) v[V.n2GeVChrg]++;
  } else {
    if (barrel) v[V.n2GeVNeutBarrel]++;
    if (endcap) v[V.n2GeVNeutEndcap]++;
  }
  if (photon) {
    if (barrel) v[V.n2GeVPhotonBarrel]++;
    if (endcap) v[V.n2GeVPhotonEndcap]++;
  }
}

/** Selections and vetoes by the two most energetic clusters; those by tracks must be there already. */
export function clusterPairVariables(event: HltEvent, v: Float64Array): void {
  v[V.dphiCmsClust] = Number.NaN;
  if (event.nClusters < 2) return;
  const [a, b] = event.clusters;
  const dphi = dphiCms(a, b);
  const thetaSum = thetaCms(a) + thetaCms(b);
  v[V.dphiCmsClust] = dphi;
  v[V.nMaxEPhotonAcc] = (inAcceptance(a) ? 1 : 0) + (inAcceptance(b) ? 1 : 0);
  // Clusters are in falling order of energy.
  const hard = a.eCms > 4.5 && b.eCms > 3;
  if (hard && Math.abs(thetaSum - 180) < 15) {
    if (between(dphi, 160, 178)) v[V.ee2clst] = 1;
    if (dphi > 178) v[V.gg2clst] = 1;
    if (v[V.ee1leg] === 1 && v[V.ee2clst] + v[V.gg2clst] > 0) v[V.ee1leg1clst] = 1;
  }
  if (b.eCms > 2) photonPairs(a, b, dphi, v);
  if (dphi > 155 && between(thetaSum, 165, 195) && between(a.e, 0.15, 0.5) && between(b.e, 0.15, 0.5))
    v[V.muonPairECL] = 1;
  if (b.eCms > 0.3 && between(a.theta, 26, 130) && between(b.theta, 26, 130) && !a.isTrack && !b.isTrack) {
    const x = a.pxCms + b.pxCms;
    const y = a.pyCms + b.pyCms;
    if (x * x + y * y > 1) v[V.ggHighPt] = 1;
  }
}

function inAcceptance(c: HltCluster): boolean {
  return between(c.theta, 17, 150) && c.photonLike && !c.isTrack;
}

/** Photon pairs with both clusters above 2 GeV. */
function photonPairs(a: HltCluster, b: HltCluster, dphi: number, v: Float64Array): void {
  const someBarrel = between(a.theta, 32, 130) || between(b.theta, 32, 130);
  const someNeutral = !a.isTrack || !b.isTrack;
  const bothNeutral = !a.isTrack && !b.isTrack;
  if (dphi > 175 && someNeutral) v[someBarrel ? V.ggBarrelVL : V.ggEndcapVL] = 1;
  if (a.eCms <= 4) return;
  if (dphi > 177 && someNeutral) v[someBarrel ? V.ggBarrelLoose : V.ggEndcapLoose] = 1;
  if (dphi > 177.5 && bothNeutral) v[someBarrel ? V.ggBarrelTight : V.ggEndcapTight] = 1;
}
