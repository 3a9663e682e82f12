import { straightToSurface } from "./acceptance.js";
import { detectCharged } from "./charged.js";
import { appendCluster, LIGHT } from "./clusters.js";
import type { Context } from "./context.js";
import type { Deviates } from "./deviates.js";

/** How photons may fail to be clusters. */
export interface PhotonLosses {
  /** Probability that a photon is lost. */
  readonly inefficiency: number;
  /** Whether photons convert in the material before the tracking volume. */
  readonly conversion: boolean;
}

/** Cluster of a photon, or tracks and clusters of the pair it converts to. */
export function detectPhoton(
  context: Context,
  losses: PhotonLosses,
  px: number,
  py: number,
  pz: number,
  vx: number,
  vy: number,
  vz: number,
  vt: number,
  particle: number,
): void {
  const { detector, random, form } = context;
  const { calorimeter, tracker } = detector;
  if (losses.inefficiency > 0 && random.uniform() < losses.inefficiency) return;
  const p = Math.sqrt(px * px + py * py + pz * pz);
  const ux = px / p;
  const uy = py / p;
  const uz = pz / p;
  if (losses.conversion) {
    const sin = Math.sqrt(ux * ux + uy * uy);
    // Pair production has 7/9 of the probability of a radiation length; photons born beyond the material do not convert.
    const converts = random.uniform() > Math.exp((-7 / 9) * (tracker.material / Math.max(sin, 0.05)));
    const start = Math.sqrt(vx * vx + vy * vy);
    if (converts && start < tracker.conversionRadius && p > 0.01) {
      const surface = {
        radius: tracker.conversionRadius,
        zForward: calorimeter.zForward,
        zBackward: calorimeter.zBackward,
      };
      const to = straightToSurface(vx, vy, vz, ux, uy, uz, surface);
      const fraction = energyFraction(random);
      const x = vx + to * ux;
      const y = vy + to * uy;
      const z = vz + to * uz;
      const t = vt + to / LIGHT;
      const rest = 1 - fraction;
      detectCharged(context, 11, -1, ELECTRON, fraction * px, fraction * py, fraction * pz, x, y, z, t, particle);
      detectCharged(context, -11, 1, ELECTRON, rest * px, rest * py, rest * pz, x, y, z, t, particle);
      return;
    }
  }
  const length = straightToSurface(vx, vy, vz, ux, uy, uz, calorimeter);
  if (!Number.isFinite(length)) return;
  const x = vx + length * ux;
  const y = vy + length * uy;
  const z = vz + length * uz;
  const time = vt + length / LIGHT;
  const shape = calorimeter.showerShape;
  appendCluster(context.clusters, calorimeter, form, random, x, y, z, time, p, true, shape, particle);
}

const ELECTRON = 0.00051099895;

/** Energy fraction of one lepton of a pair, from $1 - \frac43 x(1-x)$ (complete screening). */
function energyFraction(random: Deviates): number {
  for (;;) {
    const x = random.uniform();
    if (random.uniform() < 1 - (4 / 3) * x * (1 - x)) return x;
  }
}

/** Cluster of a neutral hadron that interacts in the calorimeter. */
export function detectNeutralHadron(
  context: Context,
  mass: number,
  px: number,
  py: number,
  pz: number,
  vx: number,
  vy: number,
  vz: number,
  vt: number,
  particle: number,
): void {
  const { detector, random, form, clusters } = context;
  const { calorimeter } = detector;
  const depth = random.exponential();
  const low = calorimeter.hadronResponse[0];
  const high = calorimeter.hadronResponse[1];
  const response = low + (high - low) * random.uniform();
  if (depth >= calorimeter.interactionLengths) return;
  const p = Math.sqrt(px * px + py * py + pz * pz);
  const length = straightToSurface(vx, vy, vz, px / p, py / p, pz / p, calorimeter);
  if (!Number.isFinite(length)) return;
  const energy = Math.sqrt(p * p + mass * mass);
  const x = vx + (length * px) / p;
  const y = vy + (length * py) / p;
  const z = vz + (length * pz) / p;
  const time = vt + (length * energy) / (p * LIGHT);
  const deposit = (energy - mass) * response;
  const shape = calorimeter.hadronShape;
  appendCluster(clusters, calorimeter, form, random, x, y, z, time, deposit, false, shape, particle);
}
