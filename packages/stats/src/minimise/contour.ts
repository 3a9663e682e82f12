import { requireOptions } from "@belladonna/numerics";
import { cos, sin } from "@belladonna/numerics/elementary";
import type { Parameter } from "../parameter.js";
import type { MinimiseOptions, Minimum } from "./objective.js";

/** Point of a contour. */
export interface ContourPoint {
  /** Value of the first parameter. */
  readonly x: number;
  /** Value of the second parameter. */
  readonly y: number;
  /** Whether a bound cuts the contour here. */
  readonly atBound: boolean;
}

/**
 * Where the profile of two parameters rises by `rise`: along rays from the minimum, equally spaced in angle in the frame
 * in which the covariance is a circle.
 */
export function contourOf(
  run: (options?: MinimiseOptions) => Minimum,
  parameters: readonly Parameter[],
  best: Minimum,
  first: string,
  second: string,
  options: { readonly rise?: number; readonly points?: number },
): ContourPoint[] {
  requireOptions("contour", options, ["rise", "points"]);
  const { rise = 2.295748928898636, points = 32 } = options;
  if (!(rise > 0 && rise < Infinity && Number.isSafeInteger(points) && points > 0)) {
    throw new RangeError(`contour: rise must be finite and > 0 and points a positive integer, got ${rise}, ${points}`);
  }
  const i = parameters.findIndex((p) => p.name === first);
  const j = parameters.findIndex((p) => p.name === second);
  if (i < 0 || j < 0 || i === j) throw new RangeError(`contour: needs two parameters, got ${first} and ${second}`);
  const n = parameters.length;
  const c = best.covariance;
  if (c.length === 0 || !(c[i * n + i] > 0 && c[j * n + j] > 0)) return [];
  const sx = Math.sqrt(c[i * n + i]);
  const slope = c[i * n + j] / sx;
  const sy = Math.sqrt(Math.max(c[j * n + j] - slope * slope, 0));
  const out: ContourPoint[] = [];
  let start = best.theta;
  for (let k = 0; k < points; k++) {
    const angle = (2 * Math.PI * k) / points;
    const dx = sx * cos(angle);
    const dy = slope * cos(angle) + sy * sin(angle);
    const room = Math.min(roomAlong(parameters[i], best.theta[i], dx), roomAlong(parameters[j], best.theta[j], dy));
    let t = Math.min(Math.sqrt(rise), room);
    let inner = 0;
    let outer = Infinity;
    for (let tries = 0; tries < 50; tries++) {
      const fix = { [first]: best.theta[i] + t * dx, [second]: best.theta[j] + t * dy };
      const at = run({ start, fix, covariance: false });
      const q = Number.isFinite(at.value) ? at.value - best.value : Infinity;
      if (at.valid) start = at.theta;
      const atBound = t === room && q < rise;
      if (atBound || Math.abs(q - rise) < 1e-6 * rise) {
        out.push({ x: fix[first], y: fix[second], atBound });
        break;
      }
      if (q < rise) inner = t;
      else outer = t;
      const along = at.gradient[i] * dx + at.gradient[j] * dy;
      let next = q > 0 && along > 0 ? t + ((Math.sqrt(rise) - Math.sqrt(q)) * 2 * Math.sqrt(q)) / along : 2 * t;
      if (!(next > inner && next < outer)) next = outer < Infinity ? 0.5 * (inner + outer) : 2 * t;
      t = Math.min(next, 4 * t, room);
    }
  }
  return out;
}

function roomAlong({ min = -Infinity, max = Infinity }: Parameter, x: number, d: number): number {
  if (d === 0) return Infinity;
  return d > 0 ? (max - x) / d : (min - x) / d;
}
