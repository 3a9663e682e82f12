import type { Box } from "./box.js";

/** Largest page and letter, px: what can be searched for a free place. */
export const LARGEST = 10_000;

/**
 * Throws unless a frame is a box that can be searched.
 * @param caller - Name of the function that was given it.
 * @param frame - What was given, px.
 */
export function requirePage(caller: string, { x0, y0, x1, y1 }: Box): void {
  if (!([x0, y0, x1, y1].every((x) => Math.abs(x) <= LARGEST) && x1 - x0 <= LARGEST && y1 - y0 <= LARGEST)) {
    throw new RangeError(`${caller}: frame must be a box of at most ${LARGEST} px, got ${x0}, ${y0} to ${x1}, ${y1}`);
  }
}
