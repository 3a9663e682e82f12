import type { Density } from "../densities/density.js";
import { firstAbove, requireChoice, requireOptions } from "@belladonna/numerics";
import type { RandomStream } from "@belladonna/numerics";
import { binTerm } from "./bin-statistic.js";
import type { BinStatistic, BinTerm } from "./bin-statistic.js";
import type { Likelihood } from "./likelihood.js";
import { onePass } from "./one-pass.js";

/** Options of {@link binned}. */
export interface BinnedOptions {
  /**
   * Term of each bin: `"poisson"` (default), Pearson's $\chi^2$ with variance $\mu$, or Neyman's with variance $n$, which
   * leaves out empty bins.
   */
  readonly statistic?: BinStatistic;
  /** Sums of squared weights, for weighted entries. */
  readonly variances?: ArrayLike<number>;
  /** Name of the parameter of interest. */
  readonly poi?: string;
}

interface BinnedData {
  readonly edges: Float64Array;
  readonly counts: Float64Array;
  readonly variances: Float64Array;
  readonly total: number;
}

/**
 * Binned likelihood of a density: each bin is compared with the integral of the density over it.
 *
 * $$-2\ln L = 2\sum_b \left[\mu_b - n_b + n_b \ln\frac{n_b}{\mu_b}\right], \qquad \mu_b = \int_b f(x;\theta)\,dx$$
 *
 * or a $\chi^2$, see {@link BinnedOptions.statistic}. A density without yields is scaled to the number of entries. At the
 * minimum the value is a goodness-of-fit statistic. For weighted entries the Poisson term is scaled to their effective
 * number. The Hessian is of Gauss–Newton form; a fit differences the exact gradient for its errors.
 *
 * ```ts
 * binned(gaussian({ mean: 0, sigma: 1, range: [-5, 5] }), [10, 12], [-5, 0, 5]).value(Float64Array.of()); // ≈ 0.18207
 * ```
 * @param density - The density.
 * @param counts - Entries of each bin, $\ge 0$.
 * @param edges - Edges, one more than bins, from one end of the density's range to the other.
 * @param options - Statistic, variances and parameter of interest.
 * @returns The likelihood.
 * @throws RangeError when counts are negative or NaN, edges do not rise or do not span the range, or sizes differ.
 */
export function binned(
  density: Density,
  counts: ArrayLike<number>,
  edges: ArrayLike<number>,
  options: BinnedOptions = {},
): Likelihood {
  requireOptions("binned", options, ["statistic", "variances", "poi"]);
  requireChoice("binned: statistic", options.statistic ?? "poisson", ["poisson", "pearson", "neyman"]);
  const n = Float64Array.from(counts);
  const e = Float64Array.from(edges);
  const variances = options.variances === undefined ? n : Float64Array.from(options.variances);
  if (e.length !== n.length + 1 || variances.length !== n.length) {
    throw new RangeError(
      `binned: ${n.length} bins need ${n.length + 1} edges and ${n.length} variances, got ${e.length} and ${variances.length}`,
    );
  }
  for (let b = 0; b < n.length; b++) {
    if (!(n[b] >= 0 && n[b] < Infinity)) throw new RangeError(`binned: counts must be >= 0, got ${n[b]} in bin ${b}`);
    if (!(e[b] < e[b + 1])) throw new RangeError(`binned: edges must rise, got ${e[b]} and ${e[b + 1]}`);
    if (n[b] > 0 && !(variances[b] > 0)) {
      throw new RangeError(`binned: a bin with entries needs a variance > 0, got ${variances[b]} in bin ${b}`);
    }
  }
  const [low, high] = density.range;
  const slack = 1e-9 * (high - low);
  if (!(Math.abs(e[0] - low) <= slack && Math.abs(e[n.length] - high) <= slack)) {
    throw new RangeError(`binned: edges must span the range [${low}, ${high}], got [${e[0]}, ${e[n.length]}]`);
  }
  const total = n.reduce((a, b) => a + b, 0);
  return binnedOf(density, { edges: e, counts: n, variances, total }, options);
}

function binnedOf(density: Density, data: BinnedData, options: BinnedOptions): Likelihood {
  const { parameters, expectedEvents } = density;
  const { statistic = "poisson", poi } = options;
  const n = parameters.length;
  const { edges, counts, variances } = data;
  const bins = counts.length;
  const slope = new Float64Array(n);
  const term: BinTerm = { value: 0, first: 0, second: 0 };
  const scaleOf = (): number => (expectedEvents === undefined ? data.total : 1);

  function evaluate(theta: Float64Array, gradient?: Float64Array, hessian?: Float64Array): number {
    gradient?.fill(0);
    hessian?.fill(0);
    const wanted = gradient !== undefined || hessian !== undefined;
    const scale = scaleOf();
    let value = 0;
    for (let b = 0; b < bins; b++) {
      const mu = scale * density.integral(theta, edges[b], edges[b + 1], wanted ? slope : undefined);
      binTerm(statistic, counts[b], variances[b], mu, term);
      value += term.value;
      if (!(value < Infinity)) return Infinity;
      if (!wanted) continue;
      for (let j = 0; j < n; j++) {
        const s = scale * slope[j];
        if (s === 0) continue;
        if (gradient !== undefined) gradient[j] += term.first * s;
        if (hessian === undefined) continue;
        const c = term.second * s * scale;
        for (let k = 0; k < n; k++) hessian[j * n + k] += c * slope[k];
      }
    }
    return value;
  }

  const expected = (theta: Float64Array): Float64Array => {
    const scale = scaleOf();
    return Float64Array.from({ length: bins }, (_, b) => scale * density.integral(theta, edges[b], edges[b + 1]));
  };
  const withCounts = (fresh: Float64Array): Likelihood => {
    const total = fresh.reduce((a, b) => a + b, 0);
    return binnedOf(density, { edges, counts: fresh, variances: fresh, total }, options);
  };

  return {
    parameters,
    ...(poi !== undefined && { poi }),
    hessianKind: "gauss-newton",
    ...onePass(evaluate, n),
    expected,
    sample(theta, random: RandomStream) {
      const mu = expected(theta);
      if (expectedEvents !== undefined) return withCounts(mu.map((m) => random.poisson(m)));
      return withCounts(multinomial(mu, Math.round(data.total), random));
    },
    asimov: (theta) => withCounts(expected(theta)),
  };
}

/** Entries of bins when a fixed number of events falls in proportion to `mu`. */
function multinomial(mu: Float64Array, events: number, random: RandomStream): Float64Array {
  const cumulative = new Float64Array(mu.length);
  let sum = 0;
  for (let b = 0; b < mu.length; b++) cumulative[b] = sum += mu[b];
  const out = new Float64Array(mu.length);
  for (let i = 0; i < events; i++) {
    const u = random.uniform() * sum;
    out[Math.min(mu.length - 1, firstAbove(cumulative, u))]++;
  }
  return out;
}
