import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaQ, integrate } from "@belladonna/numerics";
import {
  asimovSignificance,
  asymptoticPValues,
  counting,
  countingSignificance,
  countingUpperLimit,
  feldmanCousins,
  grossVitells,
  liMa,
  rolkeInterval,
  toyPValue,
  upperLimit,
  zBi,
} from "../../src/index.js";

const relative = (got: number, want: number): number => Math.abs(got / want - 1);

describe("countingUpperLimit", () => {
  it("of no event is -ln(1 - CL) on any background", () => {
    for (const background of [740, 750, 1e5, 1e300]) {
      expect(relative(countingUpperLimit(0, { background, level: 0.9 }), Math.log(10))).toBeLessThan(1e-14);
    }
  });
  it("of a background known to 1e-8 is that of a known one", () => {
    const got = countingUpperLimit(30, { background: 25, relativeUncertainty: 1e-8 });
    expect(relative(got, 16.16046057740147)).toBeLessThan(1e-12);
  });
  it("solves its equation, the background's Gamma density integrated over", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.double({ min: 0.5, max: 900, noNaN: true }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (n, b, r) => {
          const s = countingUpperLimit(n, { background: b, relativeUncertainty: r, level: 0.9 });
          // Gamma density times the tail of the count, over the scale at which it lives given the count.
          const shape = 1 / (r * r);
          const scale = b * r * r;
          const mode = Math.max(1e-3, ((n + shape - 1) * scale) / (1 + scale));
          const log = (x: number): number => (shape - 1) * Math.log(x / mode) - (x - mode) / scale;
          const ratio = (add: number): number =>
            integrate(
              (x) => (x > 0 ? Math.exp(log(x)) * (gammaQ(n + 1, x + add) / gammaQ(n + 1, mode)) : 0),
              0,
              mode + 60 * (scale + Math.sqrt(mode * scale)),
              { breaks: [mode] },
            );
          expect(relative(ratio(s) / ratio(0), 0.1)).toBeLessThan(1e-7);
        },
      ),
      { numRuns: 40 },
    );
  });
  it("refuses sums that would not end", () => {
    expect(() => countingUpperLimit(1e9, { background: 1e9, relativeUncertainty: 0.1 })).toThrow("got 1000000000");
    // 1.96 sqrt(n) where n = b is large.
    expect(relative(countingUpperLimit(1e12, { background: 1e12 }), 1.959964e6)).toBeLessThan(1e-5);
  });
});

describe("significances", () => {
  it("keep small signals and small p-values", () => {
    expect(relative(asimovSignificance(1e-20, 1, 0), 1e-20)).toBeLessThan(1e-14);
    expect(relative(asimovSignificance(1e-3, 1e9, 0), 1e-3 / Math.sqrt(1e9))).toBeLessThan(1e-11);
    // q0 = 2 (n ln(n/b) - (n - b)).
    expect(relative(countingSignificance(1, 1e-310, 0), Math.sqrt(2 * (310 * Math.LN10 - 1)))).toBeLessThan(1e-13);
    expect(countingSignificance(15, 5, 1e-200)).toBe(countingSignificance(15, 5, 0));
    const { pValue, z } = zBi(1000, 1, 100);
    expect(pValue).toBe(0);
    // ln p = ln[C(1001, 1000) x^1000 (1 - x) + x^1001], x = 1/101.
    const logP = -1000 * Math.log(101) + Math.log(1001 * (100 / 101) + 1 / 101);
    expect(relative(-0.5 * z * z - Math.log(z) - 0.5 * Math.log(2 * Math.PI), logP)).toBeLessThan(1e-7);
  });
  it("have a trial factor also where p-values cannot be written", () => {
    const near = grossVitells(36, 5, 0.5);
    const far = grossVitells(50, 5, 0.5);
    // The factor rises as Z.
    expect(relative(far.trialFactor / near.trialFactor, 50 / 36)).toBeLessThan(0.01);
    expect(far.zGlobal).toBeGreaterThan(49.8);
    expect(far.zGlobal).toBeLessThan(50);
    // exp(-q/2) far out in the tail.
    expect(relative(asymptoticPValues(3, 1e-300, "qtilde").cls, Math.exp(-1.5))).toBeLessThan(1e-12);
  });
  it("are refused of what is no number", () => {
    expect(() => liMa(Infinity, 1, 1)).toThrow("got Infinity, 1, 1");
    expect(() => toyPValue([1, 2], Number.NaN)).toThrow("NaN");
  });
});

describe("intervals", () => {
  it("without a bound on the signal are infinite above", () => {
    const data = { nOn: 3, nOff: 4, tau: 2, efficiency: 1, level: 0.9 };
    expect(rolkeInterval({ ...data, efficiencyError: 1 }).high).toBe(Infinity);
    expect(rolkeInterval({ ...data, efficiencyError: 0.6 }).high).toBeLessThan(100);
    expect(
      relative(rolkeInterval({ ...data, efficiency: 1e-200 }).high * 1e-200, rolkeInterval(data).high),
    ).toBeLessThan(1e-12);
  });
  it("of many events are those of a Gaussian", () => {
    const n = 1e6;
    const { low, high } = feldmanCousins(n, { background: n, level: 0.9 });
    expect(low).toBe(0);
    expect(relative(high, 1.6448536 * Math.sqrt(n))).toBeLessThan(2e-3);
    expect(() => feldmanCousins(1e9, { background: 0, level: 0.9 })).toThrow("got 1000000000");
  });
});

it("a likelihood refuses misspelt words with those that there are", () => {
  const likelihood = counting({ observed: 3, background: 1 });
  expect(() => upperLimit(likelihood, { method: "CLs" as never })).toThrow(
    'upperLimit: method must be one of cls, profile, feldman-cousins, bayesian, got "CLs"',
  );
  expect(() => counting({ observed: 3, background: 1, knowledge: { kind: "gauss", sigma: 1 } as never })).toThrow(
    'counting: knowledge.kind must be one of control, normal, got "gauss"',
  );
});
