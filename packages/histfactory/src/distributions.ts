import { square } from "@belladonna/numerics/elementary";
import type { ChannelYields } from "./yields.js";

/** One bin of a distribution, with what a plot shows of it. */
export interface DistributionBin {
  /** Observed events, and their $\sqrt{n}$. */
  readonly observed: number;
  /** Their standard deviation. */
  readonly observedError: number;
  /** Expected events with their standard deviation. */
  readonly expected: number;
  /** The standard deviation of the expected events. */
  readonly expectedError: number;
  /** Observed over expected, with the error of the observed events alone; NaN where nothing is expected. */
  readonly ratio: number;
  /** That error. */
  readonly ratioError: number;
  /** Relative error of the expected events: the band around 1 in a ratio plot. */
  readonly band: number;
  /** Heights at which each sample's part of the stack begins and ends, in the order of `samples`. */
  readonly stack: readonly (readonly [from: number, to: number])[];
}

/** A distribution as a plot shows it: stacked samples, data, and their ratio. */
export interface Distribution {
  /** Name of the channel. */
  readonly channel: string;
  /** Samples from the bottom of the stack to its top, the smallest first. */
  readonly samples: readonly string[];
  /** The bins. */
  readonly bins: readonly DistributionBin[];
  /** Pearson's $\sum(n-\nu)^2/(\nu+\sigma^2)$ over the bins that expect something, correlations left out. */
  readonly chi2: number;
}

/**
 * The distribution of each channel, before or after a fit, with the ratio of observed to expected events.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * const { theta, covariance } = fit(model);
 * distributions(expectedYields(model, theta, covariance)).length; // 1
 * ```
 * @param yields - What `expectedYields` gives.
 */
export function distributions(yields: readonly ChannelYields[]): Distribution[] {
  return yields.map((channel) => {
    const samples = [...channel.samples].sort((a, b) => a.total - b.total);
    let chi2 = 0;
    const bins = [...channel.bins].map((expected, b): DistributionBin => {
      const observed = channel.observed[b];
      const expectedError = channel.errors[b];
      if (expected > 0) chi2 += square(observed - expected) / (expected + square(expectedError));
      let height = 0;
      const stack = samples.map((s): [number, number] => [height, (height += s.bins[b])]);
      const over = (x: number): number => (expected > 0 ? x / expected : Number.NaN);
      const observedError = Math.sqrt(observed);
      return {
        observed,
        observedError,
        expected,
        expectedError,
        ratio: over(observed),
        ratioError: over(observedError),
        band: over(expectedError),
        stack,
      };
    });
    return { channel: channel.name, samples: samples.map((s) => s.name), bins, chi2 };
  });
}
