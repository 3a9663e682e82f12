import { type Beams, foxWolfram, particle } from "@belladonna/kinematics";
import { cos, sin, square } from "@belladonna/numerics/elementary";
import type { Detected } from "@belladonna/trigger";

const PION2 = square(particle(211).mass);

/**
 * Second Fox–Wolfram ratio of all tracks, taken as pions, and neutral clusters of an event in the centre-of-mass frame.
 *
 * @param detected - What the detector saw.
 * @param i - Number of the event.
 * @param beams - The beams.
 */
export function secondFoxWolfram({ tracks, clusters }: Detected, i: number, { boostVector }: Beams): number {
  const [bx, by, bz] = boostVector;
  const b2 = bx * bx + by * by + bz * bz;
  const boost = 1 / Math.sqrt(1 - b2);
  const momenta: { px: number; py: number; pz: number }[] = [];
  const add = (px: number, py: number, pz: number, e: number): void => {
    const along = bx * px + by * py + bz * pz;
    const shift = ((boost - 1) * along) / b2 - boost * e;
    momenta.push({ px: px + shift * bx, py: py + shift * by, pz: pz + shift * bz });
  };
  for (let k = tracks.offsets[i]; k < tracks.offsets[i + 1]; k++) {
    const [px, py, pz] = [tracks.px[k], tracks.py[k], tracks.pz[k]];
    add(px, py, pz, Math.sqrt(px * px + py * py + pz * pz + PION2));
  }
  for (let k = clusters.offsets[i]; k < clusters.offsets[i + 1]; k++) {
    if (clusters.track[k] >= 0) continue;
    const [e, theta, phi] = [clusters.energy[k], clusters.theta[k], clusters.phi[k]];
    const transverse = e * sin(theta);
    add(transverse * cos(phi), transverse * sin(phi), e * cos(theta), e);
  }
  return foxWolfram(momenta, 2).ratios[2];
}
