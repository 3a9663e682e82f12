import { gammaQ, requireChoice, requireOptions } from "@belladonna/numerics";
import { square } from "@belladonna/numerics/elementary";
import type { Fit } from "@belladonna/stats";
import type { HistFactory } from "./model-likelihood.js";
import { halfDeviance } from "./poisson.js";

/** How well a model describes its data. */
export interface SaturatedGoodness {
  /** $-2\ln[L(\hat\theta)/L_\mathrm{saturated}]$, constraint terms included, $\ge 0$. */
  readonly statistic: number;
  /** Its part from each channel's bins, by name of the channel. */
  readonly channels: Readonly<Record<string, number>>;
  /** Its part from the constraint terms. */
  readonly constraints: number;
  /** Bins less free parameters without constraint. */
  readonly degreesOfFreedom: number;
  /** Probability of a worse agreement, by the $\chi^2$ law: good where bins have many events; NaN without freedom. */
  readonly pValue: number;
}

/**
 * Goodness of fit against the saturated model, in which each bin has a rate and each auxiliary measurement a mean of its
 * own: $$-2\ln\lambda=2\sum_b\left[\nu_b-n_b+n_b\ln\frac{n_b}{\nu_b}\right]+\sum_c d_c,$$
 * with $d_c=(a_c-\theta_c)^2/\sigma_c^2$ of Gaussian constraints and the deviance of Poisson ones. Each constraint
 * brings a measurement and a parameter, so that only bins and unconstrained parameters count as degrees of freedom.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * saturatedGoodness(model, fit(model)).pValue; // ≈ 0.67004
 * ```
 * @param likelihood - A HistFactory likelihood.
 * @param fit - Its fit.
 * @param options - `held`: names of parameters that the fit held besides those fixed in the model.
 * @throws RangeError for a name that no parameter has.
 * @see R. D. Cousins, "Generalization of chisquare goodness-of-fit test for binned data using saturated models" (2013)
 */
export function saturatedGoodness(
  likelihood: HistFactory,
  fit: Pick<Fit, "theta">,
  options: { readonly held?: readonly string[] } = {},
): SaturatedGoodness {
  requireOptions("saturatedGoodness", options, ["held"]);
  const { held = [] } = options;
  const { data, channels, parameterSets, parameters, binCount } = likelihood;
  const names = parameters.map(({ name }) => name);
  for (const name of held) requireChoice("saturatedGoodness: held", name, names);
  const expected = likelihood.expected(fit.theta);
  const parts: Record<string, number> = {};
  for (const { name, offset, bins } of channels) {
    parts[name] = 0;
    for (let b = offset; b < offset + bins; b++) parts[name] += 2 * halfDeviance(data[b], expected[b]);
  }
  let constraints = 0;
  let at = binCount;
  let unconstrained = 0;
  for (const { constraint, scales, size, offset } of parameterSets) {
    for (let i = 0; i < size; i++) {
      const { name, fixed } = parameters[offset + i];
      if (constraint === "none") {
        if (fixed !== true && !held.includes(name)) unconstrained++;
        continue;
      }
      const [a, x] = [data[at], expected[at]];
      constraints += constraint === "poisson" ? 2 * halfDeviance(a, x) : square((a - x) / scales[i]);
      at++;
    }
  }
  const statistic = Object.values(parts).reduce((sum, x) => sum + x, constraints);
  const degreesOfFreedom = binCount - unconstrained;
  const pValue = degreesOfFreedom > 0 ? gammaQ(0.5 * degreesOfFreedom, 0.5 * statistic) : Number.NaN;
  return { statistic, channels: parts, constraints, degreesOfFreedom, pValue };
}
