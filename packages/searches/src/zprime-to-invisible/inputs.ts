import { belle2 } from "@belladonna/trigger";
import {
  FIRST_DATA,
  FIRST_LUMINOSITY,
  LATER_DATA,
  TRACK_FOUND,
  TRIGGER_2018,
  TRIGGER_SCALE,
} from "../recoil/first-data.js";
import type { Leptons } from "../recoil/lepton-pairs.js";
import type { Quantity } from "../selection/quantity.js";

/** The analysis of 276 pb⁻¹. */
export const SHORT: string = FIRST_DATA;
/** The analysis of 79.7 fb⁻¹. */
export const LONG: string = LATER_DATA;

const quantity = <T>(
  name: string,
  value: T,
  unit: string,
  standing: Quantity["standing"],
  source: string,
): Quantity<T> => ({ quantity: name, value, unit, standing, source });

/** The leptons. */
export const MUONS: Leptons = [13, 13];

/** Luminosities of the two publications. */
export const LUMINOSITY: { readonly template: Quantity; readonly counting: Quantity } = {
  template: quantity("luminosity of the template fit", 79.7, "fb⁻¹", "published", `${LONG}, abstract`),
  counting: FIRST_LUMINOSITY,
};

/** Confidence level of both. */
export const LEVEL: Quantity = quantity("confidence level", 0.9, "1", "published", `${LONG}, ${SHORT}, abstracts`);

/** What the later publication states in place of curves: limits on $g'$ from one mass to another, GeV. */
export const PUBLISHED_RANGE: Quantity<{
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
}> = (() => {
  const value = { low: 3e-3, high: 1, from: 0, to: 8 };
  return {
    quantity: "limits of the template fit",
    value,
    unit: "1",
    text: `g′ from ${value.low} at low mass to ${value.high} at ${value.to} GeV, fully invisible Z′`,
    standing: "published" as const,
    source: `${LONG}, abstract; its curves are not public here`,
  };
})();

/** Width of the wide $Z'$ over its mass. */
export const WIDTH: Quantity = quantity(
  "width of the wide Z′ over its mass; the other one's is negligible",
  0.1,
  "1",
  "published",
  `${LONG}, HEPData page`,
);

/** How far from its nominal mass a wide $Z'$ is counted as such, over the mass. */
export const FAR: Quantity = quantity(
  "mass range of the wide Z′, a Breit–Wigner with Γ(m) ∝ m, either way over its mass",
  0.3,
  "1",
  "stand-in",
  "below this the rate of a light, far off-shell Z′ takes over at high mass",
);

/** Chance that a photon that points into the calorimeter leaves nothing there. */
export const PHOTON_LOSS: Quantity = quantity(
  "share of photons lost in the calorimeter",
  1e-3,
  "1",
  "stand-in",
  "the order of magnitude of dead and thin parts between crystals",
);

/** Gaps between the parts of the calorimeter, lab polar angle, where all photons are lost. */
export const GAPS: Quantity<readonly (readonly [number, number])[]> = (() => {
  const { forward, barrel, backward } = belle2.calorimeter;
  const value = [[forward[1], barrel[0]] as const, [barrel[1], backward[0]] as const];
  const inDegrees = (theta: number): string => `${((theta * 180) / Math.PI).toFixed(1)}°`;
  return {
    quantity: "photons lost between barrel and endcaps",
    value,
    unit: "rad",
    text: `${value.map((gap) => gap.map(inDegrees).join(" to ")).join(" and ")}: all`,
    standing: "read" as const,
    source: "basf2 acceptance; that a photon there leaves nothing is a stand-in",
  };
})();

/** Muon pairs that the analysis of 2018 finds in data over those in simulation. */
const MUONS_2018: Quantity = quantity(
  "muon pairs in data of 2018 over simulation, taken for signal and backgrounds",
  0.65,
  "1",
  "recalled",
  SHORT,
);

/** What {@link DATA_SCALE} is made of. */
export const SCALES: readonly Quantity[] = [TRIGGER_2018, TRACK_FOUND, MUONS_2018];

/** Share of the events of simulation that an analysis finds in data. */
export const DATA_SCALE = {
  template: 1,
  counting: TRIGGER_SCALE * MUONS_2018.value,
} as const;

const SYSTEMATIC = `${LONG}: 3–8 %, 1 %, 3–25 %`;
const CONTROL = "control samples are not public";

/** Relative uncertainties in the template fit. */
export const UNCERTAINTY: Readonly<
  Record<"efficiency" | "luminosity" | "photon" | "tau" | "electrons" | "slope" | "width", Quantity>
> = {
  efficiency: quantity("uncertainty of the efficiency in the template fit", 0.05, "1", "recalled", SYSTEMATIC),
  luminosity: quantity("uncertainty of the luminosity in the template fit", 0.01, "1", "recalled", SYSTEMATIC),
  photon: quantity("uncertainty of the μμγ yield", 0.5, "1", "stand-in", PHOTON_LOSS.source),
  tau: quantity("uncertainty of the ττ yield", 0.1, "1", "stand-in", CONTROL),
  electrons: quantity("uncertainty of the eeμμ yield", 0.2, "1", "stand-in", CONTROL),
  slope: quantity("slope of each background over the fit window, at its ends", 0.1, "1", "recalled", SYSTEMATIC),
  width: quantity("uncertainty of the width of the signal peak", 0.1, "1", "recalled", SYSTEMATIC),
};

/**
 * Relative uncertainties of the background in a counting window of 2018: selection against taus, its level before that,
 * trigger, tracks, muons.
 */
export const COUNTING_UNCERTAINTIES: Quantity<readonly number[]> = quantity(
  "uncertainties of the counted background (tau suppression, level before it, trigger, tracks, muons), and that of the simulation",
  [0.22, 0.02, 0.06, 0.04, 0.04],
  "1",
  "recalled",
  SHORT,
);

/** Bins of the template fit below and above the hypothesis, in widths of the peak; radiation makes a tail above. */
export const TEMPLATE_BINS: Quantity<readonly [number, number]> = quantity(
  "bins of the template fit below and above a mass, each as wide as the peak",
  [5, 7],
  "1",
  "stand-in",
  "ours",
);

/** Edges in the polar angle of the recoil: the outer bins hold photons lost at the ends of the barrel. */
export const TEMPLATE_ANGLES: Quantity<readonly number[]> = quantity(
  "edges of the template fit in the polar angle of the recoil",
  [0, 50, 75, 105, 132, 180],
  "°",
  "stand-in",
  "ours",
);
