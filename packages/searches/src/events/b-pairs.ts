import { beamPreset, type Beams } from "@belladonna/kinematics";
import { bPair } from "@belladonna/events";
import type { Generation } from "./generation.js";

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
