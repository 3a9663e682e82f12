/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { andersonDarling, cramerVonMises, goodnessOfFit, kolmogorovSmirnov } from "../../src/index.js";
import { chi2Sf, random } from "@belladonna/numerics";
import { generate, type Recipe } from "../datagen.js";
import text from "../data/gof.json?raw";

const want = JSON.parse(text) as Record<string, number> & { recipe: Recipe; counts: number[] };
const lambda = 1.3;
const cdf = (x: number): number => Math.expm1(-lambda * x) / Math.expm1(-lambda * 2);
const data = generate(want.recipe);
const close = (got: number, reference: number): void => {
  expect(Math.abs(got / reference - 1)).toBeLessThan(1e-10);
};

describe("goodness of fit to a fixed exponential", () => {
  const expected = want.counts.map((_, i) => 2000 * (cdf((i + 1) * 0.08) - cdf(i * 0.08)));
  const test = goodnessOfFit(want.counts, expected);
  it("has the reference's chi-squares", () => {
    close(test.bakerCousins.chi2, want.baker_cousins_chi2);
    close(test.bakerCousins.pValue, want.p_baker_cousins_25dof);
    close(test.pearson.chi2, want.pearson_chi2);
    close(test.neyman.chi2, want.neyman_chi2);
    expect(test.pearson.dof).toBe(25);
  });
  it("has the reference's unbinned statistics", () => {
    const ks = kolmogorovSmirnov(data, cdf);
    close(ks.distance, want.ks);
    // The matrix power in 60-digit arithmetic; the table's value is good to 4e-9.
    close(ks.pValue, 0.10159496500160207);
    expect(Math.abs(ks.pValue / want.ks_p_exact - 1)).toBeLessThan(1e-8);
    close(andersonDarling(data, cdf), want.anderson_darling);
    close(cramerVonMises(data, cdf), want.cramer_von_mises);
  });
});

describe("kolmogorovSmirnov", () => {
  const p = (n: number, d: number): number => {
    // n values whose distance from the uniform is d: all moved up by d - 1/n from their lattice.
    const values = Array.from({ length: n }, (_, i) => Math.min(1, Math.max(0, (i + 1) / n - d)));
    const got = kolmogorovSmirnov(values, (x) => x);
    expect(Math.abs(got.distance - d)).toBeLessThan(1e-12);
    return got.pValue;
  };
  it("has the published exact probabilities", () => {
    // Marsaglia, Tsang and Wang (2003): K(10, 0.274) = 0.6284796154565.
    close(1 - p(10, 0.274), 0.6284796154565);
  });
  it("is exact for one and two values", () => {
    close(p(1, 0.7), 0.6);
    // P(D_2 < d) = 2 (2d - 1/2)^2 for 1/4 < d < 1/2.
    close(1 - p(2, 0.4), 2 * 0.3 ** 2);
  });
  it("joins its three methods", () => {
    const at = (n: number, nd2: number): number => p(n, Math.sqrt(nd2 / n));
    expect(Math.abs(at(900, 4.0001) / at(900, 3.9999) - 1)).toBeLessThan(1e-3);
    expect(Math.abs(at(3000, 1) - at(3001, 1))).toBeLessThan(1e-4);
  });
  it("has uniform p-values when the model is true", () => {
    const stream = random(31);
    const counts = new Array<number>(10).fill(0);
    const values = new Float64Array(40);
    for (let i = 0; i < 2000; i++) {
      stream.fill(values);
      counts[Math.min(9, Math.floor(10 * kolmogorovSmirnov(values, (x) => x).pValue))]++;
    }
    // Fails by chance once in a thousand seeds.
    expect(
      chi2Sf(
        counts.reduce((s, c) => s + (c - 200) ** 2 / 200, 0),
        9,
      ),
    ).toBeGreaterThan(1e-3);
  });
});

describe("bad input", () => {
  it("is refused with the value", () => {
    expect(() => goodnessOfFit([1], [1, 2])).toThrow("got 2, 1");
    expect(() => goodnessOfFit([1], [0])).toThrow("got 1 and 0 in bin 0");
    expect(() => goodnessOfFit([Number.NaN], [1])).toThrow("got NaN");
    expect(() => goodnessOfFit([1], [1], 0.5)).toThrow("got 0.5");
    expect(() => kolmogorovSmirnov([], cdf)).toThrow("got none");
    expect(() => andersonDarling([Number.NaN], (x) => x)).toThrow("NaN");
    expect(() => cramerVonMises([2], (x) => x)).toThrow("got 2 to 2");
  });
  it("leaves out bins that expect nothing and hold nothing, and has no p-value without freedom", () => {
    const { pearson, neyman } = goodnessOfFit([0, 0, 2], [0, 1, 1], 1);
    expect(pearson).toEqual({ chi2: 2, dof: 1, pValue: chi2Sf(2, 1) });
    expect(neyman.dof).toBe(0);
    expect(neyman.pValue).toBeNaN();
  });
});
