import type { WeightedTrials } from "./weighted-trials.js";

/** Sums over trials of one plan. */
export interface Tally {
  /** Number of trials. */
  trials: number;
  /** Sum of weights, fb. */
  sum: number;
  /** Sum of squared weights, fb². */
  sumSquares: number;
  /** Greatest weight, fb. */
  greatest: number;
}

/** Add a block to the tally. */
export function addTrials(tally: Tally, trials: number, { count, weight }: WeightedTrials): void {
  tally.trials += trials;
  for (let i = 0; i < count; i++) {
    const w = weight[i];
    tally.sum += w;
    tally.sumSquares += w * w;
    if (w > tally.greatest) tally.greatest = w;
  }
}
