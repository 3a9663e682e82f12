import { axis } from "../axis.js";
import type { Axis } from "../axis.js";
import { withWords } from "../axis-layout.js";
import type { AxisLayout } from "../axis-layout.js";
import type { Box } from "../box.js";
import { frameBox, verticalAxis } from "../frame-box.js";
import { placeLabels } from "../labels.js";
import type { PlacedLabel } from "../labels.js";
import { placeLegend } from "../legend-place.js";
import { palette } from "../palette.js";
import type { Point } from "../simplify.js";
import { requireChart } from "./check-chart.js";
import { domainOf } from "./domain.js";
import { looksOf } from "./looks.js";
import type { Looks } from "./looks.js";
import type { ChartAxis, ChartMark, ChartOptions, ChartPanel } from "./marks.js";
import { shapesOf } from "./shapes.js";
import type { Shapes } from "./shapes.js";

/** A mark with its colour and its place. */
export interface DrawnMark extends Shapes {
  /** The mark. */
  readonly mark: ChartMark;
  /** Its colour. */
  readonly color: string;
}

/** A name beside what it names. */
export interface ChartLabel extends PlacedLabel {
  /** The name. */
  readonly text: string;
  /** Colour of what it names. */
  readonly color: string;
}

/** One panel of a chart as data. */
export interface PanelLayout {
  /** The frame, px. */
  readonly box: Box;
  /** Size of the letters, px. */
  readonly fontSize: number;
  /** Horizontal axis. */
  readonly x: AxisLayout;
  /** Vertical axis. */
  readonly y: AxisLayout;
  /** What is drawn. */
  readonly marks: readonly DrawnMark[];
  /** Names beside what they name. */
  readonly labels: readonly ChartLabel[];
  /** Legend: lines of text above it, its marks, and its place. */
  readonly legend?: {
    /** Lines above the rows. */
    readonly heading: readonly string[];
    /** What it names. */
    readonly rows: readonly DrawnMark[];
    /** Its place, px. */
    readonly box: Box;
  };
}

/** A chart as plain data: what is where, before anything is drawn. */
export interface ChartLayout extends Looks {
  /** Panels from top to bottom. */
  readonly panels: readonly PanelLayout[];
}

/** Space between panels, px. */
const BETWEEN = 10;

/**
 * Where everything of a chart goes: panels one below the other with one horizontal axis.
 *
 * ```ts
 * chartLayout({ label: "x" }, [{ y: { label: "y" }, marks: [{ kind: "line", x: [1, 2], y: [3, 4] }] }]).panels.length; // 1
 * ```
 * @param x - Horizontal axis.
 * @param panels - Panels from top to bottom.
 * @param options - Size, fonts, texts.
 * @returns Frames, ticks, lines, names, legend; all lengths in px.
 * @throws RangeError when there is no panel, nothing to draw along an axis without a domain, an option is not known, a size
 * is not > 0, or columns of a mark differ in length.
 */
export function chartLayout(x: ChartAxis, panels: readonly ChartPanel[], options: ChartOptions = {}): ChartLayout {
  requireChart(x, panels, options);
  const looks = looksOf(options);
  const { width, height, fontSize, labelSize } = looks;
  const { heading = [] } = options;
  const xDomain = domainOf(
    x,
    panels.flatMap((p) => p.marks),
    "x",
  );
  const yDomains = panels.map(({ y, marks }) => domainOf(y, marks, "y"));
  const numbers = panels.flatMap(({ y }, i) => textsOf(y, yDomains[i]));
  const frame = frameBox(width, height, fontSize, numbers);
  const shares = panels.map(({ share = 1 }) => share);
  const per = (frame.y1 - frame.y0 - BETWEEN * (panels.length - 1)) / shares.reduce((a, b) => a + b);
  let { y0 } = frame;
  const laid = panels.map((panel, i): PanelLayout => {
    const box = { ...frame, y0, y1: y0 + per * shares[i] };
    y0 = box.y1 + BETWEEN;
    const horizontal = axis(xDomain, x.scale ?? "linear", box.x0, box.x1);
    return panelLayout(panel, box, fontSize, labelSize, x, horizontal, yDomains[i], i === 0 ? heading : []);
  });
  return { ...looks, panels: laid };
}

function textsOf(given: ChartAxis, domain: readonly [number, number]): string[] {
  return withWords(axis(domain, given.scale ?? "linear", 1, 0), given).ticks.flatMap(({ text }) => text ?? []);
}

/** The axis without the numbers for which there is no height: every second one, or less; 0 is kept. */
function sparse(laid: AxisLayout, fontSize: number): AxisLayout {
  const named = laid.ticks.filter((t) => t.text !== undefined);
  if (named.length < 2) return laid;
  const room = Math.abs(named[1].at - named[0].at);
  const every = Math.ceil((1.25 * fontSize) / room);
  const zero = Math.max(
    0,
    named.findIndex((t) => t.value === 0),
  );
  const ticks = laid.ticks.map((tick) => {
    const place = named.indexOf(tick);
    return place < 0 || (place - zero) % every === 0 ? tick : { at: tick.at, value: tick.value };
  });
  return { ...laid, ticks };
}

function panelLayout(
  panel: ChartPanel,
  box: Box,
  fontSize: number,
  small: number,
  x: ChartAxis,
  horizontal: Axis,
  domain: readonly [number, number],
  heading: readonly string[],
): PanelLayout {
  const { y, marks, beside = false } = panel;
  const scale = y.scale ?? "linear";
  const place = (room: number) => {
    const vertical = verticalAxis(domain, scale, box, room);
    const drawn = coloured(marks).map(({ mark, color }) => ({
      mark,
      color,
      ...shapesOf(mark, horizontal, vertical, box),
    }));
    const rows = beside ? [] : drawn.filter(({ mark }) => mark.name !== undefined);
    const frame = {
      box,
      fontSize,
      x: withWords(horizontal, x),
      y: sparse(withWords(vertical, y), fontSize),
      marks: drawn,
    };
    const texts = [...heading, ...rows.map(({ mark }) => mark.name ?? "")];
    if (texts.length === 0) return { frame, legend: undefined, free: true, height: 0 };
    const { box: at, height, free } = placeLegend(texts, small, box, backgroundOf(drawn));
    return { frame, legend: { heading, rows, box: at }, free, height };
  };
  let found = place(0);
  if (!found.free && y.domain === undefined && found.height < 0.6 * (box.y1 - box.y0)) {
    const longer = place(found.height);
    if (longer.free) found = longer;
  }
  const { frame, legend } = found;
  const named = beside ? frame.marks.filter(({ mark }) => mark.name !== undefined) : [];
  return { ...frame, labels: labelsOf(named, frame.marks, box, small, legend?.box), ...(legend && { legend }) };
}

/** Marks with their colours: named ones in the order of the palette. */
function coloured(marks: readonly ChartMark[]): { mark: ChartMark; color: string }[] {
  let next = 0;
  return marks.map((mark) => ({
    mark,
    color: mark.color ?? (mark.name === undefined ? "#000000" : palette[next++ % palette.length]),
  }));
}

function backgroundOf(marks: readonly DrawnMark[]): { lines: (readonly Point[])[]; fills: (readonly Point[])[] } {
  const dots = marks.flatMap((m) =>
    m.dots.map(([px, py]): Point[] => [
      [px - 2, py],
      [px + 2, py],
    ]),
  );
  return { lines: [...marks.flatMap((m) => m.strokes), ...dots], fills: marks.flatMap((m) => m.fills) };
}

function labelsOf(
  named: readonly DrawnMark[],
  all: readonly DrawnMark[],
  box: Box,
  size: number,
  legend: Box | undefined,
): ChartLabel[] {
  const requests = named.map(({ mark, strokes, fills, dots }) => ({
    text: mark.name ?? "",
    lines: [...strokes, ...(mark.kind === "band" ? fills : []), ...(dots.length > 1 ? [dots] : [])],
    inside: mark.kind === "region" ? fills : [],
  }));
  const inset = { x0: box.x0 + 3, x1: box.x1 - 3, y0: box.y0 + 3, y1: box.y1 - 3 };
  const rest = all.filter((m) => !named.includes(m));
  return placeLabels(requests, inset, size, legend ? [legend] : [], backgroundOf(rest)).flatMap((at, i) =>
    at ? [{ ...at, text: requests[i].text, color: named[i].color }] : [],
  );
}
