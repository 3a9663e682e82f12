import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  counting,
  countingSignificance,
  liMa,
  rolkeInterval,
  significance,
  upperLimit,
  type CountingOptions,
} from "../../src/index.js";

const count = fc.integer({ min: 0, max: 2000 });

describe("tests of a counting likelihood", () => {
  it("have limits for any counts in signal and control region", () => {
    fc.assert(
      fc.property(
        count,
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0.2, max: 20, noNaN: true }),
        (n, m, tau) => {
          const likelihood = counting({
            observed: n,
            background: m / tau,
            knowledge: { kind: "control", observed: m, tau },
          });
          const limit = upperLimit(likelihood, { level: 0.9 });
          expect(limit.valid, limit.reason).toBe(true);
          expect(limit.observed).toBeGreaterThan(0);
          for (let k = 1; k < 5; k++) expect(limit.expected[k]).toBeGreaterThan(limit.expected[k - 1]);
        },
      ),
      { numRuns: 300 },
    );
  });
  it("have limits for any count on a background with a normal error, or none", () => {
    fc.assert(
      fc.property(
        count,
        fc.double({ min: 0.1, max: 1500, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (n, background, r) => {
          const options: CountingOptions = {
            observed: n,
            background,
            ...(r > 0.01 && { knowledge: { kind: "normal", sigma: r * background } }),
          };
          const limit = upperLimit(counting(options), { level: 0.95 });
          expect(limit.valid, limit.reason).toBe(true);
          expect(limit.observed).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
  it("have Li and Ma's significance, and that of a known background", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (n, m) => {
        const tau = 3;
        const onOff = counting({
          observed: n,
          background: m / tau,
          knowledge: { kind: "control", observed: m, tau },
        });
        const want = Math.max(0, liMa(n, m, 1 / tau));
        expect(Math.abs(significance(onOff).z - want)).toBeLessThan(2e-5);
        const known = Math.max(0, countingSignificance(n, m, 0));
        expect(Math.abs(significance(counting({ observed: n, background: m })).z - known)).toBeLessThan(2e-5);
      }),
    );
  });
  it("have the profile interval's upper end as one-sided limit of twice the tail", () => {
    // One side at 95 % and two sides at 90 % use the same rise of the likelihood.
    const likelihood = counting({ observed: 30, background: 10, knowledge: { kind: "control", observed: 40, tau: 4 } });
    const limit = upperLimit(likelihood, { level: 0.95, method: "profile" }).observed;
    const { high } = rolkeInterval({ nOn: 30, nOff: 40, tau: 4, level: 0.9 });
    expect(Math.abs(limit / high - 1)).toBeLessThan(1e-6);
  });
});
