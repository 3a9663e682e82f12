import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakupMomentum, kallen } from "../src/index.js";
import { cases, relativeError } from "./reference.js";

describe("breakupMomentum", () => {
  type Row = { M: number; m1: number; m2: number; p: number | null };

  it.each(cases<Row>("two_body"))("$tag to 1e-12", ({ M, m1, m2, p }) => {
    const got = breakupMomentum(M, m1, m2);
    expect(p === null ? Number.isNaN(got) : relativeError(got, p) <= 1e-12).toBe(true);
  });

  it("is 0 at threshold and NaN below", () => {
    expect(breakupMomentum(1, 0.25, 0.75)).toBe(0);
    expect(breakupMomentum(1, 0.5, 0.75)).toBeNaN();
  });

  it("refuses masses that are none", () => {
    expect(() => breakupMomentum(-1, 0, 0)).toThrow("breakupMomentum: masses must be finite");
    expect(() => breakupMomentum(1, Number.NaN, 0)).toThrow(RangeError);
  });
});

describe("kallen", () => {
  const square = fc.double({ min: 0, max: 100, noNaN: true });

  it("is the polynomial", () => {
    fc.assert(
      fc.property(square, square, square, (a, b, c) => {
        const polynomial = a * a + b * b + c * c - 2 * (a * b + b * c + c * a);
        expect(Math.abs(kallen(a, b, c) - polynomial)).toBeLessThanOrEqual(1e-14 * (a + b + c) ** 2);
      }),
    );
  });

  it("is symmetric, and 4 M^2 p*^2", () => {
    fc.assert(
      fc.property(square, square, square, (a, b, c) => {
        const one = kallen(a, b, c);
        for (const other of [kallen(b, c, a), kallen(c, a, b), kallen(b, a, c)]) {
          expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-13 * Math.abs(one) + 1e-300);
        }
      }),
    );
    expect(relativeError(kallen(100, 4, 9), (2 * 10 * breakupMomentum(10, 2, 3)) ** 2)).toBeLessThan(1e-15);
  });

  it("takes negative squared masses", () => {
    expect(kallen(4, -1, -2)).toBe(49 - 8);
  });
});
