import { GEV_PER_TESLA_CM } from "@belladonna/kinematics";
import { erfc } from "@belladonna/numerics";
import { atan2, cos as cosine, sin as sine, square } from "@belladonna/numerics/elementary";
import type { TrackColumns } from "../detector/detected.js";
import type { Detector } from "../detector/detector.js";

/** A vertex with its goodness. */
export interface Vertex {
  /** Probability of a worse fit. */
  probability: number;
  /** Distance from the $z$ axis, cm. */
  rho: number;
  /** Polar angle seen from the origin, rad. */
  theta: number;
}

/** A vertex of two tracks with its position and the momenta there. */
export interface PairVertex extends Vertex {
  /** Position along $x$, cm. */
  x: number;
  /** Position along $y$, cm. */
  y: number;
  /** Position along $z$, cm: the mean of the two tracks'. */
  z: number;
  /** $p_x, p_y, p_z$ of the first track at the vertex, then of the second, GeV. */
  readonly momenta: Float64Array;
}

/**
 * A vertex with nothing set.
 *
 * ```ts
 * newPairVertex().probability; // 0
 * ```
 */
export function newPairVertex(): PairVertex {
  return { probability: 0, rho: 0, theta: 0, x: 0, y: 0, z: 0, momenta: new Float64Array(6) };
}

interface Circle {
  q: number;
  radius: number;
  x: number;
  y: number;
  /** Point of closest approach to the axis. */
  px: number;
  py: number;
  z0: number;
  cot: number;
  /** Variance of the point in a plane across the track, cm². */
  variance: number;
}

const circle = (): Circle => ({ q: 1, radius: 1, x: 0, y: 0, px: 0, py: 0, z0: 0, cot: 0, variance: 0 });
const [first, second] = [circle(), circle()];

function setCircle(c: Circle, tracks: TrackColumns, row: number, detector: Detector): void {
  const px = tracks.px[row];
  const py = tracks.py[row];
  const pz = tracks.pz[row];
  const pt = Math.sqrt(px * px + py * py);
  const p = Math.sqrt(pt * pt + pz * pz);
  const d0 = tracks.d0[row];
  c.q = tracks.charge[row];
  c.radius = pt / (GEV_PER_TESLA_CM * detector.field);
  c.px = (d0 * py) / pt;
  c.py = (-d0 * px) / pt;
  c.x = c.px + (c.q * c.radius * py) / pt;
  c.y = c.py - (c.q * c.radius * px) / pt;
  c.z0 = tracks.z0[row];
  c.cot = pz / pt;
  const s0 = detector.tracker.impact[0];
  const s1 = detector.tracker.impact[1];
  const sin = pt / p;
  const scattering = s1 / (p * sin * Math.sqrt(sin));
  c.variance = s0 * s0 + scattering * scattering;
}

/** Angle turned from the point of closest approach to where the circle passes a point, the short way. */
function turnTo(c: Circle, x: number, y: number): number {
  const [ax, ay, bx, by] = [c.px - c.x, c.py - c.y, x - c.x, y - c.y];
  return -c.q * atan2(ax * by - ay * bx, ax * bx + ay * by);
}

/** $z$ of the track where its circle passes a point. */
const zAt = (c: Circle, x: number, y: number): number => c.z0 + c.radius * turnTo(c, x, y) * c.cot;

/** Where the two tracks of {@link fitVertex} meet. */
const meeting = { x: 0.5, y: 0.5 };

/**
 * Vertex of two tracks: the intersection of their circles where their $z$ agree better, or the point between them when the
 * circles do not meet. The probability is that of $\chi^2 = \Delta z^2/\sigma_z^2 + g^2/\sigma^2$ for one degree of freedom, $g$
 * the gap between the circles. Multiple scattering beyond that of the impact parameters is neglected.
 *
 * @param row1 - Row of one track.
 * @param row2 - Row of the other.
 * @param out - Receives the vertex.
 */
export function fitVertex(tracks: TrackColumns, row1: number, row2: number, detector: Detector, out: Vertex): void {
  setCircle(first, tracks, row1, detector);
  setCircle(second, tracks, row2, detector);
  const [a, b] = [first, second];
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const d = Math.sqrt(dx * dx + dy * dy);
  // Along the line of centres to the common chord, and half the chord.
  const along = (d * d + a.radius * a.radius - b.radius * b.radius) / (2 * d);
  const half2 = a.radius * a.radius - along * along;
  const [ux, uy] = [dx / d, dy / d];
  let x: number;
  let y: number;
  let gap = 0;
  if (half2 > 0) {
    const half = Math.sqrt(half2);
    const [mx, my] = [a.x + along * ux, a.y + along * uy];
    x = mx - half * uy;
    y = my + half * ux;
    const [otherX, otherY] = [mx + half * uy, my - half * ux];
    if (Math.abs(zAt(a, otherX, otherY) - zAt(b, otherX, otherY)) < Math.abs(zAt(a, x, y) - zAt(b, x, y))) {
      x = otherX;
      y = otherY;
    }
  } else {
    // Nearest points on the line of centres: between separate circles, or beyond the smaller when one holds the other.
    const outside = d > a.radius + b.radius;
    const s = outside ? a.radius : a.radius > b.radius ? a.radius : -a.radius;
    const t = outside ? d - b.radius : a.radius > b.radius ? d + b.radius : d - b.radius;
    gap = Math.abs(s - t);
    x = a.x + 0.5 * (s + t) * ux;
    y = a.y + 0.5 * (s + t) * uy;
  }
  const [za, zb] = [zAt(a, x, y), zAt(b, x, y)];
  const sin2a = 1 / (1 + a.cot * a.cot);
  const sin2b = 1 / (1 + b.cot * b.cot);
  const lever2 = (x * x + y * y) * square(detector.tracker.angle);
  const varianceZ = (a.variance + lever2 / sin2a) / sin2a + (b.variance + lever2 / sin2b) / sin2b;
  const varianceXy = a.variance + b.variance + 2 * lever2;
  const dz = za - zb;
  // One degree of freedom.
  out.probability = erfc(Math.sqrt(0.5 * ((dz * dz) / varianceZ + (gap * gap) / varianceXy)));
  out.rho = Math.sqrt(x * x + y * y);
  out.theta = atan2(out.rho, 0.5 * (za + zb));
  meeting.x = x;
  meeting.y = y;
}

/**
 * Vertex of two tracks as the high-level trigger fits it, {@link hltVariables}, with its position, and the momenta of the
 * tracks turned along their circles to it: what a displaced decay is reconstructed from.
 *
 * ```ts
 * // Two pions from x = 5 cm.
 * const pion = (pdgId, phi) => ({ pdgId, vx: 5, ...fromPThetaPhi(1, Math.PI / 2, phi, 0.13957) });
 * const pair = eventTable((table) => table.event().particle(pion(211, 0.2)).particle(pion(-211, -0.2)));
 * const vertex = newPairVertex();
 * pairVertex(detect(pair, belle2, random(1)).tracks, 0, 1, belle2, vertex);
 * vertex.rho; // ≈ 4.981
 * ```
 * @param tracks - Tracks of all events.
 * @param row1 - Row of one track.
 * @param row2 - Row of the other, of the same event.
 * @param detector - Its field, impact-parameter and angular resolutions.
 * @param out - Receives the vertex, see {@link newPairVertex}.
 * @throws RangeError when a row is none of a track, or both are the same.
 */
export function pairVertex(
  tracks: TrackColumns,
  row1: number,
  row2: number,
  detector: Detector,
  out: PairVertex,
): void {
  if (row1 === row2) throw new RangeError(`pairVertex: rows must be those of two tracks, got ${row1} twice`);
  for (const row of [row1, row2]) {
    if (!(row >= 0 && row < tracks.px.length && Number.isInteger(row))) {
      throw new RangeError(`pairVertex: row must be that of a track, from 0 to ${tracks.px.length - 1}, got ${row}`);
    }
  }
  fitVertex(tracks, row1, row2, detector, out);
  const { x, y } = meeting;
  out.x = x;
  out.y = y;
  out.z = 0.5 * (zAt(first, x, y) + zAt(second, x, y));
  turnMomentum(tracks, row1, first, x, y, out.momenta, 0);
  turnMomentum(tracks, row2, second, x, y, out.momenta, 3);
}

/** The momentum of a track where its circle passes a point. */
function turnMomentum(
  tracks: TrackColumns,
  row: number,
  c: Circle,
  x: number,
  y: number,
  out: Float64Array,
  at: number,
): void {
  const turn = -c.q * turnTo(c, x, y);
  const [sin, cos] = [sine(turn), cosine(turn)];
  const [px, py] = [tracks.px[row], tracks.py[row]];
  out[at] = px * cos - py * sin;
  out[at + 1] = px * sin + py * cos;
  out[at + 2] = tracks.pz[row];
}
