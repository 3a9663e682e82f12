import { describe, expect, it } from "vitest";
import { exclusion } from "../src/exclusion.js";
import { limit } from "../src/limit.js";
import { curve, info } from "./helpers.js";

const open = curve([1, 10, 100], [1e-3, 1e-4, 1e-3]);
const dump = limit({ ...info, shape: "interval", mass: [1, 10], lower: [1e-7, 1e-7], upper: [1e-5, 1e-6] });
const blob = limit({ ...info, shape: "contour", mass: [2, 5, 5, 2], value: [1e-5, 1e-5, 5e-3, 5e-3] });

describe("exclusion", () => {
  it("is the union of its limits", () => {
    const e = exclusion([open, dump, blob]);
    expect(e.at(1)).toEqual([
      { lower: 1e-7, upper: 1e-5 },
      { lower: 1e-3, upper: Infinity },
    ]);
    expect(e.at(3).map((i) => i.upper)).toEqual([e.at(3)[0].upper, Infinity]);
    expect([1e-8, 1e-6, 1e-5, 2e-5, 1e-2].map((v) => e.excludes(3, v))).toEqual([false, true, true, true, true]);
    expect(e.envelope(50)).toBeGreaterThan(1e-4);
    expect(e.envelope(500)).toBe(Infinity);
  });

  it("has an outline for each piece, closed at the top of the frame", () => {
    expect(exclusion(open).rings(1)).toEqual([{ mass: [1, 10, 100, 100, 10, 1], value: [1e-3, 1e-4, 1e-3, 1, 1, 1] }]);
    const gap = curve([1, 2, 3, 4, 5], [1, 1, Infinity, 1, 1]);
    expect(exclusion(gap).rings(10)).toHaveLength(2);
    expect(exclusion(blob).rings(10)).toEqual([{ mass: blob.mass, value: blob.value }]);
  });

  it("follows intervals that overlap and starts anew where they do not", () => {
    const two = limit({
      ...info,
      shape: "interval",
      mass: [1, 1, 2, 2, 3],
      lower: [1, 100, 2, 90, 5],
      upper: [3, 200, 4, 210, 95],
    });
    const rings = exclusion(two).rings(1e3);
    expect(rings.map((r) => r.mass.length)).toEqual([4, 6]);
  });

  it("has no outline for a (mass, lifetime) grid", () => {
    expect(exclusion(limit({ ...info, shape: "grid", mass: [1], ctau: [1], value: [[1]] })).rings(1)).toEqual([]);
  });

  it("refuses limits on different things", () => {
    expect(() => exclusion([open, { ...dump, unit: "pb" }])).toThrow(/got sigma \(fb\) and sigma \(pb\)/);
  });
});

describe("what is no limit", () => {
  it.each([null, undefined, 3, [null], { shape: "blob" }])("is refused: %j", (wrong) => {
    expect(() => exclusion(wrong as never)).toThrow(/exclusion: must be given a limit, as limit\(…\) makes it, got /);
    expect(() => exclusion(wrong as never)).toThrow(RangeError);
  });
});
