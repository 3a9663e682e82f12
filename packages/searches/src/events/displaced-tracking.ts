import type { Sourced } from "@belladonna/sources";
import { belle2, type Detector } from "@belladonna/trigger";
import type { Fact } from "../fact.js";
import { factOf } from "../selection/quantity.js";

/**
 * Efficiency to find two tracks from a vertex at a transverse radius, over that at the interaction point: steps
 * by their middles, as the search `b-to-long-lived-scalar` unfolds them.
 */
export const pairEfficiency: Sourced<readonly (readonly [radius: number, share: number])[]> = {
  value: [
    [0, 1],
    [5, 1],
    [6.25, 0.93],
    [8.75, 0.93],
    [11.25, 0.21],
    [13.75, 0.04],
    [100, 0.04],
  ],
  unit: "cm, 1",
  standing: "derived",
  source:
    "unfolded from how the published limits of B+ -> K+ S, S -> mu mu from 1 GeV on go with the lifetime (efficiency over that at 1 cm " +
    "is one over the limit); K+ ee and K* did not enter",
};

/** Belle II with the efficiency of displaced pairs that its publication of long-lived scalars implies. */
export const displacedDetector: Detector = {
  ...belle2,
  tracker: {
    ...belle2.tracker,
    displacedEfficiency: pairEfficiency.value,
  },
};

/** Its standing. */
export const pairEfficiencyFact: Fact = factOf({
  quantity:
    "tracking and vertexing of two tracks against the radius of their vertex, over that at the interaction point",
  ...pairEfficiency,
  text: pairEfficiency.value.map(([radius, share]) => `${share} at ${radius} cm`).join(", "),
});
