import type { Likelihood } from "./likelihood/likelihood.js";
import { withBounds } from "./likelihood/with-parameters.js";
import type { Bounds } from "./likelihood/with-parameters.js";
import { contourOf } from "./minimise/contour.js";
import type { ContourPoint } from "./minimise/contour.js";
import { differenceHessianOfGradient } from "./minimise/differences.js";
import { cholesky, choleskyInverse, requireOptions } from "@belladonna/numerics";
import { minimiser } from "./minimise/minimise.js";
import { minosInterval } from "./minimise/minos.js";
import type { MinosInterval } from "./minimise/minos.js";
import type { MinimiseOptions, Minimum } from "./minimise/objective.js";

/** Options of {@link fit}. */
export interface FitOptions extends Pick<MinimiseOptions, "start" | "fix" | "maxIterations" | "tolerance"> {
  /** Bounds for this call, by name of the parameter; those of the likelihood where absent. */
  readonly bounds?: Bounds;
}

/** Options of {@link Fit.minos}. */
export interface MinosOptions {
  /** Rise of $-2\ln L$ at the ends; default 1, which is 68.3 % for one parameter. */
  readonly rise?: number;
}

/** Result of {@link fit}. */
export interface Fit {
  /** Best values by name. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Best values in the order of the likelihood's parameters. */
  readonly theta: Float64Array;
  /** $-2\ln L$ at the best values. */
  readonly value: number;
  /**
   * Covariance of the parameters that moved freely, row-major over all; 0 for those fixed or at a bound. Empty when it
   * could not be had.
   */
  readonly covariance: Float64Array;
  /** Standard deviations by name, 0 for parameters fixed or at a bound. */
  readonly errors: Readonly<Record<string, number>>;
  /** Whether the values are a verified minimum and the covariance is positive definite. */
  readonly valid: boolean;
  /** What is wrong, or empty. */
  readonly reason: string;
  /** Names of parameters that ended at a bound. */
  readonly atBound: readonly string[];
  /** The minimisation itself. */
  readonly minimum: Minimum;
  /**
   * Interval of one parameter from the profile likelihood, through the bounds of the others. For weighted data the profile
   * does not have the scale of the errors: use `errors` there.
   */
  minos(name: string, options?: MinosOptions): MinosInterval;
  /** Minimum of $-2\ln L$ over the other parameters, less its global minimum, at given values of one parameter. */
  profile(name: string, values: ArrayLike<number>): Float64Array;
  /** Points, in order of angle, at which the profile of two parameters rises by `rise` (default 2.2957: 68.3 % in two). */
  contour(
    first: string,
    second: string,
    options?: { readonly rise?: number; readonly points?: number },
  ): ContourPoint[];
}

/**
 * Maximum-likelihood fit.
 *
 * Errors come from the inverse of the exact Hessian of $-2\ln L$, $V = 2 H^{-1}$; from $H^{-1} G H^{-1}$ with the
 * gradient's covariance $G$ for weighted data.
 *
 * @param likelihood - What to fit.
 * @param options - Start, parameters to hold, and limits of the minimiser.
 * @returns Values, errors and whether they can be trusted; never throws for a fit that fails.
 * @throws RangeError when `fix` or `bounds` name an unknown parameter or `start` has the wrong length.
 * @example
 * ```ts
 * fit(constrain([parameter("mu", 1)], [3], [0.5])).parameters.mu; // ≈ 3
 * fit(constrain([parameter("mu", 1)], [3], [0.5])).minos("mu").upper; // ≈ 0.5
 * ```
 */
export function fit(likelihood: Likelihood, options: FitOptions = {}): Fit {
  requireOptions("fit", options, ["start", "fix", "maxIterations", "tolerance", "bounds"]);
  const { bounds, ...rest } = options;
  return fitOf(withBounds("fit", likelihood, bounds), rest);
}

function fitOf(likelihood: Likelihood, options: Omit<FitOptions, "bounds">): Fit {
  const { parameters } = likelihood;
  const run = minimiser(likelihood, parameters);
  const held = options.fix ?? {};
  const minimum = run({ ...options, ...pilotStart(likelihood, options) });
  const conditional = (o: MinimiseOptions = {}): Minimum => run({ ...o, fix: { ...held, ...o.fix } });
  const { covariance, reason } = covarianceOf(likelihood, minimum, held);
  const errors: Record<string, number> = {};
  if (covariance.length > 0) {
    parameters.forEach((p, i) => {
      errors[p.name] = Math.sqrt(covariance[i * (parameters.length + 1)]);
    });
  }
  return {
    parameters: minimum.parameters,
    theta: minimum.theta,
    value: minimum.value,
    covariance,
    errors,
    valid: minimum.valid && reason === "" && minimum.undetermined.length === 0,
    reason: minimum.reason || reason,
    atBound: minimum.atBound,
    minimum,
    minos(name, o = {}) {
      requireOptions("minos", o, ["rise"]);
      const { rise = 1 } = o;
      if (!(rise > 0 && rise < Infinity)) throw new RangeError(`minos: rise must be finite and > 0, got ${rise}`);
      return minosInterval(conditional, parameters, minimum, name, rise, 1);
    },
    profile(name, values) {
      let start = minimum.theta;
      return Float64Array.from(values, (x) => {
        const at = conditional({ start, fix: { [name]: x }, covariance: false });
        if (at.valid) start = at.theta;
        return at.valid ? at.value - minimum.value : Number.NaN;
      });
    },
    contour: (first, second, o = {}) => contourOf(conditional, parameters, minimum, first, second, o),
  };
}

/** Where a pilot of the likelihood has its minimum, when no start is given. */
function pilotStart(likelihood: Likelihood, options: FitOptions): { start?: Float64Array } {
  const pilot = options.start === undefined ? likelihood.pilot?.() : undefined;
  if (pilot === undefined) return {};
  const there = minimiser(pilot, likelihood.parameters)({ ...options, tolerance: 1e-3, covariance: false });
  return there.valid ? { start: there.theta } : {};
}

/** The covariance of the estimates, from a better Hessian than the minimiser's or the sandwich, where those are needed. */
function covarianceOf(
  likelihood: Likelihood,
  minimum: Minimum,
  held: Readonly<Record<string, number>>,
): { covariance: Float64Array; reason: string } {
  const { parameters } = likelihood;
  const n = parameters.length;
  let covariance = minimum.covariance;
  if (covariance.length === 0) return { covariance, reason: minimum.reason || "there is no covariance" };
  if (likelihood.hessianKind === "gauss-newton") {
    covariance = exactCovariance(likelihood, minimum, held);
    if (covariance.length === 0) return { covariance, reason: "the Hessian is not positive definite" };
  }
  if (likelihood.gradientCovariance === undefined) return { covariance, reason: "" };
  const g = likelihood.gradientCovariance(minimum.theta);
  const half = new Float64Array(n * n);
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      for (let k = 0; k < n; k++) half[i * n + j] += 0.5 * covariance[i * n + k] * g[k * n + j];
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      for (let k = 0; k < n; k++) out[i * n + j] += 0.5 * half[i * n + k] * covariance[k * n + j];
  }
  return { covariance: out, reason: "" };
}

/** Covariance from differences of the exact gradient, a thousandth of an error wide. */
function exactCovariance(
  likelihood: Likelihood,
  minimum: Minimum,
  held: Readonly<Record<string, number>>,
): Float64Array {
  const { parameters } = likelihood;
  const n = parameters.length;
  const free = Uint8Array.from(parameters, (p) =>
    p.fixed === true || p.name in held || minimum.atBound.includes(p.name) ? 0 : 1,
  );
  const moving = [...free.keys()].filter((i) => free[i] === 1);
  const m = moving.length;
  const hessian = new Float64Array(n * n);
  differenceHessianOfGradient(
    (theta, out) => likelihood.gradient(theta, out),
    minimum.theta,
    Float64Array.from(parameters, (p) => p.min ?? -Infinity),
    Float64Array.from(parameters, (p) => p.max ?? Infinity),
    Float64Array.from(parameters, (p) => 1e-3 * minimum.errors[p.name]),
    free,
    hessian,
  );
  const factor = new Float64Array(m * m);
  for (let k = 0; k < m; k++) for (let l = 0; l < m; l++) factor[k * m + l] = hessian[moving[k] * n + moving[l]];
  if (cholesky(factor, m) >= 0) return new Float64Array(0);
  const inverse = choleskyInverse(factor, m);
  const out = new Float64Array(n * n);
  for (let k = 0; k < m; k++) for (let l = 0; l < m; l++) out[moving[k] * n + moving[l]] = 2 * inverse[k * m + l];
  return out;
}
