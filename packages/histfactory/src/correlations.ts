import { requireOptions } from "@belladonna/numerics";
import type { Fit } from "@belladonna/stats";
import type { HistFactory } from "./model-likelihood.js";

/** A correlation matrix with the names of its rows. */
export interface CorrelationMatrix {
  /** Names of the parameters, rows and columns alike. */
  readonly names: readonly string[];
  /** The rows, each as long as `names`. */
  readonly rows: readonly (readonly number[])[];
}

/**
 * Correlations of the parameters that moved freely in a fit.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * correlationMatrix(model, fit(model)).names; // ["uncorr_bkguncrt[0]", "uncorr_bkguncrt[1]"]
 * ```
 * @param likelihood - A HistFactory likelihood.
 * @param fit - Its fit.
 * @param options - `threshold`: leave out the parameters whose correlations with all others are smaller in size; 0 (none
 *   is left out) by default.
 * @throws RangeError when the fit has no covariance, or the threshold is not in [0, 1].
 */
export function correlationMatrix(
  likelihood: HistFactory,
  fit: Pick<Fit, "covariance" | "reason">,
  options: { readonly threshold?: number } = {},
): CorrelationMatrix {
  requireOptions("correlationMatrix", options, ["threshold"]);
  const { threshold = 0 } = options;
  if (!(threshold >= 0 && threshold <= 1)) {
    throw new RangeError(`correlationMatrix: threshold must be in [0, 1], got ${threshold}`);
  }
  const n = likelihood.parameters.length;
  const { covariance: v } = fit;
  if (v.length !== n * n) throw new RangeError(`correlationMatrix: the fit has no covariance: ${fit.reason}`);
  const free = [...Array(n).keys()].filter((i) => v[i * n + i] > 0);
  const rho = (i: number, j: number): number => v[i * n + j] / Math.sqrt(v[i * n + i] * v[j * n + j]);
  const kept = free.filter((i) => threshold === 0 || free.some((j) => j !== i && Math.abs(rho(i, j)) >= threshold));
  return {
    names: kept.map((i) => likelihood.parameters[i].name),
    rows: kept.map((i) => kept.map((j) => (i === j ? 1 : rho(i, j)))),
  };
}
