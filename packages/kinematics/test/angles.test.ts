import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deltaEta, deltaR, fourVector, p, pt, transverseMass } from "../src/index.js";
import { differenceOfSquares, norm } from "../src/exact.js";

const along = fourVector({ px: 0, py: 0, pz: 7, m: 0 });
const back = fourVector({ px: 0, py: 0, pz: -4, m: 0 });
const across = fourVector({ px: 1, py: 0, pz: 0, m: 0 });

describe("a particle on the axis", () => {
  it.each([
    ["beam and transverse", along, across],
    ["transverse and beam", across, back],
    ["opposite beams", along, back],
  ])("is infinitely far in rapidity: %s", (_name, a, b) => {
    expect(Math.abs(deltaEta(a, b))).toBe(Infinity);
    expect(deltaR(a, b)).toBe(Infinity);
  });

  it("has no distance to another on the same side", () => {
    expect(deltaR(along, along)).toBeNaN();
  });
});

describe("components that are no momenta", () => {
  it("give infinity or NaN, and never a stack overflow", () => {
    expect(norm(Infinity, 1, 0)).toBe(Infinity);
    expect(norm(-Infinity, Infinity, 0)).toBe(Infinity);
    expect(norm(Number.NaN, 1, 0)).toBeNaN();
    const v = { px: Infinity, py: 0, pz: 1, e: Infinity, m: 1 };
    expect([pt(v), p(v), transverseMass(v)]).toEqual([Infinity, Infinity, Infinity]);
  });

  it("are taken from the whole range of doubles", () => {
    const any = fc.constantFrom(0, 1, -1, 1e300, -1e300, 1e-310, 5e-324, Infinity, -Infinity, Number.NaN);
    fc.assert(
      fc.property(any, any, any, (x, y, z) => {
        const n = norm(x, y, z);
        if ([x, y, z].some(Number.isNaN)) expect(n).toBeNaN();
        else expect(n).toBeGreaterThanOrEqual(Math.max(Math.abs(x), Math.abs(y), Math.abs(z)) * (1 - 1e-15));
      }),
    );
  });
});

describe("differenceOfSquares", () => {
  it("keeps what the sum of two squares rounds off, whichever is the larger", () => {
    // 3^2 (1 + 2^-60) - 3^2 = 9 * 2^-60, exactly.
    expect(differenceOfSquares(3, 2 ** -30, 1, 3, 0, 1)).toBe(9 * 2 ** -60);
    expect(differenceOfSquares(3, 1, 2 ** -30, 3, 1, 0)).toBe(9 * 2 ** -60);
  });
});
