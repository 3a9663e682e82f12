import type { Box } from "./box.js";
import type { Point } from "./simplify.js";

/**
 * The part of a polygon inside a rectangle: I. Sutherland and G. Hodgman, Comm. ACM 17 (1974) 32.
 *
 * ```ts
 * clipPolygon([[-5, 1], [5, 1], [5, 9]], { x0: 0, y0: 0, x1: 10, y1: 10 }).length; // 4
 * ```
 * @param ring - Polygon, px.
 * @param frame - Rectangle, px.
 * @returns The clipped polygon, pieces joined along the frame; empty when nothing is inside. A coordinate that is no number
 * stays none.
 */
export function clipPolygon(ring: readonly Point[], frame: Box): Point[] {
  let points = [...ring];
  const sides: [axis: 0 | 1, bound: number, sign: 1 | -1][] = [
    [0, frame.x0, 1],
    [0, frame.x1, -1],
    [1, frame.y0, 1],
    [1, frame.y1, -1],
  ];
  for (const [k, bound, sign] of sides) {
    const inside = (p: Point): boolean => sign * (p[k] - bound) >= 0;
    const out: Point[] = [];
    points.forEach((p, i) => {
      const q = points[(i + points.length - 1) % points.length];
      if (inside(p) !== inside(q)) out.push(cut(q, p, k, bound));
      if (inside(p)) out.push(p);
    });
    points = out;
  }
  return points;
}

/**
 * The parts of a line inside a rectangle.
 *
 * ```ts
 * clipLine([[-5, 5], [15, 5]], { x0: 0, y0: 0, x1: 10, y1: 10 }); // [[[0, 5], [10, 5]]]
 * ```
 * @param line - Points, px.
 * @param frame - Rectangle, px.
 * @returns Pieces with at least two points; a coordinate that is no number stays none.
 */
export function clipLine(line: readonly Point[], frame: Box): Point[][] {
  const out: Point[][] = [];
  let piece: Point[] = [];
  for (let i = 1; i < line.length; i++) {
    const span = clipSegment(line[i - 1], line[i], frame);
    if (!span) continue;
    const last = piece.at(-1);
    if (last && last[0] === span[0][0] && last[1] === span[0][1]) piece.push(span[1]);
    else {
      if (piece.length > 1) out.push(piece);
      piece = [...span];
    }
  }
  if (piece.length > 1) out.push(piece);
  return out;
}

/** Y.-D. Liang and B. A. Barsky, ACM Trans. Graphics 3 (1984) 1. */
function clipSegment(a: Point, b: Point, frame: Box): [Point, Point] | undefined {
  let t0 = 0;
  let t1 = 1;
  const d = [b[0] - a[0], b[1] - a[1]];
  const low = [frame.x0, frame.y0];
  const high = [frame.x1, frame.y1];
  for (const k of [0, 1] as const) {
    for (const [p, q] of [
      [-d[k], a[k] - low[k]],
      [d[k], high[k] - a[k]],
    ]) {
      if (p === 0 && q < 0) return undefined;
      if (p < 0) t0 = Math.max(t0, q / p);
      if (p > 0) t1 = Math.min(t1, q / p);
    }
  }
  if (!(t0 < t1)) return undefined;
  const at = (t: number): Point => [a[0] + t * d[0], a[1] + t * d[1]];
  return [t0 === 0 ? a : at(t0), t1 === 1 ? b : at(t1)];
}

function cut(a: Point, b: Point, k: 0 | 1, bound: number): Point {
  const t = (bound - a[k]) / (b[k] - a[k]);
  const p: [number, number] = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  p[k] = bound;
  return p;
}
