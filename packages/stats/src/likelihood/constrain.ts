import { cholesky, choleskyInverse } from "@belladonna/numerics";
import { requireParameter, type Parameter } from "../parameter.js";
import type { RandomStream } from "@belladonna/numerics";
import type { Likelihood } from "./likelihood.js";

/**
 * Gaussian constraint on parameters from an auxiliary measurement $v_0$ with covariance $V$:
 *
 * $$-2\ln L(v) = (v - v_0)^T V^{-1} (v - v_0)$$
 *
 * Join it to other likelihoods with `simultaneous`. Pseudo-data redraw the measured $v_0$.
 *
 * @param parameters - The constrained parameters $v$.
 * @param measured - Their measured values $v_0$.
 * @param covariance - Standard deviations, one each, or the covariance matrix row by row.
 * @returns The likelihood.
 * @throws RangeError when sizes differ, a standard deviation is not positive or the matrix is not positive definite.
 * @example
 * ```ts
 * constrain([parameter("mu", 1)], [3], [0.5]).value(Float64Array.of(4)); // ≈ 4
 * ```
 */
export function constrain(
  parameters: readonly Parameter[],
  measured: ArrayLike<number>,
  covariance: ArrayLike<number> | readonly ArrayLike<number>[],
): Likelihood {
  for (const p of parameters) requireParameter("constrain", p);
  const n = parameters.length;
  if (measured.length !== n || covariance.length !== n) {
    throw new RangeError(
      `constrain: ${n} parameters need as many values and errors, got ${measured.length} and ${covariance.length}`,
    );
  }
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = covariance[i];
    if (typeof row === "number") {
      if (!(row > 0)) throw new RangeError(`constrain: standard deviations must be > 0, got ${row}`);
      v[i * n + i] = row * row;
    } else for (let j = 0; j < n; j++) v[i * n + j] = row[j];
  }
  const factor = v.slice();
  if (cholesky(factor, n) >= 0) throw new RangeError("constrain: the covariance is not positive definite");
  return constraint(parameters, Float64Array.from(measured), factor, choleskyInverse(factor, n));
}

function constraint(
  parameters: readonly Parameter[],
  measured: Float64Array,
  factor: Float64Array,
  inverse: Float64Array,
): Likelihood {
  const n = parameters.length;
  const gradient = (theta: Float64Array, out: Float64Array = new Float64Array(n)): Float64Array => {
    for (let i = 0; i < n; i++) {
      let s = 0;
      for (let j = 0; j < n; j++) s += inverse[i * n + j] * (theta[j] - measured[j]);
      out[i] = 2 * s;
    }
    return out;
  };
  const scratch = new Float64Array(n);
  const evaluate = (theta: Float64Array, g: Float64Array = scratch, hessian?: Float64Array): number => {
    gradient(theta, g);
    let value = 0;
    for (let i = 0; i < n; i++) value += 0.5 * g[i] * (theta[i] - measured[i]);
    if (hessian !== undefined) for (let i = 0; i < n * n; i++) hessian[i] = 2 * inverse[i];
    return value;
  };
  return {
    parameters,
    hessianKind: "exact",
    value: (theta) => evaluate(theta),
    gradient,
    hessian(theta, out = new Float64Array(n * n)) {
      evaluate(theta, scratch, out);
      return out;
    },
    evaluate,
    expected: (theta) => theta.slice(),
    sample: (theta, random) => constraint(parameters, draw(theta, factor, random), factor, inverse),
    asimov: (theta) => constraint(parameters, theta.slice(), factor, inverse),
  };
}

function draw(mean: Float64Array, factor: Float64Array, random: RandomStream): Float64Array {
  const n = mean.length;
  const z = Float64Array.from(mean, () => random.normal());
  return mean.map((m, i) => {
    let s = m;
    for (let j = 0; j <= i; j++) s += factor[i * n + j] * z[j];
    return s;
  });
}
