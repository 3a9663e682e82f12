import { detector } from "./detector-variations.js";
import { tau } from "./tau-variations.js";
import { end, type Variation } from "./variation.js";

const RECOIL = "searches/src/recoil";

const alp: readonly Variation[] = [
  {
    searches: ["alp-to-photons"],
    quantity: "photon energy",
    facts: ["photon energy"],
    file: "searches/src/alp-to-photons/selection.ts",
    stands: "const ENERGIES = [1, 0.65] as const;",
    low: end("> 0.65 GeV at all masses", "const ENERGIES = [0.65, 0.65] as const;"),
    range: "which of the two bounds goes with which masses is recalled less surely than the bounds",
  },
  {
    searches: ["alp-to-photons"],
    quantity: "photon polar angle",
    facts: ["photon polar angle"],
    file: "searches/src/alp-to-photons/selection.ts",
    stands: "value: [37.3, 123.7]",
    low: end("40° to 120°", "value: [40, 120]"),
    high: end("32.2° to 128.7°, the barrel", "value: [32.2, 128.7]"),
    range: "three degrees narrower, to the whole barrel",
  },
  {
    searches: ["alp-to-photons"],
    quantity: "three-photon mass",
    facts: ["three-photon mass"],
    file: "searches/src/alp-to-photons/selection.ts",
    stands: "value: [0.88, 1.03]",
    low: end("0.90 to 1.02 √s", "value: [0.9, 1.02]"),
    high: end("0.80 to 1.05 √s, the skim", "value: [0.8, 1.05]"),
    range: "somewhat narrower, to what the skim of the experiment keeps",
  },
  {
    searches: ["alp-to-photons"],
    quantity: "background polynomial",
    facts: ["background polynomial"],
    file: "searches/src/alp-to-photons/selection.ts",
    stands: "const ORDERS = [2, 4, 5] as const;",
    low: end("one order less", "const ORDERS = [1, 3, 4] as const;"),
    high: end("one order more", "const ORDERS = [3, 5, 6] as const;"),
    likelihood: true,
    range: "one order either way",
  },
  {
    searches: ["alp-to-photons"],
    quantity: "fit window",
    facts: ["fit window"],
    file: "searches/src/alp-to-photons/selection.ts",
    stands: "value: [-20, 30]",
    low: end("−15 to 22", "value: [-15, 22]"),
    range: "a third either way",
  },
];

const invisible: readonly Variation[] = [
  {
    searches: ["zprime-to-invisible", "lfv-zprime-to-invisible"],
    quantity: "polar angle of the leptons of 2018",
    facts: ["polar angle of the muons of 2018, from and to", "polar angle of the leptons of 2018, from and to"],
    file: `${RECOIL}/pair-cuts.ts`,
    stands: "value: [37, 120]",
    low: end("40° to 115°", "value: [40, 115]"),
    high: end("32.2° to 128.7°, the barrel", "value: [32.2, 128.7]"),
    range: "some degrees narrower, to the whole barrel",
  },
  {
    searches: ["zprime-to-invisible", "lfv-zprime-to-invisible"],
    quantity: "half-width of the counting windows",
    facts: ["half-width of the counting windows in recoil mass squared"],
    file: `${RECOIL}/counting-window.ts`,
    stands: "value: 2,",
    low: end("1.5 resolutions", "value: 1.5,"),
    high: end("3 resolutions", "value: 3,"),
    range: "1.5 to 3 resolutions are usual",
  },
  {
    searches: ["zprime-to-invisible", "lfv-zprime-to-invisible"],
    quantity: "cluster of a muon, at most",
    facts: ["cluster of a muon, at most"],
    file: `${RECOIL}/pair-cuts.ts`,
    stands: 'quantity: "cluster of a muon, at most",\n  value: 0.4,',
    low: end("0.25 GeV", 'quantity: "cluster of a muon, at most",\n  value: 0.25,'),
    range: "just above what a muon leaves, to half as much again",
  },
];

const muons: readonly Variation[] = [
  {
    searches: ["zprime-to-muons"],
    quantity: "identified muons",
    facts: ["identified muons"],
    file: "searches/src/zprime-to-muons/selection.ts",
    stands: "const LEAST_MUONS = 3;",
    low: end("at least 2", "const LEAST_MUONS = 2;"),
    high: end("all 4", "const LEAST_MUONS = 4;"),
    range: "one either way",
  },
  {
    searches: ["zprime-to-muons"],
    quantity: "four-track mass",
    facts: ["four-track mass"],
    file: "searches/src/zprime-to-muons/selection.ts",
    stands: "value: [10, 11]",
    low: end("10.2 to 10.9 GeV", "value: [10.2, 10.9]"),
    high: end("9.5 to 11.2 GeV", "value: [9.5, 11.2]"),
    range: "0.2 GeV narrower to 0.5 GeV wider",
  },
  {
    searches: ["zprime-to-muons"],
    quantity: "neutral energy",
    facts: ["neutral energy"],
    file: "searches/src/zprime-to-muons/selection.ts",
    stands: "value: 0.4, unit",
    low: end("< 0.2 GeV", "value: 0.2, unit"),
    range: "a factor 2 either way",
  },
];

const HIGGS = "searches/src/dark-higgsstrahlung/selection.ts";
const higgs: readonly Variation[] = [
  {
    searches: ["dark-higgsstrahlung"],
    quantity: "polar angle of muons",
    facts: ["polar angle of muons"],
    file: HIGGS,
    stands: "value: [37, 120]",
    low: end("40° to 115°", "value: [40, 115]"),
    high: end("32.2° to 128.7°, the barrel", "value: [32.2, 128.7]"),
    range: "some degrees narrower, to the whole barrel",
  },
  {
    searches: ["dark-higgsstrahlung"],
    quantity: "windows",
    facts: ["windows"],
    file: HIGGS,
    stands: 'quantity: "windows",\n  value: 2,',
    low: end("1.5 standard deviations", 'quantity: "windows",\n  value: 1.5,'),
    high: end("2.5 standard deviations", 'quantity: "windows",\n  value: 2.5,'),
    range: "1.5 to 2.5; about two is recalled",
  },
  {
    searches: ["dark-higgsstrahlung"],
    quantity: "helicity angle: upper cuts on |cos θ|",
    facts: ["helicity angle: upper cuts on |cos θ|, the best by Punzi's figure of merit, point by point"],
    file: HIGGS,
    stands: "value: [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1]",
    low: end("no cut", "value: [1]"),
    range: "without it: that there is such a cut is recalled, its form is ours",
  },
];

const B = "searches/src/b-to-long-lived-scalar/selection.ts";
const scalar: readonly Variation[] = [
  {
    searches: ["b-to-long-lived-scalar"],
    quantity: "|ΔE|",
    facts: ["|ΔE|"],
    file: B,
    stands: 'quantity: "|ΔE|",\n  value: 0.05,',
    low: end("< 0.035 GeV", 'quantity: "|ΔE|",\n  value: 0.035,'),
    high: end("< 0.1 GeV", 'quantity: "|ΔE|",\n  value: 0.1,'),
    range: "a third narrower to twice as wide",
  },
  {
    searches: ["b-to-long-lived-scalar"],
    quantity: "M_bc",
    facts: ["M_bc"],
    file: B,
    stands: "value: 5.27,",
    low: end("> 5.275 GeV", "value: 5.275,"),
    range: "two to six widths below the mass of the B; the looser end loses nothing",
  },
  {
    searches: ["b-to-long-lived-scalar"],
    quantity: "R₂",
    facts: ["R₂"],
    file: B,
    stands: "value: 0.45,",
    low: end("< 0.35", "value: 0.35,"),
    range: "0.1 either way",
  },
  {
    searches: ["b-to-long-lived-scalar"],
    quantity: "K* mass",
    facts: ["K* mass"],
    file: B,
    stands: "value: [0.796, 0.996]",
    low: end("within 0.075 GeV", "value: [0.821, 0.971]"),
    range: "one and a half to three widths",
  },
];

const K = "searches/src/b-to-kaon-invisible/selection.ts";
const kaon: readonly Variation[] = [
  {
    searches: ["b-to-kaon-invisible"],
    quantity: "number of tracks of the event",
    facts: ["number of tracks of the event"],
    file: K,
    stands: "value: [4, 10]",
    low: end("5 to 9", "value: [5, 9]"),
    high: end("3 to 11", "value: [3, 11]"),
    range: "one at each end",
  },
  {
    searches: ["b-to-kaon-invisible"],
    quantity: "energy of tracks and photons, c.m.",
    facts: ["energy of tracks and photons, c.m."],
    file: K,
    stands: "value: 4,",
    low: end("> 5 GeV", "value: 5,"),
    high: end("> 3 GeV", "value: 3,"),
    range: "1 GeV either way",
  },
  {
    searches: ["b-to-kaon-invisible"],
    quantity: "polar angle of the missing momentum, c.m.",
    facts: ["polar angle of the missing momentum, c.m."],
    file: K,
    stands: "value: [17, 160]",
    low: end("25° to 150°", "value: [25, 150]"),
    high: end("all", "value: [0, 180]"),
    range: "ten degrees narrower to none",
  },
  {
    searches: ["b-to-kaon-invisible"],
    quantity: "photons that count",
    facts: ["photons that count"],
    file: K,
    stands: 'quantity: "photons that count",\n  value: 0.1,',
    low: end("> 0.15 GeV", 'quantity: "photons that count",\n  value: 0.15,'),
    high: end("> 0.06 GeV", 'quantity: "photons that count",\n  value: 0.06,'),
    range: "bounds that are usual for the rest of an event",
  },
];

const others: readonly Variation[] = [
  {
    searches: ["lfv-zprime-to-invisible", "b-to-long-lived-scalar", "tau-to-lepton-alpha", "long-lived-dark-photon"],
    quantity: "bremsstrahlung of electrons",
    facts: ["bremsstrahlung of electrons"],
    file: "searches/src/events/bremsstrahlung.ts",
    stands: "exp(-gamma(thickness / Math.LN2, stream))",
    low: end("all of it recovered", "exp(-0 * gamma(thickness / Math.LN2, stream))"),
    range: "none recovered, as here, to all; the experiment's software can, and whether it did is not known",
  },
  {
    searches: ["dark-photon-to-invisible"],
    quantity: "depth of the calorimeter",
    facts: ["photons lost in the calorimeter"],
    file: "searches/src/dark-photon-to-invisible/inputs.ts",
    stands: "value: 16,",
    low: end("15 X₀", "value: 15,"),
    high: end("17 X₀", "value: 17,"),
    range: "one radiation length either way: what is before and behind the crystals",
  },
  {
    searches: ["heavy-neutral-lepton"],
    quantity: "distance of the vertex from the axis",
    facts: ["distance of the vertex from the axis, between"],
    file: "searches/src/heavy-neutral-lepton/selection.ts",
    stands: "value: [15, 80]",
    low: end("from 10 cm", "value: [10, 80]"),
    high: end("from 20 cm", "value: [20, 80]"),
    range: "5 cm either way at the inner end, where most decays are",
  },
];

const PHOTON = "searches/src/long-lived-dark-photon/selection.ts";
const darkPhoton: readonly Variation[] = [
  {
    searches: ["long-lived-dark-photon"],
    quantity: "photon energy, lab",
    facts: ["photon energy, lab"],
    file: PHOTON,
    stands: 'quantity: "photon energy, lab",\n  value: 0.5,',
    low: end("> 2 GeV", 'quantity: "photon energy, lab",\n  value: 2,'),
    range: "to the energy of the trigger line for one photon; the looser end loses nothing",
  },
  {
    searches: ["long-lived-dark-photon"],
    quantity: "distance of the vertex of electrons from the axis",
    facts: ["distance of the vertex of electrons from the axis"],
    file: PHOTON,
    stands: "[0.2, 0.9],\n    [17, 60],",
    low: end("0.3 to 0.8 cm, or 20 to 60 cm", "[0.3, 0.8],\n    [20, 60],"),
    high: end("0.1 to 0.9 cm, or 17 to 60 cm", "[0.1, 0.9],\n    [17, 60],"),
    range: "a millimetre farther from axis and beam pipe, to one nearer to the axis",
  },
  {
    searches: ["long-lived-dark-photon"],
    quantity: "distance of the vertex of muons from the axis",
    facts: ["distance of the vertex of muons, pions, kaons from the axis"],
    file: PHOTON,
    stands: "value: [0.2, 60],",
    low: end("from 0.5 cm", "value: [0.5, 60],"),
    high: end("from 0.1 cm", "value: [0.1, 60],"),
    range: "half to two and a half times the inner end",
  },
  {
    searches: ["long-lived-dark-photon"],
    quantity: "angle between the electrons",
    facts: ["angle between the electrons"],
    file: PHOTON,
    stands: 'quantity: "angle between the electrons",\n  value: 0.1,',
    low: end("> 0.2", 'quantity: "angle between the electrons",\n  value: 0.2,'),
    high: end("> 0.05", 'quantity: "angle between the electrons",\n  value: 0.05,'),
    range: "a factor 2 either way",
  },
  {
    searches: ["long-lived-dark-photon"],
    quantity: "angle of 0.1 rad between muons, pions, kaons too",
    facts: ["angle between the electrons"],
    file: PHOTON,
    stands: "const OPENING: readonly number[] = [11];",
    low: end("of all pairs", "const OPENING: readonly number[] = [11, 13, 211, 321];"),
    range:
      "as the study of inelastic dark matter has it; at 0.34 GeV half of the muons would be left, at 0.3 GeV a seventh, at 0.24 GeV none",
  },
  {
    searches: ["long-lived-dark-photon"],
    quantity: "masses of the K_S",
    facts: ["no mass of muons or pions, taken as pions, from"],
    file: PHOTON,
    stands: "value: [0.48, 0.52],",
    low: end("0.45 to 0.55 GeV", "value: [0.45, 0.55],"),
    range: "a few resolutions more",
  },
];

/** Every number that is varied by running the search again. */
export const variations: readonly Variation[] = [
  ...detector,
  ...alp,
  ...invisible,
  ...muons,
  ...higgs,
  ...scalar,
  ...kaon,
  ...tau,
  ...darkPhoton,
  ...others,
];
