/** A function of the parameters. */
export type ValueOf = (theta: Float64Array) => number;
/** A gradient of the parameters, written to `out`. */
export type GradientOf = (theta: Float64Array, out: Float64Array) => void;

/**
 * Central differences, two points a parameter, or four (error $O(h^4)$) when `fourth`; three points on one side where a
 * bound or a value that is not finite forbids the other side. `theta` is changed and restored.
 */
export function differenceGradient(
  value: ValueOf,
  theta: Float64Array,
  f: number,
  low: Float64Array,
  high: Float64Array,
  steps: Float64Array,
  free: Uint8Array,
  fourth: boolean,
  out: Float64Array,
): void {
  for (let i = 0; i < theta.length; i++) {
    out[i] = 0;
    if (free[i] === 0) continue;
    const x = theta[i];
    const at = (t: number): number => {
      theta[i] = t;
      return value(theta);
    };
    const h = x + steps[i] - x;
    const reach = fourth ? 2 * h : h;
    const up = x + reach <= high[i];
    const down = x - reach >= low[i];
    let d = Number.NaN;
    if (up && down) {
      d = (at(x + h) - at(x - h)) / (2 * h);
      if (fourth) d = (4 * d - (at(x + 2 * h) - at(x - 2 * h)) / (4 * h)) / 3;
    }
    if (!Number.isFinite(d) && x + 2 * h <= high[i]) d = (4 * at(x + h) - at(x + 2 * h) - 3 * f) / (2 * h);
    if (!Number.isFinite(d) && x - 2 * h >= low[i]) d = (3 * f - 4 * at(x - h) + at(x - 2 * h)) / (2 * h);
    theta[i] = x;
    out[i] = d;
  }
}

/** A point at least `reach` away from the bounds where there is room, the middle where there is not. */
function inside(x: number, reach: number, low: number, high: number): number {
  if (high - low < 2 * reach) return 0.5 * (low + high);
  return Math.min(Math.max(x, low + reach), high - reach);
}

/** Hessian by central differences of a gradient, made symmetric; rows of parameters not free are 0. */
export function differenceHessianOfGradient(
  gradient: GradientOf,
  theta: Float64Array,
  low: Float64Array,
  high: Float64Array,
  steps: Float64Array,
  free: Uint8Array,
  out: Float64Array,
): void {
  const n = theta.length;
  const plus = new Float64Array(n);
  const minus = new Float64Array(n);
  const t = theta.slice();
  out.fill(0);
  for (let i = 0; i < n; i++) {
    if (free[i] === 0) continue;
    const centre = inside(theta[i], steps[i], low[i], high[i]);
    t[i] = Math.min(centre + steps[i], high[i]);
    const above = t[i];
    gradient(t, plus);
    t[i] = Math.max(centre - steps[i], low[i]);
    const width = above - t[i];
    gradient(t, minus);
    t[i] = theta[i];
    for (let j = 0; j < n; j++) {
      if (free[j] === 0) continue;
      const half = (0.5 * (plus[j] - minus[j])) / width;
      out[i * n + j] += half;
      out[j * n + i] += half;
    }
  }
}

/** Hessian by second differences of the value: 2 evaluations a parameter and 4 a pair. */
export function differenceHessian(
  value: ValueOf,
  theta: Float64Array,
  low: Float64Array,
  high: Float64Array,
  steps: Float64Array,
  free: Uint8Array,
  out: Float64Array,
): void {
  const n = theta.length;
  const t = theta.slice();
  out.fill(0);
  const centre = Float64Array.from(theta, (x, i) => (free[i] === 0 ? x : inside(x, 2 * steps[i], low[i], high[i])));
  t.set(centre);
  const f = value(t);
  for (let i = 0; i < n; i++) {
    if (free[i] === 0) continue;
    const h = steps[i];
    const at = (x: number): number => {
      t[i] = centre[i] + x;
      return value(t);
    };
    // Fourth-order formula: the diagonal decides whether the matrix is positive definite.
    out[i * n + i] = (16 * (at(h) + at(-h)) - (at(2 * h) + at(-2 * h)) - 30 * f) / (12 * h * h);
    for (let j = 0; j < i; j++) {
      if (free[j] === 0) continue;
      const k = steps[j];
      let sum = 0;
      for (const si of [1, -1]) {
        for (const sj of [1, -1]) {
          t[j] = centre[j] + sj * k;
          sum += si * sj * at(si * h);
        }
      }
      t[j] = centre[j];
      out[i * n + j] = out[j * n + i] = sum / (4 * h * k);
    }
    t[i] = centre[i];
  }
}
