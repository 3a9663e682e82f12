import type { HypothesisTest } from "./hypothesis-test.js";
import type { Statistic } from "./test-statistic.js";

/** The p-value a limit is made of, and what it must reach. */
export interface LimitGoal {
  /** $1 - \mathrm{CL}$. */
  readonly alpha: number;
  /** Which p-value. */
  readonly quantity: "cls" | "clsb";
  /** Test statistic. */
  readonly statistic: Exclude<Statistic, "q0">;
  /** Whether the expected limits are wanted. */
  readonly expected: boolean;
}

/** What a search for a limit found. */
export interface FoundLimit {
  /** Observed limit, `NaN` when not found. */
  readonly observed: number;
  /** Expected limits, empty when not asked for. */
  readonly expected: readonly number[];
  /** Tests of the data made on the way. */
  readonly scan: readonly HypothesisTest[];
  /** What failed, or empty. */
  readonly reason: string;
}
