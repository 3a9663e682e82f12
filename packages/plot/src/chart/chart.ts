import { paintAxes, paintHeadline } from "../axes-svg.js";
import { readable } from "../contrast.js";
import type { Point } from "../simplify.js";
import { element, f, page, text } from "../svg.js";
import { textSize } from "../text-size.js";
import { chartLayout } from "./chart-layout.js";
import type { ChartLabel, ChartLayout, DrawnMark, PanelLayout } from "./chart-layout.js";
import type { ChartAxis, ChartOptions, ChartPanel } from "./marks.js";

/**
 * Draw a chart: panels one below the other with one horizontal axis, a legend where nothing is drawn, or names beside their
 * lines.
 *
 * ```ts
 * const svg = chart({ label: "$m$ [GeV]" }, [
 *   { y: { label: "events" }, marks: [{ kind: "line", x: [0, 1, 2], y: [3, 5, 4], name: "signal" }] },
 * ]);
 * ```
 * @param x - Horizontal axis.
 * @param panels - Panels from top to bottom.
 * @param options - Size, fonts, texts.
 * @returns SVG as text, complete with its name space; the same input gives the same text.
 * @throws RangeError when there is no panel, nothing to draw along an axis without a domain, an option is not known, a size
 * is not > 0, or columns of a mark differ in length.
 */
export function chart(x: ChartAxis, panels: readonly ChartPanel[], options: ChartOptions = {}): string {
  return drawChart(chartLayout(x, panels, options));
}

/**
 * Draw the layout of a chart as SVG text, black on white.
 *
 * ```ts
 * const layout = chartLayout({ label: "x" }, [{ y: { label: "y" }, marks: [{ kind: "line", x: [1, 2], y: [3, 4] }] }]);
 * drawChart(layout).endsWith("</svg>"); // true
 * ```
 */
export function drawChart(layout: ChartLayout): string {
  const { labelSize, panels } = layout;
  return page(
    layout,
    [
      paintHeadline(layout, panels[0]),
      ...panels.map((panel, i) => paintPanel(panel, labelSize, i === panels.length - 1, i === 0)),
    ].join(""),
  );
}

function paintPanel(panel: PanelLayout, size: number, last: boolean, first: boolean): string {
  return [
    ...panel.marks.map(paintMark),
    ...panel.labels.map((label) => paintLabel(label, size)),
    paintLegend(panel, size),
    paintAxes(panel, last, first),
  ].join("");
}

const tenth = (v: number): string => f(Math.round(v * 10) / 10);

const pathOf = (pieces: readonly (readonly Point[])[], end = ""): string =>
  pieces.map((piece) => `M${piece.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join("L")}${end}`).join("");

function paintMark({ mark, color, strokes, fills, dots }: DrawnMark): string {
  const line = { d: pathOf(strokes), ...stroke(mark, color) };
  const opacity = mark.kind === "region" ? 0.22 : mark.kind === "band" ? (mark.opacity ?? 1) : 1;
  const area = { d: pathOf(fills, "Z"), fill: color, ...(opacity < 1 && { "fill-opacity": String(opacity) }) };
  return [
    fills.length > 0 ? element("path", area) : "",
    strokes.length > 0 ? element("path", line) : "",
    ...dots.map(([x, y]) => element("circle", { cx: tenth(x), cy: tenth(y), r: "2.6", fill: color })),
  ].join("");
}

function stroke(mark: DrawnMark["mark"], color: string): Record<string, string> {
  const width = mark.kind === "line" || (mark.kind === "steps" && !mark.base) ? "1.8" : "1.2";
  const dashed = mark.kind === "rule" || (mark.kind !== "points" && "dashed" in mark && mark.dashed);
  return {
    fill: "none",
    stroke: mark.kind === "steps" && mark.base ? readable(color) : color,
    "stroke-width": width,
    "stroke-linejoin": "round",
    ...(dashed && { "stroke-dasharray": "6,4" }),
  };
}

/** A name, with a line to what it names where it stands apart. */
function paintLabel({ text: words, x, y, color, leader }: ChartLabel, size: number): string {
  const label = text(words, x, y, size, { fill: readable(color), halo: true });
  if (leader === undefined) return label;
  const { width, height } = textSize(words, size);
  const [ax, ay] = leader;
  const bx = Math.min(Math.max(ax, x - width / 2), x + width / 2);
  const by = Math.min(Math.max(ay, y - height / 2), y + height / 2);
  return element("path", { d: `M${f(ax)},${f(ay)}L${f(bx)},${f(by)}`, stroke: color, "stroke-width": "0.8" }) + label;
}

function paintLegend({ legend }: PanelLayout, size: number): string {
  if (legend === undefined) return "";
  const { heading, rows, box } = legend;
  const at = (i: number): number => box.y0 + (i * 1.35 + 1) * size;
  const [x0, x1] = [box.x0 + 0.5 * size, box.x0 + 3 * size];
  return [
    ...heading.map((words, i) => text(words, x0, at(i), size, { anchor: "start", bold: i === 0 })),
    ...rows.map((row, i) => {
      const cy = at(heading.length + i);
      const words = text(row.mark.name ?? "", x1 + 0.6 * size, cy, size, { anchor: "start" });
      return paintSample(row, x0, x1, cy, size) + words;
    }),
  ].join("");
}

function paintSample({ mark, color }: DrawnMark, x0: number, x1: number, cy: number, size: number): string {
  const middle: Point = [(x0 + x1) / 2, cy];
  const ends: Point[] = [
    [x0, cy],
    [x1, cy],
  ];
  const h = 0.45 * size;
  const block: Point[] = [
    [x0, cy - h],
    [x1, cy - h],
    [x1, cy + h],
    [x0, cy + h],
  ];
  const filled = mark.kind === "band" || mark.kind === "region" || (mark.kind === "steps" && mark.base !== undefined);
  if (filled) return paintMark({ mark, color, strokes: [], fills: [block], dots: [] });
  if (mark.kind !== "points") return paintMark({ mark, color, strokes: [ends], fills: [], dots: [] });
  const bar: Point[] = [
    [middle[0], cy - h],
    [middle[0], cy + h],
  ];
  return paintMark({ mark, color, strokes: mark.low ? [bar] : [], fills: [], dots: [middle] });
}
