import type { Box } from "./box.js";
import type { Background } from "./cells.js";
import { freeBox } from "./free-box.js";
import { textSize } from "./text-size.js";

/** Where a legend goes. */
export interface LegendPlace {
  /** Its place, px. */
  readonly box: Box;
  /** Height it takes with the space around it, px. */
  readonly height: number;
  /** Whether it lies over nothing. */
  readonly free: boolean;
}

/** Space between a legend and the frame or what is drawn, px. */
const GAP = 8;

/**
 * The place for a legend where it covers the least of lines and areas.
 *
 * ```ts
 * placeLegend(["observed", "expected"], 14, { x0: 0, y0: 0, x1: 400, y1: 300 }, { lines: [], fills: [] }).free; // true
 * ```
 * @param rows - Texts of its rows, at least one.
 * @param fontSize - Size of its letters, px.
 * @param frame - Where it may lie, px.
 * @param background - Lines and areas, px.
 * @throws RangeError as {@link freeBox}.
 */
export function placeLegend(
  rows: readonly string[],
  fontSize: number,
  frame: Box,
  background: Background,
): LegendPlace {
  const widest = Math.max(...rows.map((words) => textSize(words, fontSize).width));
  const width = widest + 4.2 * fontSize + 2 * GAP;
  const height = (rows.length * 1.35 + 0.7) * fontSize + 2 * GAP;
  const { box, covered } = freeBox({ width, height }, frame, background);
  const { x0, x1, y0, y1 } = box;
  return { box: { x0: x0 + GAP, x1: x1 - GAP, y0: y0 + GAP, y1: y1 - GAP }, height, free: covered === 0 };
}
