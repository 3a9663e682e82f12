import { findRoot } from "@belladonna/numerics";
import { normalCdf, normalUpperQuantile } from "@belladonna/numerics";
import type { Interval } from "./interval.js";

/** Unified interval of a mean $\mu \ge 0$ from $x \sim N(\mu, 1)$; the acceptance region is $[x_1(\mu), x_2(\mu)]$. */
export function gaussianInterval(x: number, level: number): Interval {
  const c = normalUpperQuantile(0.5 * (1 - level));
  return { low: lowerEnd(x, c, level), high: upperEnd(x, c, level) };
}

/** The mean whose region begins at `x`: central where `x >= 0`, else of equal rank at $x$ and $\mu + d$, $d^2 = \mu^2 - 2\mu x$. */
function upperEnd(x: number, c: number, level: number): number {
  if (x >= 0) return x + c;
  const miss = (mu: number): number => normalCdf(Math.sqrt(mu * (mu - 2 * x))) - normalCdf(x - mu) - level;
  return findRoot(miss, 0, c);
}

/** The mean whose region ends at `x`; its other end is $\mu/2 - (x - \mu)^2/2\mu$ where that is negative. */
function lowerEnd(x: number, c: number, level: number): number {
  if (x >= 2 * c) return x - c;
  if (normalCdf(x) <= level) return 0;
  const miss = (mu: number): number => {
    const d = x - mu;
    return mu === 0 ? normalCdf(x) - level : normalCdf(d) - normalCdf(-0.5 * mu - (d * d) / (2 * mu)) - level;
  };
  return findRoot(miss, 0, 0.5 * x);
}
