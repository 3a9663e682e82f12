import { bench, describe } from "vitest";
import { exponential, gaussian, parameter, sum, unbinned, upperLimit, type Likelihood } from "../src/index.js";
import { random } from "@belladonna/numerics";

/** A peak of fixed shape on a falling background, extended and unbinned. */
function peak(events: number): Likelihood {
  const range = [0, 1] as const;
  const slope = parameter("slope", 1.5, { min: 0, max: 20 });
  const signal = gaussian({
    mean: 0.5,
    sigma: 0.02,
    range,
  });
  const density = sum([signal, exponential({ lambda: slope, range })], {
    yields: [parameter("s", 0, { min: -events }), parameter("b", events, { min: 0 })],
  });
  const theta = Float64Array.from(density.parameters, (p) => p.start);
  const data = density.sample(theta, events, random(1));
  return unbinned(density, data, { poi: "s" });
}

describe("CLs limit with its band, unbinned", () => {
  for (const events of [1e3, 1e4, 1e5]) {
    const likelihood = peak(events);
    bench(`${events} events`, () => {
      upperLimit(likelihood, { level: 0.9 });
    });
    bench(`${events} events, observed only`, () => {
      upperLimit(likelihood, { level: 0.9, expected: false });
    });
  }
});
