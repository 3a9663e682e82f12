import { erfc } from "@belladonna/stats";
import type { TrackColumns } from "../detector/detected.js";
import type { Detector } from "../detector/detector.js";
import { GEV_PER_TESLA_CM } from "../detector/helix.js";

/** A vertex with its goodness. */
export interface Vertex {
  /** Probability of a worse fit. */
  probability: number;
  /** Distance from the $z$ axis, cm. */
  rho: number;
  /** Polar angle seen from the origin, rad. */
  theta: number;
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

/** $z$ of the track where its circle passes a point, going the short way from the point of closest approach. */
function zAt(c: Circle, x: number, y: number): number {
  const [ax, ay, bx, by] = [c.px - c.x, c.py - c.y, x - c.x, y - c.y];
  const turned = -c.q * Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  return c.z0 + c.radius * turned * c.cot;
}

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
  const lever2 = (x * x + y * y) * detector.tracker.angle ** 2;
  const varianceZ = (a.variance + lever2 / sin2a) / sin2a + (b.variance + lever2 / sin2b) / sin2b;
  const varianceXy = a.variance + b.variance + 2 * lever2;
  const dz = za - zb;
  // One degree of freedom.
  out.probability = erfc(Math.sqrt(0.5 * ((dz * dz) / varianceZ + (gap * gap) / varianceXy)));
  out.rho = Math.sqrt(x * x + y * y);
  out.theta = Math.atan2(out.rho, 0.5 * (za + zb));
}
