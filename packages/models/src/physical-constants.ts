/**
 * Masses and couplings as plain numbers, for code that computes with them; `constants` of the main entry has each with
 * its unit and source.
 *
 * @packageDocumentation
 */
export { ALPHA, E_CHARGE, G_FERMI, HBAR_C, VEV } from "./constants.js";
export { MASS } from "./masses.js";
export type { MassName } from "./masses.js";
