import { binsPerWidth, fewEvents, nearWidths } from "../bump-hunt/facts.js";
import type { Fact } from "../fact.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import {
  cuts,
  excluded,
  level,
  luminosity,
  massRange,
  order,
  PAPER,
  publishedRange,
  publishedRangeScalar,
  step,
  trackCuts,
  window,
} from "./selection.js";

/** Every number of the search, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  ...[luminosity, level, massRange, publishedRange, publishedRangeScalar].map(factOf),
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
  factOf(trackCuts),
  ...factsOf(cuts),
  { quantity: "observable", value: "M_R, all four pairings of opposite charge", standing: "recalled", source: PAPER },
  { quantity: "signal shape", value: "double-sided Crystal Ball", standing: "recalled", source: PAPER },
  factOf(excluded),
  { quantity: "limit", value: "CLs", standing: "recalled", source: PAPER },
  ...[window, order, binsPerWidth, step, nearWidths, fewEvents].map(factOf),
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
