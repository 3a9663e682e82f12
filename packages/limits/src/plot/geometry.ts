import { clipLine, clipPolygon, f, simplify } from "@belladonna/plot";
import type { Axis, Box, Point } from "@belladonna/plot";
import { exclusion } from "../exclusion.js";
import type { Limit } from "../limit.js";
import type { LimitStyle } from "./options.js";
import { thinned } from "./thin.js";

/** What is drawn of a limit, px. */
export interface Geometry {
  /** Filled polygons, clipped. */
  readonly fills: readonly Point[][];
  /** Lines, clipped. */
  readonly strokes: readonly Point[][];
  /** From the least to the greatest of many values drawn as one. */
  readonly spread: readonly Point[][];
  /** Bands: fills for 95 % and 68 %, line of the median. */
  readonly bands?: { readonly two: Point[][]; readonly one: Point[][]; readonly median: Point[][] };
}

/** Largest distance of a line from the one drawn for it, px. */
const TOLERANCE = 0.4;

/** The same for the edges of a spread, which shows how far points jump and not each jump, px. */
const ROUGH = 1;

/** Half the length of the dash that a limit at a single mass is drawn as, px. */
const DASH = 5;

/** Polygons and lines of a limit on the page. */
export function geometry(given: Limit, style: LimitStyle, x: Axis, y: Axis, frame: Box): Geometry {
  const thin = given.shape === "curve" ? thinned(given, x) : undefined;
  const limit = thin?.limit ?? given;
  const place = (mass: readonly number[], value: readonly number[]): Point[] => {
    const points = mass.map((m, i): Point => [x.px(safe(m, x)), y.px(safe(value[i], y))]);
    if (points.length !== 1) return points;
    const [[px, py]] = points;
    return [
      [px - DASH, py],
      [px + DASH, py],
    ];
  };
  const lines = (points: Point[]): Point[][] => clipLine(simplify(points, TOLERANCE), frame);
  const curves = (mass: readonly number[], value: readonly number[]): Point[][] =>
    runs(value).flatMap(([a, b]) => lines(place(mass.slice(a, b), value.slice(a, b))));
  const band = (
    mass: readonly number[],
    low?: readonly number[],
    high?: readonly number[],
    tolerance = TOLERANCE,
  ): Point[][] =>
    low && high
      ? runs(low).flatMap(([a, b]) => {
          const [m, upper] = [mass.slice(a, b), high.slice(a, b)];
          const ring = [...place(m, low.slice(a, b)), ...place(m, upper).reverse()];
          return [clipPolygon(simplify(ring, tolerance), frame)].filter((r) => r.length > 2);
        })
      : [];
  const spread = thin === undefined ? [] : band(thin.spread.mass, thin.spread.low, thin.spread.high, ROUGH);
  if ((style === "bands" || style === "line" || style === "dashed") && limit.shape === "curve") {
    const strokes = curves(limit.mass, limit.value);
    if (style !== "bands" || given.shape !== "curve" || !given.expected) return { fills: [], strokes, spread };
    const { mass, expected: e, kind } = given;
    const bands = {
      two: band(mass, e.minus2, e.plus2),
      one: band(mass, e.minus1, e.plus1),
      median: curves(mass, e.median),
    };
    if (kind === "expected") return { fills: [], strokes: [], spread: [], bands };
    return { fills: [], strokes, spread, bands };
  }
  const top = y.domain[1] * (y.scale === "log" ? 1e3 : 10);
  const rings = exclusion(limit)
    .rings(top)
    .map((r) => place(r.mass, r.value))
    .map((r) => simplify([...r, r[0]], TOLERANCE));
  return {
    fills:
      style === "line" || style === "dashed" ? [] : rings.map((r) => clipPolygon(r, frame)).filter((r) => r.length > 2),
    strokes: rings.flatMap((r) => clipLine(r, frame)),
    spread,
  };
}

/** Non-positive values on a logarithmic axis go far below it. */
function safe(v: number, a: Axis): number {
  return a.scale === "log" ? Math.max(v, a.domain[0] * 1e-6) : v;
}

/** Index ranges [from, to) of consecutive finite values; one alone only where it is all there is. */
function runs(values: readonly number[]): [number, number][] {
  const out: [number, number][] = [];
  let from = 0;
  for (let i = 0; i <= values.length; i++) {
    if (i < values.length && Number.isFinite(values[i])) continue;
    if (i - from > 1 || (i - from === 1 && values.length === 1)) out.push([from, i]);
    from = i + 1;
  }
  return out;
}

/**
 * Lines or polygons as the attribute `d` of a path, in tenths of a pixel.
 * @param pieces - Points of each, px.
 * @param closed - Whether each joins its first point at the end.
 */
export function pathData(pieces: readonly (readonly Point[])[], closed = false): string {
  return pieces
    .map(
      (p) =>
        `M${p.map(([px, py]) => `${f(Math.round(px * 10) / 10)},${f(Math.round(py * 10) / 10)}`).join("L")}${closed ? "Z" : ""}`,
    )
    .join("");
}
