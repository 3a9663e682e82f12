import { C_CM_PER_NS } from "@belladonna/kinematics";
import type { ParticleColumns } from "@belladonna/kinematics";
import { exp, square } from "@belladonna/numerics/elementary";
import { straightToSurface } from "./acceptance.js";
import { detectCharged } from "./charged.js";
import { appendCluster } from "./clusters.js";
import type { Context } from "./context.js";
import type { Deviates } from "./deviates.js";

/** How photons may fail to be clusters. */
export interface PhotonLosses {
  /** Probability that a photon is lost. */
  readonly inefficiency: number;
  /** Whether photons convert in the material before the tracking volume. */
  readonly conversion: boolean;
}

/** Cluster of the photon in row `k`, or tracks and clusters of the pair it converts to. */
export function detectPhoton(
  context: Context,
  losses: PhotonLosses,
  columns: ParticleColumns,
  k: number,
  particle: number,
): void {
  const { random, hit } = context;
  if (losses.inefficiency > 0 && random.uniform() < losses.inefficiency) return;
  if (losses.conversion && converts(context, columns, k)) {
    detectCharged(context, context.pair, 0, particle);
    detectCharged(context, context.pair, 1, particle);
    return;
  }
  const p = flyStraight(context, columns, k, 1);
  if (Number.isNaN(p)) return;
  hit.energy = p;
  appendCluster(context, true, context.detector.calorimeter.showerShape, particle);
}

/**
 * Sets `context.hit` to where the neutral particle in row `k` enters the calorimeter, and when.
 * @param slowness - $1/\beta$.
 * @returns Momentum, GeV; `NaN` when it starts outside.
 */
function flyStraight(context: Context, columns: ParticleColumns, k: number, slowness: number): number {
  const { hit } = context;
  const px = columns.px[k];
  const py = columns.py[k];
  const pz = columns.pz[k];
  const vx = columns.vx[k];
  const vy = columns.vy[k];
  const vz = columns.vz[k];
  const p = Math.sqrt(px * px + py * py + pz * pz);
  const length = straightToSurface(vx, vy, vz, px / p, py / p, pz / p, context.detector.calorimeter);
  if (!(length < Infinity)) return Number.NaN;
  hit.x = vx + (length * px) / p;
  hit.y = vy + (length * py) / p;
  hit.z = vz + (length * pz) / p;
  hit.time = columns.vt[k] + (length * slowness) / C_CM_PER_NS;
  return p;
}

const ELECTRON = 0.00051099895;

/** Whether the photon in row `k` converts before the tracking volume; if so, sets `context.pair`. */
function converts(context: Context, columns: ParticleColumns, k: number): boolean {
  const { detector, random, pair } = context;
  const { calorimeter, tracker } = detector;
  const [px, py, pz, vx, vy, vz] = [
    columns.px[k],
    columns.py[k],
    columns.pz[k],
    columns.vx[k],
    columns.vy[k],
    columns.vz[k],
  ];
  const p = Math.sqrt(px * px + py * py + pz * pz);
  const sin = Math.sqrt(px * px + py * py) / p;
  // Pair production has 7/9 of the probability of a radiation length; photons born beyond the material do not convert.
  const does = random.uniform() > exp((-7 / 9) * (tracker.material / Math.max(sin, 0.05)));
  if (!does || vx * vx + vy * vy >= square(tracker.conversionRadius) || p <= 0.01) return false;
  // A cylinder without ends: a pair made exactly at one would be inside the calorimeter or not by a rounding error.
  const surface = { radius: tracker.conversionRadius, zForward: Infinity, zBackward: -Infinity };
  const to = straightToSurface(vx, vy, vz, px / p, py / p, pz / p, surface);
  const z = vz + (to * pz) / p;
  // Along the beams the ends of the detector come before the material.
  if (!(to < Infinity && z < calorimeter.zForward && z > calorimeter.zBackward)) return false;
  const fraction = energyFraction(random);
  for (let row = 0; row < 2; row++) {
    const share = row === 0 ? fraction : 1 - fraction;
    pair.pdgId[row] = row === 0 ? 11 : -11;
    pair.m[row] = ELECTRON;
    pair.px[row] = share * px;
    pair.py[row] = share * py;
    pair.pz[row] = share * pz;
    pair.vx[row] = vx + (to * px) / p;
    pair.vy[row] = vy + (to * py) / p;
    pair.vz[row] = z;
    pair.vt[row] = columns.vt[k] + to / C_CM_PER_NS;
  }
  return true;
}

/** Energy fraction of one lepton of a pair, from $1 - \frac43 x(1-x)$ (complete screening). */
function energyFraction(random: Deviates): number {
  for (;;) {
    const x = random.uniform();
    if (random.uniform() < 1 - (4 / 3) * x * (1 - x)) return x;
  }
}

/** Cluster of the neutral hadron in row `k`, if it interacts in the calorimeter. */
export function detectNeutralHadron(context: Context, columns: ParticleColumns, k: number, particle: number): void {
  const { random, hit } = context;
  const { calorimeter } = context.detector;
  const depth = random.exponential();
  const low = calorimeter.hadronResponse[0];
  const response = low + (calorimeter.hadronResponse[1] - low) * random.uniform();
  if (depth >= calorimeter.interactionLengths) return;
  const mass = columns.m[k];
  const p2 = square(columns.px[k]) + square(columns.py[k]) + square(columns.pz[k]);
  const energy = Math.sqrt(p2 + mass * mass);
  if (Number.isNaN(flyStraight(context, columns, k, energy / Math.sqrt(p2)))) return;
  hit.energy = (energy - mass) * response;
  appendCluster(context, false, calorimeter.hadronShape, particle);
}
