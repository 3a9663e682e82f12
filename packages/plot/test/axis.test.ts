import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axis, tickText } from "../src/axis.js";

describe("axis", () => {
  it("goes to the page and back", () => {
    for (const scale of ["log", "linear"] as const) {
      const a = axis([0.02, 30], scale, 100, 700);
      fc.assert(
        fc.property(fc.double({ min: 0.02, max: 30, noNaN: true }), (v) => {
          expect(Math.abs(a.value(a.px(v)) / v - 1)).toBeLessThan(1e-10);
        }),
      );
      expect(a.px(0.02)).toBe(100);
      expect(a.px(30)).toBeCloseTo(700, 9);
    }
  });

  it("puts numbers at powers of ten and ticks at all multiples", () => {
    const a = axis([1e-3, 10], "log", 0, 1);
    expect(a.major).toEqual([1e-3, 1e-2, 0.1, 1, 10]);
    expect(a.minor).toHaveLength(4 * 8);
  });

  it("skips numbers over many decades, and adds some within one", () => {
    const wide = axis([1e-20, 1], "log", 0, 1).major;
    expect(wide.length).toBeLessThan(10);
    expect(wide).toContain(1);
    expect(axis([0.3, 8], "log", 0, 1).major).toEqual([0.5, 1, 2, 5]);
  });

  it("steps by 1, 2 or 5 on a linear scale", () => {
    expect(axis([0, 10], "linear", 0, 1).major).toEqual([0, 2, 4, 6, 8, 10]);
    expect(axis([0, 1], "linear", 0, 1).major).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });
});

describe("tickText", () => {
  it("writes powers of ten as such, and plain numbers near one", () => {
    expect([1e-7, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e12, 2e-5, 0.5, 0].map(tickText)).toEqual([
      "10⁻⁷",
      "10⁻³",
      "0.01",
      "0.1",
      "1",
      "10",
      "100",
      "10³",
      "10¹²",
      "2·10⁻⁵",
      "0.5",
      "0",
    ]);
  });
});
