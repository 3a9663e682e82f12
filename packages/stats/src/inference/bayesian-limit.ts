import type { Likelihood } from "../likelihood/likelihood.js";
import { random } from "@belladonna/numerics";
import { normalCdf } from "@belladonna/numerics";
import { BAND } from "./asymptotic.js";
import { bayesianUpperLimit } from "./bayesian.js";
import type { Calculator } from "./calculator.js";
import type { FoundLimit } from "./limit-goal.js";
import { profileOf } from "./profile.js";

/** A Bayesian limit in the form of the others: expected ones are quantiles over background-only pseudo-experiments. */
export function bayesianLimit(
  likelihood: Likelihood,
  poi: string,
  level: number,
  wanted: boolean,
  calculator: Calculator,
): FoundLimit & { level: number; method: "bayesian"; muHat: number; valid: boolean } {
  const data = bayesianUpperLimit(likelihood, { level, poi });
  const profile = profileOf(likelihood, poi);
  const muHat = profile.best().theta[profile.index];
  const expected: number[] = [];
  let { reason } = data;
  if (wanted && calculator.kind === "toys") {
    const background = profile.at(0);
    const root = random(calculator.seed);
    const limits: number[] = [];
    for (let k = 0; k < calculator.toys && background.valid; k++) {
      const toy = bayesianUpperLimit(likelihood.sample(background.theta, root.stream(k)), { level, poi });
      if (toy.valid) limits.push(toy.observed);
    }
    limits.sort((a, b) => a - b);
    if (limits.length > 0) {
      for (const n of BAND)
        expected.push(limits[Math.min(limits.length - 1, Math.floor(normalCdf(n) * limits.length))]);
    } else reason ||= background.valid ? "no pseudo-experiment has a limit" : background.reason;
  }
  return {
    observed: data.observed,
    expected,
    scan: [],
    level,
    method: "bayesian",
    muHat,
    valid: reason === "",
    reason,
  };
}
