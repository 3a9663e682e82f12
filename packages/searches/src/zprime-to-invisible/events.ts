import type { Events } from "../recoil/events.js";
import type { Node } from "../recoil/hypothesis.js";
import type { CutFlow } from "../selection/cut-flow.js";
import type { Analysis } from "./selection.js";

/** Selected events of both analyses. */
export type Selected = Readonly<Record<Analysis, Events>>;

/** Signal of negligible width at a simulated mass, its cross section for $g' = 1$. */
export interface SignalNode extends Node {
  /** Selected events. */
  readonly selected: Selected;
  /** Selected and kept by the trigger, over generated. */
  readonly efficiency: Readonly<Record<Analysis, number>>;
  /** Kept by the trigger, of the events that pass all else. */
  readonly triggerEfficiency: Readonly<Record<Analysis, number>>;
  /** What the cuts of each analysis did. */
  readonly cutFlows: Readonly<Record<Analysis, CutFlow>>;
}

/** Background events by process. */
export type Backgrounds = Readonly<Record<Background, Selected>>;

/** The backgrounds of the fit. */
export type Background = "photon" | "tau" | "electrons";
