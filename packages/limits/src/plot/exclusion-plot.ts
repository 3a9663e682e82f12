import * as Plot from "@observablehq/plot";
import type { Limit } from "../limit.js";
import { axis, tickText } from "@belladonna/plot";
import type { Axis } from "@belladonna/plot";
import { geometry, paint } from "./geometry.js";
import { placeLabels, textSize } from "@belladonna/plot";
import type { Box } from "@belladonna/plot";
import { freeCorner, legendOf, paintLegend } from "./legend.js";
import type { SvgDocument, SvgNode } from "@belladonna/plot";
import type { ExclusionPlotOptions, LimitEntry, LimitStyle } from "./options.js";
import { palette } from "@belladonna/plot";
import { darker, defaultStyle, expectedOf } from "./style.js";
import { element, f, SVG, text } from "@belladonna/plot";
import { defaultDocument } from "@belladonna/plot/document";

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
  const margin = { left: 5.1 * fontSize, right: 1.4 * fontSize, top: 2.1 * fontSize, bottom: 3.4 * fontSize };
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

function inset(box: Box, by: number): Box {
  return { x0: box.x0 + by, y0: box.y0 + by, x1: box.x1 - by, y1: box.y1 - by };
}
