import { percent } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";
import { background, neutrinos, type NineBins } from "./published-yields.js";
import { RECORD } from "./published.js";

/** Relative change of the nine bins at one standard deviation up. */
export interface Shift {
  /** Name of the parameter. */
  readonly name: string;
  /** What changes, as one deviation up of the published template over the template. */
  readonly factors: Quantity<NineBins>;
}

const over = (up: NineBins, nominal: NineBins): NineBins => up.map((x, b) => x / nominal[b]);

/** A shift as published for charged $B$ pairs. */
function ofPairs(name: string, what: string, up: NineBins): Shift {
  const factors = over(up, background.value.charged.events);
  return {
    name,
    factors: { ...shiftOf(what, factors), source: `${RECORD}, that of B⁺B⁻; that of B⁰B̄⁰ is taken alike` },
  };
}

function shiftOf(quantity: string, factors: NineBins): Quantity<NineBins> {
  const largest = Math.max(...factors.map((f) => Math.abs(f - 1)));
  return {
    quantity,
    value: factors,
    unit: "1",
    text: `up to ${(100 * largest).toPrecision(2)} % of a bin`,
    standing: "read",
    source: RECORD,
  };
}

/** Uncertainties of both backgrounds of $B$ pairs, each one parameter. */
export const pairShifts: readonly Shift[] = [
  ofPairs(
    "DKL",
    "decays of D to K_L, B pairs",
    [377.139009, 734.226018, 1016.996428, 301.908919, 468.623885, 501.109306, 238.474275, 213.191756, 146.829655],
  ),
  ofPairs(
    "nnbar",
    "B⁺ → K⁺nn̄, B pairs",
    [382.770997, 737.177561, 1027.330086, 304.810527, 468.929099, 505.41469, 240.127631, 211.696732, 147.734065],
  ),
  ofPairs(
    "KLeff",
    "efficiency of K_L in the calorimeter, B pairs",
    [384.835802, 746.971315, 1033.02645, 305.43274, 474.828328, 509.360871, 238.668502, 215.457076, 149.704227],
  ),
  ofPairs(
    "exoticD",
    "B → D**, B pairs",
    [386.673325, 757.20482, 1055.071586, 309.440163, 483.650943, 517.319002, 243.303242, 218.625052, 150.690049],
  ),
  ofPairs(
    "branching",
    "largest uncertainty of branching fractions, B pairs",
    [386.642507, 755.609795, 1047.81232, 309.17218, 482.892675, 515.290261, 243.380933, 219.555916, 150.435452],
  ),
  ofPairs(
    "unmatchedPairs",
    "energy of clusters of no photon, B pairs",
    [375.043385, 741.39618, 1028.687342, 307.545801, 478.009238, 513.124921, 241.814978, 218.640241, 154.152265],
  ),
];

/** Shape of the continuum. */
export const continuumShift: Shift = {
  name: "continuum",
  factors: {
    ...shiftOf(
      "shape of the continuum",
      over(
        [146.002287, 53.401033, 16.803722, 67.625913, 17.261781, 8.44337, 14.100292, 1.755591, 1.588873],
        background.value.up.events,
      ),
    ),
    source: `${RECORD}, that of uū; those of the others are taken alike`,
  },
};

/** Normalisation of each background. */
export const normalisation: Quantity = percent({
  quantity: "normalisation of each of seven backgrounds",
  value: 0.5,
  unit: "1",
  standing: "read",
  source: RECORD,
});

/** Number of $B$ pairs, signal and backgrounds together. */
export const pairCount: Quantity = percent({
  quantity: "uncertainty of the number of B pairs",
  value: 0.02,
  unit: "1",
  standing: "read",
  source: RECORD,
});

/** Efficiency of the signal in the classifier. */
export const signalEfficiency: Quantity = percent({
  quantity: "uncertainty of the efficiency of the signal",
  value: 0.03,
  unit: "1",
  standing: "read",
  source: `${RECORD}, from B⁺ → K⁺J/ψ without the leptons`,
});

/** Clusters of no photon in signal events. */
export const signalUnmatched: Quantity<NineBins> = shiftOf(
  "energy of clusters of no photon, signal",
  over(
    [16.089691, 14.706119, 10.588238, 18.965553, 14.451007, 8.080463, 25.345746, 12.588987, 3.834019],
    neutrinos.value,
  ),
);

/** Every systematic uncertainty. */
export const systematics: readonly Quantity<unknown>[] = [
  normalisation,
  pairCount,
  signalEfficiency,
  signalUnmatched,
  ...pairShifts.map(({ factors }) => factors),
  continuumShift.factors,
];
