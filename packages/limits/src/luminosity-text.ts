import { INVERSE_ATTOBARN, PICOBARN } from "@belladonna/kinematics";

/**
 * A luminosity in the unit that suits it: 445 pb⁻¹, 79.7 fb⁻¹, 50 ab⁻¹.
 *
 * @param luminosity - Integrated luminosity, fb⁻¹.
 * @returns At most four digits and the unit.
 *
 * @example
 * ```ts
 * luminosityText(0.445); // "445 pb⁻¹"
 * ```
 */
export function luminosityText(luminosity: number): string {
  const digits = (value: number): string => String(Number(value.toPrecision(4)));
  if (luminosity < 1) return `${digits(PICOBARN * luminosity)} pb⁻¹`;
  if (luminosity >= INVERSE_ATTOBARN) return `${digits(luminosity / INVERSE_ATTOBARN)} ab⁻¹`;
  return `${digits(luminosity)} fb⁻¹`;
}
