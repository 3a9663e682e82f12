import { random } from "@belladonna/numerics";
import type { Plan, Thrower, Trials } from "./trials.js";
import { BLOCK } from "./trials.js";
import { refine, vegasGrid } from "./vegas.js";

/** Bins of the adaptive grids. */
const BINS = 32;

/** Seed of the adaptation: fixed, so that the plan belongs to the process and not to the events made with it. */
const SEED = 20181103;

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

/** The plan to start from: all channels alike, flat grids. */
export function flatPlan({ channels, dimensions }: Thrower): Plan {
  return {
    alpha: new Float64Array(channels).fill(1 / channels),
    beta: new Float64Array(channels).fill(1 / channels),
    grids: Array.from({ length: channels }, () => vegasGrid(dimensions, BINS)),
  };
}

/** Add a block to the tally. */
export function count(tally: Tally, trials: number, { count, weight }: Trials): void {
  tally.trials += trials;
  for (let i = 0; i < count; i++) {
    const w = weight[i];
    tally.sum += w;
    tally.sumSquares += w * w;
    if (w > tally.greatest) tally.greatest = w;
  }
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
 * Adapt a plan: first the shares of the channels ($\alpha_c \to \alpha_c \sqrt{\langle w^2 g_c / G \rangle}$), then
 * their grids and the probabilities with which they are thrown ($\beta_c \propto \sqrt{\langle w_c^2 \rangle}$).
 * @param thrower - The process.
 * @param trials - Trials an iteration.
 * @param iterations - Iterations for the shares and for the grids.
 * @see R. Kleiss, R. Pittau, Comput. Phys. Commun. 83 (1994) 141, eq. (11).
 */
export function adapt(
  thrower: Thrower,
  trials: number = 8 * BLOCK,
  iterations: readonly [number, number] = [4, 5],
): Plan {
  const { channels, dimensions } = thrower;
  const plan = flatPlan(thrower);
  const { alpha, beta, grids } = plan;
  const root = random(SEED);
  const squares = new Float64Array(channels);
  let address = 0;
  for (let iteration = 0; iteration < iterations[0] + iterations[1]; iteration++) {
    const onGrids = iteration >= iterations[0];
    squares.fill(0);
    for (let done = 0; done < trials; done += BLOCK) {
      const { count, weight, ratio, channel, bins } = thrower.throw(root.stream(address++), BLOCK, plan);
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
  return plan;
}

/** A plan for unweighted events and the weight that accepts with certainty. */
export interface Envelope {
  /** The plan, channels thrown in proportion to their greatest weights. */
  readonly plan: Plan;
  /** The envelope of the weights, fb; 0 where no trial passes. */
  readonly most: number;
}

/** Share of the cross section that may lie above the envelope, when nobody says. */
const ABOVE = 1e-4;

/**
 * Find each channel's envelope: the weight above which only a given share of the trials' cross section lies.
 * @param share - The share.
 * @param trials - Trials to look at.
 */
export function envelope(
  thrower: Thrower,
  plan: Plan,
  share: number = ABOVE,
  trials: number = samples(thrower),
): Envelope {
  const { channels } = thrower;
  const root = random(SEED + 1);
  const found: number[][] = Array.from({ length: channels }, () => []);
  let sum = 0;
  for (let done = 0, address = 0; done < trials; done += BLOCK) {
    const { count, weight, channel } = thrower.throw(root.stream(address++), BLOCK, plan);
    for (let i = 0; i < count; i++) {
      found[channel[i]].push(weight[i]);
      sum += weight[i];
    }
  }
  const beta = new Float64Array(channels);
  const allowed = (share * sum) / channels;
  for (let c = 0; c < channels; c++) {
    const sorted = Float64Array.from(found[c]).sort();
    let above = 0;
    let k = sorted.length - 1;
    // Excess over the k-th weight is the sum of steps times the number of weights above each.
    while (k > 0 && above + (sorted[k] - sorted[k - 1]) * (sorted.length - k) < allowed) {
      above += (sorted[k] - sorted[k - 1]) * (sorted.length - k);
      k--;
    }
    beta[c] = plan.beta[c] * (k >= 0 ? sorted[k] : 0);
  }
  const most = beta.reduce((a, b) => a + b, 0);
  if (!(most > 0)) return { plan, most: 0 };
  // A channel that gave nothing keeps a small chance.
  for (let c = 0; c < channels; c++) beta[c] = Math.max(beta[c], (1e-3 * most) / channels);
  const total = beta.reduce((a, b) => a + b, 0);
  for (let c = 0; c < channels; c++) beta[c] /= total;
  return { plan: { ...plan, beta }, most: total };
}

/** Trials for the envelope: more where there are more dimensions to explore. */
function samples({ dimensions }: Thrower): number {
  return BLOCK * (dimensions <= 2 ? 32 : 64);
}
