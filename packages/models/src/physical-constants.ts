/**
 * Masses and couplings as plain numbers, for code that computes with them; `constants` of the main entry has each with
 * its unit and source.
 *
 * @packageDocumentation
 */
export { HBAR_C_GEV_CM as HBAR_C } from "@belladonna/kinematics";
export { ALPHA, E_CHARGE, G_FERMI, VEV } from "./constants.js";
export { MASS } from "./masses.js";
export type { MassName } from "./masses.js";
