import { BLOCK } from "../densities/density.js";
import type { Range } from "../densities/density.js";

/** Events in blocks that fit the cache. */
export interface EventData {
  /** All points. */
  readonly x: Float64Array;
  /** Weights, absent when all are 1. */
  readonly weights: Float64Array | undefined;
  /** Views of at most {@link BLOCK} points. */
  readonly blocks: readonly Float64Array[];
  /** Views of the weights, as many as blocks, or none. */
  readonly weightBlocks: readonly Float64Array[];
  /** Sum of weights. */
  readonly total: number;
  /** Whether the weights are numbers of expected events (Asimov data) instead of weights of events. */
  readonly expected?: boolean;
}

/** Check data against a range and cut it into blocks. */
export function eventData(
  caller: string,
  data: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  range: Range,
): EventData {
  const x = data instanceof Float64Array ? data : Float64Array.from(data);
  for (let i = 0; i < x.length; i++) {
    if (!(x[i] >= range[0] && x[i] <= range[1])) {
      throw new RangeError(
        `${caller}: data must be within the range [${range[0]}, ${range[1]}] of the density, got ${x[i]} at index ${i}`,
      );
    }
  }
  const w = weights === undefined || weights instanceof Float64Array ? weights : Float64Array.from(weights);
  let total = x.length;
  if (w !== undefined) {
    if (w.length !== x.length) {
      throw new RangeError(`${caller}: needs one weight an event, got ${w.length} weights for ${x.length} events`);
    }
    total = 0;
    for (let i = 0; i < w.length; i++) {
      if (!Number.isFinite(w[i])) throw new RangeError(`${caller}: weights must be finite, got ${w[i]} at index ${i}`);
      total += w[i];
    }
  }
  const blocks: Float64Array[] = [];
  const weightBlocks: Float64Array[] = [];
  for (let i = 0; i < x.length; i += BLOCK) {
    blocks.push(x.subarray(i, Math.min(i + BLOCK, x.length)));
    if (w !== undefined) weightBlocks.push(w.subarray(i, Math.min(i + BLOCK, x.length)));
  }
  return { x, weights: w, blocks, weightBlocks, total };
}
