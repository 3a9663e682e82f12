const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

// Below this the recurrence is used.
const SERIES_FROM = 16;

/**
 * Remainder of Stirling's formula, $\ln\Gamma(n+1)-(n+\tfrac12)\ln n+n-\tfrac12\ln2\pi$.
 *
 * The asymptotic series from 16 up, below by the recurrence $s(n)=s(n+1)+(n+\tfrac12)\ln(1+1/n)-1$. Absolute error below
 * $10^{-14}$.
 * @param n - Count, > 0, not necessarily an integer.
 */
export function stirlingRemainder(n: number): number {
  let shift = 0;
  let x = n;
  for (; x < SERIES_FROM; x++) shift += (x + 0.5) * Math.log1p(1 / x) - 1;
  const y = 1 / (x * x);
  const series = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))) / x;
  return shift + series;
}

/**
 * What $-\ln P(n|\nu)$ keeps when $\nu=n$: $\tfrac12\ln(2\pi n)+s(n)$, zero for $n=0$.
 * @param n - Count, $\ge 0$.
 */
export function poissonNorm(n: number): number {
  return n === 0 ? 0 : HALF_LOG_TWO_PI + 0.5 * Math.log(n) + stirlingRemainder(n);
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
  const v = difference / (n + nu);
  if (Math.abs(v) > 0.1) return n * Math.log(n / nu) - difference;
  const v2 = v * v;
  let term = 2 * n * v;
  let sum = difference * v;
  for (let j = 3; ; j += 2) {
    term *= v2;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}
