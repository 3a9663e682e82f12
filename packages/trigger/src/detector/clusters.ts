import { C_CM_PER_NS } from "@belladonna/kinematics";
import { atan2 } from "@belladonna/numerics/elementary";
import { regionAt } from "./acceptance.js";
import type { Context } from "./context.js";
import { crystalBallDeviate } from "./crystal-ball.js";
import { energyResolution, positionResolution } from "./resolution.js";

/**
 * Smears the deposit `context.hit` and appends it as a cluster.
 *
 * Always draws the same number of deviates, so that what follows in the event does not depend on the outcome.
 * @param smear - Apply the energy resolution; not for energies that are drawn from a distribution of their own.
 * @param shapeProbability - Chance of a photon-like shape.
 * @returns Row of the cluster, or −1 when the point is in a gap or the energy below the threshold.
 */
export function appendCluster(context: Context, smear: boolean, shapeProbability: number, particle: number): number {
  const { clusters, form, random } = context;
  const { calorimeter } = context.detector;
  const { x, y, z, time, energy } = context.hit;
  const gE = context.tail
    ? crystalBallDeviate(random.uniform(), calorimeter.energyTail[0], calorimeter.energyTail[1])
    : random.normal();
  const gTheta = random.normal();
  const gPhi = random.normal();
  const gTime = random.normal();
  const uShape = random.uniform();
  const pt2 = x * x + y * y;
  const pt = Math.sqrt(pt2);
  const theta = atan2(pt, z);
  if (!(energy > 0) || regionAt(theta, calorimeter) === "none") return -1;
  const measured = smear ? energy * (1 + gE * energyResolution(energy, calorimeter, form)) : energy;
  if (measured < calorimeter.minimumEnergy) return -1;
  const distance = Math.sqrt(pt2 + z * z);
  const sigmaX = positionResolution(measured, calorimeter);
  let smearedTheta = theta + (gTheta * sigmaX) / distance;
  let phi = atan2(y, x) + (gPhi * sigmaX) / pt;
  if (smearedTheta < 0) smearedTheta = -smearedTheta;
  if (phi > Math.PI) phi -= 2 * Math.PI;
  else if (phi <= -Math.PI) phi += 2 * Math.PI;
  const t0 = calorimeter.time[0];
  const noise = calorimeter.time[1] / measured;
  const sigmaT = Math.sqrt(t0 * t0 + noise * noise);
  const row = clusters.rows++;
  clusters.energy[row] = measured;
  clusters.theta[row] = smearedTheta;
  clusters.phi[row] = phi;
  clusters.distance[row] = distance;
  clusters.time[row] = time - distance / C_CM_PER_NS + gTime * sigmaT;
  clusters.time99[row] = sigmaT * calorimeter.time99;
  // The classifier's value itself has no meaning beyond the cut at 0.5: uniform on either side.
  clusters.shape[row] =
    uShape < shapeProbability
      ? 0.5 + (0.5 * (shapeProbability - uShape)) / shapeProbability
      : (0.5 * (1 - uShape)) / (1 - shapeProbability);
  clusters.track[row] = -1;
  clusters.particle[row] = particle;
  return row;
}
