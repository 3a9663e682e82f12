/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { rolkeInterval } from "../../src/index.js";
import text from "../data/scalar-rolke-profile.json?raw";

const rows = (JSON.parse(text) as { cases: Record<string, number>[] }).cases;

describe("rolkeInterval", () => {
  it.each(rows)("n = $n_on, m = $m_off, tau = $tau, efficiency = $eff +- $sigma_eff", (row) => {
    const { value, low, high } = rolkeInterval({
      nOn: row.n_on,
      nOff: row.m_off,
      tau: row.tau,
      efficiency: row.eff,
      efficiencyError: row.sigma_eff,
      level: row.cl,
    });
    const tolerance = row.sigma_eff > 0 ? 1e-4 : 1e-6;
    expect(Math.abs(high - row.upper)).toBeLessThan(tolerance * row.upper);
    expect(Math.abs(low - row.lower)).toBeLessThan(tolerance * row.upper);
    expect(Math.abs(value - row.s_hat)).toBeLessThan(tolerance * row.upper);
  });
  it("without background measured or seen is the likelihood interval of a Poisson mean", () => {
    // 2(s - n + n ln(n/s)) = 1 for n = 0 at s = 1/2.
    expect(rolkeInterval({ nOn: 0, nOff: 0, tau: 1, level: 0.6826894921370859 }).high).toBeCloseTo(0.5, 12);
  });
  it("refuses what is not a count", () => {
    expect(() => rolkeInterval({ nOn: -1, nOff: 0, tau: 1, level: 0.9 })).toThrow(RangeError);
    expect(() => rolkeInterval({ nOn: 1, nOff: 0, tau: 1, level: 1.1 })).toThrow("got 1.1");
  });
});
