import { axis, frameBox, tickTexts, verticalAxis } from "@belladonna/plot";
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
  const box = frameBox(width, height, fontSize, tickTexts(axis(values, scale, height, 0).major));
  return {
    width,
    height,
    fontSize,
    small: Math.round(fontSize * 0.82),
    fontFamily,
    box,
    x: axis(domain(entries, "mass", options), options.x?.scale ?? "log", box.x0, box.x1),
    y: verticalAxis(values, scale, box, room),
  };
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
