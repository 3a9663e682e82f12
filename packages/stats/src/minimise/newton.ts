import {
  EPSILON,
  FLAT,
  accept,
  begin,
  bottomless,
  finite,
  goalOf,
  rescale,
  roundingDecrease,
  solve,
} from "./descent.js";
import type { Descent, Surface } from "./descent.js";
import { downhill } from "./negative-curvature.js";

/** What a descent says that ends on a slope. */
export const SLOPE =
  "the value does not decrease along the gradient: it has a kink, is noisy, or the gradient is wrong";

/** What it says, with their number, when there are no iterations left. */
export const UNENDING = "no convergence after";

/** Damping up to which a Hessian that is not positive definite is singular rather than of negative curvature. */
const SLIGHT = 1e-7;

/**
 * Projected Newton descent in a box, damped by Levenberg's parameter in the Hessian's own diagonal. `d.theta` is the
 * start, and the end.
 */
export function newton(s: Surface, d: Descent, up: number, tolerance: number, maxIterations: number): void {
  if (!begin(s, d)) return;
  const first = d.value;
  let damping = 0;
  let growth = 10;
  // The damping that the last Hessian needed.
  let shift = 0;
  for (;;) {
    const { range, goal: least } = goalOf(d, first, up, tolerance);
    const goal = s.exact ? Math.max(least, roundingDecrease(d)) : least;
    rescale(d, s.exact);
    let predicted = solve(d, damping);
    if (!(predicted === predicted)) {
      // In steps of ten from next to nothing: more damping than the least that helps makes all other directions crawl.
      damping = Math.max(FLAT, 10 * damping, 0.01 * shift);
      for (; damping < 1e16; damping *= 10) {
        predicted = solve(d, damping);
        if (predicted === predicted) break;
      }
      if (!(predicted === predicted)) {
        d.reason = "the Hessian is not finite";
        return;
      }
      shift = damping;
      if (shift > SLIGHT) d.indefinite = true;
    }
    if (predicted <= goal) {
      if (damping === 0) {
        d.edm = Math.max(predicted, 0);
        return;
      }
      const end = judge(s, d, range, goal);
      if (end === "end") return;
      d.iterations++;
      d.value = s.derivatives(d.theta, d.gradient, d.metric);
      damping = 0;
      continue;
    }
    if (d.iterations >= maxIterations) {
      d.edm = predicted;
      d.reason = `${UNENDING} ${maxIterations} iterations`;
      return;
    }
    d.iterations++;
    const { theta, trial, low, high } = d;
    for (let i = 0; i < theta.length; i++) trial[i] = Math.min(Math.max(theta[i] + d.box.step[i], low[i]), high[i]);
    // After a step that failed the value alone decides whether the derivatives are worth their time.
    let f = growth > 10 ? s.value(trial) : s.derivatives(trial, d.trialGradient, d.trialMetric);
    if (growth > 10 && f < d.value) f = s.derivatives(trial, d.trialGradient, d.trialMetric);
    const noise = 8 * EPSILON * (Math.abs(d.value) + Math.abs(f));
    const decrease = d.value - f;
    if (predicted < noise) predicted = noise;
    const ratio = (decrease + (decrease > -noise ? noise : 0)) / predicted;
    if (f === -Infinity) d.value = f;
    if (bottomless(d)) return;
    if (ratio > 1e-4 && (growth === 10 || decrease > 0) && finite(d.trialGradient)) {
      accept(d, f, true);
      growth = 10;
      if (ratio > 0.7) damping = damping < 4e-3 ? 0 : damping / 9;
      else if (ratio < 0.2) damping = Math.max(4 * damping, 1e-3);
    } else {
      damping = Math.max(growth * damping, 0.1);
      growth *= 1.5;
    }
  }
}

/**
 * Nothing is left to gain with damping: is it a minimum without? Sets edm, `singular` and the reason; `"again"` when a
 * saddle was left.
 */
export function judge(s: Surface, d: Descent, range: number, goal: number): "end" | "again" {
  let edm = solve(d, 0);
  if (!(edm === edm)) {
    edm = solve(d, FLAT);
    if (edm === edm) d.singular = true;
    else {
      const escape = downhill(s, d, range);
      if (escape === "down") return "again";
      // Differences cannot tell a small negative curvature from none; that no step went down decides.
      if (escape === "stuck" && s.exact) d.reason = "negative curvature that no step could follow";
      d.singular = true;
      edm = goal;
    }
  }
  d.edm = Math.max(edm, 0);
  if (d.edm > 1e-5 * range + 64 * goal) d.reason = SLOPE;
  return "end";
}
