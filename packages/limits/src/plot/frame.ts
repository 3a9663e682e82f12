import { axis, textSize, tickTexts } from "@belladonna/plot";
import type { Axis, Box } from "@belladonna/plot";
import type { ExclusionPlotOptions, LimitEntry } from "./options.js";
import { expectedOf } from "./style.js";

/** The page of an exclusion plot: its size, its letters, the frame and the axes in it. */
export interface Frame {
  /** Width, px. */
  readonly width: number;
  /** Height, px. */
  readonly height: number;
  /** Size of the letters on the axes, px. */
  readonly fontSize: number;
  /** Size of labels, px. */
  readonly small: number;
  /** Font. */
  readonly fontFamily: string;
  /** Space around the frame, px. */
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** The frame, px. */
  readonly box: Box;
  /** Axis of masses. */
  readonly x: Axis;
  /** Axis of values. */
  readonly y: Axis;
}

/**
 * Lay out the page.
 * @param entries - What will be drawn.
 * @param options - Size, fonts, axes.
 * @param room - Height that is kept free above what is drawn, px.
 * @throws RangeError when an axis is empty.
 */
export function layOut(entries: readonly LimitEntry[], options: ExclusionPlotOptions, room = 0): Frame {
  const { width = 720, height = 540, fontSize = 17, fontFamily = "DejaVu Sans, Arial, sans-serif" } = options;
  const values = domain(entries, "value", options);
  const scale = options.y?.scale ?? "log";
  const numbers = tickTexts(axis(values, scale, height, 0).major).map((words) => textSize(words, fontSize).width);
  const margin = {
    left: Math.max(5.1 * fontSize, Math.max(...numbers) + 2.6 * fontSize),
    right: 1.4 * fontSize,
    top: 2.1 * fontSize,
    bottom: 3.4 * fontSize,
  };
  const box: Box = { x0: margin.left, y0: margin.top, x1: width - margin.right, y1: height - margin.bottom };
  return {
    width,
    height,
    fontSize,
    small: Math.round(fontSize * 0.82),
    fontFamily,
    margin,
    box,
    x: axis(domain(entries, "mass", options), options.x?.scale ?? "log", box.x0, box.x1),
    y: axisWithRoom(values, scale, box, room),
  };
}

/** The vertical axis, its values in what is left of the frame below the room. */
function axisWithRoom(values: readonly [number, number], scale: "log" | "linear", box: Box, room: number): Axis {
  const tight = axis(values, scale, box.y1, box.y0 + room);
  return room === 0 ? tight : axis([values[0], tight.value(box.y0)], scale, box.y1, box.y0);
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
