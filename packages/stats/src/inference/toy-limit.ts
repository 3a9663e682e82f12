import { log, pow } from "@belladonna/numerics/elementary";
import type { HypothesisTest } from "./hypothesis-test.js";
import type { FoundLimit, LimitGoal } from "./limit-goal.js";

/** Points of the first grid, and the most that are added on the way out. */
const GRID = 10;
const MAX_EXTRA = 12;

/**
 * Limits from pseudo-experiments: p-values on a grid around the asymptotic limits, interpolated log-linearly at the first
 * crossing. The same streams serve every point, so the curves are smooth. Yields the values to test, here or elsewhere,
 * and takes their tests.
 */
export function* toyLimit(
  guess: FoundLimit,
  goal: LimitGoal,
): Generator<readonly number[], FoundLimit, readonly HypothesisTest[]> {
  const guesses = [guess.observed, ...guess.expected].filter((x) => x > 0 && x < Infinity);
  if (guesses.length === 0) return { ...guess, reason: `no range to scan: ${guess.reason}` };
  let low = 0.5 * Math.min(...guesses);
  let high = 1.5 * Math.max(...guesses);
  const grid = Array.from({ length: GRID }, (_, i) => low * pow(high / low, i / (GRID - 1)));
  const scan = [...(yield grid)];

  const curves = [(t: HypothesisTest): number => t[goal.quantity]];
  if (goal.expected) {
    for (let k = 0; k < 5; k++) {
      curves.push((t) => (goal.quantity === "cls" ? t.expected : t.expectedClsb)[k]);
    }
  }
  let limits = curves.map((c) => crossing(scan, c, goal.alpha));
  for (let i = 0; i < MAX_EXTRA && limits.some((x) => x === 0 || x === Infinity); i++) {
    if (limits.includes(Infinity)) scan.push(...(yield [(high *= 1.4)]));
    if (limits.includes(0)) scan.unshift(...(yield [(low *= 0.6)]));
    limits = curves.map((c) => crossing(scan, c, goal.alpha));
  }
  const found = limits.map((x) => (x > 0 && x < Infinity ? x : Number.NaN));
  const bad = scan.find((t) => !t.valid);
  const reason = bad?.reason ?? (found.includes(Number.NaN) ? "a limit lies outside the range scanned" : "");
  return { observed: found[0], expected: found.slice(1), scan, reason };
}

/** Where a curve of p-values first falls to `alpha`: 0 before the scan, `Infinity` beyond it. */
function crossing(scan: readonly HypothesisTest[], curve: (t: HypothesisTest) => number, alpha: number): number {
  for (let i = 0; i < scan.length; i++) {
    const p = curve(scan[i]);
    if (!(p <= alpha)) continue;
    if (i === 0) return 0;
    const before = curve(scan[i - 1]);
    // Half a toy stands for none: a logarithm exists.
    const floor = 0.01 * alpha;
    const [a, b] = [log(Math.max(before, floor)), log(Math.max(p, floor))];
    const t = a === b ? 1 : (a - log(alpha)) / (a - b);
    return scan[i - 1].mu + t * (scan[i].mu - scan[i - 1].mu);
  }
  return Infinity;
}
