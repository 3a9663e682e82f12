import { describe, expect, it } from "vitest";
import {
  columns,
  dalitzArea,
  dalitzLimits,
  insideDalitz,
  phaseSpace,
  fourVector,
  type ThreeMasses,
} from "../src/index.js";
import { cases, relativeError } from "./reference.js";
import { stream } from "./streams.js";

type Row = {
  M: number;
  masses: ThreeMasses;
  s12_s23min_s23max: [number, number, number][];
  m12_cdf: [number, number][];
  m12_mean: number;
  s12_mean: number;
  dalitz_area: number;
};
const table = cases<Row>("dalitz");

describe("Dalitz plot", () => {
  it.each(table)("$tag: limits of s23 to 1e-12", ({ M, masses, s12_s23min_s23max }) => {
    for (const [s12, min, max] of s12_s23min_s23max) {
      const limits = dalitzLimits(M, masses, s12);
      expect(relativeError(limits.min, min)).toBeLessThan(1e-12);
      expect(relativeError(limits.max, max)).toBeLessThan(1e-12);
    }
  });

  it.each(table)("$tag: area to 1e-12", ({ M, masses, dalitz_area }) => {
    expect(relativeError(dalitzArea(M, masses), dalitz_area)).toBeLessThan(1e-12);
  });

  it.each(table)("$tag: m12 of generated events is distributed as it must be, to 4 sigma", (row) => {
    const { M, masses, m12_cdf, m12_mean, s12_mean } = row;
    const n = 100_000;
    const { weight, momenta } = phaseSpace(fourVector({ px: 0, py: 0, pz: 0, m: M }), masses, stream(11), n);
    const m12 = columns.invariantMass(momenta[0], momenta[1]);
    const check = (f: (m: number) => number, want: number): void => {
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < n; i++) {
        // Deviation from the wanted mean: a weighted mean needs no normalisation then.
        const d = weight[i] * (f(m12[i]) - want);
        sum += d;
        squares += d * d;
      }
      expect(Math.abs(sum)).toBeLessThan(4 * Math.sqrt(squares));
    };
    check((m) => m, m12_mean);
    check((m) => m * m, s12_mean);
    for (const [edge, probability] of m12_cdf) check((m) => (m < edge ? 1 : 0), probability);
  });

  it("ends where its thresholds are", () => {
    expect(dalitzLimits(5, [1, 1, 1], 3.9).min).toBeNaN();
    expect(dalitzLimits(5, [1, 1, 1], 16.1).max).toBeNaN();
    expect(dalitzLimits(5, [0, 0, 1], 0)).toEqual({ min: 1, max: 25 });
    expect(insideDalitz(5, [1, 1, 1], 9, 9)).toBe(true);
    expect(insideDalitz(5, [1, 1, 1], 9, 16)).toBe(false);
    expect(insideDalitz(5, [1, 1, 1], 3, 9)).toBe(false);
  });
});
