/** Fewest selected events that a resolution is taken from. */
const FEWEST = 20;

/**
 * Standard deviation of the squared recoil mass, GeV²: of the lower side, which has no radiative tail.
 *
 * @param mass - Mass of the signal, GeV.
 * @param mass2 - Squared recoil masses of selected events, GeV².
 * @param generated - Events generated, for the message.
 * @returns The resolution, or why there is none.
 */
export function recoilResolution(
  mass: number,
  mass2: readonly number[],
  generated: number,
): { readonly sigma: number } | { readonly reason: string } {
  if (mass2.length < FEWEST) {
    return { reason: `only ${mass2.length} of ${generated} signal events pass at ${mass} GeV; ${FEWEST} are wanted` };
  }
  const residuals = mass2.map((m2) => m2 - mass * mass).sort((a, b) => a - b);
  const quantile = (q: number): number => residuals[Math.floor(q * residuals.length)];
  return { sigma: quantile(0.5) - quantile(0.159) };
}
