import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstAbove, firstAtOrAbove, lastAtOrBelow } from "../src/index.js";

describe("bracketing in an ascending list", () => {
  it("agrees with counting", () => {
    const value = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.double({ min: -6, max: 6, noNaN: true }),
        (list, at) => {
          const x = Float64Array.from(list).sort();
          for (const t of [at, Math.round(at)]) {
            const below = x.filter((v) => v < t).length;
            const upTo = x.filter((v) => v <= t).length;
            expect(firstAtOrAbove(x, t)).toBe(below);
            expect(firstAbove(x, t)).toBe(upTo);
            expect(lastAtOrBelow(x, t)).toBe(Math.max(0, upTo - 1));
          }
        },
      ),
    );
  });

  it("puts NaN nowhere", () => {
    expect([firstAtOrAbove([1, 2], NaN), firstAbove([1, 2], NaN), lastAtOrBelow([1, 2], NaN)]).toEqual([2, 0, 0]);
    expect([firstAtOrAbove([], 1), firstAbove([], 1)]).toEqual([0, 0]);
  });
});
