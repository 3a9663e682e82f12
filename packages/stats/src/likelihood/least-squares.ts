import { requireOptions } from "@belladonna/numerics";
import { requireParameter, type Parameter } from "../parameter.js";
import type { RandomStream } from "@belladonna/numerics";
import type { Likelihood } from "./likelihood.js";
import { onePass } from "./one-pass.js";

/** A curve through points, and optionally its derivatives by each parameter. */
export type Curve = (x: number, theta: Float64Array, gradient?: Float64Array) => number;

/** Points with normal errors. */
export interface Points {
  /** Abscissae. */
  readonly x: ArrayLike<number>;
  /** Measured values. */
  readonly y: ArrayLike<number>;
  /** Their standard deviations, one each, or one for all. */
  readonly errors: ArrayLike<number> | number;
}

/** Options of {@link leastSquares}. */
export interface LeastSquaresOptions {
  /** Name of the parameter of interest. */
  readonly poi?: string;
  /** Whether the curve fills `gradient`; it is differenced on both sides when not. Default false. */
  readonly exactGradient?: boolean;
}

/**
 * Curve through points with normal errors:
 *
 * $$-2\ln L = \sum_i \left(\frac{y_i - f(x_i;\theta)}{\sigma_i}\right)^2$$
 *
 * @param points - Points and errors.
 * @param parameters - Parameters of the curve, in the order of its `theta`.
 * @param curve - The curve.
 * @param options - Whether the curve gives its derivatives.
 * @returns The likelihood, with a Gauss–Newton Hessian.
 * @throws RangeError when sizes differ, or an error is not positive.
 * @example
 * ```ts
 * fit(leastSquares({ x: [0, 1, 2], y: [1, 3, 5], errors: 0.1 }, [parameter("a", 0), parameter("b", 0)], (x, [a, b]) => a + b * x)).parameters.b; // ≈ 2
 * ```
 */
export function leastSquares(
  points: Points,
  parameters: readonly Parameter[],
  curve: Curve,
  options: LeastSquaresOptions = {},
): Likelihood {
  requireOptions("leastSquares", options, ["poi", "exactGradient"]);
  requireOptions("leastSquares: points", points, ["x", "y", "errors"]);
  const x = Float64Array.from(points.x);
  const y = Float64Array.from(points.y);
  const { errors } = points;
  const sigma = typeof errors === "number" ? x.map(() => errors) : Float64Array.from(errors);
  if (y.length !== x.length || sigma.length !== x.length) {
    throw new RangeError(`leastSquares: ${x.length} points have ${y.length} values and ${sigma.length} errors`);
  }
  const bad = sigma.findIndex((s) => !(s > 0));
  if (bad >= 0) throw new RangeError(`leastSquares: errors must be > 0, got ${sigma[bad]} at point ${bad}`);
  const missing = y.findIndex((v, i) => !Number.isFinite(v + x[i]));
  if (missing >= 0) throw new RangeError(`leastSquares: points must be finite, got (${x[missing]}, ${y[missing]})`);
  for (const p of parameters) requireParameter("leastSquares", p);
  return leastSquaresOf(x, y, sigma, parameters, curve, options);
}

function leastSquaresOf(
  x: Float64Array,
  y: Float64Array,
  sigma: Float64Array,
  parameters: readonly Parameter[],
  curve: Curve,
  options: LeastSquaresOptions,
): Likelihood {
  const n = parameters.length;
  const slope = new Float64Array(n);
  const moved = new Float64Array(n);

  function differences(at: number, theta: Float64Array): void {
    moved.set(theta);
    for (let j = 0; j < n; j++) {
      const h = 6e-6 * Math.max(Math.abs(theta[j]), 1e-3);
      moved[j] = theta[j] + h;
      const above = curve(at, moved);
      moved[j] = theta[j] - h;
      slope[j] = (above - curve(at, moved)) / (2 * h);
      moved[j] = theta[j];
    }
  }

  function evaluate(theta: Float64Array, gradient?: Float64Array, hessian?: Float64Array): number {
    gradient?.fill(0);
    hessian?.fill(0);
    const wanted = gradient !== undefined || hessian !== undefined;
    let value = 0;
    for (let i = 0; i < x.length; i++) {
      const exact = wanted && options.exactGradient === true;
      const f = exact ? curve(x[i], theta, slope) : curve(x[i], theta);
      if (wanted && !exact) differences(x[i], theta);
      const pull = (f - y[i]) / sigma[i];
      value += pull * pull;
      if (!wanted) continue;
      for (let j = 0; j < n; j++) {
        if (gradient !== undefined) gradient[j] += (2 * pull * slope[j]) / sigma[i];
        if (hessian === undefined) continue;
        const c = (2 * slope[j]) / (sigma[i] * sigma[i]);
        for (let k = 0; k < n; k++) hessian[j * n + k] += c * slope[k];
      }
    }
    return value === value ? value : Infinity;
  }

  const expected = (theta: Float64Array): Float64Array => x.map((t) => curve(t, theta));
  const again = (values: Float64Array): Likelihood => leastSquaresOf(x, values, sigma, parameters, curve, options);
  return {
    parameters,
    ...(options.poi !== undefined && { poi: options.poi }),
    hessianKind: "gauss-newton",
    ...onePass(evaluate, n),
    expected,
    sample: (theta, random: RandomStream) => again(expected(theta).map((f, i) => f + sigma[i] * random.normal())),
    asimov: (theta) => again(expected(theta)),
  };
}
