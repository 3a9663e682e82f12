import { percent } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";
import { PAPER } from "./published.js";

const TYPICAL = "typical (recalled)";

/** Laboratory momenta that divide the intervals in which lepton identification and tracking are uncertain. */
export const momentumEdges: Quantity<readonly number[]> = {
  quantity: "intervals of momentum of the lepton, divided at",
  value: [0.6, 1, 1.5, 2, 2.5, 3],
  unit: "GeV",
  standing: "stand-in",
  source: "ours; the uncertainties in them are independent",
};

/** Lepton identification in each interval, relative. */
export const identification: Quantity = percent({
  quantity: "uncertainty of lepton identification in each interval of momentum",
  value: 0.01,
  unit: "1",
  standing: "stand-in",
  source: "1 to 2 % are typical of early data (recalled)",
});

/** Efficiency of one track, relative. */
export const tracking: Quantity = percent({
  quantity: "uncertainty of tracking, each track",
  value: 0.003,
  unit: "1",
  standing: "recalled",
  source: "tau pairs one against three",
});

/** Chance that a hadron is taken for a lepton, relative. */
export const misidentification: Quantity = percent({
  quantity: "uncertainty of misidentification",
  value: 0.1,
  unit: "1",
  standing: "stand-in",
  source: TYPICAL,
});

/** Scale of track momenta, relative. */
export const momentumScale: Quantity = percent({
  quantity: "uncertainty of the momentum scale",
  value: 1e-3,
  unit: "1",
  standing: "stand-in",
  source: TYPICAL,
});

/** Inefficiency of the trigger, relative. */
export const triggerInefficiency: Quantity = percent({
  quantity: "uncertainty of the inefficiency of the trigger",
  value: 0.1,
  unit: "1",
  standing: "stand-in",
  source: "ours",
});

/** Tags with unseen neutral particles, relative. */
export const tagNeutrals: Quantity = percent({
  quantity: "uncertainty of tags with unseen neutrals",
  value: 0.05,
  unit: "1",
  standing: "stand-in",
  source: "efficiency of neutral pions, 2 to 4 % each (recalled), and fractions",
});

/** Integrated luminosity that the simulation of the experiment stands for; it grows with the data beyond theirs. */
export const simulatedLuminosity: Quantity = {
  quantity: "statistics of the simulation; for a data file, that of this run",
  value: 1000,
  unit: "fb⁻¹",
  standing: "recalled",
  source: `usual size of the experiment's generic samples, beside ${PAPER}; one parameter a bin`,
};

/** Background of quark pairs, as a part of tau -> l nu nu. */
export const quarks: Quantity = percent({
  quantity: "e+e- → qq, as a part of τ → ℓνν, of the shape of misidentified hadrons",
  value: 0.01,
  unit: "1",
  standing: "stand-in",
  source: "outside leading-order electrodynamics",
});

/** Its relative uncertainty. */
export const quarksUncertainty: Quantity = percent({
  quantity: "uncertainty of e+e- → qq",
  value: 0.5,
  unit: "1",
  standing: "stand-in",
  source: "outside leading-order electrodynamics",
});

/** Every systematic uncertainty: each is one nuisance parameter, or one for each momentum interval. */
export const systematics: readonly Quantity<unknown>[] = [
  momentumEdges,
  identification,
  tracking,
  misidentification,
  momentumScale,
  triggerInefficiency,
  tagNeutrals,
  simulatedLuminosity,
  quarks,
  quarksUncertainty,
];
