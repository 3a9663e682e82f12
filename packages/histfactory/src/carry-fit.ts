import type { Fit } from "@belladonna/stats";
import type { HistFactory } from "./model-likelihood.js";
import { prefitCovariance } from "./yields.js";

/** A fit's values and covariance in the parameters of another model. */
export interface CarriedFit {
  /** Values in the order of the other model's parameters. */
  readonly theta: Float64Array;
  /** Their covariance, row-major. */
  readonly covariance: Float64Array;
  /** Parameters of the other model that the fit did not have: at their start, with the width of their constraint. */
  readonly added: readonly string[];
  /** Parameters of the fit that the other model does not have. */
  readonly dropped: readonly string[];
}

/**
 * A fit carried over to another model by the names of the parameters: to look at a validation region, or at finer bins,
 * with the values and errors found elsewhere. What `expectedYields` takes.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * const best = fit(model);
 * carryFit(best, model, model).theta[0] === best.theta[0]; // true
 * ```
 * @param fit - The fit.
 * @param from - The likelihood that was fitted.
 * @param to - The other likelihood.
 * @throws RangeError when the fit has no covariance.
 */
export function carryFit(
  fit: Pick<Fit, "theta" | "covariance" | "reason">,
  from: HistFactory,
  to: HistFactory,
): CarriedFit {
  const [n, m] = [from.parameters.length, to.parameters.length];
  if (fit.covariance.length !== n * n) {
    throw new RangeError(`carryFit: the fit has no covariance: ${fit.reason}`);
  }
  // Of a set with another number of bins no parameter is the same.
  const sizes = new Map(to.parameterSets.map((s) => [s.name, s.size]));
  const index = new Map(
    from.parameterSets
      .filter((s) => sizes.get(s.name) === s.size)
      .flatMap(({ offset, size }) =>
        Array.from({ length: size }, (_, i): [string, number] => [from.parameters[offset + i].name, offset + i]),
      ),
  );
  const source = to.parameters.map((p) => index.get(p.name) ?? -1);
  const covariance = prefitCovariance(to);
  for (let i = 0; i < m; i++) {
    if (source[i] < 0) continue;
    for (let j = 0; j < m; j++) {
      if (source[j] >= 0) covariance[i * m + j] = fit.covariance[source[i] * n + source[j]];
    }
  }
  return {
    theta: Float64Array.from(to.parameters, (p, i) => (source[i] < 0 ? p.start : fit.theta[source[i]])),
    covariance,
    added: to.parameters.filter((_, i) => source[i] < 0).map((p) => p.name),
    dropped: from.parameters.filter((p) => !index.has(p.name)).map((p) => p.name),
  };
}
