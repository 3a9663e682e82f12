import { type Likelihood, significance, upperLimit } from "@belladonna/stats";
import type { LimitMethod } from "../search.js";
import { backgroundAsimov, dataLikelihood, inWindow } from "./fit.js";
import type { Hypothesis } from "./hypothesis.js";

/** A limit on the number of signal events in the window: expected at −2 … +2σ, and observed where there are data. */
interface EventLimit {
  readonly expected: readonly number[];
  readonly observed?: number;
}

/** What the test of one mass gives. */
export interface TestedMass {
  /** One limit a method. */
  readonly limits: Readonly<Record<LimitMethod, EventLimit>>;
  /** Local significance of an excess in the data, standard deviations; `NaN` without data. */
  readonly significance: number;
}

/**
 * Tests one mass: limits expected from simulated background, and those that the data give.
 *
 * @param simulated - Sorted entries of simulated background in the observable, GeV².
 * @param scale - Luminosity of the data over that of the simulation.
 * @param data - Sorted entries of the data, if there are any.
 * @returns The limits, or the reason why a fit failed.
 */
export function testMass(
  hypothesis: Hypothesis,
  simulated: Float64Array,
  scale: number,
  data: Float64Array | undefined,
  level: number,
): TestedMass | { readonly reason: string } {
  const background = inWindow(simulated, hypothesis.window);
  const asimov = backgroundAsimov(hypothesis, background, scale);
  if ("reason" in asimov) return { reason: `background fit: ${asimov.reason}` };
  const observed =
    data === undefined ? undefined : dataLikelihood(hypothesis, background, inWindow(data, hypothesis.window));
  const profile = eventLimit(asimov, observed, "profile", level);
  if ("reason" in profile) return profile;
  const cls = eventLimit(asimov, observed, "cls", level);
  if ("reason" in cls) return cls;
  const discovery = observed === undefined ? undefined : significance(observed);
  if (discovery?.valid === false) return { reason: `significance: ${discovery.reason}` };
  return { limits: { profile, cls }, significance: discovery?.z ?? Number.NaN };
}

/**
 * A limit and its expectation. A one-sided profile-likelihood limit goes to zero when the data fluctuate far below the
 * background; it is held at the lower edge of the 68 % band (power-constrained: G. Cowan et al., arXiv:1105.3166).
 */
function eventLimit(
  asimov: Likelihood,
  data: Likelihood | undefined,
  method: LimitMethod,
  level: number,
): EventLimit | { readonly reason: string } {
  const median = upperLimit(asimov, { level, method });
  if (!median.valid) return { reason: `expected limit: ${median.reason}` };
  const floor = method === "profile" ? median.expected[1] : 0;
  const expected = median.expected.map((limit) => Math.max(limit, floor));
  if (data === undefined) return { expected };
  const found = upperLimit(data, { level, method, expected: false });
  if (!found.valid) return { reason: `observed limit: ${found.reason}` };
  return { expected, observed: Math.max(found.observed, floor) };
}
