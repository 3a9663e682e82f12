import { EPSILON, accept, begin, bottomless, finite, goalOf, rescale, solve } from "./descent.js";
import type { Descent, Surface } from "./descent.js";
import { judge } from "./newton.js";

/**
 * Variable-metric (BFGS) descent in a box with a line search on values; its end is verified with a Hessian by
 * differences, and goes on from that Hessian when the metric was wrong.
 */
export function variableMetric(s: Surface, d: Descent, up: number, tolerance: number, maxIterations: number): void {
  if (!begin(s, d)) return;
  const first = d.value;
  let checks = 0;
  let verified = false;
  for (;;) {
    const { range, goal } = goalOf(d, first, up, tolerance);
    rescale(d, false);
    let predicted = solve(d, 0);
    if (!(predicted === predicted)) {
      keepDiagonal(d);
      predicted = solve(d, 0);
    }
    const moved = predicted > goal && d.iterations < maxIterations && search(s, d, range, predicted);
    if (moved) {
      d.iterations++;
      if (bottomless(d)) return;
      verified = false;
      continue;
    }
    if (d.iterations >= maxIterations) {
      d.edm = predicted;
      d.reason = `no convergence after ${maxIterations} iterations`;
      return;
    }
    if (verified) {
      // The line search fails along the true Hessian's own step: the difference is in the rounding, or a kink.
      judge(s, d, range, goal);
      return;
    }
    if (++checks > 15) {
      d.edm = predicted;
      d.reason = "the variable metric and the Hessian by differences do not agree on a minimum";
      return;
    }
    s.moved(d.theta, d.metric, range, predicted);
    s.verify(d.theta, d.gradient, d.metric);
    rescale(d, false);
    predicted = solve(d, 0);
    verified = true;
    if (predicted <= goal) {
      d.edm = Math.max(predicted, 0);
      return;
    }
    if (predicted === predicted) continue;
    if (judge(s, d, range, goal) === "end") return;
    d.iterations++;
    d.value = s.derivatives(d.theta, d.gradient, d.metric);
    keepDiagonal(d);
    verified = false;
  }
}

/** Curvatures' absolute values, nothing off the diagonal. */
function keepDiagonal(d: Descent): void {
  const n = d.theta.length;
  d.metric.fill(0);
  for (let i = 0; i < n; i++) d.metric[i * n + i] = d.scale[i];
}

/** Move along the step to a lower value, near the lowest, and update the metric; false when there is none. */
function search(s: Surface, d: Descent, range: number, predicted: number): boolean {
  const { theta, trial, low, high, gradient } = d;
  const { step } = d.box;
  const n = theta.length;
  let slope = 0;
  let most = Infinity;
  for (let i = 0; i < n; i++) {
    slope += gradient[i] * step[i];
    if (step[i] > 0) most = Math.min(most, (high[i] - theta[i]) / step[i]);
    else if (step[i] < 0) most = Math.min(most, (low[i] - theta[i]) / step[i]);
  }
  if (!(slope < 0)) return false;
  const at = (a: number): number => {
    for (let i = 0; i < n; i++) trial[i] = Math.min(Math.max(theta[i] + a * step[i], low[i]), high[i]);
    const f = s.value(trial);
    return f === f ? f : Infinity;
  };
  const noise = 4 * EPSILON * Math.abs(d.value);
  let best = 0;
  let value = d.value;
  let a = Math.min(1, most);
  for (let tries = 0; tries < 40; tries++) {
    const f = at(a);
    const better = f < value - (best === 0 ? noise : 0);
    if (better) {
      best = a;
      value = f;
    }
    // Minimum of the parabola through the start, its slope, and this point.
    const bend = (f - d.value - slope * a) / (a * a);
    const parabola = bend > 0 && Number.isFinite(bend) ? -slope / (2 * bend) : Number.isFinite(f) ? 5 * a : 0.1 * a;
    if (best > 0 && (!better || Math.abs(parabola - a) < 0.3 * a || tries > 5)) break;
    a = best > 0 ? Math.min(parabola, 5 * a, most) : Math.min(Math.max(parabola, 0.05 * a), 0.5 * a);
    if (best > 0 && Math.abs(a - best) < 0.05 * best) break;
  }
  if (best === 0) return false;
  at(best);
  s.moved(trial, d.metric, range, predicted);
  s.derivatives(trial, d.trialGradient, d.trialMetric);
  if (!finite(d.trialGradient) && value !== -Infinity) return false;
  if (value !== -Infinity) update(d);
  accept(d, value, false);
  return true;
}

/** BFGS update of the metric for the step to the trial, damped (Powell 1978) so that it stays positive definite. */
function update(d: Descent): void {
  const { metric: b, theta, trial, gradient, trialGradient, free } = d;
  const n = theta.length;
  const bs = d.box.right;
  let sy = 0;
  let sbs = 0;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++) row += b[i * n + j] * (trial[j] - theta[j]);
    bs[i] = row;
    sbs += row * (trial[i] - theta[i]);
    sy += (trialGradient[i] - gradient[i]) * (trial[i] - theta[i]);
  }
  if (!(sbs > 0)) return;
  const mix = sy >= 0.05 * sbs ? 1 : (0.95 * sbs) / (sbs - sy);
  const denominator = mix * sy + (1 - mix) * sbs;
  const y = d.trialMetric;
  for (let i = 0; i < n; i++) y[i] = mix * (trialGradient[i] - gradient[i]) + (1 - mix) * bs[i];
  for (let i = 0; i < n; i++) {
    if (free[i] === 0) continue;
    for (let j = 0; j < n; j++) {
      if (free[j] !== 0) b[i * n + j] += (y[i] * y[j]) / denominator - (bs[i] * bs[j]) / sbs;
    }
  }
}
