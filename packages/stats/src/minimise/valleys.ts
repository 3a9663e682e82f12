import { cholesky, choleskySolve } from "@belladonna/numerics";
import type { Descent, Surface } from "./descent.js";

/** Most descents into other valleys that do not end lower, and most in all. */
const TRIES = 4;
const MOST = 12;
/** Highest rise, in units of `up`, of a point from which a descent is tried. */
const RISE = 4;
/** Part of the rise which the curvature promises that such a point may have: with more the function has one valley. */
const PART = 0.25;
/** Promised rise, in units of `up`, beyond which a bound is far away. */
const FAR = 50;
/** Steps of the other parameters towards their minimum at a point that is looked at. */
const STEPS = 2;

/**
 * Leave a minimum for a lower one in another valley.
 *
 * A function that is nearly even in a parameter (a template whose two variations lie on one side of the nominal) has a
 * minimum on each side of its centre; one with free factors on like templates has one where either is at a bound. Along
 * each parameter given some points are looked at: mirrored at the centre, some standard deviations away, at the bounds, each
 * after the other parameters went a step or two towards their minimum there (with the Hessian at the minimum, which
 * costs gradients only). Those far below what the curvature promises lie in another valley; from the lowest the
 * descent is run again. A valley that lies along several parameters at once is not seen so: where the way to the minimum
 * went through negative curvature, descents also start a unit beside the centre along each of the parameters.
 * @param along - Indices of the parameters along which there may be other valleys.
 * @param centre - Centre of each parameter.
 * @param run - A descent from `d.theta`.
 */
export function leaveValley(
  s: Surface,
  d: Descent,
  along: readonly number[],
  centre: Float64Array,
  up: number,
  run: () => void,
): void {
  let { iterations } = d;
  const { indefinite } = d;
  const end = { theta: d.theta.slice(), value: d.value, edm: d.edm, singular: d.singular };
  let [vain, descents] = [0, 0];
  for (let better = true; better;) {
    better = false;
    const beside = indefinite ? besideCentre(d, along, centre) : [];
    for (const start of [...startsOf(s, d, along, centre, up), ...beside]) {
      if (vain === TRIES || descents++ === MOST) break;
      d.theta.set(start);
      run();
      iterations += d.iterations;
      // Twice the tolerance of a minimum, so that one is not left for itself.
      better = d.reason === "" && d.value < end.value - 1e-9 * up;
      if (better) {
        Object.assign(end, { theta: d.theta.slice(), value: d.value, edm: d.edm, singular: d.singular });
        break;
      }
      vain++;
    }
    d.theta.set(end.theta);
    d.value = s.derivatives(d.theta, d.gradient, d.metric);
  }
  Object.assign(d, { edm: end.edm, singular: end.singular, reason: "", iterations });
}

/** Points in other valleys than that of the minimum at `d.theta`, the lowest first. */
function startsOf(s: Surface, d: Descent, along: readonly number[], centre: Float64Array, up: number): Float64Array[] {
  const { theta, low, high, free, metric, gradient } = d;
  const n = theta.length;
  const inside = (i: number): boolean => free[i] === 1 && theta[i] > low[i] && theta[i] < high[i];
  const working = Int32Array.from(theta.keys()).filter(inside);
  const m = working.length;
  const factor = new Float64Array(m * m);
  for (let k = 0; k < m; k++) for (let l = 0; l < m; l++) factor[k * m + l] = metric[working[k] * n + working[l]];
  if (cholesky(factor, m) >= 0) return [];
  const found: { value: number; start: Float64Array }[] = [];
  const response = new Float64Array(m);
  for (const i of along) {
    if (free[i] === 0) continue;
    const at = working.indexOf(i);
    // How the others answer to this one, and the curvature along it when they do.
    for (let k = 0; k < m; k++) response[k] = at < 0 ? metric[i * n + working[k]] : k === at ? 1 : 0;
    choleskySolve(factor, m, response);
    let curvature = at < 0 ? metric[i * n + i] : 1 / response[at];
    if (at < 0) for (let k = 0; k < m; k++) curvature -= metric[i * n + working[k]] * response[k];
    if (!(curvature > 0)) continue;
    const slope = at < 0 ? Math.abs(gradient[i]) : 0;
    const deviation = Math.sqrt((2 * up) / curvature);
    let lowest = Infinity;
    for (const x of placesOf(theta[i], centre[i], deviation, low[i], high[i])) {
      const move = Math.abs(x - theta[i]);
      const promised = (slope + 0.5 * curvature * move) * move;
      // A bound far away is of interest to what is at the other.
      const far = at >= 0 && (x === low[i] || x === high[i]) && promised > FAR * up;
      if (far || !(promised > 0.01 * up)) continue;
      const start = theta.slice();
      start[i] = x;
      const value = follow(s, d, start, { factor, working, response, at });
      const rise = value - d.value;
      if (!(rise < Math.min(RISE * up, PART * promised) && value < lowest)) continue;
      if (lowest < Infinity) found.pop();
      lowest = value;
      found.push({ value, start });
    }
  }
  return found.sort((a, b) => a.value - b.value).map((p) => p.start);
}

/** The centre, held parameters where they are, a unit away along each of some parameters. */
function besideCentre(d: Descent, along: readonly number[], centre: Float64Array): Float64Array[] {
  return along
    .filter((i) => d.free[i] === 1)
    .flatMap((i) =>
      [-1, 1].map((unit) =>
        centre.map((c, j) => {
          if (d.free[j] === 0) return d.theta[j];
          return Math.min(Math.max(j === i ? c + unit : c, d.low[j]), d.high[j]);
        }),
      ),
    );
}

/** Move all parameters but the one held a few steps towards their minimum, as long as the value falls; returns it. */
function follow(
  s: Surface,
  d: Descent,
  point: Float64Array,
  held: { factor: Float64Array; working: Int32Array; response: Float64Array; at: number },
): number {
  const { factor, working, response, at } = held;
  const m = working.length;
  const step = new Float64Array(m);
  const { trial, trialGradient } = d;
  let value = s.value(point);
  for (let round = 0; round < STEPS; round++) {
    s.slope?.(point, trialGradient);
    for (let k = 0; k < m; k++) step[k] = -trialGradient[working[k]];
    choleskySolve(factor, m, step);
    const ratio = at < 0 ? 0 : step[at] / response[at];
    trial.set(point);
    for (let k = 0; k < m; k++) {
      const j = working[k];
      if (k !== at) trial[j] = Math.min(Math.max(trial[j] + step[k] - ratio * response[k], d.low[j]), d.high[j]);
    }
    const next = s.value(trial);
    if (!(next < value)) break;
    value = next;
    point.set(trial);
  }
  return value;
}

/** Where to look along one parameter: the mirrored point, some deviations away, the bounds. */
function placesOf(x: number, centre: number, deviation: number, low: number, high: number): number[] {
  const places = [2 * centre - x, x - 3 * deviation, x + 3 * deviation, low, high];
  return places.filter((p) => Number.isFinite(p) && p >= low && p <= high && p !== x);
}
