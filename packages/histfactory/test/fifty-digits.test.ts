import { hypothesisTest, upperLimit } from "@belladonna/stats";
import { describe, expect, it } from "vitest";
import { histFactory, uncorrelatedBackground } from "../src/index.js";
import table from "./data/two-bins-50-digits.json" with { type: "json" };

const { signal, background, sigma, cases } = table;
const off = (found: number, right: number): number => Math.abs(found / right - 1);

describe.each(cases.map((c) => [c.observed.join(" and "), c] as const))("with %s events in two bins", (_, c) => {
  const model = histFactory(uncorrelatedBackground({ signal, background, observed: c.observed }, sigma));

  it("has the statistics and CLs of 50 digits to 1e-9, and the limit to 1e-8", () => {
    const test = hypothesisTest(model, 1);
    // Minima are known to 1e-10, and the root of a statistic that is nearly 0 to the root of that.
    expect(Math.abs(test.q - c.q)).toBeLessThan(1e-9);
    expect(off(test.qA, c.qA)).toBeLessThan(1e-8);
    expect(off(test.cls, c.cls)).toBeLessThan(1e-9);
    expect(off(upperLimit(model).observed, c.limit)).toBeLessThan(1e-8);
  });
});

it("is where pyhf stops too early: up to 1.1e-5 of CLs by its optimisers' own goals", () => {
  for (const optimiser of ["minuit", "scipy"] as const) {
    const worst = Math.max(...cases.map((c) => off(c.pyhf[optimiser].cls, c.cls)));
    expect(worst).toBeGreaterThan(2e-6);
    expect(worst).toBeLessThan(1.2e-5);
  }
});
