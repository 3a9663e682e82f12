import type { Cut } from "../selection/cut.js";
import { above, between } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";
import { type Candidates, LINES } from "./candidates.js";
import type { PairChannel } from "./channels.js";
import { PAPER } from "./inputs.js";

const NEIGHBOUR = "the study of inelastic dark matter at Belle II, arXiv:1911.03176, in part by the same author";

/** Least energy of the photon. */
const photonEnergy: Quantity = above({
  quantity: "photon energy, lab",
  value: 0.5,
  unit: "GeV",
  standing: "recalled",
  source: PAPER,
});

/** Distances of the vertex of electrons from the axis: where there is no material to convert photons. */
const electronRadii: Quantity<readonly (readonly [number, number])[]> = {
  quantity: "distance of the vertex of electrons from the axis",
  value: [
    [0.2, 0.9],
    [17, 60],
  ],
  unit: "cm",
  text: "0.2 to 0.9 cm, or 17 to 60 cm",
  standing: "recalled",
  source: `${PAPER}: outside beam pipe and silicon, where photons convert`,
};

/** Distances of the vertex of other pairs. */
const radii: Quantity<readonly [number, number]> = between({
  quantity: "distance of the vertex of muons, pions, kaons from the axis",
  value: [0.2, 60],
  unit: "cm",
  standing: "recalled",
  source: NEIGHBOUR,
});

/** Position of the vertex along the beams. */
const along: Quantity<readonly [number, number]> = between({
  quantity: "vertex along the beams",
  value: [-55, 140],
  unit: "cm",
  standing: "recalled",
  source: NEIGHBOUR,
});

/** Least significance of the impact parameters: it keeps prompt pairs out. */
const impact: Quantity = above({
  quantity: "impact parameters of both tracks over their resolutions, root of the sum of squares",
  value: 7,
  unit: "1",
  standing: "derived",
  source:
    "ours: of 3 × 10⁹ prompt pairs of muons and pions below 1 GeV with 50 ab⁻¹ Gaussian tails leave less than 0.1 events; without it a pair of small opening seems displaced",
});

/** Least angle between the electrons. */
const opening: Quantity = above({
  quantity: "angle between the electrons",
  value: 0.1,
  unit: "rad",
  standing: "recalled",
  source: `${NEIGHBOUR}, which has it for muons too; left out for them here`,
});

/** PDG numbers of what has to open. */
const OPENING: readonly number[] = [11];

/** Least mass of the electrons. */
const electronMass: Quantity = above({
  quantity: "mass of the electrons",
  value: 0.03,
  unit: "GeV",
  standing: "recalled",
  source: `${NEIGHBOUR}; against conversions`,
});

/** Masses at which a pair of muons or pions may be a $K_S$. */
const kShort: Quantity<readonly [number, number]> = between({
  quantity: "no mass of muons or pions, taken as pions, from",
  value: [0.48, 0.52],
  unit: "GeV",
  standing: "recalled",
  source: `${NEIGHBOUR}: the K_S`,
});

/** Half-width of the window in mass. */
export const WINDOW: Quantity = {
  quantity: "half-width of the window in mass",
  value: 5,
  unit: "resolutions",
  standing: "stand-in",
  source: "ours: wide, since no background is expected; half of the central 68 % is the resolution",
};

/** What an event has to have to become a candidate. */
export const MADE = "two tracks of opposite charge, identified as the pair";

/** The cuts but for the window in mass and the trigger. */
export function cutsOf({ pdgId }: PairChannel): readonly Cut<Candidates>[] {
  const isElectron = pdgId === 11;
  const allowed = isElectron ? electronRadii.value : [radii.value];
  const [low, high] = along.value;
  const [from, to] = kShort.value;
  return [
    { name: "no other track", numbers: [], keep: "tracks == 2" },
    { name: "photon", numbers: [photonEnergy], keep: `photonEnergy > ${photonEnergy.value}` },
    {
      name: "distance of the vertex from the axis",
      numbers: [isElectron ? electronRadii : radii],
      keep: ({ radius }, k) => allowed.some(([a, b]) => radius[k] > a && radius[k] < b),
    },
    { name: "vertex along the beams", numbers: [along], keep: `${low} < along < ${high}` },
    { name: "not prompt", numbers: [impact], keep: `impact > ${impact.value}` },
    ...(OPENING.includes(pdgId)
      ? [{ name: "angle between the tracks", numbers: [opening], keep: `opening > ${opening.value}` }]
      : []),
    ...(isElectron
      ? [{ name: "mass of the electrons", numbers: [electronMass], keep: `mass > ${electronMass.value}` }]
      : []),
    ...(pdgId === 13 || pdgId === 211
      ? [{ name: "no K_S", numbers: [kShort], keep: `massOfPions < ${from} or massOfPions > ${to}` }]
      : []),
  ];
}

/** All cuts, with the window in mass and level 1; what is behind them goes by the chance that an event is kept. */
export const cutsIn = (channel: PairChannel, [low, high]: readonly [number, number]): readonly Cut<Candidates>[] => [
  ...cutsOf(channel),
  { name: "window in mass", numbers: [WINDOW], keep: ({ mass }, k) => mass[k] > low && mass[k] < high },
  { name: "level 1", numbers: [LINES], keep: "level1 == 1" },
];
