import { limit } from "@belladonna/limits";
import { describe, expect, it } from "vitest";
import { bandRatiosOf, ratiosByMass, ratiosOf } from "../../src/report/ratios.js";

const point = (mass: number, expected: number, published: number) => ({ mass, expected, published });

describe("ratios of expected over published limits", () => {
  it("have a shape in five ranges with as many masses each", () => {
    const masses = Array.from({ length: 20 }, (_, i) => point(i + 1, 10 + i, 10));
    expect(ratiosByMass({ masses })).toEqual([
      { from: 1, to: 4, median: 1.2 },
      { from: 5, to: 8, median: 1.6 },
      { from: 9, to: 12, median: 2 },
      { from: 13, to: 16, median: 2.4 },
      { from: 17, to: 20, median: 2.8 },
    ]);
    expect(ratiosByMass({ masses: masses.slice(0, 2) })).toHaveLength(2);
    expect(ratiosByMass({ masses: [point(1, 1, Number.NaN)] })).toEqual([]);
    expect(ratiosOf({ masses: [point(1, 1, Number.NaN)] })).toBeUndefined();
  });

  it("have bands where both have one: edges over medians, whatever the medians", () => {
    const info = { observable: "sigma", unit: "fb", cl: 0.9, kind: "bands" as const, shape: "curve" as const };
    const mass = [1, 2, 4];
    const ones = (x: number) => mass.map(() => x);
    const bands = (id: string, scale: number, width: number) =>
      limit({
        ...info,
        id,
        mass,
        value: ones(scale),
        expected: {
          median: ones(scale),
          minus2: ones(scale / (1 + 2 * width)),
          minus1: ones(scale / (1 + width)),
          plus1: ones(scale * (1 + width)),
          plus2: ones(scale * (1 + 2 * width)),
        },
      });
    const compared = {
      name: "x",
      process: "x",
      axis: "x",
      limit: bands("ours", 3, 0.5),
      published: [bands("theirs", 7, 0.25)],
      projections: [],
      masses: mass.map((m) => point(m, 3, 7)),
    };
    const { minus2 = 0, minus1 = 0, plus1 = 0, plus2 = 0 } = bandRatiosOf(compared) ?? {};
    expect([minus2, minus1, plus1, plus2].map((x) => x.toFixed(10))).toEqual(
      [1.5 / 2, 1.25 / 1.5, 1.5 / 1.25, 2 / 1.5].map((x) => x.toFixed(10)),
    );
    expect(bandRatiosOf({ ...compared, published: [] })).toBeUndefined();
  });
});
