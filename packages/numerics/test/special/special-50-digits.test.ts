/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { betaI, digamma, erf, erfc, erfcInverse, logGamma } from "../../src/index.js";
import text from "../data/special-50-digits.json?raw";
import { ulps } from "./ulps.js";

const { rows } = JSON.parse(text) as { rows: Record<string, [x: number, value: string][]> };
const betaRows = (JSON.parse(text) as { rows: { betaI: [args: [number, number, number], value: string][] } }).rows
  .betaI;

describe("special functions against 50 digits, in units in the last place", () => {
  const cases = [
    { name: "erf", f: erf, limit: 1.5 },
    { name: "erfc", f: erfc, limit: 1.5 },
    { name: "erfcInverse", f: erfcInverse, limit: 2 },
    { name: "logGamma", f: logGamma, limit: 2 },
    { name: "digamma", f: digamma, limit: 2 },
  ];
  it.each(cases)("$name is right to $limit ulp", ({ name, f, limit }) => {
    expect(rows[name].length).toBeGreaterThan(300);
    for (const [x, value] of rows[name]) {
      // On the negative axis logGamma and digamma have zeros at places that are not doubles: there in ulp of 1.
      const floor = x < 0 && (name === "logGamma" || name === "digamma") ? 1 : 0;
      const miss = ulps(f(x), value, floor);
      if (!(miss <= limit)) expect.fail(`${name}(${String(x)}) = ${String(f(x))}, not ${value}: ${String(miss)} ulp`);
    }
  });
  it("betaI of shapes below 50 is right to 1e-14", () => {
    for (const [args, value] of betaRows) {
      if (!(ulps(betaI(...args), value) <= 45))
        expect.fail(`betaI(${args.join(", ")}) = ${String(betaI(...args))}, not ${value}`);
    }
  });
});

describe("at the ends and poles", () => {
  it("has the limits", () => {
    expect([erf(-0), erf(Infinity), erf(-Infinity), erf(NaN)]).toEqual([-0, 1, -1, NaN]);
    expect([erfc(-Infinity), erfc(Infinity), erfc(0), erfc(28), erfc(NaN)]).toEqual([2, 0, 1, 0, NaN]);
    expect([0, 2, 1, -0.1, 2.1, NaN].map(erfcInverse)).toEqual([Infinity, -Infinity, 0, NaN, NaN, NaN]);
    expect([0, -0, -1, -2e20, Infinity, -Infinity, 2.6e305, NaN].map(logGamma)).toEqual([
      Infinity,
      Infinity,
      Infinity,
      Infinity,
      Infinity,
      Infinity,
      Infinity,
      NaN,
    ]);
    expect([1, 2].map(logGamma)).toEqual([0, 0]);
    expect([0, -1, -1e20, -Infinity, NaN, Infinity].map(digamma)).toEqual([NaN, NaN, NaN, NaN, NaN, Infinity]);
    expect([5e-324, -5e-324].map(digamma)).toEqual([-Infinity, Infinity]);
  });
  it("erf is odd", () => {
    for (const x of [1e-310, 0.3, 0.9, 1.7, 3, 5.99]) {
      expect(erf(-x)).toBe(-erf(x));
    }
  });
});
