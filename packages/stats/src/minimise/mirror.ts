import type { Descent, Surface } from "./descent.js";

/** Most descents from mirrored points that do not end lower. */
const TRIES = 6;
/** Highest rise, in units of `up`, of a mirrored point from which a descent is tried. */
const RISE = 4;
/** Part of the rise which the curvature promises that a mirrored point may have: with more the function has one valley. */
const PART = 0.25;

/**
 * Leave a minimum for a lower one on the other side of a parameter's centre.
 *
 * A function that is nearly even in a parameter (a template whose two variations lie on one side of the nominal) has a
 * minimum on each side of its centre, and a descent through negative curvature ends in either. Points mirrored in one
 * parameter whose value is far below what the curvature at the minimum promises are in the other valley; from them
 * the descent is run again.
 * @param centre - Centre of each parameter.
 * @param run - A descent from `d.theta`.
 * @see {@link Descent.indefinite} for when this is worth its time.
 */
export function leaveMirrors(s: Surface, d: Descent, centre: Float64Array, up: number, run: () => void): void {
  let { iterations } = d;
  const end = { theta: d.theta.slice(), value: d.value, edm: d.edm, singular: d.singular };
  let tries = 0;
  for (let better = true; better;) {
    better = false;
    for (const i of mirrored(s, d, centre, up)) {
      if (tries++ === TRIES) break;
      d.theta[i] = 2 * centre[i] - d.theta[i];
      run();
      iterations += d.iterations;
      // Twice the tolerance of a minimum, so that one is not left for itself.
      better = d.reason === "" && d.value < end.value - 1e-9 * up;
      if (better) {
        Object.assign(end, { theta: d.theta.slice(), value: d.value, edm: d.edm, singular: d.singular });
        break;
      }
      d.theta.set(end.theta);
    }
  }
  d.theta.set(end.theta);
  d.value = s.derivatives(d.theta, d.gradient, d.metric);
  Object.assign(d, { edm: end.edm, singular: end.singular, reason: "", iterations });
}

/** Parameters whose mirrored point lies in another valley, the lowest first. */
function mirrored(s: Surface, d: Descent, centre: Float64Array, up: number): number[] {
  const n = d.theta.length;
  const found: [rise: number, index: number][] = [];
  s.derivatives(d.theta, d.gradient, d.metric);
  d.trial.set(d.theta);
  for (let i = 0; i < n; i++) {
    const x = 2 * centre[i] - d.theta[i];
    if (d.free[i] === 0 || !(x >= d.low[i] && x <= d.high[i])) continue;
    const move = x - d.theta[i];
    const promised = 0.5 * d.metric[i * n + i] * move * move;
    if (!(promised > 0.01 * up)) continue;
    d.trial[i] = x;
    const rise = s.value(d.trial) - d.value;
    d.trial[i] = d.theta[i];
    if (rise < RISE * up && rise < PART * promised) found.push([rise, i]);
  }
  return found.sort(([a], [b]) => a - b).map(([, i]) => i);
}
