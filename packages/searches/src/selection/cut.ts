import { cutMask, parseCut } from "@belladonna/trigger";
import type { Fact } from "../fact.js";
import { factOf, type Quantity } from "./quantity.js";

/** Candidates as columns: an entry a candidate, those of one event next to each other. */
export interface Candidates {
  /** Event of each candidate, not decreasing. */
  readonly event: Int32Array;
}

/** A column of candidates. */
export type Column = Float64Array | Int32Array | Uint8Array;

/** One cut of a selection. */
export interface Cut<C extends Candidates> {
  /** What a reader of a cut flow calls it. */
  readonly name: string;
  /** The numbers it cuts on; they are the facts of the cut. */
  readonly numbers: readonly Quantity<unknown>[];
  /**
   * Whether a candidate is kept: a function of the columns and its index, or a text in the cut language of the trigger
   * over columns by their names, `missingMass > 0.5 and nTracks == 2`.
   */
  readonly keep: string | ((columns: C, k: number) => boolean);
}

/** Which candidates a list of cuts keeps, and how many events are left after each cut. */
export interface Selected {
  /** 1 where a candidate passes every cut. */
  readonly mask: Uint8Array;
  /** Events with a candidate before the first cut, then after each cut in turn. */
  readonly events: readonly number[];
}

/**
 * Apply cuts in their order; a candidate that one refuses is not shown to the next.
 *
 * ```ts
 * const cut = (name, keep) => ({ name, numbers: [], keep });
 * const cuts = [cut("2 tracks", "tracks == 2"), cut("missing mass", "mass > 1")];
 * const candidates = { event: Int32Array.of(0, 1, 2), tracks: Int32Array.of(2, 2, 4), mass: Float64Array.of(0.5, 3, 3) };
 * const { mask, events } = applyCuts(cuts, candidates);
 * Array.from(mask); // [0, 1, 0]
 * events; // [3, 2, 1]
 * ```
 * @param weights - Weight of each event, by its number, with which events are counted; 1 when absent.
 */
export function applyCuts<C extends Candidates>(
  cuts: readonly Cut<C>[],
  columns: C,
  weights?: ArrayLike<number>,
): Selected {
  const { event } = columns;
  const mask = new Uint8Array(event.length).fill(1);
  const events = [eventsIn(event, mask, weights)];
  for (const { keep } of cuts) {
    if (typeof keep === "string") {
      const holds = cutMask(parseCut(keep), columns as unknown as Readonly<Record<string, Column>>, event.length);
      for (let k = 0; k < mask.length; k++) mask[k] &= holds[k];
    } else {
      for (let k = 0; k < mask.length; k++) if (mask[k] === 1 && !keep(columns, k)) mask[k] = 0;
    }
    events.push(eventsIn(event, mask, weights));
  }
  return { mask, events };
}

/**
 * The facts of a list of cuts: each number once, in the order of the cuts.
 *
 * ```ts
 * const energy = { quantity: "photon energy", value: 1.5, unit: "GeV", standing: "recalled", source: "my notes" };
 * const cuts = [{ name: "photon", numbers: [energy], keep: (photons, k) => photons.energy[k] > energy.value }];
 * factsOf(cuts)[0].value; // "1.5 GeV"
 * ```
 */
export function factsOf(cuts: readonly Cut<never>[]): Fact[] {
  return [...new Set(cuts.flatMap(({ numbers }) => numbers))].map(factOf);
}

/**
 * Entries of a column that a mask keeps.
 *
 * ```ts
 * const candidates = { event: Int32Array.of(0, 1, 2), mass: Float64Array.of(0.5, 3, 4) };
 * const selected = applyCuts([{ name: "missing mass", numbers: [], keep: "mass > 1" }], candidates);
 * Array.from(kept(candidates.mass, selected)); // [3, 4]
 * ```
 */
export function kept<A extends Column>(column: A, { mask }: Selected): A {
  return column.filter((_, k) => mask[k] === 1) as A;
}

/** Number of events that have a candidate left, or the sum of their weights. */
function eventsIn(event: Int32Array, mask: Uint8Array, weights: ArrayLike<number> | undefined): number {
  let count = 0;
  let last = -1;
  for (let k = 0; k < event.length; k++) {
    if (mask[k] === 1 && event[k] !== last) {
      last = event[k];
      count += weights === undefined ? 1 : weights[last];
    }
  }
  return count;
}
