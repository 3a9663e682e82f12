import { project, projectionExponent } from "@belladonna/limits";
import type { Limit, ProjectionRegime } from "@belladonna/limits";

/**
 * The measured limits that state their luminosity, scaled to a larger one.
 * @param limits - Limits of a plane.
 * @param luminosity - Luminosity wanted, fb⁻¹.
 * @param regime - How limits improve.
 */
export function projections(limits: readonly Limit[], luminosity: number, regime: ProjectionRegime): Limit[] {
  return limits
    .filter(({ kind, luminosity: own }) => kind !== "projection" && own !== undefined && own < luminosity)
    .filter((l) => l.shape !== "contour")
    .map((l) => project(l, { luminosity, regime }));
}

/** Exponent of the luminosity for a limit on a quantity, as it is written beside the choice. */
export function exponentText(observable: string, regime: ProjectionRegime): string {
  const rate = /^(sigma|BF|\|U)/i.test(observable);
  return `L^${projectionExponent(regime, rate ? "rate" : "coupling")}`.replace("-", "−");
}
