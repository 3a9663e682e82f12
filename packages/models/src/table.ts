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
    const last = grid.length - 1;
    if (argument < grid[0]) return 0;
    if (argument >= grid[last]) return y[last];
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (grid[middle] <= argument) low = middle;
      else high = middle;
    }
    const t = (argument - grid[low]) / (grid[high] - grid[low]);
    return y[low] + t * (y[high] - y[low]);
  };
  const first = Number(xs.slice(0, xs.indexOf(" ")));
  const last = Number(xs.slice(xs.lastIndexOf(" ") + 1));
  return Object.assign(at, { first, last });
}
