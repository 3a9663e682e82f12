import { belle2 } from "@belladonna/trigger";
import { binsPerWidth, fewEvents, nearWidths } from "../bump-hunt/facts.js";
import type { Fact } from "../fact.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import {
  cuts,
  level,
  luminosity,
  massRange,
  order,
  PAPER,
  publishedRange,
  simulatedAt,
  step,
  TALK,
  trackCuts,
  window,
} from "./selection.js";

/** Every number of the search, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  ...[luminosity, level, massRange, publishedRange].map(factOf),
  {
    quantity: "tracks",
    value: "four, at least two identified muons, one-pronged taus",
    standing: "read",
    source: TALK,
  },
  factOf(trackCuts),
  { quantity: "trigger", value: "three tracks or a single muon", standing: "read", source: TALK },
  ...factsOf(cuts),
  { quantity: "observable", value: "recoil mass against the two muons", standing: "read", source: TALK },
  { quantity: "signal shape", value: "double-sided Crystal Ball", standing: "recalled", source: PAPER },
  { quantity: "limit", value: "CLs", standing: "recalled", source: PAPER },
  ...[window, order, binsPerWidth, step, nearWidths, fewEvents].map(factOf),
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
    source: `pt > ${belle2.muonSystem.minimumPt} GeV in the barrel: the efficiency falls to nothing above ${simulatedAt[simulatedAt.length - 1]} GeV`,
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
