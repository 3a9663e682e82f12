import { belle2Data } from "@belladonna/trigger";
import { bremsstrahlungFact } from "../events/bremsstrahlung.js";
import { pairEfficiencyFact } from "../events/displaced-tracking.js";
import { genericBFact } from "../events/generic-b.js";
import type { Fact } from "../fact.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import { channels } from "./channels.js";
import { kShortMasses, tightMasses } from "./difficult-masses.js";
import { expectedBackground } from "./expected-background.js";
import { chargedShare, level, lifetimeRange, luminosity, massRange, method, PAPER, pairs } from "./publication.js";
import {
  cutsOf,
  fitWindow,
  level1Lines,
  measuredRadius,
  promptAcross,
  promptAlong,
  tightDisplacement,
} from "./selection.js";

const { identification } = belle2Data;

/** Every number of the search, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  factOf(luminosity),
  { quantity: "channels", value: "K⁺ and K*⁰(→ K⁺π⁻) with ee, μμ, ππ, KK", standing: "published", source: PAPER },
  ...[massRange, lifetimeRange, level, method, pairs, chargedShare].map(factOf),
  {
    quantity: "observable",
    value: "M′ = √(M² − 4m²), unbinned extended fit",
    standing: "published",
    source: "ICHEPAP2023",
  },
  ...[promptAcross, promptAlong].map(factOf),
  ...factsOf(channels.flatMap(cutsOf)),
  ...[tightDisplacement, ...Object.values(tightMasses), kShortMasses, fitWindow].map(factOf),
  {
    quantity: "quality of the vertex",
    value: "no requirement",
    standing: "stand-in",
    source: "not public; a true pair passes a fit with its full covariance, which the simulation has not",
  },
  factOf(measuredRadius),
  pairEfficiencyFact,
  factOf({ quantity: "electron identification", ...identification.electron }),
  factOf({ quantity: "muon identification", ...identification.muon }),
  factOf({ quantity: "kaon identification", ...identification.kaon }),
  factOf(level1Lines),
  genericBFact,
  bremsstrahlungFact,
  {
    quantity: "resolution of displaced tracks",
    value: "that of prompt ones",
    standing: "stand-in",
    source: "worse without silicon hits, not public",
  },
  ...Object.values(expectedBackground).map(factOf),
  {
    quantity: "systematic uncertainties",
    value: "none in the fit",
    standing: "stand-in",
    source: "4 to 10 % on the efficiency (recalled) would move limits by about 1 %",
  },
];
