import type { Likelihood } from "./likelihood.js";

/** Value, gradient and Hessian in one pass; the arrays are overwritten when given. */
type Evaluate = NonNullable<Likelihood["evaluate"]>;

/** The separate faces of a likelihood of `n` parameters that computes everything in one pass. */
export function onePass(
  evaluate: Evaluate,
  n: number,
): Required<Pick<Likelihood, "value" | "gradient" | "hessian" | "evaluate">> {
  return {
    value: (theta) => evaluate(theta),
    gradient(theta, out = new Float64Array(n)) {
      evaluate(theta, out);
      return out;
    },
    hessian(theta, out = new Float64Array(n * n)) {
      evaluate(theta, undefined, out);
      return out;
    },
    evaluate,
  };
}
