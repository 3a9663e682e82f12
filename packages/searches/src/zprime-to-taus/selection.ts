import type { Fact } from "../fact.js";

const PAPER = "arXiv:2306.12294";
const TALK = "Belle II talk at ICHEPAP 2023";

/** The cuts and the rules of the scan. */
export const selection = {
  /** Tracks from the collision point: largest impact parameters, cm. */
  track: { d0: 0.5, z0: 2 },
  /** Largest mass of the four tracks, GeV: neutrinos are missing. */
  fourTrackMass: 9.5,
  /** Level-1 lines, any of which keeps the event: three tracks, or a track matched to the muon system. */
  trigger: ["fff", "cdcklm1"],
  /** Fit window around the hypothesis, in widths of the peak; radiation makes a tail above it. */
  window: [-20, 40],
  /** Order of the background polynomial in a window. */
  order: 3,
  /** Distance of neighbouring hypotheses, in widths of the peak. */
  step: 0.5,
} as const;

/** The masses of the search, GeV. */
export const massRange = { from: 3.6, to: 10 } as const;

/** Masses at which signal is simulated, GeV; closer where the efficiency falls. */
export const simulatedAt = [3.6, 4.2, 5, 5.8, 6.6, 7.4, 8, 8.5, 9, 9.3, 9.5] as const;

/** Every number above, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  { quantity: "luminosity", value: "62.8 fb⁻¹", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "confidence level", value: "90 %", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "mass range", value: "3.6 to 10 GeV", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "cross-section limits", value: "0.7 to 24 fb", standing: "published", source: `${PAPER}, abstract` },
  {
    quantity: "tracks",
    value: "four, at least two identified muons, one-pronged taus",
    standing: "read",
    source: TALK,
  },
  { quantity: "four-track mass", value: "< 9.5 GeV", standing: "read", source: TALK },
  { quantity: "observable", value: "recoil mass against the two muons", standing: "read", source: TALK },
  { quantity: "trigger", value: "three tracks or a single muon", standing: "read", source: TALK },
  {
    quantity: "level-1 lines of the trigger",
    value: "fff or cdcklm1",
    standing: "recalled",
    source: "lines as in basf2; that they are those of the paper is not checked",
  },
  {
    quantity: "track impact parameters",
    value: "d₀ < 0.5 cm, |z₀| < 2 cm",
    standing: "read",
    source: "basf2, preselection of four-track events; that it was used is recalled",
  },
  { quantity: "scan step", value: "half a width", standing: "recalled", source: PAPER },
  { quantity: "signal shape", value: "double-sided Crystal Ball", standing: "recalled", source: PAPER },
  { quantity: "limit", value: "CLs", standing: "recalled", source: PAPER },
  {
    quantity: "fit",
    value: "binned in thirds of a width, −20 to 40 widths, polynomial of order 3",
    standing: "stand-in",
    source: PAPER,
  },
  {
    quantity: "few events",
    value: "counted in ±2 widths below 3 expected events",
    standing: "stand-in",
    source: "asymptotic formulae are too optimistic there",
  },
  {
    quantity: "classifier",
    value: "none",
    standing: "stand-in",
    source: "the eight neural networks of the paper cannot be rebuilt from public numbers",
  },
  {
    quantity: "background",
    value: "ττ with misidentified pions, μμττ, μμμμ, with initial- and final-state radiation",
    standing: "stand-in",
    source: "eeμμ, qq̄ and two-photon events are left out; eeμμ would add about a third, measured with 4000 events",
  },
  {
    quantity: "pions that pass as muons",
    value: "4 % of those that reach the muon system",
    standing: "recalled",
    source: "2 to 7 % are typical; taken as a weight, not drawn",
  },
  {
    quantity: "three-pronged tau decays",
    value: "3π, 3ππ⁰, πω, 3π2π⁰, Kππ, KKπ, Kπππ⁰",
    standing: "derived",
    source: "PDG 2024 as in tauDecays; rarer ones are left out",
  },
  {
    quantity: "initial-state radiation",
    value: "collinear, leading logarithms; signal and background",
    standing: "stand-in",
    source: "the generators of the paper",
  },
  {
    quantity: "final-state radiation",
    value: "photons of muon pairs and of muons and electrons of decays, soft ones to all orders, hard collinear ones",
    standing: "derived",
    source: "finalStateRadiation; none of the taus themselves",
  },
  {
    quantity: "slow muons",
    value: "identified by the muon system only",
    standing: "stand-in",
    source: "pt > 0.6 GeV in the barrel: the efficiency falls to nothing above 9.5 GeV",
  },
  {
    quantity: "detector",
    value: "parametric",
    standing: "recalled",
    source: "numbers with their standing in @belladonna/trigger, belle2Data",
  },
  {
    quantity: "systematic uncertainties",
    value: "none in the fit",
    standing: "stand-in",
    source: "about 10 % on the efficiency (recalled) move a limit by about 1 %",
  },
];
