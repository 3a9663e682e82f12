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
  orders,
  PAPER,
  photonEnergy,
  regionEnds,
  step,
  theta,
  window,
} from "./selection.js";

/** Every number of the search, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  ...[luminosity, massRange, level, photonEnergy, theta].map(factOf),
  ...factsOf(cuts),
  {
    quantity: "signal shape",
    value: "double-sided Crystal Ball",
    standing: "stand-in",
    source: "what the other bump hunts take; not checked against the paper",
  },
  ...[regionEnds, orders, window, binsPerWidth, step, nearWidths, fewEvents].map(factOf),
  {
    quantity: "limit",
    value: "CLs",
    standing: "derived",
    source:
      "scatter of the published limits about their running median, 0.51, 0.71, 1.34, 1.86 at -2, -1, +1, +2 sigma: CLs has " +
      "0.54, 0.72, 1.39, 1.87, a power-constrained profile limit 0.39, 0.39, 1.61, 2.22; the paper is recalled to say one-sided profile likelihood",
  },
  {
    quantity: "power constraint",
    value: "profile limit (--method profile) held at the lower edge of the 68 % band",
    standing: "stand-in",
    source: "arXiv:1105.3166; what the paper does with large deficits is not known",
  },
  {
    quantity: "initial-state radiation",
    value: "of signal and background, leading logarithms",
    standing: "derived",
    source: "structure functions; no angle of the radiated photons",
  },
  { quantity: "calorimeter acceptance and resolution", value: "parametric", standing: "read", source: "basf2" },
  {
    quantity: "timing compatibility of the photons",
    value: "left out: passed by real photons of one event",
    standing: "stand-in",
    source: PAPER,
  },
  {
    quantity: "conversions of photons",
    value: `in ${100 * belle2.tracker.material} % of a radiation length before the tracking volume`,
    standing: "recalled",
    source: "typical of beam pipe and silicon detectors",
  },
  {
    quantity: "tail of the calorimeter's energy response",
    value: `Crystal Ball, from ${belle2.calorimeter.energyTail[0]} resolutions, power ${belle2.calorimeter.energyTail[1]}`,
    standing: "recalled",
    source: "fits to lines of photons in CsI(Tl)",
  },
  {
    quantity: "background",
    value: "e+e- → γγγ and e+e-γ with both tracks lost, at leading order with radiation",
    standing: "derived",
    source:
      "the chance that both are lost, event by event, is that of the detector's efficiencies by momentum and angle (recalled), the tracks independent",
  },
  {
    quantity: "background of P γ with P = π⁰, η, η′",
    value: "left out",
    standing: "stand-in",
    source: "small (recalled)",
  },
  {
    quantity: "wrong pairings of signal photons",
    value: "left out of the fit function",
    standing: "stand-in",
    source: "the paper adds a kernel density for them (recalled)",
  },
  {
    quantity: "systematic uncertainties",
    value: "none in the fit",
    standing: "stand-in",
    source: "5.5 % and 8 % on the efficiency are recalled; by estimate they move the limit by about 1 %",
  },
];
