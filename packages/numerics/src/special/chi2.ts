import { gammaP, gammaPInverse, gammaQ, gammaQInverse } from "./gamma.js";

/**
 * Distribution function of $\chi^2$ with `dof` degrees of freedom, $P(\nu/2, x/2)$; 0 for negative `x`.
 *
 * ```ts
 * chi2Cdf(3.841, 1); // ≈ 0.95
 * ```
 * @param x - Value of $\chi^2$.
 * @param dof - Degrees of freedom, positive, not necessarily an integer.
 */
export function chi2Cdf(x: number, dof: number): number {
  return gammaP(0.5 * dof, 0.5 * Math.max(x, 0));
}

/**
 * Survival function (p-value) of $\chi^2$ with `dof` degrees of freedom, $Q(\nu/2, x/2)$; 1 for negative `x`.
 * @param x - Value of $\chi^2$.
 * @param dof - Degrees of freedom, positive, not necessarily an integer.
 * @example
 * ```ts
 * chi2Sf(3.841458820694124, 1); // ≈ 0.05
 * ```
 */
export function chi2Sf(x: number, dof: number): number {
  return gammaQ(0.5 * dof, 0.5 * Math.max(x, 0));
}

/**
 * Quantile of $\chi^2$: the $x$ with $P(\chi^2 \le x) = p$.
 * @param p - Probability in 0 … 1; `NaN` outside.
 * @param dof - Degrees of freedom, positive.
 * @example
 * ```ts
 * chi2Quantile(0.9, 2); // ≈ 4.60517
 * ```
 */
export function chi2Quantile(p: number, dof: number): number {
  return 2 * gammaPInverse(0.5 * dof, p);
}

/**
 * The $x$ with $P(\chi^2 > x) = q$: right for the smallest `q`.
 *
 * ```ts
 * chi2UpperQuantile(0.05, 1); // ≈ 3.841
 * ```
 * @param q - Probability in 0 … 1; `NaN` outside.
 * @param dof - Degrees of freedom, positive.
 */
export function chi2UpperQuantile(q: number, dof: number): number {
  return 2 * gammaQInverse(0.5 * dof, q);
}
