import type { Beams } from "@belladonna/kinematics";
import { cos, sin, square } from "@belladonna/numerics/elementary";
import { bit, evaluate, l1Menu } from "@belladonna/trigger";
import type { Seen } from "../events/sample.js";
import type { Candidates as Columns } from "../selection/cut.js";
import type { Quantity } from "../selection/quantity.js";

/** Level-1 lines, one of which keeps the event. */
export const TRIGGER: Quantity<readonly string[]> = {
  quantity: "trigger",
  value: ["lml1", "lml6", "lml13"],
  unit: "1",
  standing: "read",
  source: "basf2, level-1 menu",
};

/** The most energetic cluster of each event that has one, taken for a photon: columns. */
export interface Candidates extends Columns {
  /** Its energy in the centre-of-mass frame, GeV. */
  readonly energy: Float64Array;
  /** Its laboratory polar angle, rad. */
  readonly theta: Float64Array;
  /** Squared mass that recoils, GeV². */
  readonly recoilSquared: Float64Array;
  /** 1 where a track leads to it. */
  readonly charged: Uint8Array;
  /** Laboratory energy of the most energetic other cluster, GeV. */
  readonly otherEnergy: Float64Array;
  /** Largest transverse momentum of a track, GeV; 0 without tracks. */
  readonly trackPt: Float64Array;
  /** 1 where a line of {@link TRIGGER} fired. */
  readonly triggered: Uint8Array;
}

/**
 * Takes the most energetic cluster of each event for a photon, and computes the squared mass that recoils,
 * $M^2 = s - 2\sqrt s E^*$ with $\sqrt s E^* = P \cdot k$.
 *
 * @param seen - What the detector and the trigger saw.
 * @param beams - The beams.
 */
export function candidates({ detected, level1 }: Seen, { total, sqrtS }: Beams): Candidates {
  const { tracks, clusters, length } = detected;
  const event = new Int32Array(length);
  const [charged, triggered] = [new Uint8Array(length), new Uint8Array(length)];
  const [energy, theta, recoilSquared, otherEnergy, trackPt] = Array.from(
    { length: 5 },
    () => new Float64Array(length),
  );
  const lines = evaluate(l1Menu, level1);
  let n = 0;
  for (let i = 0; i < length; i++) {
    let found = -1;
    let others = 0;
    for (let k = clusters.offsets[i]; k < clusters.offsets[i + 1]; k++) {
      if (found < 0 || clusters.energy[k] > clusters.energy[found]) {
        if (found >= 0) others = Math.max(others, clusters.energy[found]);
        found = k;
      } else others = Math.max(others, clusters.energy[k]);
    }
    if (found < 0) continue;
    let pt2 = 0;
    for (let k = tracks.offsets[i]; k < tracks.offsets[i + 1]; k++) {
      pt2 = Math.max(pt2, square(tracks.px[k]) + square(tracks.py[k]));
    }
    const e = clusters.energy[found];
    const sine = sin(clusters.theta[found]);
    const x = e * sine * cos(clusters.phi[found]);
    const y = e * sine * sin(clusters.phi[found]);
    const z = e * cos(clusters.theta[found]);
    const inner = total.e * e - total.px * x - total.py * y - total.pz * z;
    event[n] = i;
    energy[n] = inner / sqrtS;
    theta[n] = clusters.theta[found];
    recoilSquared[n] = sqrtS * sqrtS - 2 * inner;
    charged[n] = clusters.track[found] >= 0 ? 1 : 0;
    otherEnergy[n] = others;
    trackPt[n] = Math.sqrt(pt2);
    triggered[n] = TRIGGER.value.some((line) => bit(lines, line, i)) ? 1 : 0;
    n++;
  }
  return {
    event: event.slice(0, n),
    energy: energy.slice(0, n),
    theta: theta.slice(0, n),
    recoilSquared: recoilSquared.slice(0, n),
    charged: charged.slice(0, n),
    otherEnergy: otherEnergy.slice(0, n),
    trackPt: trackPt.slice(0, n),
    triggered: triggered.slice(0, n),
  };
}
