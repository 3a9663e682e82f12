import { findRoot, gammaQInverse, logGammaQ, poissonCdf, requireOptions } from "@belladonna/numerics";
import { log, log1p } from "@belladonna/numerics/elementary";
import { eventShares, signalBeyond } from "./event-shares.js";

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
 * @throws RangeError when an argument is not such, or so many counts of an uncertain background matter (more than two
 * million) that {@link upperLimit} of {@link counting} is the way.
 * @see [PDG review of statistics, eq. 40.69](https://pdg.lbl.gov/2024/reviews/rpp2024-rev-statistics.pdf)
 * @example
 * ```ts
 * countingUpperLimit(0, { background: 3 }); // ≈ 2.99573
 * countingUpperLimit(5, { background: 3, relativeUncertainty: 0.5, level: 0.9 }); // ≈ 6.98089
 * ```
 */
export function countingUpperLimit(n: number, options: CountingLimitOptions): number {
  requireOptions("countingUpperLimit", options, ["background", "relativeUncertainty", "level"]);
  const { background: b, relativeUncertainty: r = 0, level = 0.95 } = options;
  if (!(Number.isSafeInteger(n) && n >= 0)) {
    throw new RangeError(`countingUpperLimit: n must be an integer from 0 to 2^53 - 1, got ${n}`);
  }
  if (!(b >= 0 && b < Infinity && r >= 0 && r < Infinity)) {
    throw new RangeError(`countingUpperLimit: background and its uncertainty must be finite and >= 0, got ${b}, ${r}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`countingUpperLimit: level must be in (0, 1), got ${level}`);
  if (n === 0) return -log1p(-level);
  if (b === 0) return gammaQInverse(n + 1, 1 - level);
  const tail = r === 0 && b < LITTLE ? (1 - level) * poissonCdf(n, b) : 0;
  if (tail > 1e-290) return gammaQInverse(n + 1, tail) - b;
  const logBeyond = logTail(n, b, r);
  // The limit without background is the largest there can be.
  const high = gammaQInverse(n + 1, 0.5 * (1 - level));
  return findRoot((s) => Math.max(-1e6, logBeyond(s) - log1p(-level)), 0, high);
}

/** Background below which the difference of means is as accurate as the sum over counts. */
const LITTLE = 100;
/** Most background counts that are summed over, for time and memory. */
const MOST = 1e6;

/** Logarithm of the posterior probability of a larger signal. */
function logTail(n: number, b: number, r: number): (s: number) => number {
  const shares = eventShares(n, b, r, MOST);
  if (shares !== undefined) return (s) => log(signalBeyond(shares, s));
  if (r > 0) {
    throw new RangeError(
      `countingUpperLimit: n and background must be fewer where the background is uncertain, got ${n} on ${b} +- ${r * b}`,
    );
  }
  // So many events, and then not far from the background: the difference of the means keeps its digits.
  const none = logGammaQ(n + 1, b);
  return (s) => logGammaQ(n + 1, s + b) - none;
}
