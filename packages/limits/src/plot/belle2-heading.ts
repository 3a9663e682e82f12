import { requireChoice, requirePositive } from "@belladonna/numerics";
import { luminosityText } from "../luminosity-text.js";

/** What a figure with the label of the experiment is of. */
export type FigureStatus = "simulation" | "projection" | "preliminary";

/**
 * The label of the experiment: its name with what the figure is of, and the luminosity below, for the option `heading` of any
 * figure.
 *
 * ```ts
 * belle2Heading("projection", 50_000); // ["Belle II projection", "∫$L$ d$t$ = 50 ab⁻¹"]
 * ```
 * @param status - What is shown.
 * @param luminosity - Integrated luminosity, fb⁻¹.
 * @returns Two lines of text.
 * @throws RangeError when the status is none that there is, or the luminosity is not > 0.
 */
export function belle2Heading(status: FigureStatus, luminosity: number): readonly [string, string] {
  requireChoice("belle2Heading: status", status, ["simulation", "projection", "preliminary"]);
  requirePositive("belle2Heading: luminosity", luminosity, "fb⁻¹");
  return [`Belle II ${status}`, `∫$L$ d$t$ = ${luminosityText(luminosity)}`];
}
