/**
 * What rounding took from a product: $ab$ less `a * b`, exact while no part over- or underflows.
 * @see T. J. Dekker, Numer. Math. 18 (1971) 224
 */
export function productError(a: number, b: number): number {
  const p = a * b;
  const ca = 134217729 * a;
  const cb = 134217729 * b;
  const aHigh = ca - (ca - a);
  const bHigh = cb - (cb - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - p + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/**
 * What rounding took from a sum: $a + b$ less `a + b`, exact.
 * @see D. E. Knuth, The Art of Computer Programming 2, section 4.2.2
 */
export function sumError(a: number, b: number): number {
  const s = a + b;
  const bb = s - a;
  return a - (s - bb) + (b - bb);
}

/**
 * $(a + a')/(b + b')$, rounded once but for $10^{-4}$ ulp.
 * @param a - Numerator, of a size between $2^{-400}$ and $2^{400}$ as all the others, or 0.
 * @param aLow - Small addition to it.
 * @param b - Denominator.
 * @param bLow - Small addition to it.
 */
export function quotient(a: number, aLow: number, b: number, bLow: number): number {
  const q = a / b;
  return q + quotientError(q, a, aLow, b, bLow);
}

/** What $(a + a')/(b + b')$ is more than $q = a/b$, rounded. */
export function quotientError(q: number, a: number, aLow: number, b: number, bLow: number): number {
  return (a - q * b - productError(q, b) + (aLow - q * bLow)) / b;
}

/** What $\sqrt{a + a'}$ is more than $r = \sqrt a$, rounded, $a > 0$. */
export function rootError(r: number, a: number, aLow: number): number {
  return (a - r * r - productError(r, r) + aLow) / (2 * r);
}
