import type { Preparation } from "@belladonna/events";
import type { EventTable } from "@belladonna/kinematics";
import { applyCuts, type Cut } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import { type Events, eventsOf } from "./events.js";
import { type LeptonPairs, MADE } from "./lepton-pairs.js";
import { tauLeptons, type TauLeptonsOptions } from "./tau-pairs.js";

/** Times that each pair of taus decays. */
const TAU_DECAYS = 200;

/** A part of the sample of a background. */
export interface BackgroundChunk<Source> {
  /** Which process. */
  readonly source: Source;
  /** Which part, counted over all processes. */
  readonly index: number;
  /** Events generated, tau pairs, or trials. */
  readonly count: number;
  /** Parts of this process. */
  readonly parts: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What the generation needs, found before; found again when absent. */
  readonly prepared?: Preparation | undefined;
}

/** Events of a background. */
export interface GeneratedBackground {
  /** Events that may be selected, weighted. */
  readonly events: EventTable;
  /** Cross section that a weight of 1 stands for, fb. */
  readonly each: number;
  /** Events that were generated for them. */
  readonly generated: number;
  /** What their weights are, where they differ. */
  readonly weighted?: string;
}

/** Tau pairs that decay to two leptons, a number of which is generated and decayed many times over. */
export function tauBackground(options: Omit<TauLeptonsOptions, "times">): GeneratedBackground {
  const { events, luminosity } = tauLeptons({ ...options, times: TAU_DECAYS });
  return { events, each: 1 / luminosity, generated: TAU_DECAYS * options.pairs };
}

/** What a selection leaves of a part of a background, and what its cuts did. */
export interface SelectedPart {
  /** Selected events. */
  readonly events: Events;
  /** Cut flow; the weight is a cross section, fb. */
  readonly cutFlow: CutFlow;
}

/**
 * Selects a part of a background.
 *
 * @param source - Name of the process.
 * @param made - What was generated.
 * @param found - Its candidates.
 * @param cuts - The selection.
 * @param scale - What weights are multiplied with: {@link GeneratedBackground.each} and what else data have.
 */
export function selectPart(
  source: string,
  { generated, weighted }: GeneratedBackground,
  found: LeptonPairs,
  cuts: readonly Cut<LeptonPairs>[],
  scale: number,
): SelectedPart {
  const selected = applyCuts(cuts, found);
  const sample = weighted === undefined ? source : `${source} (counted without their weight, ${weighted})`;
  const flow = cutFlow(sample, generated, MADE, cuts, selected);
  return {
    events: eventsOf(found, selected, scale),
    cutFlow: weighted === undefined ? { ...flow, weight: scale } : flow,
  };
}
