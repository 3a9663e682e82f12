import { belle2 } from "./belle2.js";
import type { Detected } from "./detected.js";
import type { Detector } from "./detector.js";
import { helixX, helixY, helixZ, newHelix, setHelix, turnToSurface } from "./helix.js";

/** Points of a track, cm. */
export interface TrackPath {
  /** Along $x$. */
  readonly x: readonly number[];
  /** Along $y$. */
  readonly y: readonly number[];
  /** Along $z$. */
  readonly z: readonly number[];
}

/**
 * Where a reconstructed track runs in the solenoid's field: a helix from its point of closest approach to the $z$ axis to
 * the front of the calorimeter, or one whole turn of a track that does not get there. For drawing.
 *
 * ```ts
 * // A muon of 1 GeV at 90 degrees, from the beam to the front of the barrel calorimeter at 125 cm.
 * const muon = eventTable((table) => table.event().particle({ pdgId: 13, ...fromPThetaPhi(1, Math.PI / 2, 0, 0.10566) }));
 * const { x, y } = trackPath(detect(muon, belle2, random(1)), 0);
 * Math.hypot(x.at(-1), y.at(-1)); // ≈ 125
 * ```
 * @param detected - What {@link detect} returned.
 * @param row - Row of the track in the track columns.
 * @param points - Number of points, 2 to 1 000 000.
 * @param detector - The detector; {@link belle2} when absent.
 * @throws RangeError when there is no such track, or no such number of points.
 */
export function trackPath(detected: Detected, row: number, points = 40, detector: Detector = belle2): TrackPath {
  const { tracks } = detected;
  if (!(Number.isSafeInteger(row) && row >= 0 && row < tracks.px.length)) {
    throw new RangeError(`trackPath: row must be from 0 to ${tracks.px.length - 1}, got ${row}`);
  }
  if (!(Number.isInteger(points) && points >= 2 && points <= 1e6)) {
    throw new RangeError(`trackPath: points must be an integer from 2 to 1000000, got ${points}`);
  }
  const [px, py, pz] = [tracks.px[row], tracks.py[row], tracks.pz[row]];
  const pt = Math.sqrt(px * px + py * py);
  // d0 = (x py − y px) / pt at the point closest to the axis.
  const [x, y] = [(tracks.d0[row] * py) / pt, (-tracks.d0[row] * px) / pt];
  const helix = newHelix();
  setHelix(helix, tracks.charge[row], px, py, pz, x, y, tracks.z0[row], detector.field);
  const end = Math.min(turnToSurface(helix, detector.calorimeter), 2 * Math.PI);
  const turns = Array.from({ length: points }, (_, i) => (end * i) / (points - 1));
  return {
    x: turns.map((a) => helixX(helix, a)),
    y: turns.map((a) => helixY(helix, a)),
    z: turns.map((a) => helixZ(helix, a)),
  };
}
