import { logGamma } from "@belladonna/numerics";
import { log } from "@belladonna/numerics/elementary";

const HALF_LOG_TWO_PI = 0.5 * /* @__PURE__ */ log(2 * Math.PI);

/**
 * What $-\ln P(n|\nu)$ keeps when $\nu=n$: $\ln\Gamma(n+1)-n\ln n+n$, zero for $n=0$.
 *
 * From 16 up by Stirling's series, where the three terms would cancel. Absolute error below $10^{-14}$.
 * @param n - Count, $\ge 0$, not necessarily an integer.
 */
export function poissonNorm(n: number): number {
  if (n === 0) return 0;
  if (n < 16) return logGamma(n + 1) - n * log(n) + n;
  const y = 1 / (n * n);
  const series = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))) / n;
  return HALF_LOG_TWO_PI + 0.5 * log(n) + series;
}

/**
 * Half the deviance of a Poisson count, $D=\nu-n+n\ln(n/\nu)\ge0$, so that $-\ln P(n|\nu)=D+$ {@link poissonNorm}`(n)`.
 *
 * Free of the cancellation of $\nu-n\ln\nu+\ln\Gamma(n+1)$: for $\nu$ near $n$ the series in $v=(n-\nu)/(n+\nu)$,
 * $D=(n-\nu)v+2nv\sum_{j\ge1}v^{2j}/(2j+1)$, has full relative precision whatever the size of $n$.
 * @param n - Count, $\ge 0$, not necessarily an integer.
 * @param nu - Mean.
 * @returns $D$; `Infinity` where the count is impossible ($\nu<0$, or $\nu=0<n$).
 * @see C. Loader, "Fast and accurate computation of binomial probabilities" (2000)
 */
export function halfDeviance(n: number, nu: number): number {
  if (!(nu > 0)) return nu === 0 && n === 0 ? 0 : Number.POSITIVE_INFINITY;
  if (n === 0) return nu;
  const difference = n - nu;
  // Halves, so that the largest doubles do not overflow.
  const v = (0.5 * difference) / (0.5 * n + 0.5 * nu);
  if (!(Math.abs(v) < 0.1)) {
    const ratio = n / nu;
    return n * (ratio > 0 && ratio < Infinity ? log(ratio) : log(n) - log(nu)) - difference;
  }
  const v2 = v * v;
  let term = n * v * 2;
  let sum = difference * v;
  // Each term is smaller than the last by 100 at least.
  for (let j = 3; j <= 19; j += 2) {
    term *= v2;
    sum += term / j;
  }
  return sum;
}
