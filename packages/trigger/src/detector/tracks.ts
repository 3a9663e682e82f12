import { atan2 } from "@belladonna/numerics/elementary";
import { inside } from "./acceptance.js";
import type { Context } from "./context.js";
import { LEVEL1_FIT, LEVEL1_FULL, LEVEL1_NEURAL, LEVEL1_SHORT } from "./detected.js";
import { helixZ, reach, turnToClosest } from "./helix.js";
import { trackEfficiency } from "./track-efficiency.js";

const TWO_PI = 2 * Math.PI;

/**
 * Appends the track of the charged particle of `context.start` and `context.helix`, if it is found.
 * @returns Row of the track, −1 when it is not found.
 */
export function appendTrack(context: Context, particle: number): number {
  const { detector, random, tracks, helix } = context;
  const { p, pt, theta, beta, rho, time } = context.start;
  const { tracker, level1 } = detector;
  const u = random.uniform();
  if (pt < tracker.minimumPt || !inside(theta, tracker.acceptance)) return -1;
  if (u >= trackEfficiency(tracker, pt, theta, rho)) return -1;
  const rIn = tracker.chamberRadius[0];
  const rOut = tracker.chamberRadius[1];
  const reached = reach(helix, rOut, tracker.chamberZ[0], tracker.chamberZ[1]);

  // The point closest to the axis lies on the line to the centre, and the track is at right angles to it there.
  const d0 = helix.q * (helix.centre - helix.radius);
  const sinPhi = (helix.q * helix.xc) / helix.centre;
  const cosPhi = (-helix.q * helix.yc) / helix.centre;
  const z = helixZ(helix, turnToClosest(helix));

  const a = tracker.momentum[0] * pt;
  const b = tracker.momentum[1] / beta;
  const measuredPt = pt * (1 + random.normal() * Math.sqrt(a * a + b * b));
  const tilt = random.normal() * tracker.angle;
  const scale = measuredPt / Math.sqrt(1 + tilt * tilt);
  // A resolution of the angle, seen in cot(theta).
  const sin = pt / p;
  const cot = helix.cot + (random.normal() * tracker.angle) / (sin * sin);
  const s0 = tracker.impact[0];
  const scattering = tracker.impact[1] / (p * beta * sin * Math.sqrt(sin));
  const impact = Math.sqrt(s0 * s0 + scattering * scattering);

  const row = tracks.rows++;
  tracks.charge[row] = helix.q;
  tracks.px[row] = scale * (cosPhi - tilt * sinPhi);
  tracks.py[row] = scale * (sinPhi + tilt * cosPhi);
  tracks.pz[row] = measuredPt * cot;
  tracks.d0[row] = d0 + random.normal() * impact;
  tracks.z0[row] = z + (random.normal() * impact) / sin;
  tracks.time[row] = time + random.normal() * tracker.time;
  tracks.chamberHits[row] = Math.max(0, Math.round((tracker.layers * (reached - Math.max(rIn, rho))) / (rOut - rIn)));
  tracks.cluster[row] = -1;
  tracks.particle[row] = particle;
  tracks.level1[row] = 0;
  if (rho < rIn && Math.abs(d0) < level1.maximumD0 && pt > level1.minimumPt && reached >= level1.shortRadius) {
    let v = random.uniform();
    if (v < level1.efficiency) {
      v /= level1.efficiency;
      let flags = reached >= level1.fullRadius ? LEVEL1_FULL : LEVEL1_SHORT;
      if (flags === LEVEL1_FULL) {
        if (v < level1.neuralEfficiency) flags |= LEVEL1_NEURAL;
        if (random.uniform() < level1.fitEfficiency) flags |= LEVEL1_FIT;
      }
      tracks.level1[row] = flags;
      const l1Phi = (atan2(sinPhi, cosPhi) + random.normal() * level1.phi) % TWO_PI;
      tracks.level1Phi[row] = l1Phi < 0 ? l1Phi + TWO_PI : l1Phi;
      tracks.level1Omega[row] = helix.q / helix.radius + random.normal() * level1.curvature;
      tracks.level1CotTheta[row] = helix.cot + random.normal() * level1.cotTheta;
      tracks.level1Z[row] = z + random.normal() * level1.neuralZ;
      tracks.level1FitZ[row] = z + random.normal() * level1.fitZ;
    }
  }
  return row;
}
