import { square } from "@belladonna/numerics/elementary";
import { boxStep, solveBox } from "./box-step.js";
import type { BoxStep } from "./box-step.js";

/** What a descent needs of a function, however its derivatives are made. */
export interface Surface {
  /** Value alone. */
  value(theta: Float64Array): number;
  /** Value, gradient and, for a surface of exact second order, Hessian (else a first metric, when none was made yet). */
  derivatives(theta: Float64Array, gradient: Float64Array, hessian: Float64Array): number;
  /** Gradient alone, of a surface of exact second order. */
  slope?(theta: Float64Array, gradient: Float64Array): void;
  /** Hessian by differences at the end of a variable-metric descent. */
  verify(theta: Float64Array, gradient: Float64Array, hessian: Float64Array): void;
  /** Whether `derivatives` fills the Hessian. */
  readonly exact: boolean;
  /** Called when the point moves: step lengths of differences follow the curvature. */
  moved(theta: Float64Array, metric: Float64Array, range: number, edm: number): void;
}

/** State of a descent; arrays are reused from run to run. */
export interface Descent {
  theta: Float64Array;
  gradient: Float64Array;
  metric: Float64Array;
  value: number;
  edm: number;
  iterations: number;
  reason: string;
  /** The Hessian is singular along some direction. */
  singular: boolean;
  /** A Hessian on the way had negative curvature. */
  indefinite: boolean;
  readonly box: BoxStep;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly free: Uint8Array;
  readonly trial: Float64Array;
  /** Diagonal of the metric, of an exact one the largest so far; never 0. */
  readonly scale: Float64Array;
  trialGradient: Float64Array;
  trialMetric: Float64Array;
}

/** Memory for a descent in `n` parameters. */
export function descent(n: number): Descent {
  const a = (): Float64Array => new Float64Array(n);
  return {
    theta: a(),
    gradient: a(),
    metric: new Float64Array(n * n),
    value: 0,
    edm: Infinity,
    iterations: 0,
    reason: "",
    singular: false,
    indefinite: false,
    box: boxStep(n),
    low: a(),
    high: a(),
    free: new Uint8Array(n),
    trial: a(),
    scale: a(),
    trialGradient: a(),
    trialMetric: new Float64Array(n * n),
  };
}

/** Rounding of a double. */
export const EPSILON: number = 2 ** -52;
/** Damping that stands for none when the Hessian is singular. */
export const FLAT = 1e-9;

/** Evaluate the start; false, with the reason set, when it has no value or gradient. */
export function begin(s: Surface, d: Descent): boolean {
  d.iterations = 0;
  d.reason = "";
  d.singular = false;
  d.indefinite = false;
  d.edm = Infinity;
  d.scale.fill(0);
  d.value = s.derivatives(d.theta, d.gradient, d.metric);
  if (!Number.isFinite(d.value)) d.reason = `the value is ${d.value} at the start`;
  else if (!finite(d.gradient)) d.reason = "the gradient is not finite at the start";
  return d.reason === "";
}

/**
 * The change of value that matters, and the one at which a descent ends: both scale with the function, so that the end
 * does not change when it is multiplied by a number.
 */
export function goalOf(d: Descent, first: number, up: number, tolerance: number): { range: number; goal: number } {
  const range = Math.min(up, Math.abs(d.value) + first - d.value);
  return { range, goal: Math.max(tolerance * range, 4 * EPSILON * Math.abs(d.value)) };
}

/**
 * The decrease that rounding of an exact gradient promises, a few units in the last place of $H\theta$:
 * $\epsilon^2 \theta^T H \theta$. It is all that is left where the value is 0 and least from the start (Asimov data).
 */
export function roundingDecrease({ theta, metric }: Descent): number {
  const n = theta.length;
  let size = 0;
  for (let i = 0; i < n; i++) size += Math.abs(metric[i * n + i]) * theta[i] * theta[i];
  return square(8 * EPSILON) * size;
}

/** The step of the quadratic model with the damping given; returns the decrease it predicts, NaN if not definite. */
export function solve(d: Descent, damping: number): number {
  solveBox(d.box, d.free, d.theta, d.low, d.high, d.gradient, d.metric, damping, d.scale);
  return d.box.predicted;
}

/** Whether all entries are finite. */
export function finite(v: Float64Array): boolean {
  for (const x of v) if (!Number.isFinite(x)) return false;
  return true;
}

/**
 * Take the metric's diagonal as scale: a parameter without curvature takes the scale its gradient suggests. Of an exact
 * metric the largest there was, so that one small by chance does not leave its parameter undamped.
 * @see J. Moré, Lecture Notes in Mathematics 630 (1978) 105
 */
export function rescale(d: Descent, exact: boolean): void {
  const n = d.theta.length;
  for (let i = 0; i < n; i++) {
    const h = Math.abs(d.metric[i * n + i]);
    if (h > (exact ? d.scale[i] : 0)) d.scale[i] = h;
    else if (!(d.scale[i] > 0)) {
      d.scale[i] = Math.max(Math.abs(d.gradient[i]), 1e-300) / Math.max(Math.abs(d.theta[i]), 1);
    }
  }
}

/** Whether the value fell to minus infinity, which is then the reason to stop. */
export function bottomless(d: Descent): boolean {
  if (d.value === -Infinity) d.reason = "the value falls without end: there is no minimum";
  return d.value === -Infinity;
}

/** Move to the trial point. */
export function accept(d: Descent, f: number, metric: boolean): void {
  d.theta.set(d.trial);
  d.value = f;
  const g = d.gradient;
  d.gradient = d.trialGradient;
  d.trialGradient = g;
  if (!metric) return;
  const h = d.metric;
  d.metric = d.trialMetric;
  d.trialMetric = h;
}
