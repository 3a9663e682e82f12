import { fit, type Likelihood, significance, upperLimit, type UpperLimit } from "@belladonna/stats";
import type { LimitMethod } from "../search.js";
import { backgroundAsimov, dataLikelihood, inWindow, SIGNAL } from "./fit.js";
import type { Hypothesis } from "./hypothesis.js";

/** Limits on the number of signal events in the window. */
export interface TestedMass {
  /** One a method: expected with bands, and observed where there are data. */
  readonly limits: Readonly<Record<LimitMethod, { readonly observed?: number; readonly expected: readonly number[] }>>;
  /** Local significance of the data, standard deviations; `NaN` without data. */
  readonly significance: number;
}
