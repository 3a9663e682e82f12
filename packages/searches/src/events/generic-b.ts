import { particle } from "@belladonna/kinematics";
import { type DecayTable, kShortDecays, neutralKaonDecays, pi0Decays } from "@belladonna/events";
import { references } from "@belladonna/sources";
import type { Fact } from "../fact.js";

/** What comes out, and how often: rounded from the Review of Particle Physics, from memory. */
type Mode = readonly [products: readonly number[], fraction: number];

const SOURCE = references.PDG2024;

/** A table of modes by flat phase space; the fractions are relative. */
function table(pdgId: number, modes: readonly Mode[]): DecayTable {
  const { mass, ctau } = particle(pdgId);
  const sum = modes.reduce((total, [, fraction]) => total + fraction, 0);
  const channels = modes.map(([products, fraction], k) => ({ name: String(k), products, fraction: fraction / sum }));
  return { pdgId, mass, ctau: ctau ?? 0, channels, branchingFraction: 1, source: SOURCE };
}

/** What accompanies the charmed meson of a $B^+$ or $B^0$; a pion is added that balances the charge. */
const B_MODES = (meson: number, sign: number): Mode[] => [
  [[meson, -11, 12], 0.11],
  [[meson, -13, 14], 0.11],
  [[meson, sign * 211], 0.04],
  [[meson, sign * 211, 111], 0.12],
  [[meson, sign * 211, 211, -211], 0.14],
  [[meson, sign * 211, 211, -211, 111], 0.2],
  [[meson, sign * 211, 111, 111], 0.1],
  [[meson, sign * 211, 111, 111, 111], 0.08],
  [[meson, sign * 421, 321], 0.05],
  [[meson, sign * 421, 321, 111], 0.05],
];

/**
 * Decay tables in which every $B$ goes to a charmed meson with a lepton pair, pions or another charmed meson, and the
 * charmed mesons to kaons, pions and leptons, by flat phase space: a stand-in for the tag side, that has about the right
 * number of tracks and photons and no detail.
 */
export function genericBDecays(): DecayTable[] {
  const tables = [
    table(521, B_MODES(-421, 1)),
    table(511, B_MODES(-411, 1)),
    table(421, [
      [[-321, 211], 0.04],
      [[-321, 211, 111], 0.144],
      [[-321, 211, 211, -211], 0.082],
      [[-321, 211, 111, 111], 0.09],
      [[-321, 211, 211, -211, 111], 0.043],
      [[-321, -11, 12], 0.035],
      [[-321, -13, 14], 0.034],
      [[-311, 211, -211], 0.056],
      [[-311, 211, -211, 111], 0.1],
      [[-311, 111], 0.024],
      [[-311, 111, 111], 0.02],
    ]),
    table(411, [
      [[-321, 211, 211], 0.094],
      [[-321, 211, 211, 111], 0.063],
      [[-311, 211], 0.03],
      [[-311, 211, 111], 0.144],
      [[-311, 211, 211, -211], 0.06],
      [[-311, -11, 12], 0.087],
      [[-311, -13, 14], 0.087],
    ]),
  ];
  return [...tables, neutralKaonDecays(), kShortDecays(), pi0Decays()];
}

/** The standing of these tables. */
export const genericBFact: Fact = {
  quantity: "decay of the other B",
  value: "D ℓ ν, D nπ, D D K by flat phase space with rounded fractions",
  standing: "stand-in",
  source: "Review of Particle Physics from memory; enters the trigger, the event shape and the wrong tracks only",
};
