import type { Beams } from "@belladonna/kinematics";
import { bit, evaluate, l1Menu } from "@belladonna/trigger";
import type { Seen } from "../events/sample.js";
import { selection } from "./selection.js";

/** Events with one photon and nothing else: columns. */
export interface Candidates {
  /** Squared recoil mass, GeV². */
  readonly recoilSquared: Float64Array;
  /** Laboratory polar angle of the photon, rad. */
  readonly theta: Float64Array;
  /** Index of each in the events. */
  readonly event: Int32Array;
  /** 1 where a line of the trigger fired. */
  readonly triggered: Uint8Array;
}

/**
 * Selects events with one photon in the barrel and nothing else, and computes the squared mass that recoils,
 * $M^2 = s - 2\sqrt s E^*$ with $\sqrt s E^* = P \cdot k$.
 *
 * @param seen - What the detector and the trigger saw.
 * @param beams - The beams.
 */
export function candidates({ detected, level1 }: Seen, { total, sqrtS }: Beams): Candidates {
  const { tracks, clusters, length } = detected;
  const recoilSquared = new Float64Array(length);
  const theta = new Float64Array(length);
  const event = new Int32Array(length);
  const triggered = new Uint8Array(length);
  const lines = evaluate(l1Menu, level1);
  const [low, high] = selection.theta;
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
    if (found < 0 || others > selection.otherEnergy || clusters.track[found] >= 0) continue;
    if (!(clusters.theta[found] > low && clusters.theta[found] < high)) continue;
    let tracked = false;
    for (let k = tracks.offsets[i]; k < tracks.offsets[i + 1]; k++) {
      if (tracks.px[k] ** 2 + tracks.py[k] ** 2 > selection.trackPt ** 2) tracked = true;
    }
    if (tracked) continue;
    const e = clusters.energy[found];
    const sine = Math.sin(clusters.theta[found]);
    const x = e * sine * Math.cos(clusters.phi[found]);
    const y = e * sine * Math.sin(clusters.phi[found]);
    const z = e * Math.cos(clusters.theta[found]);
    const inner = total.e * e - total.px * x - total.py * y - total.pz * z;
    if (inner < selection.energy * sqrtS) continue;
    recoilSquared[n] = sqrtS * sqrtS - 2 * inner;
    theta[n] = clusters.theta[found];
    event[n] = i;
    triggered[n] = selection.trigger.some((line) => bit(lines, line, i)) ? 1 : 0;
    n++;
  }
  return {
    recoilSquared: recoilSquared.slice(0, n),
    theta: theta.slice(0, n),
    event: event.slice(0, n),
    triggered: triggered.slice(0, n),
  };
}
