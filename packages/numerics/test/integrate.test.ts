import { describe, expect, it } from "vitest";
import { gaussLegendre, integrate, integrateEnds, integrateGauss } from "../src/index.js";

const relative = (got: number, want: number): number => Math.abs(got / want - 1);

describe("integrate", () => {
  const cases: { name: string; f: (x: number) => number; a: number; b: number; want: number; within?: number }[] = [
    { name: "e^x", f: Math.exp, a: 0, b: 1, want: Math.E - 1 },
    { name: "1/sqrt(x), singular at 0", f: (x) => 1 / Math.sqrt(x), a: 0, b: 1, want: 2 },
    { name: "x^-0.9, singular at 0", f: (x) => x ** -0.9, a: 0, b: 1, want: 10, within: 2e-9 },
    { name: "ln x, singular at 0", f: Math.log, a: 0, b: 1, want: -1 },
    {
      name: "1/sqrt(1 - x^2), singular at ±1",
      f: (x) => 1 / Math.sqrt(1 - x * x),
      a: -1,
      b: 1,
      want: Math.PI,
      within: 1e-7,
    },
    {
      name: "a resonance of relative width 1e-5",
      f: (x) => 1 / ((x - 0.3) ** 2 + 1e-10),
      a: 0,
      b: 1,
      want: 1e5 * (Math.atan(0.7e5) + Math.atan(0.3e5)),
    },
    {
      name: "a narrow normal",
      f: (x) => Math.exp(-0.5 * ((x - 0.3) / 0.004) ** 2),
      a: 0,
      b: 1,
      want: 0.004 * Math.sqrt(2 * Math.PI),
    },
    { name: "a kink", f: (x) => Math.abs(x - 1 / 3), a: 0, b: 1, want: 5 / 18 },
    {
      name: "the normal over the whole axis",
      f: (x) => Math.exp(-x * x),
      a: -Infinity,
      b: Infinity,
      want: Math.sqrt(Math.PI),
    },
    { name: "a Cauchy over the whole axis", f: (x) => 1 / (1 + x * x), a: -Infinity, b: Infinity, want: Math.PI },
    { name: "e^-x from 0 up", f: (x) => Math.exp(-x), a: 0, b: Infinity, want: 1 },
    { name: "x^-2 from 1 up", f: (x) => x ** -2, a: 1, b: Infinity, want: 1 },
    { name: "e^x up to 1", f: Math.exp, a: -Infinity, b: 1, want: Math.E },
    {
      name: "1/sqrt(x) e^-x from 0 up",
      f: (x) => Math.exp(-x) / Math.sqrt(x),
      a: 0,
      b: Infinity,
      want: Math.sqrt(Math.PI),
    },
  ];
  it.each(cases)("is right for $name", ({ f, a, b, want, within = 1e-10 }) => {
    expect(relative(integrate(f, a, b), want)).toBeLessThan(within);
    expect(integrate(f, b, a)).toBe(-integrate(f, a, b));
  });

  it("finds a peak that breaks tell of", () => {
    const f = (x: number): number => Math.exp(-0.5 * ((x - 0.2345) / 1e-7) ** 2);
    const want = 1e-7 * Math.sqrt(2 * Math.PI);
    expect(relative(integrate(f, 0, 1, { breaks: [0.2345] }), want)).toBeLessThan(1e-10);
    expect(relative(integrate(f, -Infinity, Infinity, { breaks: [0.2345] }), want)).toBeLessThan(1e-8);
  });

  it("stops at the tolerance asked", () => {
    const calls = (options: object): number => {
      let n = 0;
      integrate((x) => (n++, Math.sqrt(x)), 0, 1, options);
      return n;
    };
    expect(calls({ relative: 1e-3 })).toBeLessThan(calls({}));
    expect(calls({ relative: 0, absolute: 1e-3 })).toBeLessThan(calls({}));
  });

  it("gives 0 for an odd function and an empty range", () => {
    expect(Math.abs(integrate(Math.sin, -1, 1))).toBeLessThan(1e-15);
    expect(integrate(Math.exp, 2, 2)).toBe(0);
  });

  it("says what is wrong", () => {
    expect(() => integrate(Math.exp, NaN, 1)).toThrow("integrate: limits must be numbers, got NaN and 1");
    expect(() => integrate(Math.exp, 0, 1, { relative: -1 })).toThrow(RangeError);
    expect(() => integrate((x) => 1 / x, 0, 1)).toThrow("must converge");
    expect(() => integrate((x) => 1 / (1 - x), 0, 1)).toThrow("must converge");
    expect(() => integrate(() => NaN, 0, 1)).toThrow("must converge");
  });
});

describe("rules of fixed order", () => {
  it("are exact for polynomials up to twice their order", () => {
    for (const n of [1, 2, 5, 16, 48]) {
      expect(
        relative(
          integrateGauss((x) => x ** (2 * n - 2), 0, 2, n),
          2 ** (2 * n - 1) / (2 * n - 1),
        ),
      ).toBeLessThan(2e-13);
      expect(Math.abs(gaussLegendre(n).w.reduce((a, b) => a + b) - 2)).toBeLessThan(1e-12);
    }
  });
  it("reach through singular ends", () => {
    expect(
      relative(
        integrateEnds((x) => 1 / Math.sqrt(x * (1 - x)), 0, 1, 96),
        Math.PI,
      ),
    ).toBeLessThan(1e-2);
    expect(
      relative(
        integrateEnds((x) => Math.sqrt(x * (1 - x)), 0, 1),
        Math.PI / 8,
      ),
    ).toBeLessThan(1e-8);
  });
});
