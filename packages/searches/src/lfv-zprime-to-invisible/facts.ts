import { bremsstrahlungFact } from "../events/bremsstrahlung.js";
import type { Fact } from "../fact.js";
import { countingWindow } from "../recoil/counting-window.js";
import { FIRST_DATA, TRACK_FOUND, TRIGGER_2018 } from "../recoil/first-data.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import { FIDUCIAL, LEVEL, LUMINOSITY, PAIRS_2018, UNCERTAINTIES } from "./inputs.js";
import { cutsOf } from "./selection.js";

/** Every number that goes in, with its standing. */
export const facts: readonly Fact[] = [
  factOf(LUMINOSITY),
  factOf(LEVEL),
  {
    quantity: "published limits",
    value: "on cross section times efficiency against the recoil mass; none of their numbers is used or compared with",
    standing: "recalled",
    source: FIRST_DATA,
  },
  factOf(FIDUCIAL),
  {
    quantity: "signal",
    value:
      "a vector with g Z′(ēγμ + h.c.) alone, s and t channel at tree level with vacuum polarisation, always invisible",
    standing: "derived",
    source: "our generator; held to another one's cross sections",
  },
  {
    quantity: "backgrounds",
    value: "ττ with an electron and a muon; eeμμ of which one of each is lost",
    standing: "stand-in",
    source: "ours; that ττ dominates is recalled",
  },
  ...factsOf(cutsOf(countingWindow({ mass: 1, sigma: 1 }))),
  factOf(TRIGGER_2018),
  factOf(TRACK_FOUND),
  factOf(PAIRS_2018),
  factOf(UNCERTAINTIES),
  {
    quantity: "uncertainty of the signal",
    value: "left out",
    standing: "stand-in",
    source: "15 % of it would raise the limits by some 3 % (estimated)",
  },
  { quantity: "limit", value: "Bayesian, flat in the number of events", standing: "recalled", source: FIRST_DATA },
  {
    quantity: "final-state radiation",
    value: "of electrons and muons of signal and eeμμ, hard collinear photons and soft ones; none in ττ",
    standing: "derived",
    source: "finalStateRadiation; of the signal in the leading logarithm, as its leptons are no pair",
  },
  {
    quantity: "initial-state radiation",
    value: "leading-log structure functions for signal and ττ; none for eeμμ",
    standing: "derived",
    source: "our generator",
  },
  bremsstrahlungFact,
  {
    quantity: "hadrons taken for leptons, and leptons for each other",
    value: "left out",
    standing: "stand-in",
    source:
      "τ → πν at 4 % for a muon and 0.5 % for an electron would add 3 % to ττ; how often muons are taken for electrons is not known to us",
  },
];
