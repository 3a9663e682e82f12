/** A point on the page, px. */
export type Point = readonly [x: number, y: number];

/**
 * Fewer points that draw the same line: D. Douglas and T. Peucker, Cartographica 10 (1973) 112.
 *
 * ```ts
 * simplify([[0, 0], [1, 0.01], [2, 0]], 0.1); // [[0, 0], [2, 0]]
 * ```
 * @param points - The line, px.
 * @param tolerance - Largest distance a left-out point may have from the line drawn, px.
 * @returns Some of the points, first and last among them; a coordinate that is no number stays none.
 */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  if (points.length < 3) return [...points];
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const stack: [number, number][] = [[0, points.length - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [a, b] = span;
    let worst = tolerance;
    let at = -1;
    for (let i = a + 1; i < b; i++) {
      const d = distanceToSegment(points[i], points[a], points[b]);
      if (d > worst) {
        worst = d;
        at = i;
      }
    }
    if (at > 0) {
      keep[at] = 1;
      stack.push([a, at], [at, b]);
    }
  }
  return points.filter((_, i) => keep[i] === 1);
}

/**
 * Distance of a point from the straight piece between two others, px.
 *
 * ```ts
 * distanceToSegment([1, 3], [0, 0], [2, 0]); // 3
 * ```
 */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) : 0;
  const x = p[0] - a[0] - t * dx;
  const y = p[1] - a[1] - t * dy;
  return Math.sqrt(x * x + y * y);
}
