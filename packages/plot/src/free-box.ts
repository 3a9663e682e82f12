import type { Box } from "./box.js";
import { lineCells } from "./cells.js";
import type { Background } from "./cells.js";
import { LARGEST, requirePage } from "./largest.js";
import type { TextSize } from "./text-size.js";

/** A place for a box, and how free it is. */
export interface FreeBox {
  /** The place, px. */
  readonly box: Box;
  /** How many cells of the page, 4 px wide, are crossed by lines or covered by areas in it: 0 where it is free. */
  readonly covered: number;
}

/** Steps between places, px. */
const STEP = 8;

/** What a place in the middle of a side costs over one in a corner, in covered cells: so much that a corner is taken if free. */
const AWAY = 0.5;

/**
 * The place in a frame where a box, such as a legend, covers the least of lines and areas: the top right corner if it is
 * free, then the other corners, then places along the frame, then any.
 *
 * ```ts
 * const frame = { x0: 0, y0: 0, x1: 400, y1: 300 };
 * const line = [[200, 50], [400, 50]]; // through the top right corner
 * freeBox({ width: 150, height: 80 }, frame, { lines: [line], fills: [] }).box; // { x0: 250, y0: 220, x1: 400, y1: 300 }
 * ```
 * @param size - Size of the box, px.
 * @param frame - Where it may lie, px.
 * @param background - Lines and areas, px.
 * @returns The place; in the top left corner, beyond the frame, when it is too large.
 * @throws RangeError for sizes that are not from 0 to 10 000 px, or a frame that is no box of at most 10 000 px each way.
 */
export function freeBox({ width, height }: TextSize, frame: Box, background: Background): FreeBox {
  requirePage("freeBox", frame);
  if (![width, height].every((x) => x >= 0 && x <= LARGEST)) {
    throw new RangeError(`freeBox: size must be from 0 to ${LARGEST} px each way, got ${width} × ${height}`);
  }
  const covered = lineCells([], frame, background).crossing(-1);
  const rows = steps(frame.y0, frame.y1 - height);
  const columns = steps(frame.x0, frame.x1 - width).reverse();
  let best: FreeBox = { box: frame, covered: Infinity };
  let least = Infinity;
  rows.forEach((y0, r) => {
    columns.forEach((x0, c) => {
      const box = { x0, y0, x1: x0 + width, y1: y0 + height };
      const n = covered(box) / 3;
      const edge = (i: number, of: readonly number[]): number => Math.min(i, of.length - 1 - i) / of.length;
      const cost = n + AWAY * (edge(r, rows) + edge(c, columns)) + 0.01 * (r / rows.length + c / columns.length);
      if (cost < least) [best, least] = [{ box, covered: n }, cost];
    });
  });
  return best;
}

/** From one value to another in even steps, both ends among them. */
function steps(from: number, to: number): number[] {
  const n = Math.max(1, Math.ceil((to - from) / STEP));
  return to > from ? Array.from({ length: n + 1 }, (_, i) => from + ((to - from) * i) / n) : [from];
}
