import type { Beams } from "@belladonna/kinematics";
import { cos, sin } from "@belladonna/numerics/elementary";
import type { Detected } from "@belladonna/trigger";
import type { Seen } from "../events/sample.js";
import { firedAny } from "../selection/fired.js";
import type { PhotonPairs } from "./columns.js";
import { theta, triggerInputs } from "./selection.js";

const DEGREE = Math.PI / 180;

/**
 * The three ways to pair the photons of events that have three, as columns; with more than three photons in the
 * acceptance the three most energetic are taken.
 *
 * @param seen - What the calorimeter and the trigger saw.
 * @param beams - The beams, for $M^2_\mathrm{recoil} = s - 2\,P\cdot k$ with the sum $P$ of the beam momenta.
 * @param minEnergy - Energy above which a cluster is a photon, GeV.
 * @param recoilParticle - Index, inside each event, of the true recoiling photon; −1 when there is no signal.
 */
export function photonPairs(
  { detected, level1 }: Seen,
  { total, sqrtS }: Beams,
  minEnergy: number,
  recoilParticle = -1,
): PhotonPairs {
  const { clusters, length } = detected;
  const pairs = emptyPairs(3 * length);
  const photons = { e: new Float64Array(3), x: new Float64Array(3), y: new Float64Array(3), z: new Float64Array(3) };
  const rows = new Int32Array(3);
  const masses = new Float64Array(3);
  const [thetaMin, thetaMax] = theta.value.map((degrees) => degrees * DEGREE);
  let n = 0;
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
      const transverse = e * sin(clusters.theta[k]);
      photons.e[j] = e;
      photons.x[j] = transverse * cos(clusters.phi[k]);
      photons.y[j] = transverse * sin(clusters.phi[k]);
      photons.z[j] = e * cos(clusters.theta[k]);
    }
    masses[0] = pairMassSquared(photons, 1, 2);
    masses[1] = pairMassSquared(photons, 0, 2);
    masses[2] = pairMassSquared(photons, 0, 1);
    // What all three pairs of the event share.
    pairs.event.fill(event, n, n + 3);
    pairs.shape.fill(clusters.shape[rows[isolatedSofter(photons)]], n, n + 3);
    pairs.threePhotonMass.fill(Math.sqrt(masses[2] + masses[1] + masses[0]) / sqrtS, n, n + 3);
    pairs.trigger.fill(firedAny(level1, triggerInputs.value, event) ? 1 : 0, n, n + 3);
    const trueRecoil = recoilParticle < 0 ? -1 : hardestOf(recoilParticle, rows, detected);
    for (let recoiling = 0; recoiling < 3; recoiling++) {
      const { e, x, y, z } = photons;
      const inner =
        total.e * e[recoiling] - total.px * x[recoiling] - total.py * y[recoiling] - total.pz * z[recoiling];
      pairs.diphoton[n] = masses[recoiling];
      pairs.recoil[n] = sqrtS * sqrtS - 2 * inner;
      pairs.right[n] = recoiling === trueRecoil ? 1 : 0;
      n++;
    }
  }
  return cutTo(pairs, n);
}

function emptyPairs(n: number): PhotonPairs {
  return {
    event: new Int32Array(n),
    right: new Uint8Array(n),
    shape: new Float64Array(n),
    threePhotonMass: new Float64Array(n),
    trigger: new Uint8Array(n),
    diphoton: new Float64Array(n),
    recoil: new Float64Array(n),
  };
}

/** The first `n` entries. */
function cutTo(
  { event, right, shape, threePhotonMass, trigger, diphoton, recoil }: PhotonPairs,
  n: number,
): PhotonPairs {
  return {
    event: event.slice(0, n),
    right: right.slice(0, n),
    shape: shape.slice(0, n),
    threePhotonMass: threePhotonMass.slice(0, n),
    trigger: trigger.slice(0, n),
    diphoton: diphoton.slice(0, n),
    recoil: recoil.slice(0, n),
  };
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

/** Which of three photons is the more isolated of the two softer ones. */
function isolatedSofter({ e, x, y, z }: Photons): number {
  const hardest = e[0] > e[1] ? (e[0] > e[2] ? 0 : 2) : e[1] > e[2] ? 1 : 2;
  const i = (hardest + 1) % 3;
  const j = (hardest + 2) % 3;
  // Both are as far from each other; the distance to the hardest photon decides.
  const cosine = (k: number) => (x[k] * x[hardest] + y[k] * y[hardest] + z[k] * z[hardest]) / (e[k] * e[hardest]);
  return cosine(i) < cosine(j) ? i : j;
}

/** Which of three clusters is the most energetic that a particle left, since a converted photon may leave two; −1 for none. */
function hardestOf(particle: number, rows: Int32Array, { clusters }: Detected): number {
  let hardest = -1;
  for (let j = 0; j < rows.length; j++) {
    if (clusters.particle[rows[j]] !== particle) continue;
    if (hardest < 0 || clusters.energy[rows[j]] > clusters.energy[rows[hardest]]) hardest = j;
  }
  return hardest;
}

function weakest(rows: Int32Array, energy: Float64Array): number {
  let least = 0;
  for (let j = 1; j < rows.length; j++) if (energy[rows[j]] < energy[rows[least]]) least = j;
  return least;
}
