import type { Axis } from "../axis.js";
import type { Box } from "../box.js";
import { clipLine, clipPolygon } from "../clip.js";
import { simplify } from "../simplify.js";
import type { Point } from "../simplify.js";
import type { ChartMark } from "./marks.js";

/** What a mark is on the page, px. */
export interface Shapes {
  /** Lines, clipped. */
  readonly strokes: readonly (readonly Point[])[];
  /** Polygons, clipped. */
  readonly fills: readonly (readonly Point[])[];
  /** Dots. */
  readonly dots: readonly Point[];
}

/** Largest distance of a line from the one drawn for it, px. */
const TOLERANCE = 0.3;

/** Lines, polygons and dots of a mark. */
export function shapesOf(mark: ChartMark, x: Axis, y: Axis, frame: Box): Shapes {
  const at = (a: number, b: number): Point => [x.px(inside(a, x)), y.px(inside(b, y))];
  const line = (points: readonly Point[]): Point[][] => clipLine(simplify(points, TOLERANCE), frame);
  const area = (ring: readonly Point[]): Point[][] => [clipPolygon(ring, frame)].filter((r) => r.length > 2);
  switch (mark.kind) {
    case "line":
      return { ...NONE, strokes: runs(mark.y).flatMap((run) => line(run.map((i) => at(mark.x[i], mark.y[i])))) };
    case "band": {
      const low = mark.low.map((v, i) => v + mark.high[i]);
      const rings = runs(low).map((run) => [
        ...run.map((i) => at(mark.x[i], mark.low[i])),
        ...run.map((i) => at(mark.x[i], mark.high[i])).reverse(),
      ]);
      return { ...NONE, fills: rings.flatMap((ring) => area(simplify(ring, TOLERANCE))) };
    }
    case "points": {
      const shown = mark.x.flatMap((_, i) => (Number.isFinite(mark.y[i]) ? [i] : []));
      const dots = shown.map((i) => at(mark.x[i], mark.y[i])).filter((p) => within(p, frame));
      const { low, high } = mark;
      const bars =
        low && high ? shown.flatMap((i) => clipLine([at(mark.x[i], low[i]), at(mark.x[i], high[i])], frame)) : [];
      return { strokes: bars, fills: [], dots };
    }
    case "steps": {
      const { edges, values, base } = mark;
      const top = values.flatMap((v, i) => [at(edges[i], v), at(edges[i + 1], v)]);
      if (!base) return { ...NONE, strokes: clipLine(top, frame) };
      const floor = base.flatMap((v, i) => [at(edges[i], v), at(edges[i + 1], v)]);
      return { strokes: clipLine(top, frame), fills: area([...top, ...floor.reverse()]), dots: [] };
    }
    case "region": {
      const ring = mark.x.map((v, i) => at(v, mark.y[i]));
      return { strokes: clipLine([...ring, ring[0]], frame), fills: area(ring), dots: [] };
    }
    case "rule": {
      const [a, b] =
        mark.at === "y"
          ? [at(x.domain[0], mark.value), at(x.domain[1], mark.value)]
          : [at(mark.value, y.domain[0]), at(mark.value, y.domain[1])];
      return { ...NONE, strokes: clipLine([a, b], frame) };
    }
  }
}

const NONE: Shapes = { strokes: [], fills: [], dots: [] };

/** What is not above 0 goes far below a logarithmic axis. */
function inside(value: number, { scale, domain }: Axis): number {
  return scale === "log" ? Math.max(value, domain[0] * 1e-3) : value;
}

function within([px, py]: Point, { x0, x1, y0, y1 }: Box): boolean {
  return px >= x0 && px <= x1 && py >= y0 && py <= y1;
}

/** Indices of consecutive finite values. */
function runs(values: readonly number[]): number[][] {
  const out: number[][] = [];
  let run: number[] = [];
  values.forEach((v, i) => {
    if (Number.isFinite(v)) run.push(i);
    else {
      out.push(run);
      run = [];
    }
  });
  return [...out, run].filter((r) => r.length > 1);
}
