import { xMinusLog1p } from "@belladonna/numerics";
import { log } from "@belladonna/numerics/elementary";

/**
 * Half the Poisson deviance, $m - n + n\ln\frac{n}{m} \ge 0$ for $n$ observed on a mean $m$, without cancellation;
 * infinite for events where none are expected.
 * @param difference - $m - n$, where it is known better than by subtraction.
 */
export function halfDeviance(n: number, m: number, difference: number = m - n): number {
  if (n === 0) return m;
  const x = difference / n;
  // Far from the count nothing cancels, and 1 + x has lost the mean, or x is out of range.
  if (!(x > -0.99 && x < 1000)) return difference + n * (log(n) - log(m));
  return n * xMinusLog1p(x);
}
