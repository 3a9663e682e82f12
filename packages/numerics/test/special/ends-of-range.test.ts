import { describe, expect, it } from "vitest";
import * as n from "../../src/index.js";

const relative = (got: number, want: number): number => Math.abs(got / want - 1);

describe("special functions at the ends of the range of numbers", () => {
  it("have their limits for infinite shapes and arguments", () => {
    expect([n.gammaP(Infinity, 3), n.gammaQ(Infinity, 3), n.gammaP(3, Infinity)]).toEqual([0, 1, 1]);
    expect([n.betaI(0.3, Infinity, 3), n.betaI(0.3, 3, Infinity)]).toEqual([0, 1]);
    expect(n.betaI(0.3, Infinity, Infinity)).toBeNaN();
    expect([n.poissonPmf(3, Infinity), n.poissonPmf(Infinity, 3), n.poissonPmf(-1, 3)]).toEqual([0, 0, 0]);
    expect(n.poissonPmf(3, Number.NaN)).toBeNaN();
    expect(n.xMinusLog1p(Number.NaN)).toBeNaN();
    expect(n.erfcx(-Infinity)).toBe(Infinity);
  });
  it("end where neighbouring doubles are more than one count apart", () => {
    // 1e16 + 2.326 * 1e8.
    expect(relative(n.poissonQuantile(0.99, 1e16) - 1e16, 2.326347874e8)).toBeLessThan(1e-7);
    expect(relative(n.poissonQuantile(0.5, 1e300), 1e300)).toBeLessThan(1e-15);
  });
  // mpmath 1.3, 50 digits: the integrated density.
  it.each([
    [0.49982323214331714, 1.0001e8, 1.0001e8, 2.866513674755926e-7],
    [0.00019994587010435688, 2e8, 1e12, 0.1586552537301334],
    [0.9374986468353066, 3e10, 2e9, 0.15865525391604],
  ])("betaI(%d, %d, %d)", (x, a, b, want) => {
    expect(relative(n.betaI(x, a, b), want)).toBeLessThan(1e-13 + 3e-16 * Math.sqrt(a + b));
  });
  it("betaI of large shapes goes over to that of smaller ones without a step", () => {
    // Both shapes cross 1e8 between these; 1e-6 of the shape moves the tail by 1e-7 at most.
    const at = (a: number): number => n.betaI(0.49996, a, a);
    expect(relative(at(1e8 + 1), at(1e8 - 1))).toBeLessThan(1e-7);
    expect(n.betaI(0.5, 1e300, 1e300)).toBe(0.5);
  });
  it("logBetaI does not underflow, and is the logarithm where there is one", () => {
    expect(relative(n.logBetaI(1e-200, 3, 2), Math.log(4) - 600 * Math.LN10)).toBeLessThan(1e-14);
    expect(n.logBetaI(0.3, 2, 3)).toBe(Math.log(n.betaI(0.3, 2, 3)));
  });
});

describe("what has no answer", () => {
  it("is refused: a root without a change of sign, no points, no order", () => {
    expect(() => n.findRoot((x) => x * x + 1, 0, 1)).toThrow("f must change its sign between 0 and 1, got 1 and 2");
    expect(() => n.findRoot((x) => x, Number.NaN, 1)).toThrow("got NaN, 1");
    expect(() => n.gaussLegendre(1e9)).toThrow("got 1000000000");
    expect(() => n.cholesky(new Float64Array(4), 1e300)).toThrow("got 1e+300");
    expect(() => n.integrate(Math.exp, 0, 1, { tolerance: 1 } as never)).toThrow(
      'integrate: option must be one of relative, absolute, breaks, got "tolerance"',
    );
  });
});
