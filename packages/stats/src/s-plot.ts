import { cholesky, choleskyInverse } from "@belladonna/numerics";

/** Result of {@link sWeights}. */
export interface SWeights {
  /** One column of weights a component: what each event counts for it in the distribution of a control variable. */
  readonly weights: readonly Float64Array[];
  /** Covariance of the yields, row-major. */
  readonly covariance: Float64Array;
}

/**
 * sPlot weights that unfold the distribution of a variable independent of the one fitted:
 * $$w_n(i) = \frac{\sum_j V_{nj} f_j(x_i)}{\sum_k N_k f_k(x_i)}, \qquad
 * (V^{-1})_{nj} = \sum_i \frac{f_n(x_i) f_j(x_i)}{\left(\sum_k N_k f_k(x_i)\right)^2}.$$
 * At the maximum of the extended likelihood the weights of a component sum to its yield, those of an event to 1.
 *
 * ```ts
 * sWeights([[0.8, 0.2], [0.2, 0.8]], [1, 1]).weights.length; // 2
 * ```
 * @param densities - For each component its normalised density at each event.
 * @param yields - Fitted yield of each component.
 * @throws RangeError when sizes differ, the total density is not positive at an event, or components cannot be told
 * apart.
 * @see [Pivk and Le Diberder, Nucl. Instrum. Meth. A 555 (2005) 356](https://arxiv.org/abs/physics/0402083), eqs. 11, 15
 */
export function sWeights(densities: readonly ArrayLike<number>[], yields: ArrayLike<number>): SWeights {
  const m = densities.length;
  const n = densities.at(0)?.length ?? 0;
  if (yields.length !== m || densities.some((f) => f.length !== n)) {
    throw new RangeError(`sWeights: need one yield a density and equal lengths, got ${yields.length} yields for ${m}`);
  }
  const inverse = new Float64Array(m * m);
  const total = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let d = 0;
    for (let k = 0; k < m; k++) d += yields[k] * densities[k][i];
    if (!(d > 0 && d < Infinity)) throw new RangeError(`sWeights: the density must be > 0, got ${d} at event ${i}`);
    total[i] = d;
    for (let a = 0; a < m; a++) {
      for (let b = 0; b < m; b++) inverse[a * m + b] += (densities[a][i] * densities[b][i]) / (d * d);
    }
  }
  if (m === 0 || cholesky(inverse, m) >= 0) throw new RangeError("sWeights: the components cannot be told apart");
  const covariance = choleskyInverse(inverse, m);
  const weights = Array.from({ length: m }, (_, a) =>
    Float64Array.from({ length: n }, (__, i) => {
      let w = 0;
      for (let k = 0; k < m; k++) w += covariance[a * m + k] * densities[k][i];
      return w / total[i];
    }),
  );
  return { weights, covariance };
}
