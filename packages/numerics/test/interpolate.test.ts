import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logLogInterpolate } from "../src/interpolate.js";

/** |got / want − 1|, with ∞/∞ and NaN/NaN as 0. */
const relative = (got: number, want: number): number => (Object.is(got, want) ? 0 : Math.abs(got / want - 1));

describe("logLogInterpolate", () => {
  it("is exact for a power law", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 1, max: 1000, noNaN: true }),
        (p, x) => {
          const xs = [1, 7, 30, 1000];
          const got = logLogInterpolate(
            xs,
            xs.map((v) => 5 * v ** p),
            x,
          );
          expect(relative(got, 5 * x ** p)).toBeLessThan(1e-13);
        },
      ),
    );
  });

  it("returns the points themselves at the points", () => {
    const x = [0.1, 0.3, 2];
    const y = [3, 1e-9, 7];
    expect(x.map((v) => logLogInterpolate(x, y, v))).toEqual(y);
  });

  it("says nothing outside, unless asked", () => {
    expect(logLogInterpolate([1, 10], [1, 100], 0.5)).toBeNaN();
    expect(logLogInterpolate([1, 10], [1, 100], 20)).toBeNaN();
    expect(logLogInterpolate([1, 10], [1, 100], NaN)).toBeNaN();
    expect(logLogInterpolate([1, 10], [1, 100], NaN, { extrapolate: true })).toBeNaN();
    expect(relative(logLogInterpolate([1, 10], [1, 100], 100, { extrapolate: true }), 1e4)).toBeLessThan(1e-14);
    expect(relative(logLogInterpolate([1, 10, 20], [1, 100, 3], 0.1, { extrapolate: true }), 0.01)).toBeLessThan(1e-14);
  });

  it("is linear where a logarithm does not exist", () => {
    expect(relative(logLogInterpolate([0, 2], [4, 8], 1), Math.sqrt(32))).toBeLessThan(1e-15);
    expect(relative(logLogInterpolate([1, 4], [0, 8], 2), 4)).toBeLessThan(1e-15);
  });

  it("takes the stronger limit at a step", () => {
    expect(logLogInterpolate([1, 2, 2, 2, 3], [5, 4, 1, 3, 3], 2)).toBe(1);
    expect(relative(logLogInterpolate([1, 2, 2, 4], [5, 5, 1, 1], 1.5), 5)).toBe(0);
    expect(relative(logLogInterpolate([1, 2, 2, 4], [5, 5, 1, 1], 3), 1)).toBe(0);
  });

  it("spreads infinity to the cell it bounds", () => {
    expect(logLogInterpolate([1, 2, 3], [1, Infinity, 1], 1.5)).toBe(Infinity);
    expect(logLogInterpolate([1, 2, 3], [1, Infinity, 1], 1)).toBe(1);
  });
});
