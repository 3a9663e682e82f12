/** Ends of a range of masses, GeV. */
interface Ends {
  /** Lowest mass. */
  readonly from: number;
  /** Highest mass. */
  readonly to: number;
}

/** Masses of an ascending grid from the last at or below a range to the first at or above it. */
export function enclosing(grid: readonly number[], { from, to }: Ends): number[] {
  const first = Math.max(0, grid.filter((m) => m <= from).length - 1);
  const last = grid.findIndex((m) => m >= to);
  return grid.slice(first, last === -1 ? grid.length : last + 1);
}

/**
 * Masses at which signal is simulated so that nothing is extrapolated: those of the grid of a search, whatever the range,
 * so that a run finds in the cache what another range needed; a mass that is asked for alone is simulated itself.
 *
 * @param grid - Masses of the search, GeV, ascending, ends included.
 */
export function simulatedMasses(grid: readonly number[], { from, to }: Ends): number[] {
  return from === to ? [from] : enclosing(grid, { from, to });
}
