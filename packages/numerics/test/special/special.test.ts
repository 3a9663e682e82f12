/// <reference types="vite/client" />
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as stats from "../../src/index.js";
import standard from "../data/scalar-special-functions.json?raw";
import own from "../data/special-functions.json?raw";

interface Case {
  f: string;
  args: number[];
  value: string;
}
const table = stats as unknown as Record<string, (...args: number[]) => number>;

/** Relative error allowed for a value: 1e-13, growing with the exponent that is rounded before it is exponentiated. */
function tolerance(name: string, value: number, args: number[]): number {
  if (name.startsWith("beta")) return 1e-13 + 3e-16 * Math.sqrt(args[1] + args[2]);
  const exponent = name.startsWith("log") || value === 0 ? 0 : Math.abs(Math.log(Math.abs(value)));
  return 1e-13 + 4e-16 * exponent;
}

describe("special functions against 50-digit arithmetic", () => {
  const cases = (JSON.parse(own) as { cases: Case[] }).cases;
  it.each(cases)("$f($args)", ({ f, args, value }) => {
    const want = Number(value);
    const got = table[f](...args);
    expect(Math.abs(got - want)).toBeLessThanOrEqual(tolerance(f, want, args) * Math.abs(want));
  });
});

describe("special functions against 40-digit arithmetic", () => {
  const names: Record<string, string> = {
    erfc: "erfc",
    normal_cdf: "normalCdf",
    log_normal_sf: "logNormalSf",
    normal_quantile: "normalQuantile",
    lgamma: "logGamma",
    gammainc_Q: "gammaQ",
    gammainc_P: "gammaP",
    chi2_sf: "chi2Sf",
    poisson_cdf: "poissonCdf",
    poisson_logpmf: "logPoissonPmf",
  };
  const cases = (JSON.parse(standard) as { cases: Case[] }).cases;
  it.each(cases.filter((c) => c.f in names))("$f($args)", ({ f, args, value }) => {
    const want = Number(value);
    const got = table[names[f]](...args);
    expect(Math.abs(got - want)).toBeLessThanOrEqual(tolerance(names[f], want, args) * Math.abs(want));
  });
  it.each(cases.filter((c) => c.f === "betainc_I"))("betainc_I($args)", ({ args: [a, b, x], value }) => {
    expect(Math.abs(stats.betaI(x, a, b) / Number(value) - 1)).toBeLessThan(2e-13);
  });
});

const shape = fc.double({ min: -2, max: 6, noNaN: true }).map((e) => 10 ** e);
const probability = fc.double({ min: -300, max: -0.302, noNaN: true }).map((e) => 10 ** e);

describe("inverses", () => {
  it("gammaPInverse and gammaQInverse undo gammaP and gammaQ from 1e-300 to one half", () => {
    fc.assert(
      fc.property(shape, probability, (a, p) => {
        // Below 1e-290 a small shape's quantile underflows.
        const x = stats.gammaPInverse(a, p);
        if (x > 1e-290) expect(Math.abs(stats.logGammaP(a, x) - Math.log(p))).toBeLessThan(1e-12 * (1 + a * 1e-3));
        const y = stats.gammaQInverse(a, p);
        if (y > 1e-290) expect(Math.abs(stats.logGammaQ(a, y) - Math.log(p))).toBeLessThan(1e-12 * (1 + a * 1e-3));
      }),
      { numRuns: 500 },
    );
  });
  it("betaIInverse undoes betaI", () => {
    fc.assert(
      fc.property(shape, shape, probability, (a, b, p) => {
        const x = stats.betaIInverse(p, a, b);
        if (x > 1e-290 && x < 0.999) {
          expect(Math.abs(Math.log(stats.betaI(x, a, b) / p))).toBeLessThan(
            1e-11 * (1 + (a + b) * 1e-3 + Math.abs(Math.log(p))),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
  it("normalQuantile undoes normalCdf from 1e-300 up", () => {
    fc.assert(
      fc.property(probability, (p) => {
        const x = stats.normalQuantile(p);
        expect(Math.abs(stats.normalCdf(x) / p - 1)).toBeLessThan(1e-15 * (1 + x * x));
        expect(stats.normalUpperQuantile(p)).toBe(-x);
      }),
    );
  });
  it("poissonQuantile is the smallest count that reaches the probability", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999999, noNaN: true }), shape, (p, mu) => {
        const n = stats.poissonQuantile(p, mu);
        expect(stats.poissonCdf(n, mu)).toBeGreaterThanOrEqual(p);
        if (n > 0) expect(stats.poissonCdf(n - 1, mu)).toBeLessThan(p);
      }),
    );
  });
});

describe("outside the domain", () => {
  it("is NaN", () => {
    expect(stats.gammaP(-1, 2)).toBeNaN();
    expect(stats.gammaQ(2, -1)).toBeNaN();
    expect(stats.gammaQInverse(2, 1.5)).toBeNaN();
    expect(stats.normalQuantile(-0.1)).toBeNaN();
    expect(stats.betaI(0.5, 0, 1)).toBeNaN();
    expect(stats.betaIInverse(2, 1, 1)).toBeNaN();
    expect(stats.poissonQuantile(2, 1)).toBeNaN();
    expect(stats.normalUpperQuantileLog(1)).toBeNaN();
  });
  it("has the exact values at the ends", () => {
    expect(stats.gammaP(3, 0)).toBe(0);
    expect(stats.gammaQ(3, Infinity)).toBe(0);
    expect(stats.normalQuantile(0)).toBe(-Infinity);
    expect(stats.normalQuantile(0.5)).toBe(0);
    expect(stats.gammaPInverse(2, 1)).toBe(Infinity);
    expect(stats.betaIInverse(1, 2, 2)).toBe(1);
    expect(stats.chi2Quantile(0.9, 2)).toBeCloseTo(-2 * Math.log(0.1), 12);
    expect(stats.chi2UpperQuantile(0.1, 2)).toBeCloseTo(-2 * Math.log(0.1), 12);
    expect(stats.chi2Cdf(-1, 2)).toBe(0);
  });
});
