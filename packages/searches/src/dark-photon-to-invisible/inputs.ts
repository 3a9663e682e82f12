import { exp } from "@belladonna/numerics/elementary";
import type { Quantity } from "../selection/quantity.js";

/** Luminosity of the projection. */
export const LUMINOSITY: Quantity = {
  quantity: "luminosity",
  value: 20,
  unit: "fb⁻¹",
  standing: "recalled",
  source: "label of the projection",
};

/** Depth of the calorimeter's crystals. */
const DEPTH: Quantity = {
  quantity: "depth of the calorimeter",
  value: 16,
  unit: "X₀",
  standing: "recalled",
  source: "radiation lengths of CsI",
};

const lost = exp((-7 / 9) * DEPTH.value);

/** Chance that a photon in the barrel showers nowhere in the calorimeter. */
export const LOST: Quantity = {
  quantity: "photons lost in the calorimeter",
  value: lost,
  unit: "1",
  text: `e^(−7/9 · ${DEPTH.value} X₀) = ${(1e6 * lost).toFixed(0)} × 10⁻⁶ in the barrel, all in its gaps and outside`,
  standing: "derived",
  source: `${DEPTH.source}; edges of the calorimeter from basf2`,
};

/** Chance that a photon that the calorimeter lost leaves no hits in the muon system. */
export const UNSEEN_IN_KLM: Quantity = {
  quantity: "share of the photons lost in the calorimeter, gaps included, that the muon-system veto misses",
  value: 0.5,
  unit: "1",
  standing: "stand-in",
  source: "the projection has such a veto; its efficiency is not public",
};

/** Energy from which a photon that misses the calorimeter may be seen by the muon system. */
export const LEAST_IN_KLM: Quantity = {
  quantity: "energy of a photon that the muon system may see",
  value: 0.5,
  unit: "GeV",
  standing: "stand-in",
  source: "ours",
};

/** Least $|\cos\theta^*|$ of the electrons of $e^+e^-\gamma$. */
export const ELECTRON_COS_THETA: Quantity = {
  quantity: "least |cos θ*| of both electrons of e+e- → e+e-γ",
  value: 0.9,
  unit: "1",
  standing: "stand-in",
  source: "the experiment has TEEGG",
};
