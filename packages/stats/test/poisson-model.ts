import { parameter, type Likelihood, type Parameter } from "../src/index.js";
import { type RandomStream } from "@belladonna/numerics";

/** Counts with means linear in the parameters, $\mu_i = \sum_j \theta_j T_{ji}$: the simplest likelihood there is. */
export function poissonModel(
  counts: ArrayLike<number>,
  templates: readonly ArrayLike<number>[],
  parameters: readonly Parameter[],
): Likelihood {
  const n = parameters.length;
  const mean = (theta: Float64Array, i: number): number => {
    let m = 0;
    for (let j = 0; j < n; j++) m += theta[j] * templates[j][i];
    return m;
  };
  const evaluate = (theta: Float64Array, g?: Float64Array, h?: Float64Array): number => {
    let value = 0;
    g?.fill(0);
    h?.fill(0);
    for (let i = 0; i < counts.length; i++) {
      const m = mean(theta, i);
      const k = counts[i];
      if (!(m > 0 || (m === 0 && k === 0))) return Infinity;
      value += 2 * (m - k + (k > 0 ? k * Math.log(k / m) : 0));
      const slope = k > 0 ? 2 * (1 - k / m) : 2;
      const curve = k > 0 ? (2 * k) / (m * m) : 0;
      for (let a = 0; a < n; a++) {
        if (g) g[a] += slope * templates[a][i];
        if (h) for (let b = 0; b < n; b++) h[a * n + b] += curve * templates[a][i] * templates[b][i];
      }
    }
    return value;
  };
  const expected = (theta: Float64Array): Float64Array => Float64Array.from(counts, (_, i) => mean(theta, i));
  return {
    parameters,
    poi: parameters[0].name,
    hessianKind: "exact",
    evaluate,
    value: (theta) => evaluate(theta),
    gradient(theta, out = new Float64Array(n)) {
      evaluate(theta, out);
      return out;
    },
    hessian(theta, out = new Float64Array(n * n)) {
      evaluate(theta, undefined, out);
      return out;
    },
    expected,
    sample: (theta, random: RandomStream) =>
      poissonModel(
        expected(theta).map((m) => random.poisson(m)),
        templates,
        parameters,
      ),
    asimov: (theta) => poissonModel(expected(theta), templates, parameters),
  };
}

/** One count of a signal on a known background. */
export function countingModel(n: number, background: number): Likelihood {
  return poissonModel(
    [n],
    [[1], [background]],
    [parameter("s", 1, { min: -background }), parameter("b", 1, { fixed: true })],
  );
}
