import { belle2Data } from "@belladonna/trigger";
import { bremsstrahlungFact } from "../events/bremsstrahlung.js";
import { genericBFact } from "../events/generic-b.js";
import type { Fact } from "../fact.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import { kStarBackground } from "./candidate-ratio.js";
import { channels } from "./channels.js";
import { background, neutrinos, numberDensity, observed, observedBelow } from "./published-yields.js";
import {
  chargedShare,
  etaEdges,
  level,
  luminosity,
  luminosityBelow,
  massRange,
  method,
  neutrinoFraction,
  neutrinoUncertainty,
  pairs,
  PAPER,
  q2End,
} from "./published.js";
import { cutsOf, rightCandidate } from "./selection.js";
import { systematics } from "./systematics.js";
import { continuumScale } from "./templates.js";

const { identification } = belle2Data;

/** Every number of the search, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  ...[luminosity, luminosityBelow, massRange, level, method, pairs, chargedShare].map(factOf),
  {
    quantity: "observable",
    value:
      "q²_rec = s/4 + m_K² − √s E*_K of a B at rest in the c.m. frame, and the classifier of the rest of the event",
    standing: "recalled",
    source: PAPER,
  },
  ...factsOf([rightCandidate, ...channels.flatMap(({ kaon }) => cutsOf(kaon))]),
  {
    quantity: "candidate",
    value: "of several that of the lowest q²_rec",
    standing: "recalled",
    source: PAPER,
  },
  ...[etaEdges, q2End, numberDensity, neutrinoFraction, neutrinoUncertainty].map(factOf),
  {
    quantity: "efficiency of the selection and the classifier",
    value: "that of B⁺ → K⁺νν̄ at the same true q²; with a K*, times the efficiencies of the selection here",
    standing: "derived",
    source: "number density over the spectrum of the Standard Model; the classifier itself is not public",
  },
  {
    quantity: "q²_rec of the signal",
    value: "simulated: energy spread of the beams, motion of the B, tracking",
    standing: "derived",
    source: "it meets the published number densities, see the README",
  },
  ...[background, neutrinos, observed, observedBelow, continuumScale, kStarBackground].map(factOf),
  ...systematics.map(factOf),
  factOf({ quantity: "kaon identification", ...identification.kaon }),
  factOf({ quantity: "pions taken for kaons", ...identification.pionAsKaon }),
  genericBFact,
  bremsstrahlungFact,
];
