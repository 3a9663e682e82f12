import type { EventTable } from "@belladonna/kinematics";
import type { RandomStream } from "@belladonna/stats";
import { straightToSurface } from "./acceptance.js";
import { appendCluster, LIGHT } from "./clusters.js";
import type { Detected } from "./detected.js";
import type { Detector } from "./detector.js";
import type { ResolutionForm } from "./resolution.js";
import { finish, growing, reserve } from "./table.js";
import { clusterSchema, muonSchema, trackSchema, type GrowingClusters } from "./tables.js";

/** What {@link detect} simulates beyond its defaults. */
export interface DetectOptions {
  /** Form of the calorimeter's energy resolution; `"linear"` when absent. */
  readonly energyResolution?: ResolutionForm;
  /** Probability that a photon is lost, dimensionless in [0, 1]; 0 when absent. */
  readonly photonInefficiency?: number;
}

/**
 * What a detector sees of each event: photons as calorimeter clusters.
 *
 * Particles of status 1 are propagated from their production vertices; neutrinos and particles of unknown numbers leave
 * no trace. Event $i$ draws its random numbers from `random.stream(i)`, so that it comes out the same whatever other
 * events are in the table before it.
 *
 * @param events - Events in the lab frame, GeV, cm and ns.
 * @param detector - The detector, for instance {@link belle2}.
 * @param random - Root stream.
 * @param options - See {@link DetectOptions}.
 * @throws RangeError when an option is out of range.
 */
export function detect(
  events: EventTable,
  detector: Detector,
  random: RandomStream,
  options: DetectOptions = {},
): Detected {
  const inefficiency = options.photonInefficiency ?? 0;
  if (!(inefficiency >= 0 && inefficiency <= 1)) {
    throw new RangeError(`detect: photonInefficiency must lie in [0, 1], got ${inefficiency}`);
  }
  const form = options.energyResolution ?? "linear";
  const n = events.length;
  const capacity = events.offsets[n] + 16;
  const clusters: GrowingClusters = growing(clusterSchema, n, capacity);
  const tracks = growing(trackSchema, n, capacity);
  const muons = growing(muonSchema, n, capacity);
  const { pdgId, status } = events.particles;
  for (let i = 0; i < n; i++) {
    const first = events.offsets[i];
    const last = events.offsets[i + 1];
    const stream = random.stream(i);
    reserve(clusters, clusterSchema, last - first);
    for (let k = first; k < last; k++) {
      if (status[k] !== 1) continue;
      if (pdgId[k] === 22) detectPhoton(events, k, k - first, detector, form, inefficiency, stream, clusters);
    }
    clusters.offsets[i + 1] = clusters.rows;
  }
  return {
    length: n,
    weights: events.weights,
    tracks: finish(tracks, trackSchema),
    clusters: finish(clusters, clusterSchema),
    muons: finish(muons, muonSchema),
  };
}

/** Appends the cluster of photon `k`, if it makes one. */
function detectPhoton(
  events: EventTable,
  k: number,
  particle: number,
  detector: Detector,
  form: ResolutionForm,
  inefficiency: number,
  random: RandomStream,
  clusters: GrowingClusters,
): void {
  const { px, py, pz, vx, vy, vz, vt } = events.particles;
  const { calorimeter } = detector;
  if (inefficiency > 0 && random.uniform() < inefficiency) return;
  const p = Math.sqrt(px[k] * px[k] + py[k] * py[k] + pz[k] * pz[k]);
  const ux = px[k] / p;
  const uy = py[k] / p;
  const uz = pz[k] / p;
  const length = straightToSurface(vx[k], vy[k], vz[k], ux, uy, uz, calorimeter);
  if (!Number.isFinite(length)) return;
  appendCluster(
    clusters,
    calorimeter,
    form,
    random,
    vx[k] + length * ux,
    vy[k] + length * uy,
    vz[k] + length * uz,
    vt[k] + length / LIGHT,
    p,
    true,
    calorimeter.showerShape,
    particle,
  );
}
