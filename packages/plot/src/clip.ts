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

/** The shares of a segment at which it enters and leaves a rectangle, of the last one that {@link spanIn} was asked for. */
const span = { enter: 0, leave: 1 };

/** Whether a part of a segment lies in a rectangle, a mere touch being none, and which: Y.-D. Liang and B. A. Barsky, ACM Trans. Graphics 3 (1984) 1. */
export function spanIn([ax, ay]: Point, [bx, by]: Point, { x0, y0, x1, y1 }: Box): boolean {
  span.enter = 0;
  span.leave = 1;
  const [dx, dy] = [bx - ax, by - ay];
  return isOn(-dx, ax - x0) && isOn(dx, x1 - ax) && isOn(-dy, ay - y0) && isOn(dy, y1 - ay) && span.enter < span.leave;
}

/** Shorten the span by one side of the rectangle; false when all lies beyond it. */
function isOn(p: number, q: number): boolean {
  if (p < 0) span.enter = Math.max(span.enter, q / p);
  if (p > 0) span.leave = Math.min(span.leave, q / p);
  return !(p === 0 && q < 0);
}

function clipSegment(a: Point, b: Point, frame: Box): [Point, Point] | undefined {
  if (!spanIn(a, b, frame)) return undefined;
  const { enter, leave } = span;
  const at = (t: number): Point => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  return [enter === 0 ? a : at(enter), leave === 1 ? b : at(leave)];
}

function cut(a: Point, b: Point, k: 0 | 1, bound: number): Point {
  const t = (bound - a[k]) / (b[k] - a[k]);
  const p: [number, number] = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  p[k] = bound;
  return p;
}
