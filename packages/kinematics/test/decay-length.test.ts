import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { C_CM_PER_NS, decayLength, decayProbability } from "../src/index.js";
import { cases, relativeError } from "./reference.js";

type Row = {
  ctau_cm: number;
  m: number;
  p: number;
  betagamma: number;
  mean_decay_length_cm: number;
  median_cm: number;
  mean_flight_time_ns: number;
  fractions: { from_cm: number; to_cm: number; prob: number }[];
};

describe("decayProbability", () => {
  it.each(cases<Row>("decay_length"))("$tag to 1e-12", (row) => {
    const { betagamma: betaGamma, ctau_cm: ctau, m, p } = row;
    for (const { from_cm: from, to_cm: to, prob } of row.fractions) {
      expect(relativeError(decayProbability({ betaGamma, ctau, from, to }), prob)).toBeLessThan(1e-12);
    }
    expect(relativeError(betaGamma, p / m)).toBeLessThan(1e-15);
    expect(relativeError(betaGamma * ctau, row.mean_decay_length_cm)).toBeLessThan(1e-15);
    expect(relativeError(decayLength({ betaGamma, ctau }, 0.5), row.median_cm)).toBeLessThan(1e-12);
    const time = ((Math.sqrt(p * p + m * m) / m) * ctau) / C_CM_PER_NS;
    expect(relativeError(time, row.mean_flight_time_ns)).toBeLessThan(1e-12);
  });

  it("is all of it from 0 to infinity", () => {
    expect(decayProbability({ betaGamma: 2, ctau: 1 })).toBe(1);
  });

  it("adds up over neighbouring stretches", () => {
    const length = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(length, length, length, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (x, y, z, ctau) => {
        const [a, b, c] = [x, y, z].sort((s, t) => s - t);
        const between = (from: number, to: number): number => decayProbability({ betaGamma: 1, ctau, from, to });
        expect(relativeError(between(a, b) + between(b, c), between(a, c))).toBeLessThan(1e-12);
      }),
    );
  });

  it("refuses flights that are none", () => {
    expect(() => decayProbability({ betaGamma: 0, ctau: 1 })).toThrow("betaGamma and ctau must be > 0, got 0, 1");
    expect(() => decayProbability({ betaGamma: 1, ctau: 1, from: 3, to: 2 })).toThrow("0 <= from <= to, got 3, 2");
  });
});

describe("decayLength", () => {
  it("is the quantile of the confined exponential", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0.01, max: 1e5, noNaN: true }),
        (u, ctau) => {
          const flight = { betaGamma: 2, ctau, from: 1, to: 60 };
          const to = decayLength(flight, u);
          expect(to).toBeGreaterThanOrEqual(1);
          expect(to).toBeLessThanOrEqual(60);
          const share = decayProbability({ ...flight, to }) / decayProbability(flight);
          expect(Math.abs(share - u)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  it("needs u below 1", () => {
    expect(() => decayLength({ betaGamma: 1, ctau: 1 }, 1)).toThrow("decayLength: u must be in [0, 1), got 1");
  });
});
