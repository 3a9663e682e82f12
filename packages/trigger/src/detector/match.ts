import { cos, sin as sine, square } from "@belladonna/numerics/elementary";
import type { Context } from "./context.js";

/** Marks neutral clusters of the event at hand that lie close to where one of its tracks enters the calorimeter. */
export function matchClusters(context: Context, firstCluster: number): void {
  const { clusters, tracks, entries, firstTrack } = context;
  const nTracks = tracks.rows - firstTrack;
  if (nTracks === 0) return;
  const limit = square(context.detector.calorimeter.matchDistance);
  for (let c = firstCluster; c < clusters.rows; c++) {
    if (clusters.track[c] >= 0) continue;
    const d = clusters.distance[c];
    const sin = sine(clusters.theta[c]);
    const x = d * sin * cos(clusters.phi[c]);
    const y = d * sin * sine(clusters.phi[c]);
    const z = d * cos(clusters.theta[c]);
    let best = limit;
    for (let t = 0; t < nTracks; t++) {
      const dx = entries[3 * t] - x;
      const dy = entries[3 * t + 1] - y;
      const dz = entries[3 * t + 2] - z;
      const distance = dx * dx + dy * dy + dz * dz;
      if (distance < best) {
        best = distance;
        clusters.track[c] = firstTrack + t;
      }
    }
  }
}
