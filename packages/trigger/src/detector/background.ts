import { C_CM_PER_NS } from "@belladonna/kinematics";
import { cos as cosine, sin as sine } from "@belladonna/numerics/elementary";
import { straightToSurface } from "./acceptance.js";
import { detectCharged } from "./charged.js";
import { appendCluster } from "./clusters.js";
import type { Context } from "./context.js";

const PION = 0.13957039;

/**
 * Adds `nClusters` clusters and `nTracks` tracks of beam background to the event at hand, with particle number −1.
 */
export function overlayBackground(context: Context, nClusters: number, nTracks: number): void {
  const { detector, random, hit, pair } = context;
  const { background, calorimeter } = detector;
  for (let i = 0; i < nClusters; i++) {
    hit.energy = calorimeter.minimumEnergy + background.clusterEnergy * random.exponential();
    const cos = 2 * random.uniform() - 1;
    const phi = 2 * Math.PI * random.uniform();
    const sin = Math.sqrt(1 - cos * cos);
    const length = straightToSurface(0, 0, 0, sin * cosine(phi), sin * sine(phi), cos, calorimeter);
    hit.x = length * sin * cosine(phi);
    hit.y = length * sin * sine(phi);
    hit.z = length * cos;
    hit.time = length / C_CM_PER_NS + background.clusterTime * (2 * random.uniform() - 1);
    appendCluster(context, false, calorimeter.showerShape, -1);
  }
  for (let i = 0; i < nTracks; i++) {
    const pt = detector.tracker.minimumPt + background.trackPt * random.exponential();
    const phi = 2 * Math.PI * random.uniform();
    const cos = 2 * random.uniform() - 1;
    pair.pdgId[0] = random.uniform() < 0.5 ? -211 : 211;
    pair.m[0] = PION;
    pair.px[0] = pt * cosine(phi);
    pair.py[0] = pt * sine(phi);
    pair.pz[0] = (pt * cos) / Math.sqrt(1 - cos * cos);
    pair.vx[0] = pair.vy[0] = pair.vt[0] = 0;
    pair.vz[0] = background.trackZ * (2 * random.uniform() - 1);
    detectCharged(context, pair, 0, -1);
  }
}
