import { particle } from "@belladonna/kinematics";
import type { Fact } from "../fact.js";

const PAPER = "arXiv:2403.02841";
const MUON = particle(13).mass;

/** The cuts and the rules of the scan. */
export const selection = {
  /** Tracks from the collision point: largest impact parameters, cm. */
  track: { d0: 0.5, z0: 2 },
  /** Fewest identified muons among the four tracks. */
  muons: 3,
  /** Mass of the four tracks taken as muons, GeV. */
  fourTrackMass: [10, 11],
  /** Largest energy of clusters without a track, GeV. */
  neutralEnergy: 0.4,
  /** Level-1 lines, any of which keeps the event: three tracks, or a track matched to the muon system. */
  trigger: ["fff", "cdcklm1"],
  /** Fit window around the hypothesis, in widths of the peak. */
  window: [-15, 15],
  /** Order of the background polynomial in a window. */
  order: 2,
  /** Distance of neighbouring hypotheses, in widths of the peak. */
  step: 0.5,
  /** Masses left out, GeV: the J/ψ. */
  excluded: [3.07, 3.12],
} as const;

/** The masses of the search, GeV. */
export const massRange = { from: 0.212, to: 9 } as const;

/** $M_R = \sqrt{M^2 - 4m_\mu^2}$, GeV. */
export function reducedMassOf(mass: number): number {
  return Math.sqrt(mass * mass - 4 * MUON * MUON);
}

/** The mass at a reduced mass, GeV. */
export function massOf(reduced: number): number {
  return Math.sqrt(reduced * reduced + 4 * MUON * MUON);
}

/** Every number above, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  { quantity: "luminosity", value: "178 fb⁻¹", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "confidence level", value: "90 %", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "mass range", value: "0.212 to 9.000 GeV", standing: "published", source: `${PAPER}, abstract` },
  {
    quantity: "cross-section limits",
    value: "Z′ 0.046 to 0.97 fb, scalar 0.055 to 1.3 fb",
    standing: "published",
    source: `${PAPER}, abstract`,
  },
  {
    quantity: "coupling limits below 6 GeV",
    value: "g′ 0.0008 to 0.039, g_S 0.0018 to 0.040",
    standing: "published",
    source: `${PAPER}, abstract`,
  },
  {
    quantity: "trigger",
    value: "three tracks or a single muon",
    standing: "read",
    source: "Belle II talk at ICHEPAP 2023",
  },
  {
    quantity: "level-1 lines of the trigger",
    value: "fff or cdcklm1",
    standing: "recalled",
    source: "lines as in basf2; that they are those of the paper is not checked",
  },
  {
    quantity: "tracks",
    value: "exactly four, d₀ < 0.5 cm, |z₀| < 2 cm, no charge",
    standing: "recalled",
    source: PAPER,
  },
  { quantity: "identified muons", value: "at least three", standing: "recalled", source: PAPER },
  { quantity: "four-track mass", value: "10 to 11 GeV", standing: "recalled", source: PAPER },
  { quantity: "neutral energy", value: "< 0.4 GeV", standing: "recalled", source: PAPER },
  { quantity: "observable", value: "M_R, all four pairings of opposite charge", standing: "recalled", source: PAPER },
  { quantity: "signal shape", value: "double-sided Crystal Ball", standing: "recalled", source: PAPER },
  { quantity: "masses left out", value: "3.07 to 3.12 GeV (J/ψ)", standing: "recalled", source: PAPER },
  { quantity: "limit", value: "CLs", standing: "recalled", source: PAPER },
  {
    quantity: "fit",
    value: "binned in thirds of a width, −15 to 15 widths, polynomial of order 2",
    standing: "stand-in",
    source: "the paper fits unbinned (recalled); bins of a third of a width lose half a per cent",
  },
  { quantity: "scan step", value: "half a width of M_R", standing: "stand-in", source: PAPER },
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
    source: "the five neural networks of the paper cannot be rebuilt from public numbers",
  },
  {
    quantity: "background",
    value: "e+e- → μμμμ at leading order with initial- and final-state radiation",
    standing: "stand-in",
    source: "eeμμ, ππμμ and misidentified tracks are left out",
  },
  { quantity: "J/ψ and other resonances", value: "not simulated", standing: "stand-in", source: PAPER },
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
    source: "finalStateRadiation; of two pairs each by itself",
  },
  {
    quantity: "kinematic fit of the four muons",
    value: "none",
    standing: "stand-in",
    source: "whether the paper has one is not known",
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
    source: "of some per cent on the efficiency",
  },
];
