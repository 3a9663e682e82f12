import { counting, countingUpperLimit, feldmanCousins, upperLimit } from "@belladonna/stats";
import { describe, expect, it } from "vitest";
import { countQuantile, testWindow } from "../../src/limit/counted.js";
import { test, type TestOptions } from "../../src/limit/tested.js";

const options: TestOptions = { method: "cls", level: 0.9, toys: 0, seed: 1 };

function limits(result: ReturnType<typeof test>) {
  if ("reason" in result) throw new Error(result.reason);
  return result;
}

describe("test", () => {
  const asimov = counting({ observed: 10, background: 10 });
  const data = counting({ observed: 3, background: 10 });

  it("gives the limits of the likelihoods", () => {
    const { expected, observed, significance } = limits(test(asimov, data, options));
    expect(expected[2]).toBe(upperLimit(asimov, { level: 0.9, method: "cls" }).expected[2]);
    expect(observed).toBe(upperLimit(data, { level: 0.9, method: "cls" }).observed);
    expect(significance).toBe(0);
  });

  it("holds a profile-likelihood limit at the lower edge of the 68 % band", () => {
    const { expected, observed } = limits(test(asimov, data, { ...options, method: "profile" }));
    expect(expected[0]).toBe(expected[1]);
    expect(observed).toBe(expected[1]);
  });

  it("has a band for a Bayesian limit: that of the Asimov data, about that of pseudo-experiments", () => {
    const { expected } = limits(test(asimov, undefined, { ...options, method: "bayesian" }));
    expect(expected[2] / countingUpperLimit(10, { background: 10, level: 0.9 })).toBeCloseTo(1, 3);
    const drawn = limits(test(asimov, undefined, { ...options, method: "bayesian", toys: 300 })).expected;
    for (const edge of [1, 3]) {
      expect(expected[edge] / drawn[edge]).toBeGreaterThan(0.8);
      expect(expected[edge] / drawn[edge]).toBeLessThan(1.25);
    }
  });
});

describe("testWindow", () => {
  it("expects the limits of the quantiles of the count", () => {
    const { expected, observed } = limits(testWindow({ background: 3, uncertainty: 0, observed: 1 }, options));
    // Poisson of mean 3: quantiles at the five standard deviations are 0, 1, 3, 5, 7.
    expect(expected).toEqual([0, 1, 3, 5, 7].map((n) => countingUpperLimit(n, { background: 3, level: 0.9 })));
    expect(observed).toBe(countingUpperLimit(1, { background: 3, level: 0.9 }));
  });

  it("has the unified interval of Feldman and Cousins", () => {
    const { observed } = limits(
      testWindow({ background: 3, uncertainty: 0, observed: 0 }, { ...options, method: "feldman-cousins" }),
    );
    expect(observed).toBe(feldmanCousins(0, { background: 3, level: 0.9 }).high);
  });

  it.each(["bayesian", "cls", "feldman-cousins"] as const)(
    "%s limits go on smoothly where counts are many",
    (method) => {
      for (const uncertainty of method === "feldman-cousins" ? [0] : [0, 0.03]) {
        const of = (background: number) =>
          limits(testWindow({ background, uncertainty }, { ...options, method })).expected;
        const [few, many] = [of(298), of(302)];
        // From 298 to 302 a limit grows by 1.4 % at most; quantiles of whole counts and the approximation do the rest.
        for (let k = 0; k < 5; k++) expect(Math.abs(many[k] / few[k] - 1)).toBeLessThan(0.07);
      }
    },
  );

  it("has a limit of -ln(1 - CL) without background", () => {
    const { expected, observed } = limits(testWindow({ background: 0, uncertainty: 0, observed: 0 }, options));
    for (const limit of [...expected, observed]) expect(limit).toBeCloseTo(-Math.log(0.1), 8);
  });

  it("weakens with the uncertainty of the background", () => {
    const limit = (uncertainty: number) => limits(testWindow({ background: 20, uncertainty }, options)).expected[2];
    expect(limit(0.3)).toBeGreaterThan(1.2 * limit(0));
  });
});

describe("countQuantile", () => {
  it("of an uncertain mean approaches that of a known one", () => {
    for (const p of [0.02, 0.16, 0.5, 0.84, 0.98]) expect(countQuantile(p, 8, 1e-4)).toBe(countQuantile(p, 8, 0));
    expect(countQuantile(0.975, 100, 0.3)).toBeGreaterThan(150);
  });
});
