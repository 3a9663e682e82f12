import type { Interval } from "../counting/interval.js";
import type { Likelihood } from "../likelihood/likelihood.js";
import { asymptotic } from "./calculator.js";
import type { Calculator } from "./calculator.js";
import { exactCountOf, exactInterval } from "./exact-count.js";
import { testerOf } from "./hypothesis-test.js";
import { findRoot } from "@belladonna/numerics";
import { upperLimit } from "./upper-limit.js";

/** An interval from a likelihood, and whether it can be trusted. */
export interface UnifiedInterval extends Interval {
  /** Whether both ends were found. */
  readonly valid: boolean;
  /** What failed, or that there are too few events for the asymptotic formulae taken by default; else empty. */
  readonly reason: string;
}

/** Fractional width to which an end is narrowed with pseudo-experiments. */
const TOY_TOLERANCE = 2e-3;

/**
 * Unified interval of any likelihood: without a calculator the construction itself for a count on a known background; else
 * by $\tilde t_\mu$, the nuisance parameters profiled, {@link asymptotic} by default.
 */
export function unifiedInterval(
  likelihood: Likelihood,
  poi: string,
  level: number,
  asked: Calculator | undefined,
): UnifiedInterval {
  const count = asked === undefined ? exactCountOf(likelihood, poi) : undefined;
  const upper = upperLimit(likelihood, {
    level,
    method: "feldman-cousins",
    poi,
    expected: false,
    ...(asked !== undefined && { calculator: asked }),
  });
  const high = upper.observed;
  if (!upper.valid) return { low: Number.NaN, high, valid: false, reason: upper.reason };
  if (count !== undefined) return { ...exactInterval(count, level), valid: true, reason: "" };
  const calculator = asked ?? asymptotic();
  const tester = testerOf(likelihood, poi, "ttilde", calculator);
  const alpha = 1 - level;
  const muHat = Math.max(0, upper.muHat);
  const note = upper.reason;
  if (muHat === 0) return { low: 0, high, valid: true, reason: note };
  let reason = "";
  const miss = (mu: number): number => {
    const test = tester.at(mu);
    if (!test.valid) reason = test.reason;
    return test.clsb - alpha;
  };
  const atZero = miss(0);
  if (reason === "" && atZero >= 0) return { low: 0, high, valid: true, reason: note };
  const tolerance = calculator.kind === "toys" ? TOY_TOLERANCE : 1e-8;
  const low = reason === "" ? findRoot(miss, 0, muHat, { fa: atZero, fb: 1 - alpha, relative: tolerance }) : Number.NaN;
  return { low, high, valid: reason === "", reason: reason || note };
}
