import { axisLayout, placeLabels, placeLegend, textSize } from "@belladonna/plot";
import type { Background, Box, LegendPlace, PlacedLabel, Point } from "@belladonna/plot";
import type { Limit } from "../limit.js";
import { entriesOf, requirePlotOptions } from "./check-options.js";
import { layOut } from "./frame.js";
import type { Frame } from "./frame.js";
import { geometry, pathData } from "./geometry.js";
import type { Geometry } from "./geometry.js";
import { labelGroups } from "./label-group.js";
import type { LabelGroup } from "./label-group.js";
import type { LabelLayout, LeftOutLayout, LegendLayout, PlotLayout } from "./layout.js";
import { withGaps } from "./left-out.js";
import { legendOf } from "./legend.js";
import type { ExclusionPlotOptions, LimitEntry } from "./options.js";
import { axisTitles } from "./titles.js";

/**
 * Where everything of an exclusion plot goes, as plain data: {@link exclusionPlot} draws it as SVG text, a page as it
 * likes. The same limits and options give the same layout.
 *
 * Curves with many points a pixel are laid out as the medians over 2 px, with a band from the least to the greatest.
 * @param limits - Limits of any shape but grids, or limits with wishes about colour, label and style.
 * @param options - Axes, size, fonts, points.
 * @returns Paths, ticks, labels, legend; all lengths in px.
 * @throws RangeError when there is no limit, something is no limit, a limit is a (mass, lifetime) grid, an option or
 * a style is not known, a size is not > 0, or an axis is empty.
 */
export function exclusionLayout(
  limits: Limit | readonly (Limit | LimitEntry)[],
  options: ExclusionPlotOptions = {},
): PlotLayout {
  const entries = entriesOf(limits);
  requirePlotOptions(options);
  if (entries.length === 0) throw new RangeError("exclusionPlot: must be given at least one limit, got none");
  for (const { limit } of entries) {
    if (limit.shape === "grid") {
      throw new RangeError(`exclusionPlot: ${limit.id} is a (mass, lifetime) grid, give couplingLimit(…) of it`);
    }
  }
  const { frame, groups, legend } = drawn(entries, options);
  const { x, y, box, small } = frame;
  const gaps = gapsOf(options, frame);
  const wanted = groups.filter(({ label }) => label !== "");
  const placed = placeLabels(
    [
      ...wanted.map(({ label, shapes }) => ({
        text: label,
        lines: shapes.flatMap((s) => s.strokes),
        inside: shapes.flatMap((s) => s.fills),
      })),
      ...gaps.map(({ x0, x1, label }) => ({ text: label, lines: [upright((x0 + x1) / 2, box)], inside: [] })),
    ],
    inset(box, 3),
    small,
    legend ? [legend.box] : [],
    {
      lines: groups.filter(({ label }) => label === "").flatMap(({ shapes }) => shapes.flatMap((s) => s.strokes)),
      fills: [
        ...groups.flatMap(({ shapes }) => shapes.flatMap((s) => [...(s.bands?.two ?? []), ...s.spread])),
        ...gaps.map((gap) => outline(gap, box)),
      ],
    },
  );
  const titles = axisTitles(entries[0].limit, options);
  return {
    width: frame.width,
    height: frame.height,
    fontSize: frame.fontSize,
    labelSize: small,
    fontFamily: frame.fontFamily,
    box,
    x: axisLayout(x, titles.x),
    y: axisLayout(y, titles.y),
    marks: groups.flatMap(({ entries: own, shapes, label, color }) =>
      shapes.map(({ fills, strokes, spread, bands }, k) => ({
        id: own[k].limit.id,
        entry: own[k].entry,
        label,
        color,
        style: own[k].style,
        fill: pathData(fills, true),
        line: pathData(strokes),
        spread: pathData(spread, true),
        ...(bands && {
          bands: { two: pathData(bands.two, true), one: pathData(bands.one, true), median: pathData(bands.median) },
        }),
      })),
    ),
    leftOut: gaps.map(({ x0, x1 }) => ({ x0, x1 })),
    labels: placed.flatMap((at, k): LabelLayout[] => {
      if (at === undefined) return [];
      if (k >= wanted.length) return [labelLayout(gaps[k - wanted.length].label, GREY, [], at, small)];
      const { label, color, entries: own } = wanted[k];
      return [labelLayout(label, color, [...new Set(own.map((e) => e.limit.id))], at, small)];
    }),
    ...(legend && { legend }),
    points: (options.points ?? [])
      .map((p) => ({ ...p, x: x.px(p.mass), y: y.px(p.value) }))
      .filter((p) => p.x >= box.x0 && p.x <= box.x1 && p.y >= box.y0 && p.y <= box.y1),
    title: options.title ?? "",
    note: options.note ?? "",
  };
}

/** Limits on the page. */
interface Drawn {
  readonly frame: Frame;
  readonly groups: readonly (LabelGroup & { readonly shapes: readonly Geometry[] })[];
  readonly legend: LegendLayout | undefined;
}

/** Limits on the page with a legend that lies over none of them, the vertical axis longer where there is no such place. */
function drawn(entries: readonly LimitEntry[], options: ExclusionPlotOptions): Drawn {
  const place = (room: number): Drawn & Pick<LegendPlace, "free" | "height"> => {
    const frame = layOut(entries, options, room);
    const { x, y, box, small } = frame;
    const groups = labelGroups(entries).map((group) => ({
      ...group,
      shapes: group.entries.map((e) => geometry(withGaps(e.limit, options.leftOut ?? [], x, y), e.style, x, y, box)),
    }));
    const spread = groups.some(({ shapes }) => shapes.some((s) => s.bands !== undefined && s.spread.length > 0));
    const rows = legendOf(entries, options, spread);
    if (rows.length === 0) return { frame, groups, legend: undefined, free: true, height: 0 };
    const shapes = groups.flatMap((group) => group.shapes);
    const texts = rows.map((row) => row.text);
    const { lines, fills } = backgroundOf(shapes);
    const around = { lines, fills: [...fills, ...gapsOf(options, frame).map((gap) => outline(gap, box))] };
    const { box: at, height, free } = placeLegend(texts, small, box, around);
    return { frame, groups, legend: { rows, box: at }, free, height };
  };
  const tight = place(0);
  const { box } = tight.frame;
  if (tight.free || options.y?.domain !== undefined || tight.height > 0.5 * (box.y1 - box.y0)) return tight;
  const longer = place(tight.height);
  return longer.free ? longer : tight;
}

/** All that a legend must not lie on. */
function backgroundOf(shapes: readonly Geometry[]): Background {
  return {
    lines: shapes.flatMap(({ strokes, bands }) => [...strokes, ...(bands?.median ?? [])]),
    fills: shapes.flatMap(({ fills, spread, bands }) => [...fills, ...spread, ...(bands?.two ?? [])]),
  };
}

function labelLayout(
  text: string,
  color: string,
  ids: readonly string[],
  { x, y, leader }: PlacedLabel,
  size: number,
): LabelLayout {
  if (leader === undefined) return { text, ids, x, y, color };
  const { width: w, height: h } = textSize(text, size);
  const end: Point = [
    Math.min(Math.max(leader[0], x - w / 2), x + w / 2),
    Math.min(Math.max(leader[1], y - h / 2), y + h / 2),
  ];
  return { text, ids, x, y, color, leader: [leader, end] };
}

/** Colour of the names of masses that are left out. */
const GREY = "#5D5D5D";

/** Masses that are left out, as far as they are in the frame. */
function gapsOf(options: ExclusionPlotOptions, { x, box }: Frame): (LeftOutLayout & { readonly label: string })[] {
  return (options.leftOut ?? []).flatMap(({ mass, label }) => {
    const [x0, x1] = mass.map((m) => Math.min(Math.max(x.px(m), box.x0), box.x1));
    return x0 < x1 ? [{ x0, x1, label }] : [];
  });
}

function outline({ x0, x1 }: LeftOutLayout, { y0, y1 }: Box): Point[] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
}

function upright(x: number, box: Box): readonly Point[] {
  return [
    [x, box.y0],
    [x, box.y1],
  ];
}

function inset(box: Box, by: number): Box {
  return { x0: box.x0 + by, y0: box.y0 + by, x1: box.x1 - by, y1: box.y1 - by };
}
