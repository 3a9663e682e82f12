import type { Fact } from "../fact.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import { wholeWindow } from "./counting-window.js";
import { ELECTRON_COS_THETA, LEAST_IN_KLM, LOST, LUMINOSITY, UNSEEN_IN_KLM } from "./inputs.js";
import { cutsIn } from "./selection.js";

/** Every number that goes in, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  {
    quantity: "publication",
    value: "none: Belle II has not published this search; what is drawn beside ours is a projection",
    standing: "read",
    source: "E. Kou et al., PTEP 2019, 123C01, as digitised by others",
  },
  factOf(LUMINOSITY),
  ...factsOf(cutsIn(wholeWindow)),
  factOf(LOST),
  factOf(UNSEEN_IN_KLM),
  factOf(LEAST_IN_KLM),
  {
    quantity: "e+e- → γγ(γ)",
    value: "two photons at leading order, more along the beams by structure functions",
    standing: "stand-in",
    source: "the experiment has BabaYaga.NLO; two extra photons off the beams are not there",
  },
  {
    quantity: "e+e- → e+e-γ",
    value: "leading order with the electron's mass, both electrons near the beams",
    standing: "stand-in",
    source: ELECTRON_COS_THETA.source,
  },
  factOf(ELECTRON_COS_THETA),
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
