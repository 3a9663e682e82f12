import type { Parameter } from "../parameter.js";
import { descent } from "./descent.js";
import type { Descent, Surface } from "./descent.js";
import { minimumOnEdge } from "./edge.js";
import { cholesky, choleskyInverse, requireOptions } from "@belladonna/numerics";
import type { MinimiseOptions, Minimum, Objective } from "./objective.js";
import { newtonBetweenKinks } from "./kinks.js";
import { leaveValley } from "./valleys.js";
import { SLOPE, UNENDING, newton } from "./newton.js";
import { surfaceOf } from "./surface.js";
import { variableMetric } from "./variable-metric.js";

/**
 * A minimiser of one objective that keeps its memory from run to run: for profile scans and conditional fits.
 *
 * ```ts
 * minimiser((theta) => (theta[0] - 2) ** 2, [parameter("x", 0)])().valid; // true
 * ```
 * @param objective - The function, as a plain function of `theta` or with its derivatives.
 * @param parameters - One parameter an entry of `theta`.
 * @returns A function that runs a minimisation with the options given.
 */
export function minimiser(
  objective: Objective | ((theta: Float64Array) => number),
  parameters: readonly Parameter[],
): (options?: MinimiseOptions) => Minimum {
  const n = parameters.length;
  const surface = surfaceOf(typeof objective === "function" ? { value: objective } : objective, n);
  const kinks = typeof objective === "function" ? [] : (objective.kinks ?? []);
  const valleys = typeof objective === "function" ? undefined : objective.valleys;
  const d = descent(n);
  const centre = Float64Array.from(parameters, (p) => p.start);
  const index = new Map(parameters.map((p, i) => [p.name, i]));
  return (options = {}) => {
    requireOptions("minimise", options, ["start", "fix", "up", "tolerance", "maxIterations", "covariance"]);
    const { up = 1, tolerance = surface.exact ? 1e-10 : 1e-13, maxIterations = 500, covariance = true } = options;
    if (!(up > 0 && up < Infinity)) throw new RangeError(`minimise: up must be > 0, got ${up}`);
    if (!(tolerance >= 0 && tolerance < Infinity)) {
      throw new RangeError(`minimise: tolerance must be finite and >= 0, got ${tolerance}`);
    }
    if (!(Number.isSafeInteger(maxIterations) && maxIterations >= 0)) {
      throw new RangeError(`minimise: maxIterations must be an integer >= 0, got ${maxIterations}`);
    }
    if (options.start !== undefined && options.start.length !== n) {
      throw new RangeError(`minimise: start must have ${n} entries, got ${options.start.length}`);
    }
    prepare(d, parameters, index, options);
    const start = d.theta.slice();
    surface.reset(d, up);
    const run = (s: Surface = surface): void => {
      if (s.exact && kinks.length > 0) newtonBetweenKinks(s, d, up, tolerance, maxIterations, kinks);
      else (s.exact ? newton : variableMetric)(s, d, up, tolerance, maxIterations);
    };
    run();
    let onEdge = false;
    if (typeof objective !== "function" && d.reason !== "") {
      const ended = d.reason === SLOPE || d.reason.startsWith(UNENDING);
      onEdge = ended && surface.exact && minimumOnEdge(objective, surface, d, start, run);
      const fault = onEdge ? "" : (objective.fault?.(d.theta) ?? "");
      if (fault !== "") d.reason += `: ${fault}`;
    }
    // The Hessian of a minimum on an edge is that of a barrier: nothing is to be learnt from it about other valleys.
    if (d.reason === "" && surface.exact && !onEdge) {
      const along = valleys ?? (d.indefinite ? [...centre.keys()] : []);
      if (along.length > 0) leaveValley(surface, d, along, centre, up, run);
    }
    return report(d, parameters, up, covariance, surface.exact ? 1e-13 : 1e-8, surface.evaluations);
  };
}

/**
 * The minimum of a function in a box.
 *
 * With a gradient and a Hessian: projected Newton steps with active bounds, damped where the quadratic model fails. With
 * less: a variable-metric (BFGS) descent, with two- and four-point differences when there is no gradient, whose end is
 * verified with a Hessian by differences; a saddle point is left along its negative curvature. Where an objective with a
 * Hessian names parameters with several `valleys`, or the way went through negative curvature, lower minima are looked for
 * beside the one found: a function nearly even in a parameter has one on either side. The end is a local minimum: `valid`
 * says that it was verified, `reason` what is wrong when it was not.
 *
 * @param objective - The function, as a plain function of `theta` or with its derivatives.
 * @param parameters - Start, bounds and `fixed` of each entry of `theta`.
 * @param options - See {@link MinimiseOptions}.
 * @returns The point, its value, covariance and whether it is a minimum.
 * @throws RangeError when an option is unknown, `up` is not positive, a tolerance or number of iterations is none, `start` has the wrong length or `fix` names an unknown parameter.
 * @see J. Nocedal, S. Wright, *Numerical Optimization*, 2nd ed., chapters 4, 6 and 16
 * @example
 * ```ts
 * minimise((t) => (t[0] - 3) ** 2, [parameter("x", 1)]).theta[0]; // ≈ 3
 * minimise((t) => ((t[0] - 3) / 0.1) ** 2, [parameter("x", 1)]).errors.x; // ≈ 0.1
 * ```
 */
export function minimise(
  objective: Objective | ((theta: Float64Array) => number),
  parameters: readonly Parameter[],
  options: MinimiseOptions = {},
): Minimum {
  return minimiser(objective, parameters)(options);
}

function prepare(
  d: Descent,
  parameters: readonly Parameter[],
  index: ReadonlyMap<string, number>,
  options: MinimiseOptions,
): void {
  parameters.forEach((p, i) => {
    d.low[i] = p.min ?? -Infinity;
    d.high[i] = p.max ?? Infinity;
    d.free[i] = p.fixed === true ? 0 : 1;
    const x = options.start === undefined ? p.start : options.start[i];
    if (d.free[i] === 0) hold(d, i, x);
    else d.theta[i] = Math.min(Math.max(x, d.low[i]), d.high[i]);
  });
  if (options.fix === undefined) return;
  for (const [name, x] of Object.entries(options.fix)) {
    const i = index.get(name);
    if (i === undefined) throw new RangeError(`minimise: fix names an unknown parameter, got ${name}`);
    hold(d, i, x);
  }
}

/** Hold a parameter at a value, also outside its bounds: steps are cut at bounds, and this one must not be. */
function hold(d: Descent, i: number, x: number): void {
  d.free[i] = 0;
  d.theta[i] = x;
  d.low[i] = Math.min(d.low[i], x);
  d.high[i] = Math.max(d.high[i], x);
}

function report(
  d: Descent,
  parameters: readonly Parameter[],
  up: number,
  wanted: boolean,
  floor: number,
  evaluations: number,
): Minimum {
  const n = parameters.length;
  const theta = d.theta.slice();
  const values: Record<string, number> = {};
  const atBound: string[] = [];
  const moving: number[] = [];
  for (let i = 0; i < n; i++) {
    values[parameters[i].name] = theta[i];
    if (d.free[i] === 0) continue;
    const { name, min = -Infinity, max = Infinity } = parameters[i];
    if (theta[i] <= min || theta[i] >= max) atBound.push(name);
    else moving.push(i);
  }
  const valid = d.reason === "";
  const factor = wanted && valid ? flatDirections(d, moving, floor) : undefined;
  const undetermined = factor?.flat.map((i) => parameters[i].name) ?? [];
  let covariance = new Float64Array(0);
  const errors: Record<string, number> = {};
  if (factor?.flat.length === 0) {
    covariance = invert(factor.factor, moving, n, up);
    for (let i = 0; i < n; i++) errors[parameters[i].name] = Math.sqrt(covariance[i * n + i]);
  }
  const reason =
    undetermined.length > 0 ? `the Hessian is singular: not determined are ${undetermined.join(", ")}` : d.reason;
  return {
    parameters: values,
    theta,
    value: d.value,
    gradient: d.gradient.slice(),
    covariance,
    errors,
    valid,
    reason,
    edm: d.edm,
    iterations: d.iterations,
    evaluations,
    atBound,
    undetermined,
  };
}

function subMatrix(d: Descent, moving: readonly number[]): Float64Array {
  const n = d.theta.length;
  const m = moving.length;
  const a = new Float64Array(m * m);
  for (let k = 0; k < m; k++) for (let l = 0; l < m; l++) a[k * m + l] = d.metric[moving[k] * n + moving[l]];
  return a;
}

function invert(factor: Float64Array, moving: readonly number[], n: number, up: number): Float64Array<ArrayBuffer> {
  const m = moving.length;
  const inverse = choleskyInverse(factor, m);
  const out = new Float64Array(n * n);
  for (let k = 0; k < m; k++) {
    for (let l = 0; l < m; l++) out[moving[k] * n + moving[l]] = 2 * up * inverse[k * m + l];
  }
  return out;
}

/** Rows at which a Cholesky factorisation finds no pivot, each taken out in turn, and the factor of the rest. */
function flatDirections(
  d: Descent,
  moving: readonly number[],
  floor: number,
): { flat: number[]; factor: Float64Array } {
  const left = [...moving];
  const flat: number[] = [];
  for (;;) {
    const factor = subMatrix(d, left);
    const row = cholesky(factor, left.length, floor);
    if (row < 0) return { flat, factor };
    flat.push(left[row]);
    left.splice(row, 1);
  }
}
