/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { hypothesisTest, toys, toyStatistics } from "../../src/index.js";
import { normalCdf } from "@belladonna/numerics";
import text from "../data/counting-exact-qtilde.json?raw";
import { countingModel } from "../poisson-model.js";

const exact = (JSON.parse(text) as { cases: Record<string, number>[] }).cases;

describe("hypothesisTest with toys", () => {
  it.each(exact)("n = $n, b = $b, s = $s agrees with the exact sum", ({ n, b, s, q_tilde, CLsb, CLb, CLs }) => {
    const count = 20_000;
    const got = hypothesisTest(countingModel(n, b), s, { calculator: toys({ toys: count, seed: 5 }) });
    expect(got.valid).toBe(true);
    expect(got.failedToys).toEqual([0, 0]);
    expect(Math.abs(got.q - q_tilde)).toBeLessThan(1e-8);
    const spread = (p: number): number => Math.sqrt((Math.max(p * (1 - p), 0) + 1 / count) / count);
    expect(Math.abs(got.clsb - CLsb)).toBeLessThan(4 * spread(CLsb));
    expect(Math.abs(got.clb - CLb)).toBeLessThan(4 * spread(CLb));
    expect(Math.abs(got.cls - CLs)).toBeLessThan((5 * (spread(CLsb) + spread(CLb))) / CLb);
  });
  it("has the band of the asymptotic formulae where counts are large", () => {
    const likelihood = countingModel(10_000, 10_000);
    const a = hypothesisTest(likelihood, 200);
    const t = hypothesisTest(likelihood, 200, { calculator: toys({ toys: 5000, seed: 2 }) });
    // At two standard deviations up the statistic is 0 in half of the toys: there the formulae have no tie.
    [-2, -1, 0, 1].forEach((n, k) => {
      const clb = normalCdf(n);
      const p = a.expectedClsb[k];
      // Binomial errors of both fractions, and of the quantile that the band is taken at.
      const error = Math.sqrt((p * (1 - p)) / 5000) + Math.sqrt((clb * (1 - clb)) / 5000);
      expect(Math.abs(t.expectedClsb[k] - p)).toBeLessThan(5 * error);
    });
    expect(Math.abs(t.cls - a.cls)).toBeLessThan(0.03);
  });
});

describe("toyStatistics", () => {
  it("depends on the seed and the index alone: ranges join to the whole", () => {
    const likelihood = countingModel(10, 8);
    const theta = Float64Array.of(3, 1);
    const whole = toyStatistics(likelihood, 3, theta, { seed: 9, count: 50 });
    const parts = [
      ...toyStatistics(likelihood, 3, theta, { seed: 9, first: 0, count: 20 }),
      ...toyStatistics(likelihood, 3, theta, { seed: 9, first: 20, count: 30 }),
    ];
    expect([...whole]).toEqual(parts);
  });
  it("marks failed experiments, and the test counts them", () => {
    const good = countingModel(10, 8);
    let made = 0;
    const sometimes = {
      ...good,
      sample: (...args: Parameters<typeof good.sample>) =>
        made++ % 10 === 0 ? { ...good, evaluate: () => Number.NaN, value: () => Number.NaN } : good.sample(...args),
    };
    const values = toyStatistics(sometimes, 3, Float64Array.of(3, 1), { seed: 1, count: 100 });
    expect(values.filter((x) => x !== x).length).toBe(10);
    const test = hypothesisTest(sometimes, 3, { calculator: toys({ toys: 100, seed: 1 }) });
    expect(test.failedToys).toEqual([10, 10]);
    expect(test.valid).toBe(true);
  });
  it("refuses a count that is none", () => {
    expect(() => toys({ toys: 0, seed: 1 })).toThrow("got 0");
    expect(() => toyStatistics(countingModel(1, 1), 1, Float64Array.of(1, 1), { seed: 1, count: -1 })).toThrow(
      "got -1",
    );
  });
});
