import { exclusion } from "../exclusion.js";
import type { Limit } from "../limit.js";
import type { Axis } from "@belladonna/plot";
import { clipLine, clipPolygon } from "@belladonna/plot";
import type { Box } from "@belladonna/plot";
import type { SvgDocument, SvgNode } from "@belladonna/plot";
import type { LimitStyle } from "./options.js";
import { brazil } from "@belladonna/plot";
import { simplify } from "@belladonna/plot";
import type { Point } from "@belladonna/plot";
import { element, f } from "@belladonna/plot";

/** What is drawn of a limit, px. */
export interface Geometry {
  /** Filled polygons, clipped. */
  readonly fills: readonly Point[][];
  /** Lines, clipped. */
  readonly strokes: readonly Point[][];
  /** Bands: fills for 95 % and 68 %, line of the median. */
  readonly bands?: { readonly two: Point[][]; readonly one: Point[][]; readonly median: Point[][] };
}

const TOLERANCE = 0.2;

/** Polygons and lines of a limit on the page. */
export function geometry(limit: Limit, style: LimitStyle, x: Axis, y: Axis, frame: Box): Geometry {
  const place = (mass: readonly number[], value: readonly number[]): Point[] =>
    mass.map((m, i) => [x.px(safe(m, x)), y.px(safe(value[i], y))] as const);
  const lines = (points: Point[]): Point[][] => clipLine(simplify(points, TOLERANCE), frame);
  const curves = (mass: readonly number[], value: readonly number[]): Point[][] =>
    runs(value).flatMap(([a, b]) => lines(place(mass.slice(a, b), value.slice(a, b))));
  if ((style === "bands" || style === "line" || style === "dashed") && limit.shape === "curve") {
    const e = limit.expected;
    const band = (low?: readonly number[], high?: readonly number[]): Point[][] =>
      low && high
        ? [clipPolygon([...place(limit.mass, low), ...place(limit.mass, high).reverse()], frame)].filter(
            (r) => r.length > 2,
          )
        : [];
    const strokes = curves(limit.mass, limit.value);
    if (style !== "bands" || !e) return { fills: [], strokes };
    const bands = { two: band(e.minus2, e.plus2), one: band(e.minus1, e.plus1), median: curves(limit.mass, e.median) };
    return { fills: [], strokes: limit.kind === "expected" ? [] : strokes, bands };
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
  };
}

/** Non-positive values on a logarithmic axis go far below it. */
function safe(v: number, a: Axis): number {
  return a.scale === "log" ? Math.max(v, a.domain[0] * 1e-6) : v;
}

/** Index ranges [from, to) of consecutive finite values. */
function runs(values: readonly number[]): [number, number][] {
  const out: [number, number][] = [];
  let from = 0;
  for (let i = 0; i <= values.length; i++) {
    if (i < values.length && Number.isFinite(values[i])) continue;
    if (i - from > 1) out.push([from, i]);
    from = i + 1;
  }
  return out;
}

/** Draw them. */
export function paint(page: SvgDocument, root: SvgNode, g: Geometry, style: LimitStyle, color: string): void {
  const path = (pieces: readonly Point[][], attributes: Record<string, string>, close = false): void => {
    if (pieces.length === 0) return;
    const d = pieces.map((p) => "M" + p.map(([px, py]) => `${f(px)},${f(py)}`).join("L") + (close ? "Z" : "")).join("");
    root.appendChild(element(page, "path", { d, ...attributes }));
  };
  if (g.bands) {
    path(g.bands.two, { fill: brazil.two }, true);
    path(g.bands.one, { fill: brazil.one }, true);
    path(g.bands.median, { ...stroke("black", 1.6), "stroke-dasharray": "6,4" });
  }
  const preferred = style === "preferred";
  path(g.fills, { fill: color, "fill-opacity": preferred ? "0.35" : "0.22", "fill-rule": "evenodd" }, true);
  const dash = style === "dashed" ? { "stroke-dasharray": "7,4" } : preferred ? { "stroke-dasharray": "1.5,2.5" } : {};
  path(g.strokes, { ...stroke(color, style === "dashed" ? 2 : preferred ? 1 : 1.4), ...dash });
}

/** Attributes of a line. */
export function stroke(color: string, width: number): Record<string, string> {
  return { fill: "none", stroke: color, "stroke-width": String(width), "stroke-linejoin": "round" };
}
