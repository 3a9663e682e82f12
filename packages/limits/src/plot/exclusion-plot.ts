import * as Plot from "@observablehq/plot";
import * as linkedom from "linkedom";
import { exclusion } from "../exclusion.js";
import type { ExpectedBands, Limit } from "../limit.js";
import { axis, tickText } from "./axis.js";
import type { Axis } from "./axis.js";
import { clipLine, clipPolygon } from "./clip.js";
import { placeLabels, textSize } from "./labels.js";
import type { Box } from "./labels.js";
import type { ExclusionPlotOptions, LimitEntry, LimitStyle, SvgDocument, SvgNode } from "./options.js";
import { brazil, palette } from "./palette.js";
import { simplify } from "./simplify.js";
import type { Point } from "./simplify.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Draw limits in the plane of mass and coupling (or cross section) as an SVG: filled regions, dashed projections,
 * expected bands, labels that keep clear of each other.
 *
 * The drawing is deterministic: the same limits and options give the same text.
 * @param limits - Limits of any shape but grids, or limits with wishes about colour, label and style.
 * @param options - Axes, size, fonts, points.
 * @returns SVG as text, complete with its name space, ready for a file or a page.
 * @throws RangeError when there is no limit, a limit is a (mass, lifetime) grid, or an axis is empty.
 */
export function exclusionPlot(
  limits: Limit | readonly (Limit | LimitEntry)[],
  options: ExclusionPlotOptions = {},
): string {
  const entries = ("shape" in limits ? [limits] : limits).map((l): LimitEntry => ("shape" in l ? { limit: l } : l));
  if (entries.length === 0) throw new RangeError("exclusionPlot: must be given at least one limit, got none");
  for (const { limit } of entries) {
    if (limit.shape === "grid") {
      throw new RangeError(`exclusionPlot: ${limit.id} is a (mass, lifetime) grid, give couplingLimit(…) of it`);
    }
  }
  const { width = 720, height = 540, fontSize = 17, fontFamily = "DejaVu Sans, Arial, sans-serif" } = options;
  const small = Math.round(fontSize * 0.82);
  const margin = { left: 4.6 * fontSize, right: 1.4 * fontSize, top: 2.1 * fontSize, bottom: 3.4 * fontSize };
  const frame: Box = { x0: margin.left, y0: margin.top, x1: width - margin.right, y1: height - margin.bottom };
  const x = axis(domain(entries, "mass", options), options.x?.scale ?? "log", frame.x0, frame.x1);
  const y = axis(domain(entries, "value", options), options.y?.scale ?? "log", frame.y1, frame.y0);
  const page = options.document ?? defaultDocument();

  const groups = grouped(entries);
  const shapes = groups.map((g) => g.entries.map((e) => geometry(e.limit, e.style, x, y, frame)));
  const legend = legendOf(entries, options);
  const lines = shapes.flatMap((s) => s.flatMap((p) => p.strokes));
  const legendBox = legend.length > 0 ? freeCorner(legend, small, frame, lines) : undefined;
  const wanted = groups.map((g, i) => ({
    text: g.label,
    lines: shapes[i].flatMap((s) => s.strokes),
    inside: shapes[i].flatMap((s) => s.fills),
  }));
  const asked = wanted.flatMap((w, i) => (w.text === "" ? [] : [i]));
  const labels = placeLabels(
    asked.map((i) => wanted[i]),
    inset(frame, 3),
    small,
    legendBox ? [legendBox] : [],
  );

  const draw = (): SvgNode => {
    const root = element(page, "g", {});
    groups.forEach((g, i) => {
      g.entries.forEach((e, k) => {
        paint(page, root, shapes[i][k], e.style, g.color);
      });
    });
    for (const { mass, value } of options.points ?? []) {
      const [cx, cy] = [x.px(mass), y.px(value)];
      if (cx < frame.x0 || cx > frame.x1 || cy < frame.y0 || cy > frame.y1) continue;
      root.appendChild(element(page, "circle", { cx: f(cx), cy: f(cy), r: "2.4", fill: "black" }));
    }
    labels.forEach((p, k) => {
      if (!p) return;
      const group = groups[asked[k]];
      if (p.leader) {
        const [lx, ly] = p.leader;
        const { width: w, height: h } = textSize(group.label, small);
        const ex = Math.min(Math.max(lx, p.x - w / 2), p.x + w / 2);
        const ey = Math.min(Math.max(ly, p.y - h / 2), p.y + h / 2);
        root.appendChild(
          element(page, "path", {
            d: `M${f(lx)},${f(ly)}L${f(ex)},${f(ey)}`,
            stroke: group.color,
            "stroke-width": "0.8",
          }),
        );
      }
      root.appendChild(text(page, group.label, p.x, p.y, small, { fill: darker(group.color), halo: true }));
    });
    if (legendBox) paintLegend(page, root, legend, legendBox, small);
    if (options.title) {
      const t = text(page, options.title, frame.x0, margin.top - 0.75 * fontSize, fontSize, { anchor: "start" });
      t.setAttribute("font-weight", "bold");
      root.appendChild(t);
    }
    if (options.note) {
      root.appendChild(text(page, options.note, frame.x1, margin.top - 0.75 * fontSize, small, { anchor: "end" }));
    }
    return root;
  };

  const ticks = (a: Axis, which: "x" | "y"): unknown[] => {
    const make = (which === "x" ? Plot.axisX : Plot.axisY) as (data: number[], options: object) => unknown;
    const common = { anchor: which === "x" ? "bottom" : "left", label: null, tickPadding: 5 } as const;
    return [
      make([...a.minor], { ...common, tickSize: 4, tickFormat: () => "" }),
      make([...a.major], { ...common, tickSize: 8, tickFormat: tickText, fontSize }),
    ];
  };
  const svg = Plot.plot({
    document: page as never,
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    style: { fontFamily, fontSize: `${fontSize}px`, background: "white", color: "black" } as never,
    x: { type: x.scale, domain: x.domain as [number, number] },
    y: { type: y.scale, domain: y.domain as [number, number] },
    marks: [
      (() => draw()) as never,
      ...(ticks(x, "x") as never[]),
      ...(ticks(y, "y") as never[]),
      Plot.frame({ stroke: "black" }),
      (() => axisTitles(page, entries[0].limit, options, { frame, width, height, fontSize })) as never,
    ],
  }) as unknown as SvgNode;
  svg.setAttribute("xmlns", SVG);
  svg.setAttribute("font-family", fontFamily);
  return svg.outerHTML;
}

interface Group {
  readonly label: string;
  readonly color: string;
  readonly entries: { readonly limit: Limit; readonly style: LimitStyle }[];
}

function grouped(entries: readonly LimitEntry[]): Group[] {
  const groups = new Map<string, Group>();
  entries.forEach((e, i) => {
    const label = e.label ?? e.limit.label ?? e.limit.id;
    const key = label === "" ? `#${i}` : label;
    const style = e.style ?? defaultStyle(e.limit);
    const color = e.color ?? (style === "bands" ? "black" : palette[groups.size % palette.length]);
    const group = groups.get(key) ?? {
      label: style === "bands" && e.label === undefined ? "" : label,
      color,
      entries: [],
    };
    group.entries.push({ limit: e.limit, style });
    groups.set(key, group);
  });
  return [...groups.values()];
}

function expectedOf(limit: Limit): ExpectedBands | undefined {
  return "expected" in limit ? limit.expected : undefined;
}

function defaultStyle(limit: Limit): LimitStyle {
  if (expectedOf(limit)) return "bands";
  return limit.kind === "projection" || limit.kind === "expected" ? "dashed" : "region";
}

interface Geometry {
  /** Filled polygons, clipped. */
  readonly fills: readonly Point[][];
  /** Lines, clipped. */
  readonly strokes: readonly Point[][];
  /** Bands: fills for 95 % and 68 %, line of the median. */
  readonly bands?: { readonly two: Point[][]; readonly one: Point[][]; readonly median: Point[][] };
}

const TOLERANCE = 0.2;

function geometry(limit: Limit, style: LimitStyle, x: Axis, y: Axis, frame: Box): Geometry {
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

function paint(page: SvgDocument, root: SvgNode, g: Geometry, style: LimitStyle, color: string): void {
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

function stroke(color: string, width: number): Record<string, string> {
  return { fill: "none", stroke: color, "stroke-width": String(width), "stroke-linejoin": "round" };
}

interface LegendRow {
  readonly text: string;
  readonly kind: "line" | "dashed" | "one" | "two" | "point";
}

function legendOf(entries: readonly LimitEntry[], options: ExclusionPlotOptions): LegendRow[] {
  const rows: LegendRow[] = [];
  const banded = entries.find((e) => (e.style ?? defaultStyle(e.limit)) === "bands");
  const e = banded && expectedOf(banded.limit);
  if (banded && e) {
    const cl = `${Number((banded.limit.cl * 100).toPrecision(4))} % CL`;
    if (banded.limit.kind !== "expected") rows.push({ text: `Observed, ${cl}`, kind: "line" });
    rows.push({ text: "Median expected", kind: "dashed" });
    if (e.minus1 && e.plus1) rows.push({ text: "Expected ±1σ", kind: "one" });
    if (e.minus2 && e.plus2) rows.push({ text: "Expected ±2σ", kind: "two" });
  }
  if (options.points && options.points.length > 0 && options.pointsLabel) {
    rows.push({ text: options.pointsLabel, kind: "point" });
  }
  return rows;
}

/** The corner of the frame where a legend covers the fewest points of lines. */
function freeCorner(rows: readonly LegendRow[], size: number, frame: Box, lines: readonly Point[][]): Box {
  const w = Math.max(...rows.map((r) => textSize(r.text, size).width)) + 4.2 * size;
  const h = (rows.length * 1.35 + 0.7) * size;
  const gap = 8;
  const corners = [
    [frame.x1 - w - gap, frame.y0 + gap],
    [frame.x0 + gap, frame.y0 + gap],
    [frame.x1 - w - gap, frame.y1 - h - gap],
    [frame.x0 + gap, frame.y1 - h - gap],
  ].map(([x0, y0]): Box => ({ x0, y0, x1: x0 + w, y1: y0 + h }));
  const covered = (b: Box): number => lines.reduce((n, line) => n + clipLine(line, b).length, 0);
  return corners.map((box) => ({ box, n: covered(box) })).sort((a, b) => a.n - b.n)[0].box;
}

function paintLegend(page: SvgDocument, root: SvgNode, rows: readonly LegendRow[], box: Box, size: number): void {
  rows.forEach((row, i) => {
    const cy = box.y0 + (i * 1.35 + 1) * size;
    const [x0, x1] = [box.x0 + 0.5 * size, box.x0 + 3 * size];
    if (row.kind === "one" || row.kind === "two") {
      const attributes = { x: f(x0), y: f(cy - 0.45 * size), width: f(x1 - x0), height: f(0.9 * size) };
      root.appendChild(element(page, "rect", { ...attributes, fill: brazil[row.kind] }));
    } else if (row.kind === "point") {
      root.appendChild(element(page, "circle", { cx: f((x0 + x1) / 2), cy: f(cy), r: "2.4", fill: "black" }));
    } else {
      const dash = row.kind === "dashed" ? { "stroke-dasharray": "6,4" } : {};
      root.appendChild(element(page, "path", { d: `M${f(x0)},${f(cy)}H${f(x1)}`, ...stroke("black", 1.6), ...dash }));
    }
    root.appendChild(text(page, row.text, x1 + 0.6 * size, cy, size, { anchor: "start" }));
  });
}

function axisTitles(
  page: SvgDocument,
  first: Limit,
  options: ExclusionPlotOptions,
  layout: { readonly frame: Box; readonly width: number; readonly height: number; readonly fontSize: number },
): SvgNode {
  const { frame, height, fontSize } = layout;
  const root = element(page, "g", {});
  const unit = first.unit === "1" ? "" : ` [${first.unit.replace("^-1", "⁻¹")}]`;
  const xTitle = options.x?.label ?? "Mass [GeV]";
  const yTitle = options.y?.label ?? `${first.observable}${unit}`;
  root.appendChild(text(page, xTitle, frame.x1, height - 0.9 * fontSize, fontSize, { anchor: "end" }));
  const t = text(page, yTitle, 0, 0, fontSize, { anchor: "end" });
  t.setAttribute("transform", `translate(${f(0.95 * fontSize)},${f(frame.y0)}) rotate(-90)`);
  root.appendChild(t);
  return root;
}

function domain(
  entries: readonly LimitEntry[],
  which: "mass" | "value",
  options: ExclusionPlotOptions,
): readonly [number, number] {
  const axisOptions = which === "mass" ? options.x : options.y;
  const log = (axisOptions?.scale ?? "log") === "log";
  const given = axisOptions?.domain;
  if (given) {
    if (given[0] < given[1] && (!log || given[0] > 0)) return given;
    throw new RangeError(`exclusionPlot: domain must be 0 < low < high (or linear), got [${given[0]}, ${given[1]}]`);
  }
  const all = entries.flatMap(({ limit }) => {
    if (which === "mass") return limit.mass;
    const own = limit.shape === "interval" ? [...limit.lower, ...limit.upper] : limit.value.flat();
    const bands = Object.values(expectedOf(limit) ?? {}) as number[][];
    return [...own, ...bands.flat()];
  });
  for (const p of options.points ?? []) all.push(which === "mass" ? p.mass : p.value);
  const used = all.filter((v) => Number.isFinite(v) && (!log || v > 0));
  const [low, high] = used.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  if (!(low <= high)) throw new RangeError(`exclusionPlot: no finite ${which} to draw`);
  if (log) return which === "mass" ? [low / 1.1, high * 1.1] : [low / 2, high * (high > low * 30 ? 2 : 4)];
  return which === "mass" ? [low, high] : [0, high * 1.15];
}

function defaultDocument(): SvgDocument {
  const own = (globalThis as { document?: SvgDocument }).document;
  if (own) return own;
  const { document } = linkedom.parseHTML("<!doctype html><html><body></body></html>") as unknown as {
    document: SvgDocument;
  };
  return document;
}

function element(page: SvgDocument, name: string, attributes: Readonly<Record<string, string>>): SvgNode {
  const node = page.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

interface TextLook {
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
  readonly halo?: boolean;
}

function text(page: SvgDocument, content: string, x: number, y: number, size: number, look: TextLook = {}): SvgNode {
  const node = element(page, "text", {
    x: f(x),
    y: f(y),
    dy: "0.35em",
    "font-size": String(size),
    "text-anchor": look.anchor ?? "middle",
    fill: look.fill ?? "black",
    ...(look.halo ? { stroke: "white", "stroke-width": "3", "stroke-opacity": "0.85", "paint-order": "stroke" } : {}),
  });
  node.textContent = content;
  return node;
}

/** Labels a little darker than their lines, to be legible on white. */
function darker(color: string): string {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!hex) return color;
  return (
    "#" +
    hex
      .slice(1)
      .map((c) =>
        Math.round(parseInt(c, 16) * 0.72)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")
  );
}

function inset(box: Box, by: number): Box {
  return { x0: box.x0 + by, y0: box.y0 + by, x1: box.x1 - by, y1: box.y1 - by };
}

/** Page coordinates to a hundredth of a pixel. */
function f(v: number): string {
  return String(Math.round(v * 100) / 100);
}
