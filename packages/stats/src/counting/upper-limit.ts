import { findRoot } from "@belladonna/numerics";
import { gammaQInverse, logGammaQ } from "@belladonna/numerics";
import { logGamma } from "@belladonna/numerics";
import { poissonCdf } from "@belladonna/numerics";

/** What is known besides the count in {@link countingUpperLimit}. */
export interface CountingLimitOptions {
  /** Expected background, not negative. */
  readonly background: number;
  /** Relative standard deviation of the background's Gamma prior, dimensionless; 0 (known exactly) by default. */
  readonly relativeUncertainty?: number;
  /** Confidence level in 0 … 1; 0.95 by default. */
  readonly level?: number;
}

/**
 * Upper limit on the signal $s$ of a counting experiment, $n \sim \mathrm{Poisson}(s + b)$: the Bayesian limit with a flat
 * prior $s \ge 0$, which for a known background is the CLs limit with the count as test statistic,
 * $$\frac{Q(n + 1, s + b)}{Q(n + 1, b)} = 1 - \mathrm{CL}.$$
 * With an uncertain background (Gamma prior of mean $b$, relative width $r$) the posterior is a mixture of Gamma
 * densities of shape $j + 1$, $j = 0 \dots n$, weighted by the negative binomial probability of $n - j$.
 * @param n - Observed count, integer not negative.
 * @param options - Background, its uncertainty and the confidence level.
 * @returns Events.
 * @throws RangeError when an argument is not such.
 * @see [PDG review of statistics, eq. 40.69](https://pdg.lbl.gov/2024/reviews/rpp2024-rev-statistics.pdf)
 * @example
 * ```ts
 * countingUpperLimit(0, { background: 3 }); // ≈ 2.99573
 * countingUpperLimit(5, { background: 3, relativeUncertainty: 0.5, level: 0.9 }); // ≈ 6.98089
 * ```
 */
export function countingUpperLimit(n: number, options: CountingLimitOptions): number {
  const { background: b, relativeUncertainty: r = 0, level = 0.95 } = options;
  if (!(Number.isInteger(n) && n >= 0)) {
    throw new RangeError(`countingUpperLimit: n must be an integer >= 0, got ${n}`);
  }
  if (!(b >= 0 && b < Infinity && r >= 0 && r < Infinity)) {
    throw new RangeError(`countingUpperLimit: background and its uncertainty must be finite and >= 0, got ${b}, ${r}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`countingUpperLimit: level must be in (0, 1), got ${level}`);
  if (r === 0 || b === 0) return gammaQInverse(n + 1, (1 - level) * poissonCdf(n, b)) - b;
  const logWeights = backgroundWeights(n, b, r);
  const total = logSumExp(logWeights);
  const terms = new Float64Array(n + 1);
  const miss = (s: number): number => {
    for (let j = 0; j <= n; j++) terms[j] = logWeights[j] + logGammaQ(j + 1, s);
    return logSumExp(terms) - total - Math.log1p(-level);
  };
  // The limit without background is the largest there can be.
  return findRoot(miss, 0, gammaQInverse(n + 1, 0.5 * (1 - level)));
}

/** Logarithms of the probabilities that `n - j` of the `n` events are background, negative binomial, $j = 0 \dots n$. */
function backgroundWeights(n: number, b: number, r: number): Float64Array {
  const shape = 1 / (r * r);
  const scale = b * r * r;
  return Float64Array.from({ length: n + 1 }, (_, j) => {
    const k = n - j;
    return (
      logGamma(k + shape) - logGamma(shape) - logGamma(k + 1) + k * Math.log(scale) - (k + shape) * Math.log1p(scale)
    );
  });
}

function logSumExp(x: Float64Array): number {
  const max = x.reduce((a, b) => Math.max(a, b));
  return max + Math.log(x.reduce((sum, y) => sum + Math.exp(y - max), 0));
}
