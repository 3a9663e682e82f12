import type { HistFactory } from "./model-likelihood.js";
import { constraintWidths } from "./pulls.js";

/** Expected events with their uncertainty, per bin and summed. */
export interface Yield {
  /** Expected events in each bin. */
  readonly bins: Float64Array;
  /** Their standard deviations, from the parameters' covariance. */
  readonly errors: Float64Array;
  /** Expected events in all bins. */
  readonly total: number;
  /** Its standard deviation, with the correlations between bins. */
  readonly totalError: number;
}

/** Expected events of one sample. */
export interface SampleYields extends Yield {
  /** Name of the sample. */
  readonly name: string;
}

/** Expected and observed events of one channel. */
export interface ChannelYields extends Yield {
  /** Name of the channel. */
  readonly name: string;
  /** Observed events in each bin. */
  readonly observed: Float64Array;
  /** Its samples, sorted by name. */
  readonly samples: readonly SampleYields[];
}

/**
 * Covariance of the parameters before a fit: the widths of their constraints, 0 where there is none or the parameter is
 * fixed.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * prefitCovariance(model).length; // 9
 * ```
 * @param likelihood - A HistFactory likelihood.
 * @returns Row-major parameters × parameters.
 */
export function prefitCovariance(likelihood: HistFactory): Float64Array {
  const n = likelihood.parameters.length;
  const { width } = constraintWidths(likelihood);
  const out = new Float64Array(n * n);
  likelihood.parameters.forEach(({ fixed }, i) => {
    if (fixed !== true && !Number.isNaN(width[i])) out[i * n + i] = width[i] * width[i];
  });
  return out;
}

/** Standard deviations of the rows of a Jacobian and of their sum: $\sigma^2=JVJ^T$. */
function propagate(jacobian: Float64Array, covariance: Float64Array, bins: Float64Array): Yield {
  const count = bins.length;
  const n = jacobian.length / count;
  const variance = (row: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      if (row[i] === 0) continue;
      for (let j = 0; j < n; j++) sum += row[i] * covariance[i * n + j] * row[j];
    }
    return Math.max(sum, 0);
  };
  const whole = new Float64Array(n);
  const errors = new Float64Array(count);
  for (let b = 0; b < count; b++) {
    const row = jacobian.subarray(b * n, (b + 1) * n);
    errors[b] = Math.sqrt(variance(row));
    for (let i = 0; i < n; i++) whole[i] += row[i];
  }
  return { bins, errors, total: bins.reduce((sum, x) => sum + x, 0), totalError: Math.sqrt(variance(whole)) };
}

/**
 * Expected events of each channel and sample with their uncertainties, $\sigma^2=JVJ^T$ with the Jacobian $J$ of the yields
 * and the covariance $V$ of the parameters: after a fit with its `theta` and `covariance`, before one with the start values
 * and {@link prefitCovariance}.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * const { theta, covariance } = fit(model);
 * expectedYields(model, theta, covariance)[0].total; // ≈ 100.2
 * ```
 * @param likelihood - A HistFactory likelihood.
 * @param theta - The parameters.
 * @param covariance - Their covariance, row-major.
 * @returns One entry a channel, in the order of the data.
 * @throws RangeError when the covariance has not parameters × parameters entries, as that of a fit which failed.
 */
export function expectedYields(
  likelihood: HistFactory,
  theta: Float64Array,
  covariance: Float64Array,
): ChannelYields[] {
  const n = likelihood.parameters.length;
  if (covariance.length !== n * n) {
    throw new RangeError(`expectedYields: covariance must have ${n * n} entries, got ${covariance.length}`);
  }
  const expected = likelihood.expected(theta);
  const all = likelihood.rateJacobian(theta);
  return likelihood.channels.map(({ name, offset, bins, samples }) => {
    const rows = (jacobian: Float64Array): Float64Array => jacobian.subarray(offset * n, (offset + bins) * n);
    const yields = likelihood.sampleYields(theta, name);
    return {
      name,
      observed: likelihood.data.slice(offset, offset + bins),
      ...propagate(rows(all), covariance, expected.slice(offset, offset + bins)),
      samples: samples.map((sample, s) => ({
        name: sample,
        ...propagate(rows(likelihood.rateJacobian(theta, { channel: name, sample })), covariance, yields[s]),
      })),
    };
  });
}
