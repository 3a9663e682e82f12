import { checkRange } from "./density.js";
import type { Density, Range } from "./density.js";

/**
 * A density cut to a part of its range, and normalised there; yields then count the events inside it.
 *
 * $$f_{[a,b]}(x) = \frac{f(x)}{\int_a^b f(t)\,dt}, \qquad a \le x \le b$$
 *
 * ```ts
 * truncate(gaussian({ mean: 0, sigma: 1, range: [-5, 5] }), [0, 5]).integral(Float64Array.of(), 0, 1); // ≈ 0.6827
 * ```
 * @param whole - The density.
 * @param range - Part of its range.
 * @returns The cut density. Its expected events are those of the whole that fall inside.
 * @throws RangeError when the range is empty or not inside that of the density.
 */
export function truncate(whole: Density, range: Range): Density {
  checkRange("truncate", range);
  const [a, b] = range;
  if (!(a >= whole.range[0] && b <= whole.range[1])) {
    throw new RangeError(`truncate: range must be inside [${whole.range[0]}, ${whole.range[1]}], got [${a}, ${b}]`);
  }
  const { parameters, expectedEvents } = whole;
  const n = parameters.length;
  const inside = new Float64Array(n);
  const part = new Float64Array(n);
  const above = new Float64Array(n);
  const below = new Float64Array(n);
  const extended = expectedEvents !== undefined;

  /** Second derivatives of the integral over the part, from differences of its gradient. */
  function bend(theta: Float64Array, row: number, out: Float64Array): void {
    const t = theta.slice();
    const h = 1e-5 * Math.max(Math.abs(theta[row]), 1e-3);
    t[row] = theta[row] + h;
    whole.integral(t, a, b, above);
    t[row] = theta[row] - h;
    whole.integral(t, a, b, below);
    for (let j = 0; j < n; j++) out[j] = (above[j] - below[j]) / (2 * h);
  }

  // An extended density needs no new normalisation: its rate is the same, over a smaller range.
  return {
    parameters,
    range,
    evaluate(theta, x, m, values, derivatives) {
      whole.evaluate(theta, x, m, values, derivatives);
      if (extended) return;
      const total = whole.integral(theta, a, b, inside);
      for (let i = 0; i < m; i++) values[i] /= total;
      if (derivatives === undefined) return;
      for (let j = 0; j < n; j++) {
        const d = derivatives[j];
        for (let i = 0; i < m; i++) d[i] = (d[i] - values[i] * inside[j]) / total;
      }
    },
    curvature(theta, x, m, weights, values, derivatives, out) {
      if (extended) {
        whole.curvature(theta, x, m, weights, values, derivatives, out);
        return;
      }
      const total = whole.integral(theta, a, b, inside);
      // The whole's own columns, which `evaluate` scaled away, once more.
      const f = new Float64Array(m);
      const columns = derivatives.map(() => new Float64Array(m));
      const raw = new Float64Array(n * n);
      whole.evaluate(theta, x, m, f, columns);
      whole.curvature(theta, x, m, weights, f, columns, raw);
      let sum = 0;
      for (let i = 0; i < m; i++) sum += weights[i] * values[i];
      const first = derivatives.map((d) => {
        let s = 0;
        for (let i = 0; i < m; i++) s += weights[i] * d[i];
        return s;
      });
      const second = new Float64Array(n);
      for (let j = 0; j < n; j++) {
        bend(theta, j, second);
        for (let k = 0; k < n; k++) {
          out[j * n + k] += (raw[j * n + k] - inside[j] * first[k] - inside[k] * first[j] - second[k] * sum) / total;
        }
      }
    },
    integral(theta, from, to, gradient) {
      const low = Math.max(from, a);
      const high = Math.min(to, b);
      if (!(low < high)) {
        gradient?.fill(0);
        return 0;
      }
      const value = whole.integral(theta, low, high, gradient === undefined ? undefined : part);
      const total = extended ? 1 : whole.integral(theta, a, b, gradient === undefined ? undefined : inside);
      if (gradient !== undefined) {
        for (let j = 0; j < n; j++) {
          gradient[j] = extended ? part[j] : (part[j] - (value / total) * inside[j]) / total;
        }
      }
      return value / total;
    },
    ...(extended && {
      expectedEvents: (theta: Float64Array, gradient?: Float64Array) => whole.integral(theta, a, b, gradient),
    }),
    sample(theta, count, random) {
      const out = new Float64Array(count);
      for (let filled = 0; filled < count;) {
        for (const x of whole.sample(theta, count - filled, random)) if (x >= a && x <= b) out[filled++] = x;
      }
      return out;
    },
  };
}
