import type { ParameterSet } from "./parameter-set.js";
import { halfDeviance } from "./poisson.js";

/** The auxiliary measurements of a model, in the order of the parameters they constrain. */
export interface Constraints {
  /** The constrained parameter of each. */
  readonly parameter: Int32Array;
  /** 1 for a Poisson count of mean $\tau\theta$, 0 for a Gaussian of mean $\theta$. */
  readonly poisson: Uint8Array;
  /** $\tau$ of a Poisson, width of a Gaussian. */
  readonly scale: Float64Array;
  /** Central values the workspace gives. */
  readonly auxdata: Float64Array;
}

/** The auxiliary measurements of the parameter sets. */
export function constraints(sets: readonly ParameterSet[]): Constraints {
  const list = sets.flatMap((s) =>
    s.auxdata.map((aux, i) => ({
      parameter: s.offset + i,
      poisson: s.constraint === "poisson" ? 1 : 0,
      scale: s.scales[i],
      aux,
    })),
  );
  return {
    parameter: Int32Array.from(list, (c) => c.parameter),
    poisson: Uint8Array.from(list, (c) => c.poisson),
    scale: Float64Array.from(list, (c) => c.scale),
    auxdata: Float64Array.from(list, (c) => c.aux),
  };
}

/** What is left of $-2\ln L$ of the constraint `i` once its normalisation is taken off: $\ge 0$. */
export function constraintValue(c: Constraints, i: number, theta: Float64Array, aux: number): number {
  const x = theta[c.parameter[i]];
  if (c.poisson[i] === 1) return 2 * halfDeviance(aux, c.scale[i] * x);
  const pull = (aux - x) / c.scale[i];
  return pull * pull;
}

/** Add the gradient of the constraints to `out`; `data[offset + i]` is the auxiliary measurement `i`. */
export function addConstraintGradient(
  c: Constraints,
  theta: Float64Array,
  data: Float64Array,
  offset: number,
  out: Float64Array,
): void {
  for (let i = 0; i < c.parameter.length; i++) {
    const p = c.parameter[i];
    const x = theta[p];
    const aux = data[offset + i];
    const s = c.scale[i];
    if (c.poisson[i] === 0) out[p] += (2 * (x - aux)) / (s * s);
    else out[p] += aux === 0 ? 2 * s : (2 * (s * x - aux)) / x;
  }
}

/** Add the (diagonal) Hessian of the constraints to the row-major matrix `out`. */
export function addConstraintHessian(
  c: Constraints,
  theta: Float64Array,
  data: Float64Array,
  offset: number,
  out: Float64Array,
): void {
  const n = theta.length;
  for (let i = 0; i < c.parameter.length; i++) {
    const p = c.parameter[i];
    const x = theta[p];
    const s = c.scale[i];
    if (c.poisson[i] === 0) out[p * n + p] += 2 / (s * s);
    else out[p * n + p] += data[offset + i] === 0 ? 0 : (2 * data[offset + i]) / (x * x);
  }
}
