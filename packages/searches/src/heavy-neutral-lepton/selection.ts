import type { Cut } from "../selection/cut.js";
import type { Quantity } from "../selection/quantity.js";
import { type Candidates, IMPACT, TRIGGER } from "./candidates.js";
import { PAPER } from "./inputs.js";

/** Distance of the vertex from the axis, between. */
export const RADIUS: Quantity<readonly [number, number]> = {
  quantity: "distance of the vertex from the axis, between",
  value: [15, 80],
  unit: "cm",
  standing: "recalled",
  source: `${PAPER}: more than the first`,
};

/** Distance from the mass of the $K_S$, the pair taken as pions. */
const K_SHORT: Quantity = {
  quantity: "K_S veto, |M(ππ) − m| above",
  value: 0.01,
  unit: "GeV",
  standing: "stand-in",
  source: "its width is not public",
};

/** What an event has to have to become a candidate. */
export const MADE = "two muons of opposite charge";

/** The cuts before the trigger. */
export const offlineCuts: readonly Cut<Candidates>[] = [
  {
    name: "vertex far from the axis",
    numbers: [RADIUS],
    keep: `${RADIUS.value[0]} < radius < ${RADIUS.value[1]}`,
  },
  { name: "no K_S", numbers: [K_SHORT], keep: `fromKShort > ${K_SHORT.value}` },
  {
    name: "two prompt tracks of opposite charge",
    numbers: [IMPACT.d0, IMPACT.z0],
    keep: "prompt == 2 and promptCharge == 0",
  },
  { name: "one of them a pion", numbers: [], keep: "promptPions >= 1" },
  { name: "in opposite hemispheres", numbers: [], keep: "promptProduct < 0" },
];

/** All cuts; the trigger is last. */
export const cuts: readonly Cut<Candidates>[] = [
  ...offlineCuts,
  { name: "trigger", numbers: [TRIGGER], keep: "triggered == 1" },
];
