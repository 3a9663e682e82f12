import { random, requireChoice, requireOptions } from "@belladonna/numerics";
import type { RandomStream } from "@belladonna/numerics";
import { normalSf, normalUpperQuantile } from "@belladonna/numerics";
import { square } from "@belladonna/numerics/elementary";
import { countUpcrossings, grossVitells } from "./gross-vitells.js";
import type { GlobalSignificance } from "./gross-vitells.js";

/** Options of {@link lookElsewhere}. */
export interface LookElsewhereOptions {
  /**
   * $q_0$ over the scan of one background-only pseudo-experiment; absent, the up-crossings of the observed scan itself
   * stand for their mean.
   */
  readonly pseudoScan?: (random: RandomStream) => ArrayLike<number>;
  /** Number of pseudo-experiments; 100 by default. */
  readonly toys?: number;
  /** Seed of their streams, integer not negative; needed with `pseudoScan`. */
  readonly seed?: number;
  /** Index of the first pseudo-experiment, for runs in parts; 0 by default. */
  readonly first?: number;
  /** Threshold $c_0$ at which up-crossings are counted; 0.5 by default. */
  readonly threshold?: number;
  /**
   * `upcrossings` (default): extrapolated from the threshold, for any significance; `toys`: the fraction of
   * pseudo-experiments with a larger maximum.
   */
  readonly method?: "upcrossings" | "toys";
}

/** Result of {@link lookElsewhere}. */
export interface LookElsewhere extends GlobalSignificance {
  /** Largest local significance of the scan, $\sqrt{\max q_0}$. */
  readonly zLocal: number;
  /** Position of it in the scan. */
  readonly at: number;
  /** Mean number of up-crossings of the threshold. */
  readonly upcrossings: number;
  /** Its statistical error: of the mean over the pseudo-experiments, or $\sqrt N$ of the one scan. */
  readonly upcrossingsError: number;
  /** Pseudo-experiments whose scan holds NaN, left out. */
  readonly failedToys: number;
}

/**
 * Global significance of the largest excess of a scan over a range of positions.
 *
 * Pseudo-experiment $k$ draws from `random(seed).stream(k)`.
 *
 * ```ts
 * lookElsewhere([0.1, 1, 0.2, 9, 0.3, 0.8, 0.1]).globalPValue; // ≈ 0.044143
 * ```
 * @param q0 - Observed $q_0$ at successive positions, 0 where the signal fits negative.
 * @param options - Pseudo-experiments and method.
 * @throws RangeError when the scan is empty or holds NaN, or a number is out of its range.
 * @see [Gross and Vitells, Eur. Phys. J. C 70 (2010) 525](https://arxiv.org/abs/1005.1891)
 */
export function lookElsewhere(q0: ArrayLike<number>, options: LookElsewhereOptions = {}): LookElsewhere {
  requireOptions("lookElsewhere", options, ["pseudoScan", "toys", "seed", "first", "threshold", "method"]);
  const { pseudoScan, toys = 100, seed, first = 0, threshold = 0.5, method = "upcrossings" } = options;
  if (!(Number.isSafeInteger(toys) && toys > 0)) {
    throw new RangeError(`lookElsewhere: toys must be a positive integer, got ${toys}`);
  }
  requireChoice("lookElsewhere: method", method, ["upcrossings", "toys"]);
  if (!(threshold >= 0 && threshold < Infinity)) {
    throw new RangeError(`lookElsewhere: threshold must be finite and >= 0, got ${threshold}`);
  }
  const { q, at } = maximum(q0);
  if (!(q >= 0 && q < Infinity)) {
    throw new RangeError("lookElsewhere: the scan must hold finite numbers >= 0 only, and at least one");
  }
  const zLocal = Math.sqrt(q);
  let counts = [countUpcrossings(q0, threshold)];
  let maxima: number[] = [];
  if (pseudoScan !== undefined) {
    if (seed === undefined) throw new RangeError("lookElsewhere: pseudo-experiments need a seed");
    const root = random(seed);
    counts = [];
    maxima = [];
    for (let k = 0; k < toys; k++) {
      const scan = pseudoScan(root.stream(first + k));
      const top = maximum(scan).q;
      if (!(top >= 0)) continue;
      counts.push(countUpcrossings(scan, threshold));
      maxima.push(top);
    }
  } else if (method === "toys") throw new RangeError("lookElsewhere: the method toys needs a pseudoScan");
  const n = counts.length;
  const upcrossings = counts.reduce((a, b) => a + b, 0) / n;
  const variance = counts.reduce((s, c) => s + square(c - upcrossings), 0) / Math.max(1, n - 1);
  const upcrossingsError = pseudoScan === undefined ? Math.sqrt(upcrossings) : Math.sqrt(variance / n);
  const common = { zLocal, at, upcrossings, upcrossingsError, failedToys: pseudoScan === undefined ? 0 : toys - n };
  if (method === "toys") {
    const localPValue = normalSf(zLocal);
    const globalPValue = maxima.filter((m) => m >= q).length / n;
    const zGlobal = normalUpperQuantile(globalPValue);
    return { ...common, localPValue, globalPValue, zGlobal, trialFactor: globalPValue / localPValue };
  }
  if (n === 0) {
    const nan = Number.NaN;
    return { ...common, localPValue: normalSf(zLocal), globalPValue: nan, zGlobal: nan, trialFactor: nan };
  }
  // Below the threshold the bound says nothing.
  return { ...common, ...grossVitells(zLocal, upcrossings, Math.min(threshold, q)) };
}

function maximum(scan: ArrayLike<number>): { q: number; at: number } {
  let q = -Infinity;
  let at = -1;
  for (let i = 0; i < scan.length; i++) {
    if (!(scan[i] >= 0)) return { q: Number.NaN, at: i };
    if (scan[i] > q) {
      q = scan[i];
      at = i;
    }
  }
  return { q, at };
}
