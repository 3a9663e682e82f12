import { findRoot } from "@belladonna/numerics";

/** Largest value of a function between two points by golden sections, in `steps` evaluations. */
function peak(f: (x: number) => number, a: number, b: number, steps: number): { x: number; y: number } {
  const g = 0.6180339887498949;
  let x1 = b - g * (b - a);
  let x2 = a + g * (b - a);
  let y1 = f(x1);
  let y2 = f(x2);
  for (let i = 0; i < steps; i++) {
    if (y1 >= y2) {
      b = x2;
      x2 = x1;
      y2 = y1;
      x1 = b - g * (b - a);
      y1 = f(x1);
    } else {
      a = x1;
      x1 = x2;
      y1 = y2;
      x2 = a + g * (b - a);
      y2 = f(x2);
    }
  }
  return y1 >= y2 ? { x: x1, y: y1 } : { x: x2, y: y2 };
}

/** A range on which a function is ≥ 0, and which of its ends are only the ends of the search. */
export interface PositiveRange {
  /** Lower end. */
  readonly lower: number;
  /** Upper end. */
  readonly upper: number;
}

/**
 * All ranges of `x` within `[from, to]` on which `f(x)` ≥ 0.
 *
 * The function is sampled at `samples` equidistant points; each change of sign is refined by Brent's method, and where
 * three samples of one sign show an extremum towards 0, the extremum is looked for, so that a pair of roots between two
 * samples is found when the function has one extremum there.
 * @param f - Continuous function; `-Infinity` and `NaN` count as negative.
 * @param from - Lower end of the search.
 * @param to - Upper end of the search.
 * @param samples - Number of samples, ≥ 3.
 * @param tolerance - Absolute accuracy of an end in `x`.
 * @returns Disjoint ranges, from low to high; those that touch `from` or `to` end there.
 */
export function positiveRanges(
  f: (x: number) => number,
  from: number,
  to: number,
  samples: number,
  tolerance: number,
): PositiveRange[] {
  const g = (x: number): number => {
    const y = f(x);
    return Number.isNaN(y) ? -Infinity : y;
  };
  const xs: number[] = [];
  const ys: number[] = [];
  const push = (x: number, y: number): void => {
    xs.push(x);
    ys.push(y);
  };
  const at = (i: number): number => (i === samples - 1 ? to : from + ((to - from) * i) / (samples - 1));
  const y = Array.from({ length: samples }, (_, i) => g(at(i)));
  for (let i = 0; i < samples; i++) {
    push(at(i), y[i]);
    if (i + 1 >= samples) continue;
    const sign = y[i] >= 0 ? -1 : 1;
    if (y[i] >= 0 !== y[i + 1] >= 0) continue;
    // An extremum that points to zero may hide in this cell or the next: the larger of both ends tops its neighbours.
    const left = i > 0 ? sign * y[i - 1] : -Infinity;
    const right = i + 2 < samples ? sign * y[i + 2] : -Infinity;
    const a = sign * y[i];
    const b = sign * y[i + 1];
    if ((b >= a && b >= right) || (a >= b && a >= left)) {
      const top = peak((x) => sign * g(x), at(i), at(i + 1), 40);
      if (top.y >= 0 && top.y > Math.max(a, b)) push(top.x, sign * top.y);
    }
  }
  const out: PositiveRange[] = [];
  let lower = ys[0] >= 0 ? from : Number.NaN;
  for (let i = 1; i < xs.length; i++) {
    if (ys[i - 1] >= 0 === ys[i] >= 0) continue;
    const root = findRoot(g, xs[i - 1], xs[i], { fa: ys[i - 1], fb: ys[i], absolute: tolerance });
    if (ys[i] >= 0) lower = root;
    else {
      out.push({ lower, upper: root });
      lower = Number.NaN;
    }
  }
  if (!Number.isNaN(lower)) out.push({ lower, upper: to });
  return out;
}
