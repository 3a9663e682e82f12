/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { asimovSignificance, countingSignificance, liMa, zBi } from "../../src/index.js";
import text from "../data/scalar-significance.json?raw";

type Row = Record<string, number>;
const table = JSON.parse(text) as { asimov: Row[]; observed: Row[]; zbi: Row[] };
const close = (got: number, want: number): void => {
  expect(Math.abs(got - want)).toBeLessThan(1e-12 * Math.abs(want));
};

describe("significance of a count", () => {
  it.each(table.asimov)("asimovSignificance($s, $b, $sigma_b)", ({ s, b, sigma_b, Z_asimov }) => {
    close(asimovSignificance(s, b, sigma_b), Z_asimov);
  });
  it.each(table.observed)("countingSignificance($n, $b, $sigma_b)", ({ n, b, sigma_b, signed_sqrt_q0 }) => {
    close(countingSignificance(n, b, sigma_b), signed_sqrt_q0);
  });
  it.each(table.zbi)("zBi($n_on, $n_off, $tau)", ({ n_on, n_off, tau, Z_Bi, p_Bi }) => {
    const { pValue, z } = zBi(n_on, n_off, tau);
    close(pValue, p_Bi);
    close(z, Z_Bi);
  });
  it("of Li and Ma tends to s/sqrt(b) for large counts and is odd in the excess to first order", () => {
    expect(Math.abs(liMa(1e8 + 1e4, 1e10, 0.01) / (1e4 / Math.sqrt(1e8 * 1.01)) - 1)).toBeLessThan(1e-4);
    expect(liMa(90, 100, 1)).toBeLessThan(0);
    expect(liMa(100, 100, 1)).toBe(0);
  });
  it("refuses what is not a count", () => {
    expect(() => liMa(-1, 0, 1)).toThrow(RangeError);
    expect(() => zBi(0, 0, 1)).toThrow(RangeError);
    expect(() => countingSignificance(1, 0, 0)).toThrow("got 1, 0, 0");
    expect(() => asimovSignificance(Number.NaN, 1, 0)).toThrow(RangeError);
  });
});
