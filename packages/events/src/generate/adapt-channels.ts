import { random } from "@belladonna/numerics";
import type { ImportanceSampling, TrialSource } from "./weighted-trials.js";
import { BLOCK } from "./weighted-trials.js";
import { refine, vegasGrid } from "./vegas.js";
import type { VegasGrid } from "./vegas.js";

/** Bins of the adaptive grids. */
const BINS = 32;

/** Seed of the adaptation: fixed, so that the sampling belongs to the process and not to the events made with it. */
export const SEED = 20181103;

/** The sampling to start from: all channels alike, flat grids. */
export function flatSampling({ channels, dimensions }: TrialSource): ImportanceSampling {
  return {
    alpha: new Float64Array(channels).fill(1 / channels),
    beta: new Float64Array(channels).fill(1 / channels),
    grids: Array.from({ length: channels }, () => vegasGrid(dimensions, BINS)),
  };
}

/** The grid of a channel by its edges. */
export function gridOf({ dimensions }: TrialSource, edges: Float64Array): VegasGrid {
  return { dimensions, bins: BINS, edges, sums: new Float64Array(dimensions * BINS) };
}

/** Normalise shares to 1, none below `floor` of an equal share. */
function normalise(shares: Float64Array, floor: number): void {
  const n = shares.length;
  for (let round = 0; round < 2; round++) {
    const total = shares.reduce((a, b) => a + b, 0);
    for (let c = 0; c < n; c++) shares[c] = Math.max(total > 0 ? shares[c] / total : 1 / n, floor / n);
  }
  const total = shares.reduce((a, b) => a + b, 0);
  for (let c = 0; c < n; c++) shares[c] /= total;
}

/**
 * Adapt a sampling: first the shares of the channels ($\alpha_c \to \alpha_c \sqrt{\langle w^2 g_c / G \rangle}$), then
 * their grids and the probabilities with which they are thrown ($\beta_c \propto \sqrt{\langle w_c^2 \rangle}$).
 * @param source - The process.
 * @param trials - Trials an iteration.
 * @param iterations - Iterations for the shares and for the grids.
 * @see R. Kleiss, R. Pittau, Comput. Phys. Commun. 83 (1994) 141, eq. (11).
 */
export function adaptChannels(
  source: TrialSource,
  trials: number = 8 * BLOCK,
  iterations: readonly [number, number] = [4, 5],
): ImportanceSampling {
  const { channels, dimensions } = source;
  const sampling = flatSampling(source);
  const { alpha, beta, grids } = sampling;
  const root = random(SEED);
  const squares = new Float64Array(channels);
  let address = 0;
  for (let iteration = 0; iteration < iterations[0] + iterations[1]; iteration++) {
    const onGrids = iteration >= iterations[0];
    squares.fill(0);
    for (let done = 0; done < trials; done += BLOCK) {
      const { count, weight, ratio, channel, bins } = source.throw(root.stream(address++), BLOCK, sampling);
      for (let i = 0; i < count; i++) {
        const w2 = weight[i] * weight[i];
        const c = channel[i];
        if (onGrids) {
          // E[w_c²] under throws of channel c alone, w_c its part of the cross section.
          squares[c] += w2 * beta[c];
          const { sums, bins: n } = grids[c];
          for (let d = 0; d < dimensions; d++) sums[d * n + bins[i * dimensions + d]] += w2;
        } else {
          for (let k = 0; k < channels; k++) squares[k] += w2 * ratio[i * channels + k];
        }
      }
    }
    if (onGrids) {
      for (const grid of grids) refine(grid, 0.8);
      for (let c = 0; c < channels; c++) beta[c] = Math.sqrt(squares[c]);
      normalise(beta, 0.02);
    } else {
      for (let c = 0; c < channels; c++) alpha[c] *= Math.sqrt(squares[c]);
      normalise(alpha, 0.02);
      beta.set(alpha);
    }
  }
  return sampling;
}
