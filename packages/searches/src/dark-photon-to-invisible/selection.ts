import { belle2 } from "@belladonna/trigger";
import type { Cut } from "../selection/cut.js";
import type { Quantity } from "../selection/quantity.js";
import { type Candidates, TRIGGER } from "./candidates.js";
import { angleBin, type CountingWindow, EDGES, HALF, PUNZI, recoilBin, recoilBins } from "./counting-window.js";

const SKIM = "basf2, skim SinglePhotonDark and high-level filter";

/** Every other cluster has at most this, in the laboratory. */
const OTHER_ENERGY: Quantity = {
  quantity: "energy of any other cluster, at most",
  value: 0.1,
  unit: "GeV",
  standing: "stand-in",
  source: `${SKIM} ask for less than 0.55 GeV only; beam background, which a tighter cut costs, is not simulated`,
};

/** Laboratory polar angles of the photon, rad: the calorimeter's barrel. */
const BARREL: Quantity<readonly [number, number]> = {
  quantity: "photon",
  value: belle2.calorimeter.barrel,
  unit: "rad",
  text: `in the barrel, ${belle2.calorimeter.barrel.map((theta) => `${((theta * 180) / Math.PI).toFixed(1)}°`).join(" to ")}`,
  standing: "stand-in",
  source: `${SKIM} have three ranges of polar angle, 44–98°, 30–130° and elsewhere`,
};

/** Transverse momentum from which a track counts. */
const TRACK_PT: Quantity = {
  quantity: "tracks: none with p_T above",
  value: 0.15,
  unit: "GeV",
  standing: "read",
  source: SKIM,
};

/** Least energy of the photon in the centre-of-mass frame. */
const ENERGY: Quantity = {
  quantity: "E* of the photon, at least",
  value: 0.8,
  unit: "GeV",
  standing: "stand-in",
  source: `${SKIM} have E* > 0.5, 1, 2 GeV in 44–98°, 30–130° and elsewhere`,
};

/** What an event has to have to become a candidate. */
export const MADE = "a cluster";

/** One photon in the barrel and nothing else. */
export const photonCuts: readonly Cut<Candidates>[] = [
  { name: "no other cluster", numbers: [OTHER_ENERGY], keep: `otherEnergy <= ${OTHER_ENERGY.value}` },
  { name: "no track at the cluster", numbers: [], keep: "charged == 0" },
  {
    name: "photon in the barrel",
    numbers: [BARREL],
    keep: `${BARREL.value[0]} < theta < ${BARREL.value[1]}`,
  },
  { name: "no track", numbers: [TRACK_PT], keep: `trackPt <= ${TRACK_PT.value}` },
  { name: "energy of the photon", numbers: [ENERGY], keep: `energy >= ${ENERGY.value}` },
];

const trigger: Cut<Candidates> = { name: "trigger", numbers: [TRIGGER], keep: "triggered == 1" };

/** All cuts that do not depend on the mass. */
export const cuts: readonly Cut<Candidates>[] = [...photonCuts, trigger];

/** All cuts of a mass: those above, and its window before the trigger. */
export function cutsIn(window: CountingWindow): readonly Cut<Candidates>[] {
  const [first, end] = recoilBins(window);
  const [low, high] = window.angles;
  return [
    ...photonCuts,
    {
      name: "squared recoil mass",
      numbers: [HALF],
      keep({ recoilSquared }, k) {
        const bin = recoilBin(recoilSquared[k]);
        return bin >= first && bin < end;
      },
    },
    {
      name: "range of polar angle",
      numbers: [EDGES, PUNZI],
      keep({ theta }, k) {
        const row = angleBin(theta[k]);
        return row >= low && row < high;
      },
    },
    trigger,
  ];
}
