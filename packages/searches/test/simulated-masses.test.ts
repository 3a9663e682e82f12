import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enclosing, simulatedMasses } from "../src/simulated-masses.js";

const grid = [1, 2, 4, 8];

describe("masses at which signal is simulated", () => {
  it("are those of the grid that enclose the range", () => {
    expect(simulatedMasses(grid, { from: 2.5, to: 3 })).toEqual([2, 4]);
    expect(simulatedMasses(grid, { from: 2, to: 4 })).toEqual([2, 4]);
    expect(simulatedMasses(grid, { from: 1, to: 8 })).toEqual(grid);
    expect(enclosing(grid, { from: 0.5, to: 9 })).toEqual(grid);
  });

  it("are one where one is asked for", () => {
    expect(simulatedMasses(grid, { from: 3, to: 3 })).toEqual([3]);
    expect(enclosing(grid, { from: 3, to: 3 })).toEqual([2, 4]);
  });

  it("are among those of any wider range", () => {
    const mass = fc.double({ min: 1, max: 8, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(mass, mass, mass, mass), (all) => {
        const [a, b, c, d] = all.sort((x, y) => x - y);
        fc.pre(b < c);
        const wide = simulatedMasses(grid, { from: a, to: d });
        for (const m of simulatedMasses(grid, { from: b, to: c })) expect(wide).toContain(m);
      }),
    );
  });
});
