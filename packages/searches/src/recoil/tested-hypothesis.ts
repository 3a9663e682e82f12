import type { Tested } from "../limit/tested.js";
import type { Hypothesis } from "./hypothesis.js";

/** A tested hypothesis. */
export interface Row {
  /** The signal. */
  readonly hypothesis: Hypothesis;
  /** Limits on its strength. */
  readonly result: Tested;
  /** Cross section that a strength of 1 stands for, fb. */
  readonly unit: number;
  /** Expected background: in the counting window, or within two widths. */
  readonly background: number;
  /** Efficiency of the signal: in the counting window, or of the selection. */
  readonly efficiency: number;
}

/** Tested hypotheses in ascending order of mass, and what failed. */
export interface Rows {
  /** Those that were tested. */
  readonly rows: readonly Row[];
  /** Why others were not. */
  readonly notes: readonly string[];
}
