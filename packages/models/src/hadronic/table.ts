import { linearInterpolate } from "@belladonna/numerics";

/** A function given at points: straight lines between, 0 below the first point, the last value held above the last. */
export interface Table {
  /** Value at `x`. */
  (x: number): number;
  /** Smallest tabulated argument. */
  readonly first: number;
  /** Largest tabulated argument. */
  readonly last: number;
}

/**
 * A table from two strings of numbers, read when first used.
 *
 * @param xs - arguments, increasing, separated by spaces
 * @param ys - values
 * @returns the interpolated function
 */
export function table(xs: string, ys: string): Table {
  let x: Float64Array | undefined;
  let y: Float64Array = new Float64Array();
  const read = (): Float64Array => {
    y = Float64Array.from(ys.split(" "), Number);
    return (x = Float64Array.from(xs.split(" "), Number));
  };
  const at = (argument: number): number => {
    const grid = x ?? read();
    return argument < grid[0] ? 0 : linearInterpolate(grid, y, argument);
  };
  const first = Number(xs.slice(0, xs.indexOf(" ")));
  const last = Number(xs.slice(xs.lastIndexOf(" ") + 1));
  return Object.assign(at, { first, last });
}
