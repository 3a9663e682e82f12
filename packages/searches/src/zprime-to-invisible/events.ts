import { kept, type Selected as Selection } from "../selection/cut.js";
import type { CutFlow } from "../selection/cut-flow.js";
import type { Candidates } from "./candidates.js";
import type { Analysis } from "./selection.js";

/** Selected events that the trigger kept: lists of equal length. */
export interface Events {
  /** Squared recoil mass, GeV². */
  readonly mass2: Float64Array;
  /** Polar angle of the recoil in the centre-of-mass frame, degrees. */
  readonly theta: Float64Array;
  /** Weights: cross section in fb of background; for signal the efficiency, which they sum to. */
  readonly weight: Float64Array;
}

/** Selected events of both analyses. */
export type Selected = Readonly<Record<Analysis, Events>>;

/** Signal of negligible width at a simulated mass. */
export interface SignalNode {
  /** Mass, GeV. */
  readonly mass: number;
  /** Cross section for $g' = 1$, fb. */
  readonly perCoupling2: number;
  /** Selected events. */
  readonly selected: Selected;
  /** Selected and kept by the trigger, over generated. */
  readonly efficiency: Readonly<Record<Analysis, number>>;
  /** Kept by the trigger, of the events that pass all else. */
  readonly triggerEfficiency: Readonly<Record<Analysis, number>>;
  /** Standard deviation of the squared recoil mass, GeV²: of the lower side, which has no radiative tail. */
  readonly sigma: number;
  /** What the cuts of each analysis did. */
  readonly cutFlows: Readonly<Record<Analysis, CutFlow>>;
}

/** Background events by process. */
export type Backgrounds = Readonly<Record<Background, Selected>>;

/** The backgrounds of the fit. */
export type Background = "photon" | "tau" | "electrons";

/** The candidates that pass a selection, their weights times a factor. */
export function eventsOf(
  { mass2, theta, weight }: Pick<Candidates, keyof Events>,
  selected: Selection,
  scale: number,
): Events {
  return {
    mass2: kept(mass2, selected),
    theta: kept(theta, selected),
    weight: kept(weight, selected).map((w) => w * scale),
  };
}

/** Lists end to end. */
export function joined(lists: readonly Events[]): Events {
  const n = lists.reduce((sum, { mass2 }) => sum + mass2.length, 0);
  const [mass2, theta, weight] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  let at = 0;
  for (const list of lists) {
    mass2.set(list.mass2, at);
    theta.set(list.theta, at);
    weight.set(list.weight, at);
    at += list.mass2.length;
  }
  return { mass2, theta, weight };
}
