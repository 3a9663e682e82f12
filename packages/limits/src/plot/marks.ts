import { element, f, placeLabels, text, textSize } from "@belladonna/plot";
import type { Box, PlacedLabel, SvgDocument, SvgNode } from "@belladonna/plot";
import type { Frame } from "./frame.js";
import { geometry, paint } from "./geometry.js";
import type { Geometry } from "./geometry.js";
import type { LabelGroup } from "./label-group.js";
import { freeCorner, legendOf, paintLegend } from "./legend.js";
import type { LegendRow } from "./legend.js";
import type { ExclusionPlotOptions, LimitEntry, PlotPoint } from "./options.js";
import { darker } from "./style.js";

/** Everything inside the frame, where it is to be drawn. */
export interface Marks {
  /** Groups of limits. */
  readonly groups: readonly LabelGroup[];
  /** Shapes of the limits of each group. */
  readonly shapes: readonly (readonly Geometry[])[];
  /** Labels that found a place. */
  readonly labels: readonly { readonly group: LabelGroup; readonly at: PlacedLabel }[];
  /** Rows of the legend and its place. */
  readonly legend: { readonly rows: readonly LegendRow[]; readonly box: Box } | undefined;
}

/** Find the shapes of all limits, a free corner for the legend, and places for the labels that keep clear of both. */
export function placeMarks(
  groups: readonly LabelGroup[],
  entries: readonly LimitEntry[],
  options: ExclusionPlotOptions,
  { x, y, box, small }: Frame,
): Marks {
  const shapes = groups.map((g) => g.entries.map((e) => geometry(e.limit, e.style, x, y, box)));
  const rows = legendOf(entries, options);
  const lines = shapes.flatMap((s) => s.flatMap((p) => p.strokes));
  const legend = rows.length > 0 ? { rows, box: freeCorner(rows, small, box, lines) } : undefined;
  const wanted = groups.flatMap((group, i) => {
    const lines = shapes[i].flatMap((s) => s.strokes);
    return group.label === "" ? [] : [{ group, text: group.label, lines, inside: shapes[i].flatMap((s) => s.fills) }];
  });
  const placed = placeLabels(wanted, inset(box, 3), small, legend ? [legend.box] : []);
  const labels = placed.flatMap((at, k) => (at ? [{ group: wanted[k].group, at }] : []));
  return { groups, shapes, labels, legend };
}

/** Draw the limits, the points over them, the labels and the legend. */
export function drawMarks(
  page: SvgDocument,
  { groups, shapes, labels, legend }: Marks,
  points: readonly PlotPoint[],
  frame: Frame,
): SvgNode {
  const root = element(page, "g", {});
  groups.forEach(({ entries, color }, i) => {
    entries.forEach(({ style }, k) => {
      paint(page, root, shapes[i][k], style, color);
    });
  });
  const { x, y, box, small } = frame;
  for (const { mass, value } of points) {
    const [cx, cy] = [x.px(mass), y.px(value)];
    if (cx < box.x0 || cx > box.x1 || cy < box.y0 || cy > box.y1) continue;
    root.appendChild(element(page, "circle", { cx: f(cx), cy: f(cy), r: "2.4", fill: "black" }));
  }
  for (const { group, at } of labels) addLabel(page, root, group, at, small);
  if (legend) paintLegend(page, root, legend.rows, legend.box, small);
  return root;
}

/** A label, with a line to what it names where it stands apart. */
function addLabel(page: SvgDocument, root: SvgNode, { label, color }: LabelGroup, at: PlacedLabel, size: number): void {
  if (at.leader) {
    const [lx, ly] = at.leader;
    const { width: w, height: h } = textSize(label, size);
    const ex = Math.min(Math.max(lx, at.x - w / 2), at.x + w / 2);
    const ey = Math.min(Math.max(ly, at.y - h / 2), at.y + h / 2);
    const d = `M${f(lx)},${f(ly)}L${f(ex)},${f(ey)}`;
    root.appendChild(element(page, "path", { d, stroke: color, "stroke-width": "0.8" }));
  }
  root.appendChild(text(page, label, at.x, at.y, size, { fill: darker(color), halo: true }));
}

function inset(box: Box, by: number): Box {
  return { x0: box.x0 + by, y0: box.y0 + by, x1: box.x1 - by, y1: box.y1 - by };
}
