import type { Fact } from "../fact.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import {
  BACKGROUND,
  BACKGROUND_UNCERTAINTY,
  CHAMBER_LAYERS,
  CHAMBER_RADIUS,
  CHAMBER_Z,
  FULL_RADIUS,
  LEVEL,
  LUMINOSITY,
  MASSES,
  PAPER,
  PROJECTED,
  SEEN,
  SHORT_RADIUS,
  TAU_PAIRS,
  TAU_PAIRS_BELLE_2,
} from "./inputs.js";
import { cuts } from "./selection.js";

/** Every number of the search, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  factOf(LUMINOSITY),
  factOf(TAU_PAIRS),
  { quantity: "decays", value: "τ → πN, N → μμν_τ, displaced", standing: "published", source: `${PAPER}, abstract` },
  factOf(SEEN),
  factOf(BACKGROUND),
  factOf(BACKGROUND_UNCERTAINTY),
  factOf(MASSES),
  factOf(LEVEL),
  factOf(CHAMBER_RADIUS),
  factOf(CHAMBER_Z),
  factOf(CHAMBER_LAYERS),
  factOf(FULL_RADIUS),
  factOf(SHORT_RADIUS),
  {
    quantity: "all else of Belle, its trigger too",
    value: "that of Belle II",
    standing: "stand-in",
    source: "no parametrisation of Belle is public in this form",
  },
  { quantity: "prompt tracks", value: "one pion and one of the other tau", standing: "recalled", source: PAPER },
  ...factsOf(cuts),
  {
    quantity: "signal regions and kinematic cuts of the paper",
    value: "left out",
    standing: "stand-in",
    source: "not public in the sources at hand; they cost efficiency",
  },
  {
    quantity: "tracking and vertexing against radius",
    value: "0.9 below 1 cm, 0.45 at 20 cm, 0.04 at 60 cm, for two tracks",
    standing: "recalled",
    source: "K_S efficiency of Belle II, in the description of its detector",
  },
  {
    quantity: "N → μμν",
    value: "neutral-current matrix element; spins of the tau and of N averaged over",
    standing: "stand-in",
    source: "changes momenta of the muons, not the flight",
  },
  { quantity: "nature of the N", value: "Dirac", standing: "read", source: "the bundled limit" },
  factOf(PROJECTED),
  factOf(TAU_PAIRS_BELLE_2),
];
