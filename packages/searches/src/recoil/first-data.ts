import { square } from "@belladonna/numerics/elementary";
import { belle2Data } from "@belladonna/trigger";
import type { Quantity } from "../selection/quantity.js";

/** The publication of the first data, those of 2018: $\mu\mu Z'$ and $e\mu Z'$. */
export const FIRST_DATA = "arXiv:1912.11276";

/** The later publication of $\mu\mu Z'$, with 79.7 fb⁻¹, from which most cuts on the two leptons are remembered. */
export const LATER_DATA = "arXiv:2212.03066";

/** Integrated luminosity of the first data. */
export const FIRST_LUMINOSITY: Quantity = {
  quantity: "luminosity of the counting",
  value: 0.276,
  unit: "fb⁻¹",
  standing: "published",
  source: `${FIRST_DATA}, abstract`,
};

/** Efficiency of the trigger of 2018. */
export const TRIGGER_2018: Quantity = {
  quantity: "trigger efficiency of 2018",
  value: 0.79,
  unit: "1",
  standing: "recalled",
  source: FIRST_DATA,
};

/** Efficiency of the simulated level 1 for a track; there are two. */
export const TRACK_FOUND: Quantity = {
  ...belle2Data.level1.efficiency,
  quantity: "efficiency of the simulated level 1 for each of the two tracks, which that of 2018 replaces",
};

/** Efficiency of the trigger of 2018 over that of the simulated one, for events of two tracks that it could keep. */
export const TRIGGER_SCALE: number = TRIGGER_2018.value / square(TRACK_FOUND.value);
