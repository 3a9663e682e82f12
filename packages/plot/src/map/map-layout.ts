import type { FrameLayout } from "../axes-svg.js";
import { axis } from "../axis.js";
import { axisLayout, withWords } from "../axis-layout.js";
import type { AxisLayout } from "../axis-layout.js";
import type { Box } from "../box.js";
import type { ChartAxis } from "../chart/marks.js";
import { looksOf } from "../chart/looks.js";
import type { Looks } from "../chart/looks.js";
import { frameBox } from "../frame-box.js";
import { textSize } from "../text-size.js";
import { requireMap } from "./check-map.js";
import { colorAt } from "./color-scale.js";
import type { MapOptions, MapPlotInput } from "./map-input.js";

/** A map as plain data: what is where, before anything is drawn. */
export interface MapLayout extends Looks {
  /** The frame with its axes. */
  readonly frame: FrameLayout;
  /** Cells within the frame, px, by their colour; those of one colour are drawn as one. */
  readonly cells: ReadonlyMap<string, readonly Box[]>;
  /** Values written in the cells, px. */
  readonly numbers: readonly {
    /** Middle of the cell. */
    readonly x: number;
    /** Middle of the cell. */
    readonly y: number;
    /** The value to two digits. */
    readonly text: string;
  }[];
  /** The bar that says what the colours mean. */
  readonly bar: {
    /** Its place, px. */
    readonly box: Box;
    /** Its colours in even steps from the bottom up. */
    readonly colors: readonly string[];
    /** Its axis. */
    readonly axis: AxisLayout;
  };
}

/** Colours that a map is drawn with, so that cells of one colour are one element. */
const COLORS = 96;

/** Width of the bar and of the space before it, in sizes of the letters. */
const [BAR, BEFORE] = [1.1, 1.2];

/**
 * Where everything of a map goes.
 *
 * ```ts
 * const cells = { left: [1, 2], right: [2, 3], bottom: [0, 0], top: [1, 1], value: [3, 9] };
 * mapLayout({ x: { label: "x" }, y: { label: "y" }, cells, label: "z" }).cells.size; // 2
 * ```
 * @param given - Axes, cells, what the colour says.
 * @param options - Size, fonts, texts.
 * @returns Frame, cells by colour, bar of the colours; all lengths in px.
 * @throws RangeError when there is no finite value, columns differ in length, or an option is not known.
 */
export function mapLayout(given: MapPlotInput, options: MapOptions = {}): MapLayout {
  requireMap(given, options);
  const { x, y, cells, label, scale = "linear", colors = "viridis" } = given;
  const looks = looksOf(options);
  const { width, height, fontSize } = looks;
  const xDomain = x.domain ?? ends([...cells.left, ...cells.right], x.scale);
  const yDomain = y.domain ?? ends([...cells.bottom, ...cells.top], y.scale);
  const [low, high] = given.domain ?? apart(ends(cells.value, scale), scale);

  const barTexts = textsOf(axisLayout(axis([low, high], scale, 1, 0), label));
  const besides = (BAR + BEFORE + 2.6) * fontSize + widest(barTexts, fontSize);
  const yTexts = textsOf(withWords(axis(yDomain, y.scale ?? "linear", 1, 0), y));
  const box = frameBox(width - besides + 1.4 * fontSize, height, fontSize, yTexts);
  const horizontal = axis(xDomain, x.scale ?? "linear", box.x0, box.x1);
  const vertical = axis(yDomain, y.scale ?? "linear", box.y1, box.y0);
  const barBox = { ...box, x0: box.x1 + BEFORE * fontSize, x1: box.x1 + (BEFORE + BAR) * fontSize };
  const color = axis([low, high], scale, 0, 1);

  const greatest = Math.max(Math.abs(low), Math.abs(high));
  const byColor = new Map<string, Box[]>();
  const numbers: { x: number; y: number; text: string }[] = [];
  cells.value.forEach((value, i) => {
    if (!(Number.isFinite(value) && (scale === "linear" || value > 0))) return;
    const drawn = overlap(box, {
      x0: horizontal.px(cells.left[i]),
      x1: horizontal.px(cells.right[i]),
      y0: vertical.px(cells.top[i]),
      y1: vertical.px(cells.bottom[i]),
    });
    if (drawn === undefined) return;
    const name = colorAt(Math.round(color.px(value) * (COLORS - 1)) / (COLORS - 1), colors);
    const same = byColor.get(name);
    if (same === undefined) byColor.set(name, [drawn]);
    else same.push(drawn);
    if (given.numbers !== true) return;
    numbers.push({
      x: (drawn.x0 + drawn.x1) / 2,
      y: (drawn.y0 + drawn.y1) / 2,
      text: cellText(value, scale, greatest),
    });
  });
  return {
    ...looks,
    frame: { box, fontSize, x: withWords(horizontal, x), y: withWords(vertical, y) },
    cells: byColor,
    numbers,
    bar: {
      box: barBox,
      colors: Array.from({ length: COLORS }, (_, k) => colorAt(k / (COLORS - 1), colors)),
      axis: axisLayout(axis([low, high], scale, barBox.y1, barBox.y0), label),
    },
  };
}

/** Least and greatest of what an axis can show. */
function ends(values: readonly number[], scale: ChartAxis["scale"]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const v of values) {
    if (!(Number.isFinite(v) && (scale !== "log" || v > 0))) continue;
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  return [low, high];
}

/** Two ends that differ, for a map of one value. */
function apart([low, high]: readonly [number, number], scale: "log" | "linear"): readonly [number, number] {
  if (low < high) return [low, high];
  return scale === "log" ? [low / 2, high * 2] : [low - 1, high + 1];
}

function overlap(a: Box, b: Box): Box | undefined {
  const both = {
    x0: Math.max(a.x0, Math.min(b.x0, b.x1)),
    x1: Math.min(a.x1, Math.max(b.x0, b.x1)),
    y0: Math.max(a.y0, Math.min(b.y0, b.y1)),
    y1: Math.min(a.y1, Math.max(b.y0, b.y1)),
  };
  return both.x0 < both.x1 && both.y0 < both.y1 ? both : undefined;
}

const textsOf = ({ ticks }: AxisLayout): string[] => ticks.flatMap(({ text }) => text ?? []);

const widest = (texts: readonly string[], fontSize: number): number =>
  Math.max(0, ...texts.map((words) => textSize(words, fontSize).width));

/** A value as it is written in its cell: to two digits, on a linear scale to a hundredth of the power of ten of the greatest. */
function cellText(value: number, scale: "log" | "linear", greatest: number): string {
  const places = Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(greatest))));
  return String(Number(scale === "log" ? value.toPrecision(2) : value.toFixed(places))).replace("-", "−");
}
