import { beamPreset, type Beams } from "@belladonna/kinematics";
import { bPair, type Preparation } from "@belladonna/events";
import type { Quantity } from "../selection/quantity.js";
import type { Task } from "../task.js";
import { type Generation, prepared } from "./generation.js";

/** Beams at the Υ(4S). */
export const beams: Beams = beamPreset("upsilon4S");

/** Cross section of one charge of $B$ pairs, fb; it drops out of efficiencies. */
const B_PAIR = 0.5 * 1.11e6;

const pairs = (charge: "+" | "0"): Generation => ({
  process: () => bPair({ charge, crossSection: B_PAIR }),
  options: { beams },
});

/** How pairs of each charge are generated, whatever they decay to. */
export const bPairs: Readonly<Record<"+" | "0", Generation>> = { "+": pairs("+"), "0": pairs("0") };

/** What pairs of a charge need at all masses, found once. */
export const preparePairs: Task<"+" | "0", Preparation> = {
  module: import.meta.url,
  name: "preparePairs",
  run: (charge) => prepared(bPairs[charge]),
};

/**
 * Numbers of $B^\pm$ and of neutral $B$, both charges, per fb⁻¹.
 *
 * @param pairs - Number of $B$ pairs in the data.
 * @param chargedShare - Share of them that is charged.
 * @param luminosity - Luminosity of the data, fb⁻¹.
 */
export function mesonsPerInverseFemtobarnOf(
  pairs: Quantity,
  chargedShare: Quantity,
  luminosity: Quantity,
): Readonly<Record<"+" | "0", number>> {
  const of = (share: number): number => (2 * share * pairs.value) / luminosity.value;
  return { "+": of(chargedShare.value), "0": of(1 - chargedShare.value) };
}
