import { xMinusLog1p } from "@belladonna/numerics";

/** Half the Poisson deviance, $m - n + n\ln\frac{n}{m} \ge 0$ for $n$ observed on a mean $m$, without cancellation. */
export function halfDeviance(n: number, m: number): number {
  return n === 0 ? m : n * xMinusLog1p((m - n) / n);
}
