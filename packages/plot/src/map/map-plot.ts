import { paintAxes, paintHeadline, tickPath } from "../axes-svg.js";
import type { Box } from "../box.js";
import { element, f, page, text } from "../svg.js";
import { textSize } from "../text-size.js";
import type { MapOptions, MapPlotInput } from "./map-input.js";
import { mapLayout } from "./map-layout.js";
import type { MapLayout } from "./map-layout.js";

/**
 * A quantity over a plane: each cell in the colour of its value, and a bar that says what the colours mean.
 *
 * ```ts
 * const svg = mapPlot({
 *   x: { label: "$m_{A′}$ [GeV]" }, y: { label: "$m_{h′}$ [GeV]" }, label: "limit on $σ$ [fb]", scale: "log",
 *   cells: { left: [1, 2], right: [2, 3], bottom: [4, 4], top: [5, 5], value: [0.3, 12] },
 * });
 * ```
 * @param given - Axes, cells, what the colour says.
 * @param options - Size, fonts, texts.
 * @returns SVG as text, complete with its name space.
 * @throws RangeError when there is no finite value, columns differ in length, or an option is not known.
 */
export function mapPlot(given: MapPlotInput, options: MapOptions = {}): string {
  return drawMap(mapLayout(given, options));
}

/** Draw the layout of a map as SVG text, black on white. */
function drawMap(layout: MapLayout): string {
  const { labelSize, frame, cells, numbers } = layout;
  return page(
    layout,
    [
      paintHeadline(layout, frame),
      ...[...cells].map(([fill, boxes]) => element("path", { d: boxes.map(rectangle).join(""), fill })),
      ...numbers.map((n) => text(n.text, n.x, n.y, labelSize, { halo: true })),
      paintAxes(frame),
      paintBar(layout),
    ].join(""),
  );
}

/** A rectangle as a path, a little wider than it is, so that no seam shows between two. */
function rectangle({ x0, y0, x1, y1 }: Box): string {
  const [l, r, t, b] = [x0, x1 + 0.3, y0 - 0.3, y1].map(f);
  return `M${l},${b}H${r}V${t}H${l}Z`;
}

/** The bar with its numbers at the right, and what it says beyond them. */
function paintBar({ bar, frame: { fontSize } }: MapLayout): string {
  const { box, colors, axis } = bar;
  const step = (box.y1 - box.y0) / colors.length;
  const piece = (fill: string, i: number): string =>
    element("path", { d: rectangle({ ...box, y0: box.y1 - (i + 1) * step, y1: box.y1 - i * step }), fill });
  const named = axis.ticks.flatMap(({ at, text: words }) => (words === undefined ? [] : [{ at, words }]));
  const widest = Math.max(0, ...named.map(({ words }) => textSize(words, fontSize).width));
  const frame = { x: f(box.x0), y: f(box.y0), width: f(box.x1 - box.x0), height: f(box.y1 - box.y0) };
  return [
    ...colors.map(piece),
    element("rect", { ...frame, fill: "none", stroke: "black" }),
    element("path", {
      d: tickPath(axis, (at, long) => `M${f(box.x1)},${f(at)}h${long / 2}`),
      fill: "none",
      stroke: "black",
      "stroke-width": "1",
    }),
    ...named.map(({ at, words }) => text(words, box.x1 + 7, at, fontSize, { anchor: "start" })),
    text(axis.title, 0, 0, fontSize, {
      anchor: "end",
      transform: `translate(${f(box.x1 + 7 + widest + 0.9 * fontSize)},${f(box.y0)}) rotate(-90)`,
    }),
  ].join("");
}
