import type { Descent, Surface } from "./descent.js";
import { newton } from "./newton.js";

/** The side of zero next to it: a kink's derivatives from below are those at this point. */
const BELOW = -Number.MIN_VALUE;

/**
 * Newton descent of a function with kinks where some of its parameters are zero.
 *
 * Between the kinks the function is smooth, so each descent stays on one side of each. It ends at the minimum of that
 * region; a parameter on its kink then crosses when the other side slopes down, is held when both sides slope up (zero
 * is in the subgradient: this is the minimum), and the descent goes on until none is left to cross.
 * @param kinks - Indices of the parameters; derivatives at zero are those of the side above.
 */
export function newtonBetweenKinks(
  s: Surface,
  d: Descent,
  up: number,
  tolerance: number,
  maxIterations: number,
  kinks: readonly number[],
): void {
  const low = d.low.slice();
  const high = d.high.slice();
  const free = d.free.slice();
  const inside = kinks.filter((i) => free[i] === 1 && low[i] < 0 && high[i] > 0);
  const below = new Float64Array(d.theta.length);
  let last = "";
  let iterations = 0;
  for (let round = 0; round <= 2 * inside.length + 20; round++) {
    const sides = chooseSides(s, d, inside, low, high, free, below);
    if (round > 0 && sides === last) break;
    last = sides;
    newton(s, d, up, tolerance, maxIterations);
    iterations += d.iterations;
    if (d.reason !== "" || inside.every((i) => d.theta[i] !== 0 && d.theta[i] !== BELOW && free[i] === d.free[i]))
      break;
  }
  d.low.set(low);
  d.high.set(high);
  d.free.set(free);
  d.iterations = iterations;
  for (const i of inside) if (d.theta[i] === BELOW) d.theta[i] = 0;
  d.value = s.derivatives(d.theta, d.gradient, d.metric);
}

/** Bound each parameter to the side of its kink where it is, or to which it slopes down; returns the choice. */
function chooseSides(
  s: Surface,
  d: Descent,
  kinks: readonly number[],
  low: Float64Array,
  high: Float64Array,
  free: Uint8Array,
  below: Float64Array,
): string {
  const on = kinks.filter((i) => d.theta[i] === 0 || d.theta[i] === BELOW);
  if (on.length > 0) {
    for (const i of on) d.theta[i] = BELOW;
    s.derivatives(d.theta, below, d.trialMetric);
    for (const i of on) d.theta[i] = 0;
    s.derivatives(d.theta, d.gradient, d.metric);
  }
  let choice = "";
  for (const i of kinks) {
    const x = d.theta[i];
    const isOn = on.includes(i);
    const side = isOn ? (d.gradient[i] < 0 ? "+" : below[i] > 0 ? "-" : "0") : x > 0 ? "+" : "-";
    d.free[i] = side === "0" ? 0 : free[i];
    d.low[i] = side === "+" ? 0 : low[i];
    d.high[i] = side === "-" ? BELOW : high[i];
    if (side === "-" && isOn) d.theta[i] = BELOW;
    choice += side;
  }
  return choice;
}
