import type { RandomStream } from "@belladonna/numerics";

/** Candidates of simulated events, each with the cross section it stands for. */
export interface Simulated {
  /** The observable. */
  readonly values: Float64Array;
  /** Cross section, fb: entries expected per fb⁻¹ of data. */
  readonly weights: Float64Array;
  /** Which event it is of; candidates of an event stand together. Not integers, which checkpoints do not keep. */
  readonly event: Float64Array;
}

/** Samples one after the other. */
export function joined(samples: readonly Simulated[]): Simulated {
  const n = samples.reduce((sum, { values }) => sum + values.length, 0);
  const values = new Float64Array(n);
  const weights = new Float64Array(n);
  const event = new Float64Array(n);
  let at = 0;
  let events = 0;
  for (const sample of samples) {
    values.set(sample.values, at);
    weights.set(sample.weights, at);
    for (let k = 0; k < sample.event.length; k++) event[at + k] = events + sample.event[k];
    at += sample.values.length;
    if (at > 0) events = event[at - 1] + 1;
  }
  return { values, weights, event };
}

/** Values in ascending order with their weights. */
export function ascending({ values, weights }: Simulated): { values: Float64Array; weights: Float64Array } {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a] - values[b]);
  return {
    values: Float64Array.from(order, (i) => values[i]),
    weights: Float64Array.from(order, (i) => weights[i]),
  };
}

/**
 * Pseudo-data: simulated events, each kept with its probability to be in the data. Where the simulated events are a
 * Poisson process, so are the kept ones.
 *
 * @param luminosity - Of the data, fb⁻¹.
 * @returns The values, or nothing where an event would have to be taken more than once.
 */
export function thinned(
  { values, weights, event }: Simulated,
  luminosity: number,
  random: RandomStream,
): Float64Array | undefined {
  const kept: number[] = [];
  let keep = false;
  for (let i = 0; i < values.length; i++) {
    if (i === 0 || event[i] !== event[i - 1]) {
      const probability = weights[i] * luminosity;
      if (probability > 1) return undefined;
      keep = random.uniform() < probability;
    }
    if (keep) kept.push(values[i]);
  }
  return Float64Array.from(kept);
}

/** Largest luminosity, fb⁻¹, of which there can be {@link thinned} pseudo-data. */
export function mostLuminosity({ weights }: Simulated): number {
  return 1 / weights.reduce((largest, w) => Math.max(largest, w), 0);
}
