/** Fewest selected events that a resolution is taken from. */
const FEWEST = 20;

/** Where the lower side of a peak ends: at its median, or at the mass, where electrons radiate so much that the median moves. */
export type PeakEnd = "median" | "mass";

/**
 * Standard deviation of the squared recoil mass, GeV²: of the lower side, which has no radiative tail, as the distance that
 * 68.2 % of its events have from its end at most.
 *
 * @param mass - Mass of the signal, GeV.
 * @param mass2 - Squared recoil masses of selected events, GeV².
 * @param generated - Events generated, for the message.
 * @param end - Where the lower side ends.
 * @returns The resolution, or why there is none.
 */
export function recoilResolution(
  mass: number,
  mass2: readonly number[],
  generated: number,
  end: PeakEnd,
): { readonly sigma: number } | { readonly reason: string } {
  const residuals = mass2.map((m2) => m2 - mass * mass).sort((a, b) => a - b);
  const below = residuals.filter((x) => x < 0);
  const enough = end === "median" ? residuals : below;
  if (enough.length < (end === "median" ? FEWEST : FEWEST / 2)) {
    return { reason: `only ${mass2.length} of ${generated} signal events pass at ${mass} GeV; ${FEWEST} are wanted` };
  }
  const quantile = (of: readonly number[], q: number): number => of[Math.floor(q * of.length)];
  const sigma = end === "median" ? quantile(residuals, 0.5) - quantile(residuals, 0.159) : -quantile(below, 0.318);
  return { sigma };
}
