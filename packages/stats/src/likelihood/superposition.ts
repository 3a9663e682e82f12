import { requireOptions } from "@belladonna/numerics";
import type { Parameter } from "../parameter.js";
import { mergeParameters } from "../parameter.js";
import type { RandomStream } from "@belladonna/numerics";
import { binTerm } from "./bin-statistic.js";
import type { BinTerm } from "./bin-statistic.js";
import type { Likelihood } from "./likelihood.js";
import { onePass } from "./one-pass.js";

/** One component of a {@link superposition}. */
export interface Component {
  /** Expected entries of each bin at a yield of 1, known exactly. */
  readonly shape: ArrayLike<number>;
  /** What it is multiplied by; components may share a parameter. */
  readonly yield: Parameter;
}

/** Options of {@link superposition}. */
export interface SuperpositionOptions {
  /** Name of the parameter of interest. */
  readonly poi?: string;
}

/**
 * Binned Poisson likelihood of components whose shapes are fixed and whose yields float:
 *
 * $$-2\ln L = 2\sum_b \left[\mu_b - n_b + n_b \ln\frac{n_b}{\mu_b}\right], \qquad \mu_b = \sum_k y_k s_{kb}.$$
 *
 * It is convex in the yields. What `binned` integrates at every step is a table here: a fit of a peak of fixed shape over
 * a polynomial (each Bernstein polynomial a component) is some six times faster and gives the same result.
 *
 * ```ts
 * const peak = { shape: [0, 0.25, 0.5, 0.25, 0], yield: parameter("signal", 10) };
 * const flat = { shape: [0.2, 0.2, 0.2, 0.2, 0.2], yield: parameter("background", 100) };
 * const fitted = fit(superposition([19, 27, 32, 24, 21], [peak, flat], { poi: "signal" }));
 * fitted.parameters.signal; // ≈ 23.53
 * fitted.errors.signal; // ≈ 12.05
 * ```
 * @param counts - Entries of each bin, $\ge 0$.
 * @param components - Shapes and yields.
 * @param options - Parameter of interest.
 * @returns The likelihood, with exact gradient and Hessian.
 * @throws RangeError when numbers of bins differ, or counts or shapes are negative or not finite.
 */
export function superposition(
  counts: ArrayLike<number>,
  components: readonly Component[],
  options: SuperpositionOptions = {},
): Likelihood {
  requireOptions("superposition", options, ["poi"]);
  const data = Float64Array.from(counts);
  const parameters = mergeParameters(
    "superposition",
    components.map((c) => [c.yield]),
  );
  const check = (name: string, values: Float64Array): Float64Array => {
    const wrong = values.findIndex((x) => !(x >= 0 && x < Infinity));
    if (wrong < 0) return values;
    throw new RangeError(`superposition: ${name} must be finite and >= 0, got ${values[wrong]} in bin ${wrong}`);
  };
  check("counts", data);
  const n = parameters.length;
  // One table with the parameters of a bin side by side.
  const table = new Float64Array(n * data.length);
  components.forEach((c, k) => {
    const shape = check(`shape ${k}`, Float64Array.from(c.shape));
    if (shape.length !== data.length) {
      throw new RangeError(`superposition: shape ${k} must have ${data.length} bins, got ${shape.length}`);
    }
    const at = parameters.findIndex((p) => p.name === c.yield.name);
    for (let b = 0; b < shape.length; b++) table[b * n + at] += shape[b];
  });
  return likelihoodOf(data, table, parameters, options);
}

function likelihoodOf(
  data: Float64Array,
  table: Float64Array,
  parameters: readonly Parameter[],
  options: SuperpositionOptions,
): Likelihood {
  const n = parameters.length;
  const term: BinTerm = { value: 0, first: 0, second: 0 };

  function evaluate(theta: Float64Array, gradient?: Float64Array, hessian?: Float64Array): number {
    gradient?.fill(0);
    hessian?.fill(0);
    let value = 0;
    for (let b = 0, row = 0; b < data.length; b++, row += n) {
      let mu = 0;
      for (let j = 0; j < n; j++) mu += theta[j] * table[row + j];
      binTerm("poisson", data[b], data[b], mu, term);
      value += term.value;
      if (!(value < Infinity)) return Infinity;
      if (gradient !== undefined) for (let j = 0; j < n; j++) gradient[j] += term.first * table[row + j];
      if (hessian === undefined || term.second === 0) continue;
      for (let j = 0; j < n; j++) {
        const c = term.second * table[row + j];
        if (c === 0) continue;
        for (let k = 0; k < n; k++) hessian[j * n + k] += c * table[row + k];
      }
    }
    return value;
  }

  const expected = (theta: Float64Array): Float64Array =>
    Float64Array.from(data, (_, b) => {
      let mu = 0;
      for (let j = 0; j < n; j++) mu += theta[j] * table[b * n + j];
      return mu;
    });
  const again = (fresh: Float64Array): Likelihood => likelihoodOf(fresh, table, parameters, options);

  return {
    parameters,
    ...(options.poi !== undefined && { poi: options.poi }),
    hessianKind: "exact",
    ...onePass(evaluate, n),
    expected,
    sample: (theta, random: RandomStream) => again(expected(theta).map((mu) => random.poisson(mu))),
    asimov: (theta) => again(expected(theta)),
  };
}
