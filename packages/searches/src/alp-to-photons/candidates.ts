import type { Beams } from "@belladonna/kinematics";
import { bit } from "@belladonna/trigger";
import type { Seen } from "../events/sample.js";
import { type Region, selection } from "./selection.js";

/** What survives the selection: three entries an event, one a photon pair and the photon that recoils against it. */
export interface Candidates {
  /** Value of the observable, GeV². */
  readonly values: Float64Array;
  /** 1 where the pair is the one the signal decayed to. */
  readonly right: Uint8Array;
  /** Number of events that survive. */
  readonly events: number;
  /** Number of events that survive all but the trigger. */
  readonly beforeTrigger: number;
}

/**
 * Selects events that the trigger keeps and that have three photons, and computes the observable for the three ways to pair them.
 *
 * With more than three photons in the acceptance the three most energetic are taken.
 * @param seen - What the calorimeter and the trigger saw.
 * @param beams - The beams, for $M^2_\mathrm{recoil} = s - 2\,P\cdot k$ with the sum $P$ of the beam momenta.
 * @param region - Photon energy cut, and whether the observable is $M^2$ of the pair or of what recoils against the third.
 * @param recoilParticle - Index, inside each event, of the true recoiling photon; −1 when there is no signal.
 */
export function candidates(
  { detected, level1 }: Seen,
  beams: Beams,
  { observable, minEnergy }: Region,
  recoilParticle: number,
): Candidates {
  const { clusters, length } = detected;
  const values = new Float64Array(3 * length);
  const right = new Uint8Array(3 * length);
  const photons = { e: new Float64Array(3), x: new Float64Array(3), y: new Float64Array(3), z: new Float64Array(3) };
  const rows = new Int32Array(3);
  const pairs = new Float64Array(3);
  const { total, sqrtS } = beams;
  const [thetaMin, thetaMax] = selection.theta;
  const [massMin, massMax] = selection.threePhotonMass.map((m) => (m * sqrtS) ** 2);
  let n = 0;
  let beforeTrigger = 0;
  for (let event = 0; event < length; event++) {
    let found = 0;
    for (let k = clusters.offsets[event]; k < clusters.offsets[event + 1]; k++) {
      if (clusters.track[k] >= 0 || !(clusters.energy[k] > minEnergy)) continue;
      if (!(clusters.theta[k] > thetaMin && clusters.theta[k] < thetaMax)) continue;
      if (found < 3) rows[found++] = k;
      else {
        const least = weakest(rows, clusters.energy);
        if (clusters.energy[k] > clusters.energy[rows[least]]) rows[least] = k;
      }
    }
    if (found < 3) continue;
    for (let j = 0; j < 3; j++) {
      const k = rows[j];
      const e = clusters.energy[k];
      const transverse = e * Math.sin(clusters.theta[k]);
      photons.e[j] = e;
      photons.x[j] = transverse * Math.cos(clusters.phi[k]);
      photons.y[j] = transverse * Math.sin(clusters.phi[k]);
      photons.z[j] = e * Math.cos(clusters.theta[k]);
    }
    if (!shapesPass(photons, rows, clusters.shape)) continue;
    const m01 = pairMassSquared(photons, 0, 1);
    const m02 = pairMassSquared(photons, 0, 2);
    const m12 = pairMassSquared(photons, 1, 2);
    const all = m01 + m02 + m12;
    if (!(all >= massMin && all <= massMax)) continue;
    beforeTrigger++;
    if (!bit(level1, selection.trigger, event)) continue;
    pairs[0] = m12;
    pairs[1] = m02;
    pairs[2] = m01;
    for (let recoiling = 0; recoiling < 3; recoiling++) {
      const { e, x, y, z } = photons;
      const inner =
        total.e * e[recoiling] - total.px * x[recoiling] - total.py * y[recoiling] - total.pz * z[recoiling];
      values[n] = observable === "diphoton" ? pairs[recoiling] : sqrtS * sqrtS - 2 * inner;
      right[n] = recoilParticle >= 0 && clusters.particle[rows[recoiling]] === recoilParticle ? 1 : 0;
      n++;
    }
  }
  return { values: values.slice(0, n), right: right.slice(0, n), events: n / 3, beforeTrigger };
}

interface Photons {
  readonly e: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

/** $2 E_1 E_2 (1 - \cos\theta)$ as a difference of directions, which does not cancel for a narrow pair. */
function pairMassSquared({ e, x, y, z }: Photons, i: number, j: number): number {
  const dx = x[i] / e[i] - x[j] / e[j];
  const dy = y[i] / e[i] - y[j] / e[j];
  const dz = z[i] / e[i] - z[j] / e[j];
  return e[i] * e[j] * (dx * dx + dy * dy + dz * dz);
}

/**
 * Whether the shower of the more isolated of the two softer photons looks like a photon's: above the middle of the
 * detector's classifier, which stands in for the one of the paper.
 */
function shapesPass({ e, x, y, z }: Photons, rows: Int32Array, shape: Float64Array): boolean {
  const hardest = e[0] > e[1] ? (e[0] > e[2] ? 0 : 2) : e[1] > e[2] ? 1 : 2;
  const i = (hardest + 1) % 3;
  const j = (hardest + 2) % 3;
  // Both are as far from each other; the distance to the hardest photon decides.
  const cosine = (k: number) => (x[k] * x[hardest] + y[k] * y[hardest] + z[k] * z[hardest]) / (e[k] * e[hardest]);
  return shape[rows[cosine(i) < cosine(j) ? i : j]] > 0.5;
}

function weakest(rows: Int32Array, energy: Float64Array): number {
  let least = 0;
  for (let j = 1; j < rows.length; j++) if (energy[rows[j]] < energy[rows[least]]) least = j;
  return least;
}
