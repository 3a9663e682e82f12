import { requireChoice, requireOptions } from "@belladonna/numerics";
import type { EventTable } from "@belladonna/kinematics";
import type { RandomStream } from "@belladonna/numerics";
import { overlayBackground } from "./background.js";
import { detectCharged } from "./charged.js";
import { newContext, type Context } from "./context.js";
import type { Detected } from "./detected.js";
import type { Detector } from "./detector.js";
import { newDeviates } from "./deviates.js";
import { matchClusters } from "./match.js";
import { detectNeutralHadron, detectPhoton, type PhotonLosses } from "./neutral.js";
import type { ResolutionForm } from "./resolution.js";
import { finish, growing, reserve } from "./table.js";
import { clusterSchema, muonSchema, trackSchema } from "./tables.js";

/** What {@link detect} simulates beyond its defaults. */
export interface DetectOptions {
  /** Form of the calorimeter's energy resolution; `"linear"` when absent. */
  readonly energyResolution?: ResolutionForm;
  /** Whether showers have the detector's tail to low energies, from leakage and material, instead of none; no when absent. */
  readonly energyTail?: boolean;
  /** Probability that a photon is lost, dimensionless in [0, 1]; 0 when absent. */
  readonly photonInefficiency?: number;
  /** Whether photons convert to electron pairs in the material before the tracking volume; no when absent. */
  readonly photonConversion?: boolean;
  /** Factor on the detector's mean numbers of beam-background clusters and tracks; 0, none, when absent. */
  readonly background?: number;
}

const OPTIONS: readonly (keyof DetectOptions)[] = [
  "energyResolution",
  "energyTail",
  "photonInefficiency",
  "photonConversion",
  "background",
];

/**
 * What a detector sees of each event: tracks, calorimeter clusters, muon-system tracks.
 *
 * Particles of status 1 start at their production vertices. Photons and electrons shower in the calorimeter; muons,
 * pions, kaons and protons are tracked, leave a minimum-ionising or hadronic cluster and may reach the muon system;
 * $K_L$ and neutrons may leave a cluster. Neutrinos and particles of other numbers leave no trace. Charged particles move
 * on helices without loss of energy, showers have Gaussian resolutions unless a tail is asked for, and tracks no tails.
 *
 * Event $i$ draws its random numbers from a generator started by `random.stream(i)`, so that it comes out the same whatever other events are in
 * the table.
 *
 * ```ts
 * detect(generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { beams: superKekb, events: 5, seed: 1 }), belle2, random(1)).clusters.offsets.length; // 6
 * ```
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
  requireOptions("detect", options, OPTIONS);
  const inefficiency = options.photonInefficiency ?? 0;
  if (!(inefficiency >= 0 && inefficiency <= 1)) {
    throw new RangeError(`detect: photonInefficiency must lie in [0, 1], got ${inefficiency}`);
  }
  const background = options.background ?? 0;
  if (!(background >= 0 && background < 1e6)) {
    throw new RangeError(`detect: background must be >= 0 and finite, got ${background}`);
  }
  const losses: PhotonLosses = { inefficiency, conversion: options.photonConversion ?? false };
  const n = events.length;
  const capacity = events.offsets[n] + 16;
  const clusters = growing(clusterSchema, n, capacity);
  const tracks = growing(trackSchema, n, capacity);
  const muons = growing(muonSchema, n, capacity);
  const form = options.energyResolution ?? "linear";
  requireChoice("detect: energyResolution", form, ["linear", "quadrature"]);
  const context = newContext({
    detector,
    form,
    tail: options.energyTail ?? false,
    random: newDeviates(),
    clusters,
    tracks,
    muons,
  });
  for (let i = 0; i < n; i++) {
    const first = events.offsets[i];
    const last = events.offsets[i + 1];
    const stream = random.stream(i);
    context.random.start(stream);
    const extraClusters = background > 0 ? stream.poisson(background * detector.background.clusters) : 0;
    const extraTracks = background > 0 ? stream.poisson(background * detector.background.tracks) : 0;
    // A converted photon makes two of each.
    const rows = 2 * (last - first) + extraTracks;
    reserve(clusters, clusterSchema, rows + extraClusters);
    reserve(tracks, trackSchema, rows);
    reserve(muons, muonSchema, rows);
    context.firstTrack = tracks.rows;
    for (let k = first; k < last; k++) detectParticle(context, events, k, k - first, losses);
    overlayBackground(context, extraClusters, extraTracks);
    matchClusters(context, clusters.offsets[i]);
    clusters.offsets[i + 1] = clusters.rows;
    tracks.offsets[i + 1] = tracks.rows;
    muons.offsets[i + 1] = muons.rows;
  }
  return {
    length: n,
    weights: events.weights,
    tracks: finish(tracks, trackSchema),
    clusters: finish(clusters, clusterSchema),
    muons: finish(muons, muonSchema),
  };
}

/** Response to the particle in row `k`, number `particle` of its event. */
function detectParticle(
  context: Context,
  { particles }: EventTable,
  k: number,
  particle: number,
  losses: PhotonLosses,
): void {
  if (particles.status[k] !== 1) return;
  switch (particles.pdgId[k]) {
    case 22:
      detectPhoton(context, losses, particles, k, particle);
      return;
    case 11:
    case -11:
    case 13:
    case -13:
    case 211:
    case -211:
    case 321:
    case -321:
    case 2212:
    case -2212:
      detectCharged(context, particles, k, particle);
      return;
    case 130:
    case 2112:
    case -2112:
      detectNeutralHadron(context, particles, k, particle);
  }
}
