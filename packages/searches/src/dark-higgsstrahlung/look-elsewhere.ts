import { expm1, log } from "@belladonna/numerics/elementary";
import { countingSignificance } from "@belladonna/stats";
import { normalUpperQuantile } from "@belladonna/numerics";
import { countProbability } from "../limit/counted.js";
import type { Expectation } from "./background.js";

/** How significant the largest excess of the plane is. */
export interface GlobalSignificance {
  /** Chance of such an excess in any window, an upper bound. */
  readonly pValue: number;
  /** The significance of it, standard deviations. */
  readonly z: number;
}

/**
 * Chance that background alone gives an excess as large as the largest one in any window,
 * $$p \le 1 - \prod_w \bigl[1 - P(n_w \ge n_w(Z))\bigr],$$
 * with $n_w(Z)$ the smallest count of a window that is as significant, and the uncertainty of its background folded in. Windows are taken
 * as independent. They overlap, an event lies in two or three, so that the p-value is an upper bound by about this factor.
 *
 * @param expected - Background in each window.
 * @param zLocal - Largest local significance found.
 */
export function globalSignificance(expected: readonly Expectation[], zLocal: number): GlobalSignificance {
  let logNone = 0;
  for (const window of expected) {
    const { value, uncertainty } = window;
    const threshold = countThatReaches(window, zLocal);
    let below = 0;
    for (let n = 0; n < threshold; n++) below += countProbability(n, value, uncertainty);
    logNone += log(Math.min(1, below));
  }
  const pValue = -expm1(logNone);
  return { pValue, z: normalUpperQuantile(pValue) };
}

/** The smallest count of a window with at least that significance. */
function countThatReaches({ value, uncertainty }: Expectation, z: number): number {
  let n = Math.floor(value) + 1;
  while (countingSignificance(n, value, uncertainty * value) < z) n++;
  return n;
}
