import { bremsstrahlungFact } from "../events/bremsstrahlung.js";
import type { Fact } from "../fact.js";
import type { Search } from "../search.js";

const PAPER = "arXiv:2212.03634";

/** The two searches: with an electron and with a muon. */
export type Lepton = "e" | "mu";

/** Both, in the order of the results. */
export const leptons: readonly Lepton[] = ["e", "mu"];

/** Absolute PDG number of a lepton. */
export const pdgOf: Readonly<Record<Lepton, number>> = { e: 11, mu: 13 };

/** Options as the publication had them. */
export const defaults: Search["defaults"] = {
  luminosity: 62.8,
  level: 0.95,
  method: "cls",
  masses: { from: 0, to: 1.6 },
  events: 1_500_000,
};

/** Level at which absolute branching fractions are public in numbers. */
export const TABLE_LEVEL = 0.9;

/** The cuts, and the bins of the observable. */
export const selection = {
  /** Largest distance of a track from the axis and along it from the interaction point, cm. */
  nearOrigin: { d0: 1, z0: 3 },
  /** Thrust of tracks and photons in the centre-of-mass frame. */
  thrust: [0.9, 0.99],
  /** Largest visible energy in the centre-of-mass frame, GeV. */
  visibleEnergy: 10.4,
  /** Laboratory energy from which a neutral cluster is a photon, GeV. */
  photonEnergy: 0.1,
  /** Invariant mass of two photons that are taken for a neutral pion, GeV. */
  pi0Mass: [0.115, 0.152],
  /** Laboratory energy of a photon that rejects the event by itself, GeV. */
  vetoEnergy: 0.2,
  /** Largest invariant mass of the three hadrons, that of the tau, GeV. */
  tagMass: 1.777,
  /** Level-1 lines, any of which keeps the event. */
  trigger: ["fff", "ffo", "hie"],
  /** Range of the observable. */
  range: [0, 1.6],
  /** Bins in that range. */
  bins: 40,
} as const;

/** Sources of systematic uncertainty; each is one nuisance parameter, or one for each momentum interval. */
export const systematics = {
  /** Laboratory momenta that divide the intervals in which lepton identification and tracking are uncertain, GeV. */
  momenta: [0.6, 1, 1.5, 2, 2.5, 3],
  /** Lepton identification in each interval, relative. */
  identification: 0.01,
  /** Efficiency of one track, relative. */
  tracking: 0.003,
  /** Chance that a hadron is taken for a lepton, relative. */
  misidentification: 0.1,
  /** Scale of track momenta, relative. */
  momentumScale: 1e-3,
  /** Inefficiency of the trigger, relative. */
  trigger: 0.1,
  /** Tags with unseen neutral particles, relative. */
  tagNeutrals: 0.05,
  /** Integrated luminosity that the simulation of the experiment stands for, fb⁻¹; it grows with the data beyond theirs. */
  simulated: 1000,
  /** Background of quark pairs, as a part of tau -> l nu nu. */
  quarks: 0.01,
  /** Its relative uncertainty. */
  quarksUncertainty: 0.5,
} as const;

/** Every number above, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  { quantity: "luminosity", value: "62.8 fb⁻¹", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "mass range", value: "0 to 1.6 GeV", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "confidence level", value: "95 %", standing: "published", source: `${PAPER}, abstract` },
  {
    quantity: "tag and observable",
    value: "τ → 3h ν with π⁰ veto; x = 2E*/m_τ for E_τ = √s/2 against the three hadrons",
    standing: "read",
    source: "talk on dark-matter searches at Belle II, 2023",
  },
  { quantity: "method", value: "CLs, asymptotic; template fit", standing: "recalled", source: PAPER },
  {
    quantity: "e+e- → τ+τ- cross section",
    value: "0.919 nb",
    standing: "recalled",
    source: "arXiv:0706.3235; our leading order with radiation is 0.845 nb, without vacuum polarisation",
  },
  { quantity: "topology", value: "four tracks, one against three", standing: "read", source: "basf2 skim TauThrust" },
  { quantity: "visible energy", value: "< 10.4 GeV", standing: "read", source: "basf2 skim TauThrust" },
  { quantity: "thrust", value: "0.9 to 0.99", standing: "recalled", source: PAPER },
  { quantity: "track origin", value: "|d0| < 1 cm, |z0| < 3 cm", standing: "stand-in", source: "usual cuts" },
  {
    quantity: "neutral pions and photons",
    value: "no photon pair of 115 to 152 MeV, no photon above 0.2 GeV",
    standing: "stand-in",
    source: `${PAPER} has vetoes, their numbers are not public in text`,
  },
  { quantity: "mass of the hadrons", value: "< 1.777 GeV", standing: "derived", source: "mass of the tau" },
  {
    quantity: "lepton identification",
    value: "93 % (muon where it reaches the muon system), pions 0.5 % and 4 %",
    standing: "recalled",
    source: "typical of published performance; one number, where the experiment has a map",
  },
  {
    quantity: "trigger",
    value: "level-1 lines fff, ffo or hie",
    standing: "stand-in",
    source: "the paper's lines are not known to us",
  },
  {
    quantity: "uncertainty of lepton identification",
    value: "1 % in each of 7 intervals of momentum, independent",
    standing: "stand-in",
    source: "1 to 2 % are typical of early data (recalled)",
  },
  {
    quantity: "uncertainty of tracking",
    value: "0.3 % a track",
    standing: "recalled",
    source: "tau pairs one against three",
  },
  { quantity: "uncertainty of misidentification", value: "10 %", standing: "stand-in", source: "typical (recalled)" },
  { quantity: "uncertainty of the momentum scale", value: "0.1 %", standing: "stand-in", source: "typical (recalled)" },
  { quantity: "uncertainty of the trigger", value: "10 % of the inefficiency", standing: "stand-in", source: "ours" },
  {
    quantity: "uncertainty of tags with unseen neutrals",
    value: "5 %",
    standing: "stand-in",
    source: "efficiency of neutral pions, 2 to 4 % each (recalled), and fractions",
  },
  {
    quantity: "statistics of the simulation",
    value: "1 ab⁻¹; for a data file, that of this run",
    standing: "recalled",
    source: "usual size of the experiment's generic samples; one parameter a bin",
  },
  {
    quantity: "e+e- → qq",
    value: "1 ± 0.5 % of τ → ℓνν, of the shape of misidentified hadrons",
    standing: "stand-in",
    source: "outside leading-order electrodynamics",
  },
  {
    quantity: "polarisation and spin correlation of the taus",
    value: "left out",
    standing: "stand-in",
    source: "the decays are isotropic, so the chirality of the coupling has no influence",
  },
  {
    quantity: "radiation in tau decays",
    value: "photons of electrons and muons, soft ones to all orders, hard collinear ones; none of hadrons",
    standing: "derived",
    source: "finalStateRadiation",
  },
  bremsstrahlungFact,
];
