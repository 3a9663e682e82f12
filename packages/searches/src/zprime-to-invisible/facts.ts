import type { Fact } from "../fact.js";
import type { Analysis } from "./selection.js";

const SHORT = "arXiv:1912.11276";
const LONG = "arXiv:2212.03066";
const NET = "punzinet, software of the experiment, examples/punzi_training.ipynb";

/** Chance that a photon that points into the calorimeter leaves nothing there. */
export const PHOTON_LOSS = 1e-3;

/** Share of the events of simulation that the analysis finds in data: of 2018, a trigger of 79 % and 0.65 of the muon pairs. */
export const TRIGGER_SCALE: Readonly<Record<Analysis, number>> = {
  template: 1,
  // Two tracks of the simulated level 1 have 0.95² .
  counting: (0.79 / 0.95 ** 2) * 0.65,
};

/** Relative uncertainties of the yields in the template fit. */
export const UNCERTAINTY = {
  /** Efficiency of the signal. */
  efficiency: 0.05,
  /** Luminosity. */
  luminosity: 0.01,
  /** $\mu\mu\gamma$ with a lost photon. */
  photon: 0.5,
  /** $\tau\tau$. */
  tau: 0.1,
  /** $ee\mu\mu$. */
  electrons: 0.2,
  /** Slope of each background over the fit window, at its ends. */
  slope: 0.1,
  /** Width of the signal peak. */
  width: 0.1,
  /** Background in a counting window of 2018: selection against taus 22 %, its level before that 2 %, trigger 6 %, tracks 4 %, muons 4 %. */
  counting: Math.hypot(0.22, 0.02, 0.06, 0.04, 0.04),
} as const;

/** Every number that goes in, with its standing. */
export const facts: readonly Fact[] = [
  {
    quantity: "luminosity",
    value: "79.7 fb⁻¹ and 276 pb⁻¹",
    standing: "published",
    source: `${LONG}, ${SHORT}, abstracts`,
  },
  { quantity: "confidence level", value: "90 %", standing: "published", source: `${LONG}, ${SHORT}, abstracts` },
  {
    quantity: "limits of 79.7 fb⁻¹",
    value: "g′ from 3·10⁻³ at low mass to 1 at 8 GeV, fully invisible Z′",
    standing: "published",
    source: `${LONG}, abstract; its curves are not public here`,
  },
  {
    quantity: "limits of 276 pb⁻¹",
    value: "g′ curve from 1.16 to 5.97 GeV, B(invisible) = 1; made a cross section with our own",
    standing: "read",
    source: "Darkcast, digitised from the paper's figure 3",
  },
  { quantity: "two widths", value: "negligible, and 0.1 M", standing: "published", source: `${LONG}, HEPData page` },
  { quantity: "backgrounds", value: "μμγ, ττ, eeμμ", standing: "published", source: "talk of the experiment" },
  {
    quantity: "tracks",
    value: "two, |d₀| < 0.5 cm, |z₀| < 2 cm, p_T > 0.4 GeV, both identified muons, more than 90° apart in azimuth",
    standing: "recalled",
    source: LONG,
  },
  {
    quantity: "recoil",
    value: "in the barrel of the calorimeter, 32.2° to 128.7°",
    standing: "recalled",
    source: LONG,
  },
  {
    quantity: "photons",
    value: "none within 15° of the recoil; other clusters below 0.4 GeV in sum",
    standing: "recalled",
    source: LONG,
  },
  { quantity: "cluster of a muon", value: "below 0.4 GeV", standing: "recalled", source: SHORT },
  { quantity: "muons of 2018", value: "at 37° to 120°", standing: "recalled", source: SHORT },
  {
    quantity: "trigger line",
    value: "ffo: two full tracks, more than 90° apart, not a Bhabha",
    standing: "read",
    source: "basf2",
  },
  { quantity: "trigger efficiency of 2018", value: "79 %; 90 % simulated", standing: "recalled", source: SHORT },
  {
    quantity: "muon pairs in data of 2018 over simulation",
    value: "0.65, taken for signal and backgrounds",
    standing: "recalled",
    source: SHORT,
  },
  {
    quantity: "cuts on the momentum of the recoil across beam, faster and slower muon",
    value:
      "functions of the recoil mass, see selection.ts; near the smallest Punzi figure of merit (a = 3, b = 1.28155)",
    standing: "derived",
    source: `our simulation; stand in for the experiment's neural network, whose formula of merit is read from ${NET}`,
  },
  {
    quantity: "photons lost in the barrel",
    value: "1 in 1000, uncertain by 50 %",
    standing: "stand-in",
    source: "the order of magnitude of dead and thin parts between crystals",
  },
  {
    quantity: "photons lost between barrel and endcaps",
    value: "31.4° to 32.2° and 128.7° to 130.7°: all",
    standing: "read",
    source: "basf2 acceptance; that a photon there leaves nothing is a stand-in",
  },
  {
    quantity: "template fit",
    value: "recoil mass squared × polar angle of the recoil, CLs",
    standing: "recalled",
    source: LONG,
  },
  {
    quantity: "uncertainties in the template fit",
    value: "efficiency 5 %, luminosity 1 %, shapes 10 %",
    standing: "recalled",
    source: `${LONG}: 3–8 %, 1 %, 3–25 %`,
  },
  {
    quantity: "uncertainty of ττ and eeμμ yields",
    value: "10 % and 20 %",
    standing: "stand-in",
    source: "control samples are not public",
  },
  { quantity: "counting windows", value: "±2 resolutions in recoil mass squared", standing: "recalled", source: SHORT },
  {
    quantity: "uncertainty of the counted background",
    value: "22 ⊕ 2 ⊕ 6 ⊕ 4 ⊕ 4 %, and that of the simulation",
    standing: "recalled",
    source: SHORT,
  },
  {
    quantity: "uncertainty of the counted signal",
    value: "left out; 6 ⊕ 4 ⊕ 4 ⊕ 12.5 % would raise the limits by about 3 % (estimated)",
    standing: "recalled",
    source: SHORT,
  },
  { quantity: "counting limit", value: "Bayesian, flat in the cross section", standing: "recalled", source: SHORT },
  {
    quantity: "final-state radiation",
    value:
      "of the muons of signal and eeμμ, soft photons to all orders, hard collinear ones; of μμγ as in its amplitude",
    standing: "derived",
    source: "finalStateRadiation; none in ττ",
  },
  {
    quantity: "initial-state radiation",
    value: "leading-log structure functions for signal, μμγ and ττ; none for eeμμ",
    standing: "derived",
    source: "our generator",
  },
  {
    quantity: "mass range of the wide Z′",
    value: "Breit–Wigner, Γ(m) ∝ m, cut at ±0.3 M",
    standing: "stand-in",
    source: "below this the rate of a light, far off-shell Z′ takes over at high mass",
  },
  {
    quantity: "hadrons taken for muons",
    value: "left out",
    standing: "stand-in",
    source: "τ → πν at 4 % each would add a tenth to ττ",
  },
];
