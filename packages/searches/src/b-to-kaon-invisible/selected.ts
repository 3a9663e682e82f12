import type { Detected } from "@belladonna/trigger";
import { applyCuts } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import { candidates, type OfDecay } from "./candidates.js";
import type { Kaon } from "./channels.js";
import { q2Edges } from "./published.js";
import { CANDIDATE, cutsOf, rightCandidate } from "./selection.js";

/** Selected events of a sample. */
export interface Selected {
  /** Events generated. */
  readonly generated: number;
  /** Events in each bin of the reconstructed $q^2$. */
  readonly bins: readonly number[];
  /** Efficiency of the trigger among events that pass all else. */
  readonly triggerEfficiency: number;
  /** What the selection did. */
  readonly cutFlow: CutFlow;
}

/** The bin between edges that holds a value, the last one with its end; −1 outside. */
export function binOf(edges: readonly number[], value: number): number {
  if (!(value >= edges[0] && value <= edges[edges.length - 1])) return -1;
  return Math.min(edges.filter((edge) => edge <= value).length, edges.length - 1) - 1;
}

/**
 * Selects events: of the candidates of one that pass, that of the lowest $q^2$ is kept, as in the experiment.
 *
 * @param isRight - What tells the particles of a signal from the others; only candidates of them count then.
 */
export function select(detected: Detected, kaon: Kaon, sample: string, isRight?: OfDecay): Selected {
  const columns = candidates(detected, kaon, isRight);
  const cuts = [...(isRight === undefined ? [] : [rightCandidate]), ...cutsOf(kaon)];
  const selected = applyCuts(cuts, columns);
  const lowest = new Map<number, number>();
  selected.mask.forEach((kept, k) => {
    const event = columns.event[k];
    if (kept === 1) lowest.set(event, Math.min(lowest.get(event) ?? Infinity, columns.q2[k]));
  });
  const bins = new Array<number>(q2Edges.value.length - 1).fill(0);
  for (const q2 of lowest.values()) bins[binOf(q2Edges.value, q2)]++;
  const [before, after] = selected.events.slice(-2);
  return {
    generated: detected.length,
    bins,
    triggerEfficiency: after / before,
    cutFlow: cutFlow(sample, detected.length, CANDIDATE[kaon], cuts, selected),
  };
}
