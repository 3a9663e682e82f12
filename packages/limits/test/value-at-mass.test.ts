import { describe, expect, it } from "vitest";
import { limit } from "../src/limit.js";
import { excludedAt, expectedAt, isExcluded, valueAt } from "../src/value-at-mass.js";
import { curve, info, relative } from "./helpers.js";

const square = limit({ ...info, shape: "contour", mass: [1, 100, 100, 1], value: [1e-4, 1e-4, 1e-2, 1e-2] });
const two = limit({
  ...info,
  shape: "interval",
  mass: [1, 1, 10, 100],
  lower: [1e-6, 1e-2, 1e-5, 1e-4],
  upper: [1e-3, Infinity, 1e-4, 1e-4],
});
const grid = limit({
  ...info,
  shape: "grid",
  mass: [1, 10],
  ctau: [0.01, 1],
  value: [
    [1, 10],
    [100, 1000],
  ],
});

describe("valueAt", () => {
  it("is bilinear in the logarithms of mass and lifetime", () => {
    // value = 100 m √cτ · 10^0.. : a power law, so exact.
    for (const [m, c] of [
      [1, 0.01],
      [10, 1],
      [3, 0.2],
      [9.9, 0.011],
    ]) {
      expect(relative(valueAt(grid, m, { ctau: c }), 100 * m * c)).toBeLessThan(1e-13);
    }
  });

  it("says nothing outside a grid and insists on a lifetime", () => {
    expect(valueAt(grid, 0.5, { ctau: 0.1 })).toBeNaN();
    expect(valueAt(grid, 2, { ctau: 2 })).toBeNaN();
    expect(() => valueAt(grid, 2)).toThrow("give { ctau } in cm");
  });
});

describe("expectedAt", () => {
  it("interpolates every band that is there", () => {
    const l = curve([1, 100], [1, 1], { expected: { median: [1, 100], plus2: [2, 200] } });
    const at = expectedAt(l, 10);
    expect(Object.keys(at ?? {})).toEqual(["median", "plus2"]);
    expect(relative(at?.plus2?.[0] ?? 0, 20)).toBeLessThan(1e-14);
    expect(expectedAt(curve([1], [1]), 1)).toBeUndefined();
  });
});

describe("excludedAt", () => {
  it("is open above for a curve, and empty where it says nothing", () => {
    const l = curve([1, 2, 3], [1e-3, 1e-3, Infinity]);
    expect(excludedAt(l, 1.5)).toEqual([{ lower: 1e-3, upper: Infinity }]);
    expect(excludedAt(l, 2.5)).toEqual([]);
    expect(excludedAt(l, 4)).toEqual([]);
  });

  it("is the inside of a contour", () => {
    expect(excludedAt(square, 10).map((i) => [i.lower, i.upper])).toEqual([[1e-4, 1e-2]]);
    expect(excludedAt(square, 0.9)).toEqual([]);
    expect(excludedAt(square, 101)).toEqual([]);
  });

  it("gives two intervals where a contour folds back", () => {
    const c = limit({
      ...info,
      shape: "contour",
      mass: [1, 10, 10, 3, 10, 10, 1],
      value: [1e-6, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-2],
    });
    expect(excludedAt(c, 5)).toHaveLength(2);
    expect(excludedAt(c, 2)).toHaveLength(1);
    expect(isExcluded(c, 9.9, 1e-4)).toBe(false);
    expect(isExcluded(c, 2, 1e-4)).toBe(true);
  });

  it("joins intervals of neighbouring masses that overlap, and ends the others", () => {
    expect(excludedAt(two, 1)).toHaveLength(2);
    const [only, ...rest] = excludedAt(two, Math.sqrt(10));
    expect(rest).toEqual([]);
    expect(relative(only.lower, Math.sqrt(1e-11))).toBeLessThan(1e-13);
    expect(relative(only.upper, Math.sqrt(1e-7))).toBeLessThan(1e-13);
    expect(excludedAt(two, 200)).toEqual([]);
  });
});

describe("isExcluded", () => {
  it("needs the value inside an interval", () => {
    expect([1e-7, 1e-4, 5e-3, 1].map((g) => isExcluded(two, 1, g))).toEqual([false, true, false, true]);
    expect(isExcluded(grid, 1, 2, { ctau: 0.01 })).toBe(true);
    expect(isExcluded(grid, 1, 0.5, { ctau: 0.01 })).toBe(false);
  });
});

describe("options of a look-up", () => {
  it("may hold a lifetime whatever the shape, and nothing unknown", () => {
    const l = curve([1, 2], [1, 1], { expected: { median: [1, 1] } });
    expect(valueAt(l, 1.5, { ctau: 1 })).toBe(1);
    expect(expectedAt(l, 1.5, { ctau: 1 } as never)).toEqual({ median: [1] });
    for (const f of [valueAt, excludedAt, expectedAt] as const) {
      expect(() => f(l, 1, { tau: 1 } as never)).toThrow(/option must be one of ctau, extrapolate, got "tau"/);
      expect(() => f(null as never, 1)).toThrow(/must be given a limit/);
    }
    expect(() => isExcluded(l, 1, 1, { tau: 1 } as never)).toThrow(/got "tau"/);
  });
});
