import { detectCharged } from "./charged.js";
import { appendCluster, LIGHT } from "./clusters.js";
import type { Context } from "./context.js";
import { straightToSurface } from "./acceptance.js";

const PION = 0.13957039;

/**
 * Adds `nClusters` clusters and `nTracks` tracks of beam background to the event at hand, with particle number −1.
 */
export function overlayBackground(context: Context, nClusters: number, nTracks: number): void {
  const { detector, random, form, clusters } = context;
  const { background, calorimeter } = detector;
  for (let i = 0; i < nClusters; i++) {
    const energy = calorimeter.minimumEnergy + background.clusterEnergy * random.exponential();
    const cos = 2 * random.uniform() - 1;
    const phi = 2 * Math.PI * random.uniform();
    const sin = Math.sqrt(1 - cos * cos);
    const ux = sin * Math.cos(phi);
    const uy = sin * Math.sin(phi);
    const length = straightToSurface(0, 0, 0, ux, uy, cos, calorimeter);
    const time = length / LIGHT + background.clusterTime * (2 * random.uniform() - 1);
    const shape = calorimeter.showerShape;
    const [x, y, z] = [length * ux, length * uy, length * cos];
    appendCluster(clusters, calorimeter, form, random, x, y, z, time, energy, false, shape, -1);
  }
  for (let i = 0; i < nTracks; i++) {
    const pt = detector.tracker.minimumPt + background.trackPt * random.exponential();
    const phi = 2 * Math.PI * random.uniform();
    const cos = 2 * random.uniform() - 1;
    const pz = (pt * cos) / Math.sqrt(1 - cos * cos);
    const q = random.uniform() < 0.5 ? -1 : 1;
    const z = background.trackZ * (2 * random.uniform() - 1);
    detectCharged(context, 211 * q, q, PION, pt * Math.cos(phi), pt * Math.sin(phi), pz, 0, 0, z, 0, -1);
  }
}
