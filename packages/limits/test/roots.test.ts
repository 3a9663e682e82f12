import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { positiveRanges } from "../src/roots.js";

describe("positiveRanges", () => {
  it("finds the ranges of a polynomial with any four roots apart by more than a sample", () => {
    const root = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(root, root, root, root), (roots) => {
        const [a, b, c, d] = [...roots].sort((x, y) => x - y);
        fc.pre(b - a > 0.03 && c - b > 0.03 && d - c > 0.03);
        const got = positiveRanges((x) => (x - a) * (x - b) * (x - c) * (x - d), 0, 1, 60, 1e-13);
        const want = [0, a, b, c, d, 1];
        got
          .flatMap((r) => [r.lower, r.upper])
          .forEach((x, i) => {
            expect(Math.abs(x - want[i])).toBeLessThan(1e-11);
          });
        expect(got).toHaveLength(3);
      }),
    );
  });

  it("finds a window much narrower than a sample", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), (x0) => {
        const [r, ...rest] = positiveRanges((x) => 1e-8 - (x - x0) ** 2, 0, 1, 30, 1e-14);
        expect(rest).toEqual([]);
        expect(Math.abs(r.lower - (x0 - 1e-4))).toBeLessThan(1e-9);
        expect(Math.abs(r.upper - (x0 + 1e-4))).toBeLessThan(1e-9);
      }),
    );
  });

  it("finds a gap much narrower than a sample", () => {
    expect(positiveRanges((x) => (x - 0.512) ** 2 - 1e-8, 0, 1, 30, 1e-14)).toHaveLength(2);
  });

  it("ends at the ends of the search, and is empty for a negative function", () => {
    expect(positiveRanges(() => 1, 2, 3, 10, 1e-9)).toEqual([{ lower: 2, upper: 3 }]);
    expect(positiveRanges(() => -1, 2, 3, 10, 1e-9)).toEqual([]);
    expect(positiveRanges(() => NaN, 2, 3, 10, 1e-9)).toEqual([]);
  });
});
