/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { countingUpperLimit } from "../../src/index.js";
import gamma from "../data/scalar-bayes-gamma-background.json?raw";
import known from "../data/scalar-bayes-cls-counting.json?raw";

type Row = Record<string, number>;
const rows = (text: string): Row[] => (JSON.parse(text) as { cases: Row[] }).cases;

describe("countingUpperLimit", () => {
  it.each(rows(known))("n = $n, b = $b, CL = $cl", ({ n, b, cl, upper_limit }) => {
    const got = countingUpperLimit(n, { background: b, level: cl });
    expect(Math.abs(got / upper_limit - 1)).toBeLessThan(1e-13);
  });
  it.each(rows(gamma))("n = $n, b = $b +- $rel_unc_b, CL = $cl", ({ n, b, rel_unc_b, cl, upper_limit }) => {
    const got = countingUpperLimit(n, { background: b, relativeUncertainty: rel_unc_b, level: cl });
    expect(Math.abs(got / upper_limit - 1)).toBeLessThan(1e-12);
  });
  it("is -ln(1 - CL) for no event seen, whatever the background", () => {
    for (const background of [0, 1, 30]) {
      for (const relativeUncertainty of [0, 0.5]) {
        const got = countingUpperLimit(0, { background, relativeUncertainty, level: 0.9 });
        expect(Math.abs(got / Math.log(10) - 1)).toBeLessThan(1e-13);
      }
    }
  });
  it("tends to the limit of a known background as its uncertainty vanishes", () => {
    const known = countingUpperLimit(7, { background: 4 });
    expect(Math.abs(countingUpperLimit(7, { background: 4, relativeUncertainty: 1e-4 }) / known - 1)).toBeLessThan(
      1e-6,
    );
  });
  it("refuses what is not a count", () => {
    expect(() => countingUpperLimit(1.5, { background: 1 })).toThrow("got 1.5");
    expect(() => countingUpperLimit(1, { background: Number.NaN })).toThrow(RangeError);
    expect(() => countingUpperLimit(1, { background: 1, level: 90 })).toThrow("got 90");
  });
});
