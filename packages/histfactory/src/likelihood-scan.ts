import { requireOptions } from "@belladonna/numerics";
import type { Fit } from "@belladonna/stats";
import type { HistFactory } from "./model-likelihood.js";

/** A profile of the likelihood along one parameter. */
export interface LikelihoodScan {
  /** Name of the parameter. */
  readonly name: string;
  /** Its values. */
  readonly values: Float64Array;
  /** $-2\ln[L(x,\hat{\hat\theta})/L(\hat\theta)]$ at each; NaN where a fit failed. */
  readonly rises: Float64Array;
  /** The best value. */
  readonly best: number;
  /** Its standard deviation: the profile of a Gaussian likelihood is the parabola of both. */
  readonly error: number;
}

/**
 * Profile of the likelihood along one parameter, around its best value.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * likelihoodScan(model, fit(model), "uncorr_bkguncrt[0]", { points: 5 }).name; // "uncorr_bkguncrt[0]"
 * ```
 * @param likelihood - A HistFactory likelihood.
 * @param fit - Its fit.
 * @param name - The parameter.
 * @param options - `range`: first and last value, three standard deviations to each side within the bounds by default (of a
 *   parameter at a bound, three times its profile interval);
 *   `points`: 21 by default.
 * @throws RangeError when there is no such parameter, no range, or fewer than 2 points.
 */
export function likelihoodScan(
  likelihood: HistFactory,
  fit: Fit,
  name: string,
  options: { readonly range?: readonly [number, number]; readonly points?: number } = {},
): LikelihoodScan {
  requireOptions("likelihoodScan", options, ["range", "points"]);
  const parameter = likelihood.parameters.find((p) => p.name === name);
  if (parameter === undefined) throw new RangeError(`likelihoodScan: the likelihood has no parameter ${name}`);
  const { min = -Infinity, max = Infinity } = parameter;
  const best = fit.parameters[name];
  const error = fit.errors[name] ?? Number.NaN;
  const around = (): [number, number] => {
    const { lower, upper } = error > 0 ? { lower: -error, upper: error } : fit.minos(name);
    const reach = 3 * Math.max(-lower, upper);
    return [Math.max(best - reach, min), Math.min(best + reach, max)];
  };
  const { points = 21, range = around() } = options;
  const [from, to] = range;
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to)) {
    throw new RangeError(`likelihoodScan: range of ${name} must be finite and ascend, got ${from}, ${to}`);
  }
  if (!(Number.isSafeInteger(points) && points >= 2)) {
    throw new RangeError(`likelihoodScan: points must be an integer >= 2, got ${points}`);
  }
  const values = Float64Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
  return { name, values, rises: fit.profile(name, values), best, error };
}
