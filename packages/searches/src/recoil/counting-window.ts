import type { Quantity } from "../selection/quantity.js";
import { FIRST_DATA } from "./first-data.js";

/** Half-width of a counting window. */
export const HALF: Quantity = {
  quantity: "half-width of the counting windows in recoil mass squared",
  value: 2,
  unit: "resolutions",
  standing: "recalled",
  source: FIRST_DATA,
};

/** A counting window in the squared recoil mass. */
export interface CountingWindow {
  /** Low end, GeV². */
  readonly low: number;
  /** Width, GeV². */
  readonly width: number;
}

/** The counting window of a signal with its mass, GeV, and the standard deviation of its squared recoil mass, GeV². */
export function countingWindow({ mass, sigma }: { readonly mass: number; readonly sigma: number }): CountingWindow {
  return { low: mass * mass - HALF.value * sigma, width: 2 * HALF.value * sigma };
}
