import { differenceGradient, differenceHessian, differenceHessianOfGradient } from "./differences.js";
import type { Descent, Surface } from "./descent.js";
import type { Objective } from "./objective.js";

/** A surface that counts its evaluations. */
export interface CountedSurface extends Surface {
  /** Evaluations since the last reset. */
  evaluations: number;
  /** Make ready for a descent from `d.theta`. */
  reset(d: Descent, up: number): void;
}

/** The surface of an objective with as much exactness as the objective offers. */
export function surfaceOf(objective: Objective, n: number): CountedSurface {
  if (objective.evaluate !== undefined || (objective.gradient !== undefined && objective.hessian !== undefined)) {
    return newtonSurface(objective);
  }
  return objective.gradient === undefined ? valueSurface(objective, n) : gradientSurface(objective, n);
}

/** A derivative that was returned in an array of its own. */
function keep(returned: Float64Array | undefined, out: Float64Array): void {
  if (returned !== undefined && returned !== out) out.set(returned);
}

function newtonSurface(objective: Objective): CountedSurface {
  const surface: CountedSurface = {
    evaluations: 0,
    exact: true,
    value(theta) {
      surface.evaluations++;
      return objective.value(theta);
    },
    derivatives(theta, gradient, hessian) {
      surface.evaluations++;
      if (objective.evaluate !== undefined) return objective.evaluate(theta, gradient, hessian);
      const f = objective.value(theta);
      keep(objective.gradient?.(theta, gradient), gradient);
      keep(objective.hessian?.(theta, hessian), hessian);
      return f;
    },
    slope(theta, gradient) {
      surface.evaluations++;
      if (objective.gradient === undefined) objective.evaluate?.(theta, gradient);
      else keep(objective.gradient(theta, gradient), gradient);
    },
    verify() {},
    moved() {},
    reset() {
      surface.evaluations = 0;
    },
  };
  return surface;
}

/** Step lengths of differences: a fraction of the distance over which the value rises by `range`. */
function follow(steps: Float64Array, theta: Float64Array, metric: Float64Array, range: number, fraction: number): void {
  const n = theta.length;
  for (let i = 0; i < n; i++) {
    const curvature = Math.abs(metric[i * n + i]);
    if (!(curvature > 0) || !(range > 0)) continue;
    const h = fraction * Math.sqrt((2 * range) / curvature);
    const least = 1e-9 * Math.abs(theta[i]);
    const most = 1e3 * steps[i];
    steps[i] = Math.max(Math.min(h, most), least, 1e-3 * steps[i], 1e-300);
  }
}

function firstSteps(d: Descent, steps: Float64Array): void {
  for (let i = 0; i < steps.length; i++) {
    const width = d.high[i] - d.low[i];
    const size = Math.abs(d.theta[i]) > 0 ? 0.01 * Math.abs(d.theta[i]) : 0.1;
    steps[i] = Math.min(size, 0.01 * width);
  }
}

function gradientSurface(objective: Objective, n: number): CountedSurface {
  const steps = new Float64Array(n);
  let d: Descent | undefined;
  let started = false;
  const gradientOf = (theta: Float64Array, out: Float64Array): void => {
    surface.evaluations++;
    keep(objective.gradient?.(theta, out), out);
  };
  const hessianOf = (theta: Float64Array, out: Float64Array): void => {
    if (d !== undefined) differenceHessianOfGradient(gradientOf, theta, d.low, d.high, steps, d.free, out);
  };
  const surface: CountedSurface = {
    evaluations: 0,
    exact: false,
    value(theta) {
      surface.evaluations++;
      return objective.value(theta);
    },
    derivatives(theta, gradient, hessian) {
      const f = surface.value(theta);
      gradientOf(theta, gradient);
      if (!started) {
        started = true;
        for (let i = 0; i < n; i++) steps[i] *= 0.1;
        hessianOf(theta, hessian);
        keepDiagonal(hessian, n);
      }
      return f;
    },
    verify(theta, _gradient, hessian) {
      hessianOf(theta, hessian);
    },
    moved(theta, metric, range) {
      follow(steps, theta, metric, range, 1e-4);
    },
    reset(descent) {
      surface.evaluations = 0;
      started = false;
      d = descent;
      firstSteps(descent, steps);
    },
  };
  return surface;
}

/** The metric a variable-metric descent starts from: the curvatures' absolute values, nothing off the diagonal. */
function keepDiagonal(h: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) h[i * n + j] = i === j ? Math.abs(h[i * n + i]) : 0;
  }
}

function valueSurface(objective: Objective, n: number): CountedSurface {
  const steps = new Float64Array(n);
  let d: Descent | undefined;
  let upper = 1;
  let started = false;
  let fourth = false;
  const value = (theta: Float64Array): number => {
    surface.evaluations++;
    return objective.value(theta);
  };
  const surface: CountedSurface = {
    evaluations: 0,
    exact: false,
    value,
    derivatives(theta, gradient, hessian) {
      const f = value(theta);
      if (d === undefined) return f;
      if (!started) {
        started = true;
        firstCurvatures(value, theta, f, d, steps, upper, hessian);
      }
      differenceGradient(value, theta, f, d.low, d.high, steps, d.free, fourth, gradient);
      return f;
    },
    verify(theta, gradient, hessian) {
      if (d === undefined) return;
      const wide = steps.map((h) => 10 * h);
      differenceHessian(value, theta, d.low, d.high, wide, d.free, hessian);
      fourth = true;
      differenceGradient(value, theta, d.value, d.low, d.high, steps, d.free, true, gradient);
    },
    moved(theta, metric, range, edm) {
      fourth = edm < 1e-3 * range;
      follow(steps, theta, metric, range, fourth ? 3e-3 : 1e-3);
    },
    reset(descent, up) {
      surface.evaluations = 0;
      started = false;
      fourth = false;
      upper = up;
      d = descent;
      firstSteps(descent, steps);
    },
  };
  return surface;
}

/** Second differences with steps that are adapted until the value changes by a small part of `up` over one. */
function firstCurvatures(
  value: (theta: Float64Array) => number,
  theta: Float64Array,
  f: number,
  d: Descent,
  steps: Float64Array,
  up: number,
  hessian: Float64Array,
): void {
  const n = theta.length;
  hessian.fill(0);
  const range = Math.min(up, Math.abs(f)) || up;
  for (let i = 0; i < n; i++) {
    if (d.free[i] === 0) continue;
    const x = theta[i];
    let curvature = 0;
    for (let round = 0; round < 4; round++) {
      const h = steps[i];
      const centre = Math.min(Math.max(x, d.low[i] + h), d.high[i] - h);
      theta[i] = centre + h;
      const above = value(theta);
      theta[i] = centre - h;
      const below = value(theta);
      theta[i] = centre;
      const middle = centre === x ? f : value(theta);
      theta[i] = x;
      curvature = Math.abs(above + below - 2 * middle) / (h * h);
      const change = Math.abs(above - below) / (2 * h);
      const wanted = Number.isFinite(curvature)
        ? 0.01 * Math.sqrt((2 * range) / Math.max(curvature, (change * change) / range, 1e-300))
        : 0.1 * h;
      const next = Math.min(Math.max(wanted, 1e-3 * h, 1e-9 * Math.abs(x)), 100 * h, 0.1 * (d.high[i] - d.low[i]));
      steps[i] = next;
      if (next > 0.2 * h && next < 5 * h) break;
    }
    hessian[i * n + i] = Number.isFinite(curvature) ? curvature : 0;
  }
}
