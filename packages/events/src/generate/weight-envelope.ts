import { random } from "@belladonna/numerics";
import { SEED } from "./adapt-channels.js";
import type { ImportanceSampling, TrialSource } from "./weighted-trials.js";
import { BLOCK } from "./weighted-trials.js";

/** A sampling for unweighted events and the weight that accepts with certainty. */
export interface Envelope {
  /** The sampling, channels thrown in proportion to their greatest weights. */
  readonly sampling: ImportanceSampling;
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
export function weightEnvelope(
  source: TrialSource,
  sampling: ImportanceSampling,
  share: number = ABOVE,
  trials: number = samples(source),
): Envelope {
  const { channels } = source;
  const root = random(SEED + 1);
  const found: number[][] = Array.from({ length: channels }, () => []);
  let sum = 0;
  for (let done = 0, address = 0; done < trials; done += BLOCK) {
    const { count, weight, channel } = source.throw(root.stream(address++), BLOCK, sampling);
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
    beta[c] = sampling.beta[c] * (k >= 0 ? sorted[k] : 0);
  }
  const most = beta.reduce((a, b) => a + b, 0);
  if (!(most > 0)) return { sampling, most: 0 };
  // A channel that gave nothing keeps a small chance.
  for (let c = 0; c < channels; c++) beta[c] = Math.max(beta[c], (1e-3 * most) / channels);
  const total = beta.reduce((a, b) => a + b, 0);
  for (let c = 0; c < channels; c++) beta[c] /= total;
  return { sampling: { ...sampling, beta }, most: total };
}

/** Trials for the envelope: more where there are more dimensions to explore. */
function samples({ dimensions }: TrialSource): number {
  return BLOCK * (dimensions <= 2 ? 32 : 64);
}
