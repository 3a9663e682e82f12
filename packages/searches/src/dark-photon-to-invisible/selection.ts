import type { Fact } from "../fact.js";

const SKIM = "basf2, skim SinglePhotonDark and high-level filter";
const degree = Math.PI / 180;

/** The cuts that do not depend on the mass. */
export const selection = {
  /** Laboratory polar angles of the photon, rad: the calorimeter's barrel. */
  theta: [32.2 * degree, 128.7 * degree],
  /** Least energy of the photon in the centre-of-mass frame, GeV. */
  energy: 0.8,
  /** Every other cluster has less than this, GeV, in the laboratory. */
  otherEnergy: 0.1,
  /** Transverse momentum from which a track counts, GeV. */
  trackPt: 0.15,
  /** Level-1 lines, one of which keeps the event. */
  trigger: ["lml1", "lml6", "lml13"],
  /** Counting window around the peak in squared recoil mass, in resolutions. */
  window: [-2, 2],
} as const;

/** Chance that a photon in the barrel showers nowhere in the calorimeter: $e^{-7/9\cdot16}$. */
export const LOST = Math.exp((-7 / 9) * 16);

/** Chance that a photon that the calorimeter lost leaves no hits in the muon system. */
export const UNSEEN_IN_KLM = 0.5;

/** Ends of the ranges of polar angle among which the best one is chosen, in degrees. */
export const EDGES = {
  low: [32.2, 36, 40, 44, 50, 56, 64],
  high: [128.7, 124, 118, 112, 104, 98],
} as const;

/** Every number above, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  {
    quantity: "publication",
    value: "none: Belle II has not published this search; what is drawn beside ours is a projection",
    standing: "read",
    source: "E. Kou et al., PTEP 2019, 123C01, as digitised by others",
  },
  { quantity: "luminosity", value: "20 fb⁻¹", standing: "recalled", source: "label of the projection" },
  { quantity: "trigger", value: "lml1, lml6, lml13", standing: "read", source: "basf2, level-1 menu" },
  { quantity: "track", value: "none with p_T > 0.15 GeV", standing: "read", source: SKIM },
  {
    quantity: "other clusters",
    value: "below 0.1 GeV",
    standing: "stand-in",
    source: `${SKIM} ask for less than 0.55 GeV only; beam background, which a tighter cut costs, is not simulated`,
  },
  {
    quantity: "photon",
    value: "in the barrel, E* > 0.8 GeV",
    standing: "stand-in",
    source: `${SKIM} have E* > 0.5, 1, 2 GeV in 44–98°, 30–130° and elsewhere`,
  },
  {
    quantity: "polar angle",
    value: "range with the best expected limit, mass by mass",
    standing: "stand-in",
    source: "the projection has a region in (E*, θ) for low and one for high masses; its edges are not known to us",
  },
  {
    quantity: "observable",
    value: "squared recoil mass s − 2√s E*, counted within two resolutions of the peak",
    standing: "stand-in",
    source: "ours",
  },
  {
    quantity: "photons lost in the calorimeter",
    value: "e^(−7/9 · 16 X₀) = 4 × 10⁻⁶ in the barrel, all in its gaps and outside",
    standing: "derived",
    source: "16 radiation lengths of CsI; edges of the calorimeter from basf2",
  },
  {
    quantity: "muon-system veto",
    value: "sees half of the photons that the calorimeter lost, gaps included",
    standing: "stand-in",
    source: "the projection has such a veto; its efficiency is not public",
  },
  {
    quantity: "e+e- → γγ(γ)",
    value: "two photons at leading order, more along the beams by structure functions",
    standing: "stand-in",
    source: "the experiment has BabaYaga.NLO; two extra photons off the beams are not there",
  },
  {
    quantity: "e+e- → e+e-γ",
    value: "leading order with the electron's mass, both electrons within 26° of the beams in the centre of mass",
    standing: "stand-in",
    source: "the experiment has TEEGG",
  },
  {
    quantity: "cosmic rays and beam background",
    value: "not simulated",
    standing: "stand-in",
    source: "the projection has them",
  },
  {
    quantity: "systematic uncertainties",
    value: "none",
    standing: "stand-in",
    source: "the projection has none that is public",
  },
];
