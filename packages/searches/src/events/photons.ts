import { type FourVector, fourVector } from "@belladonna/kinematics";
import { cos, sin as sine } from "@belladonna/numerics/elementary";
import type { Detected } from "@belladonna/trigger";

/**
 * Photons of an event in the lab: clusters without a track, of a least energy.
 *
 * @param detected - What the detector saw.
 * @param event - Number of the event.
 * @param least - Energy from which a cluster counts, GeV.
 */
export function photonsOf({ clusters }: Detected, event: number, least: number): FourVector[] {
  const photons: FourVector[] = [];
  for (let k = clusters.offsets[event]; k < clusters.offsets[event + 1]; k++) {
    const e = clusters.energy[k];
    if (clusters.track[k] >= 0 || e < least) continue;
    const sin = e * sine(clusters.theta[k]);
    photons.push(
      fourVector({
        px: sin * cos(clusters.phi[k]),
        py: sin * sine(clusters.phi[k]),
        pz: e * cos(clusters.theta[k]),
        m: 0,
      }),
    );
  }
  return photons;
}
