import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaI, betaIUpper, efficiencyInterval, logGamma, type EfficiencyOptions } from "../src/index.js";

const binomial = (k: number, n: number, p: number): number =>
  Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p));
/** Probability that the interval of n trials holds the true efficiency: an exact sum. */
const coverage = (n: number, p: number, options: EfficiencyOptions): number => {
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    const { low, high } = efficiencyInterval(k, n, options);
    if (low <= p && p <= high) sum += binomial(k, n, p);
  }
  return sum;
};

describe("efficiencyInterval", () => {
  it("has the closed forms of Clopper and Pearson where none or all passed", () => {
    const none = efficiencyInterval(0, 20, { level: 0.9 });
    expect(none.low).toBe(0);
    expect(Math.abs(none.high / (1 - 0.05 ** (1 / 20)) - 1)).toBeLessThan(1e-12);
    const all = efficiencyInterval(1e6, 1e6, { level: 0.9 });
    expect(all.high).toBe(1);
    expect(Math.abs(all.low / 0.05 ** 1e-6 - 1)).toBeLessThan(1e-15);
  });
  it("solves the tail equations of Clopper and Pearson", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, f) => {
        const k = Math.max(1, Math.min(n - 1, Math.round(f * n)));
        if (n < 2) return;
        const { low, high } = efficiencyInterval(k, n, { level: 0.95 });
        expect(Math.abs(betaI(low, k, n - k + 1) / 0.025 - 1)).toBeLessThan(1e-10);
        expect(Math.abs(betaIUpper(high, k + 1, n - k) / 0.025 - 1)).toBeLessThan(1e-10);
      }),
    );
  });
  it("covers at least the level by Clopper and Pearson, at every efficiency", () => {
    for (const level of [0.68, 0.9, 0.95]) {
      for (let p = 0.01; p < 1; p += 0.0137) expect(coverage(23, p, { level })).toBeGreaterThanOrEqual(level);
    }
  });
  it.each(["wilson", "jeffreys"] as const)("covers the level on average over the efficiency by %s", (method) => {
    for (const level of [0.6827, 0.9, 0.95]) {
      let mean = 0;
      for (let i = 0; i < 400; i++) mean += coverage(40, (i + 0.5) / 400, { method, level }) / 400;
      // Both are known to be off by about a hundredth at this size (Brown et al., section 4).
      expect(Math.abs(mean - level)).toBeLessThan(0.015);
    }
  });
  it("is the same seen from the failures", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom("wilson", "jeffreys", "clopper-pearson"),
        (k, m, method) => {
          if (k + m === 0) return;
          const a = efficiencyInterval(k, k + m, { method });
          const b = efficiencyInterval(m, k + m, { method });
          expect(Math.abs(a.low - (1 - b.high))).toBeLessThan(1e-13);
          expect(a.low).toBeLessThanOrEqual(a.value);
          expect(a.high).toBeGreaterThanOrEqual(a.value);
        },
      ),
    );
  });
  it("knows nothing without trials, and refuses what is not a count", () => {
    expect(efficiencyInterval(0, 0)).toEqual({ value: Number.NaN, low: 0, high: 1 });
    expect(() => efficiencyInterval(3, 2)).toThrow("got passed=3, total=2");
    expect(() => efficiencyInterval(Number.NaN, 2)).toThrow(RangeError);
    expect(() => efficiencyInterval(1, 2, { level: 1 })).toThrow("level must be in (0, 1), got 1");
  });
});
