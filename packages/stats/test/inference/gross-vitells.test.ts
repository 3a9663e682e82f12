/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { countUpcrossings, grossVitells } from "../../src/index.js";
import text from "../data/scalar-gross-vitells.json?raw";

const rows = (JSON.parse(text) as { cases: Record<string, number>[] }).cases;

describe("grossVitells", () => {
  it.each(rows)("Z = $Z_local, N = $mean_upcrossings_at_c0 at $c0", (row) => {
    const got = grossVitells(row.Z_local, row.mean_upcrossings_at_c0, row.c0);
    expect(Math.abs(got.localPValue / row.p_local - 1)).toBeLessThan(1e-12);
    expect(Math.abs(got.globalPValue / row.p_global_bound - 1)).toBeLessThan(1e-12);
    expect(Math.abs(got.zGlobal / row.Z_global - 1)).toBeLessThan(1e-12);
    expect(Math.abs(got.trialFactor / row.trial_factor - 1)).toBeLessThan(1e-12);
  });
  it("never exceeds probability one", () => {
    expect(grossVitells(1, 1000, 0.5).globalPValue).toBe(1);
  });
  it("refuses a threshold above the excess", () => {
    expect(() => grossVitells(1, 1, 2)).toThrow(RangeError);
  });
});

describe("countUpcrossings", () => {
  it("counts rises through the threshold only", () => {
    expect(countUpcrossings([0, 1, 0.2, 0.6, 0.7, 0, 3], 0.5)).toBe(3);
    expect(countUpcrossings([1, 0], 0.5)).toBe(0);
  });
});
