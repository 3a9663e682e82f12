import { brazil, element, f, paintAxes, readable, text } from "@belladonna/plot";
import type { LabelLayout, MarkLayout, PlotLayout } from "./layout.js";

/** Everything inside the frame: limits, points over them, labels, legend. */
export function paintInside(layout: PlotLayout): string {
  const { box, marks, points, labels, labelSize, leftOut } = layout;
  const high = { y: f(box.y0), height: f(box.y1 - box.y0) };
  return [
    ...leftOut.map(({ x0, x1 }) =>
      element("rect", { x: f(x0), width: f(x1 - x0), ...high, fill: "black", "fill-opacity": "0.12" }),
    ),
    ...marks.map(paintMark),
    ...points.map(({ x, y }) => element("circle", { cx: f(x), cy: f(y), r: "2.4", fill: "black" })),
    ...labels.map((label) => paintLabel(label, labelSize)),
    paintLegend(layout),
  ].join("");
}

function paintMark({ style, color, fill, line, spread, bands }: MarkLayout): string {
  const path = (d: string, attributes: Readonly<Record<string, string>>): string =>
    d === "" ? "" : element("path", { d, ...attributes });
  const preferred = style === "preferred";
  const dash = style === "dashed" ? { "stroke-dasharray": "7,4" } : preferred ? { "stroke-dasharray": "1.5,2.5" } : {};
  const inBands = bands
    ? path(bands.two, { fill: brazil.two }) +
      path(bands.one, { fill: brazil.one }) +
      path(bands.median, { ...stroke("black", 1.6), "stroke-dasharray": "6,4" })
    : "";
  return [
    inBands,
    path(fill, { fill: color, "fill-opacity": preferred ? "0.35" : "0.22", "fill-rule": "evenodd" }),
    path(spread, { fill: color, "fill-opacity": "0.3" }),
    path(line, { ...stroke(color, style === "dashed" ? 2 : spread !== "" ? 0.8 : preferred ? 1 : 1.4), ...dash }),
  ].join("");
}

/** A label, with a line to what it names where it stands apart. */
function paintLabel({ text: words, x, y, color, leader }: LabelLayout, size: number): string {
  const label = text(words, x, y, size, { fill: readable(color), halo: true });
  if (leader === undefined) return label;
  const [[ax, ay], [bx, by]] = leader;
  return element("path", { d: `M${f(ax)},${f(ay)}L${f(bx)},${f(by)}`, stroke: color, "stroke-width": "0.8" }) + label;
}

function paintLegend({ legend, labelSize: size }: PlotLayout): string {
  if (legend === undefined) return "";
  const { rows, box } = legend;
  return rows
    .map((row, i) => {
      const cy = box.y0 + (i * 1.35 + 1) * size;
      const [x0, x1] = [box.x0 + 0.5 * size, box.x0 + 3 * size];
      if (row.kind === "heading" || row.kind === "words") {
        return text(row.text, x0, cy, size, { anchor: "start", bold: row.kind === "heading" });
      }
      const sample = (): string => {
        if (row.kind === "point")
          return element("circle", { cx: f((x0 + x1) / 2), cy: f(cy), r: "2.4", fill: "black" });
        const place = { x: f(x0), y: f(cy - 0.45 * size), width: f(x1 - x0), height: f(0.9 * size) };
        if (row.kind === "spread") return element("rect", { ...place, "fill-opacity": "0.3" });
        if (row.kind === "one" || row.kind === "two") return element("rect", { ...place, fill: brazil[row.kind] });
        const dash = row.kind === "dashed" ? { "stroke-dasharray": "6,4" } : {};
        return element("path", { d: `M${f(x0)},${f(cy)}H${f(x1)}`, ...stroke("black", 1.6), ...dash });
      };
      return sample() + text(row.text, x1 + 0.6 * size, cy, size, { anchor: "start" });
    })
    .join("");
}

/** Texts above, frame, ticks and their numbers, titles of the axes. */
export function paintAround(layout: PlotLayout): string {
  const { box, fontSize, labelSize, title, note } = layout;
  const above = box.y0 - 0.9 * fontSize;
  return [
    title === "" ? "" : text(title, box.x0, above, fontSize, { anchor: "start", bold: true }),
    note === "" ? "" : text(note, box.x1, above, labelSize, { anchor: "end" }),
    paintAxes(layout),
  ].join("");
}

/** Attributes of a line. */
function stroke(color: string, width: number): Record<string, string> {
  return { fill: "none", stroke: color, "stroke-width": String(width), "stroke-linejoin": "round" };
}
