import type { Fit } from "@belladonna/stats";
import type { HistFactory } from "./model-likelihood.js";

/** What a fit did to a constrained parameter, in units of its constraint. */
export interface Pull {
  /** Name of the parameter. */
  readonly name: string;
  /** $(\hat\theta-a)/\sigma$: how far from the auxiliary measurement $a$, in its standard deviations $\sigma$. */
  readonly pull: number;
  /** $\sigma_{\hat\theta}/\sigma$: below 1 where the data constrain more than the auxiliary measurement; 0 where fixed. */
  readonly error: number;
  /** Standard deviation $\sigma$ of the constraint, in units of the parameter. */
  readonly width: number;
}

/** Centre and standard deviation of the constraint on each parameter; NaN for a parameter without. */
export function constraintWidths(likelihood: HistFactory): {
  readonly centre: Float64Array;
  readonly width: Float64Array;
} {
  const n = likelihood.parameters.length;
  const centre = new Float64Array(n).fill(Number.NaN);
  const width = new Float64Array(n).fill(Number.NaN);
  let at = likelihood.binCount;
  for (const { offset, constraint, scales, auxdata } of likelihood.parameterSets) {
    auxdata.forEach((_, i) => {
      const aux = likelihood.data[at++];
      // A count a of mean tau theta measures theta as a / tau, with the error sqrt(a) / tau.
      centre[offset + i] = constraint === "poisson" ? aux / scales[i] : aux;
      width[offset + i] = constraint === "poisson" ? Math.sqrt(aux) / scales[i] : scales[i];
    });
  }
  return { centre, width };
}

/**
 * Pulls of the constrained parameters after a fit.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * pulls(model, fit(model))[0].pull; // ≈ 0.05085
 * ```
 * @param likelihood - A HistFactory likelihood.
 * @param fit - Its fit.
 * @returns One entry a constrained parameter, in the order of the parameters.
 */
export function pulls(likelihood: HistFactory, fit: Fit): Pull[] {
  const { centre, width } = constraintWidths(likelihood);
  return likelihood.parameters.flatMap(({ name }, i) =>
    Number.isNaN(width[i])
      ? []
      : [
          {
            name,
            pull: (fit.theta[i] - centre[i]) / width[i],
            error: (fit.errors[name] ?? Number.NaN) / width[i],
            width: width[i],
          },
        ],
  );
}
