import type { Parameter } from "../parameter.js";
import type { MinimiseOptions, Minimum } from "./objective.js";

/** Interval of one parameter from the profile of the objective. */
export interface MinosInterval {
  /** Signed distance from the minimum to the lower crossing ($\le 0$), or to the bound met before it. */
  readonly lower: number;
  /** Distance from the minimum to the upper crossing, or to the bound met before it. */
  readonly upper: number;
  /** Whether a bound was met before the lower crossing. */
  readonly lowerAtBound: boolean;
  /** Whether a bound was met before the upper crossing. */
  readonly upperAtBound: boolean;
  /** Whether both ends were found (a bound counts as found). */
  readonly valid: boolean;
  /** What is wrong, or empty. */
  readonly reason: string;
}

type Run = (options?: MinimiseOptions) => Minimum;

/**
 * Where the profile of the objective rises by `rise` above its minimum, on both sides of the best value of one
 * parameter. Other parameters may sit at their bounds on the way.
 *
 * Newton steps on the square root of the rise, which is nearly straight, inside a bracket; the slope of the profile is
 * the partial derivative at the conditional minimum.
 */
export function minosInterval(
  run: Run,
  parameters: readonly Parameter[],
  best: Minimum,
  name: string,
  rise: number,
  up: number,
): MinosInterval {
  const index = parameters.findIndex((p) => p.name === name);
  if (index < 0) throw new RangeError(`minos: no parameter is named ${name}`);
  if (!best.valid) return failed(`the fit is not valid: ${best.reason}`);
  const down = crossing(run, parameters, best, index, rise, up, -1);
  const above = crossing(run, parameters, best, index, rise, up, 1);
  return {
    lower: down.distance,
    upper: above.distance,
    lowerAtBound: down.atBound,
    upperAtBound: above.atBound,
    valid: down.reason === "" && above.reason === "",
    reason: down.reason || above.reason,
  };
}

function failed(reason: string): MinosInterval {
  return { lower: Number.NaN, upper: Number.NaN, lowerAtBound: false, upperAtBound: false, valid: false, reason };
}

interface Crossing {
  distance: number;
  atBound: boolean;
  reason: string;
}

function crossing(
  run: Run,
  parameters: readonly Parameter[],
  best: Minimum,
  index: number,
  rise: number,
  up: number,
  sign: 1 | -1,
): Crossing {
  const { name, min = -Infinity, max = Infinity } = parameters[index];
  const n = parameters.length;
  const x = best.theta[index];
  const bound = sign > 0 ? max : min;
  if (x === bound) return { distance: 0, atBound: true, reason: "" };
  const variance = best.covariance.length > 0 ? best.covariance[index * n + index] : 0;
  const sigma = Math.sqrt(variance * (rise / up));
  const room = Math.abs(bound - x);
  let t = sigma > 0 ? sigma : Math.min(0.01 * Math.max(Math.abs(x), 0.1), 0.1 * room);
  let inner = 0;
  let outer = room;
  let start: Float64Array = best.theta.slice();
  let from = 0;
  for (let tries = 0; tries < 60; tries++) {
    if (t >= outer) t = outer === room ? room : 0.5 * (inner + outer);
    // Carry the others along the ridge of the last point.
    const guess = start.slice();
    if (variance > 0) {
      for (let j = 0; j < n; j++) {
        if (j === index) continue;
        const { min: low = -Infinity, max: high = Infinity } = parameters[j];
        const moved = guess[j] + (best.covariance[j * n + index] / variance) * sign * (t - from);
        guess[j] = Math.min(Math.max(moved, low), high);
      }
    }
    const at = run({ start: guess, fix: { [name]: x + sign * t }, up, covariance: false });
    const usable = Number.isFinite(at.value);
    if (usable && !at.valid)
      return { distance: Number.NaN, atBound: false, reason: `profile of ${name}: ${at.reason}` };
    const q = usable ? at.value - best.value : Infinity;
    if (q < -1e-4 * up) {
      return { distance: Number.NaN, atBound: false, reason: `a lower minimum lies at ${name} = ${x + sign * t}` };
    }
    if (Math.abs(q - rise) < 1e-8 * rise) return { distance: sign * t, atBound: false, reason: "" };
    if (q < rise) {
      if (t === room) return { distance: sign * t, atBound: true, reason: "" };
      inner = t;
    } else outer = t;
    if (usable) {
      start = at.theta;
      from = t;
    }
    const slope = sign * at.gradient[index];
    let next = q > 0 && slope > 0 ? t + ((Math.sqrt(rise) - Math.sqrt(q)) * 2 * Math.sqrt(q)) / slope : Number.NaN;
    if (next > 5 * t) next = 5 * t;
    if (!(next > inner)) next = outer < Infinity && outer !== room ? 0.5 * (inner + outer) : 2 * t;
    if (next >= outer && outer !== room) next = 0.5 * (inner + outer);
    if (Math.abs(next - t) < 1e-12 * Math.max(Math.abs(x), t) || outer - inner < 1e-13 * outer) {
      return { distance: sign * next, atBound: false, reason: "" };
    }
    t = next;
  }
  return { distance: Number.NaN, atBound: false, reason: `the profile of ${name} does not rise by ${rise}` };
}
