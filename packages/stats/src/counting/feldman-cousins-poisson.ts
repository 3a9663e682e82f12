import { findRoot } from "@belladonna/numerics";
import { poissonCdf } from "@belladonna/numerics";
import { exp, log } from "@belladonna/numerics/elementary";
import type { Interval } from "./interval.js";

/**
 * Exact unified interval for the mean of a Poisson signal on a known background.
 *
 * Counts are ranked by $P(m|\mu + b)/P(m|\hat\mu_m + b)$, ties by the smaller count. In $t = \mu + b$ the ranks of $n$ and $m$
 * swap at the one point $t_{nm} = \exp\frac{L_m - L_n}{m - n}$, $L_k = k\ln\max(k, b) - \max(k, b)$, so that between two such
 * points the counts ranked before $n$ are a fixed range, and $n$ is accepted where their probability is below the level.
 */
export function poissonInterval(n: number, b: number, level: number): Interval {
  return { low: lowerEnd(n, b, level), high: upperEnd(n, b, level) };
}

/** The mean at which counts `n` and `m` have the same rank. */
function swap(n: number, m: number, b: number): number {
  return exp((logBest(m, b) - logBest(n, b)) / (m - n));
}

/** $k\ln t - t$ at the physical mean that fits `k` best. */
function logBest(k: number, b: number): number {
  const t = Math.max(k, b);
  return t === 0 ? 0 : k * log(t) - t;
}

/** Probability of the counts `from` to `to`, from the tail that is smaller. */
function between(from: number, to: number, t: number): number {
  return from > to ? 0 : poissonCdf(to, t) - poissonCdf(from - 1, t);
}

/** Outermost accepted mean above: before `n` come `n + 1` to `m` while $t_{n,m} < t < t_{n,m+1}$. */
function upperEnd(n: number, b: number, level: number): number {
  let end = Math.max(swap(n, n + 1, b), b);
  // Counts up to the background swap with n at the background itself: nothing before it matters.
  for (let m = Math.max(n + 1, Math.floor(b)); ; m++) {
    const left = Math.max(swap(n, m, b), b);
    const right = Math.max(swap(n, m + 1, b), b);
    if (right <= b) continue;
    const miss = (t: number): number => between(n + 1, m, t) - level;
    const atLeft = miss(left);
    const atRight = miss(right);
    // Within a segment the probability rises, then falls: its least values are at the ends.
    if (atRight < 0) end = right;
    else if (atLeft < 0) end = findRoot(miss, left, right, { fa: atLeft, fb: atRight });
    // Far out both neglected tails only shrink.
    if (poissonCdf(n, left) < 0.01 * (1 - level) && Math.min(atLeft, atRight) > 0 && left > n + 1) return end - b;
  }
}

/** Outermost accepted mean below: before `n` come `m` to `n - 1` while $t_{m-1,n} < t < t_{m,n}$. */
function lowerEnd(n: number, b: number, level: number): number {
  // At no signal the counts up to the background tie, the smaller first: less than half the probability.
  if (n <= b) return 0;
  // Where so much smaller counts swap with n both tails are below 1e-40.
  for (let m = Math.max(0, Math.floor(n - 30 * Math.sqrt(n) - 30)); m < n; m++) {
    const left = m === 0 ? b : Math.max(swap(m - 1, n, b), b);
    const right = Math.max(swap(m, n, b), b);
    if (right <= b) continue;
    const miss = (t: number): number => between(m, n - 1, t) - level;
    const atLeft = miss(left);
    if (atLeft < 0) return left - b;
    const atRight = miss(right);
    if (atRight < 0) return findRoot(miss, left, right, { fa: atLeft, fb: atRight }) - b;
  }
  return Math.max(swap(n - 1, n, b), b) - b;
}
