import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asymptotic,
  constrain,
  counting,
  countingUpperLimit,
  feldmanCousins,
  leastSquares,
  parameter,
  simultaneous,
  toys,
  upperLimit,
} from "../../src/index.js";
import { effectiveEvents } from "../../src/inference/few-events.js";
import { countingModel } from "../poisson-model.js";

const relative = (got: number, want: number): number => Math.abs(got / want - 1);

describe("limits of a count on a known background", () => {
  it("are those of the constructions that the method names", () => {
    const none = counting({ observed: 0, background: 0.5 });
    // Feldman and Cousins (1998), table IV: 1.94.
    expect(relative(upperLimit(none, { level: 0.9, method: "feldman-cousins" }).observed, 1.9359)).toBeLessThan(1e-5);
    expect(relative(feldmanCousins(none, { level: 0.9 }).high, 1.9359)).toBeLessThan(1e-5);
    for (const background of [0, 0.5, 3]) {
      const limit = upperLimit(counting({ observed: 0, background }), { level: 0.9 });
      expect(relative(limit.observed, Math.log(10))).toBeLessThan(1e-14);
    }
    // Three events where none are expected: 6.6808.
    const three = upperLimit(counting({ observed: 3, background: 0 }), { level: 0.9 });
    expect(relative(three.observed, 6.680783068)).toBeLessThan(1e-9);
    expect(three.reason).toBe("");
  });
  it("are the functions of the count, in units of the strength", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.constantFrom(0.68, 0.9, 0.95),
        (observed, background, signal, level) => {
          const likelihood = counting({ observed, background, signal });
          const cls = upperLimit(likelihood, { level });
          const want = countingUpperLimit(observed, { background, level });
          expect(relative(cls.observed * signal, want)).toBeLessThan(1e-14);
          const interval = feldmanCousins(observed, { background, level });
          const got = feldmanCousins(likelihood, { level });
          expect(got.low * signal).toBeCloseTo(interval.low, 10);
          expect(relative(got.high * signal, interval.high)).toBeLessThan(1e-14);
          for (const { expected } of [cls, upperLimit(likelihood, { level, method: "feldman-cousins" })]) {
            for (let k = 1; k < 5; k++) expect(expected[k]).toBeGreaterThanOrEqual(expected[k - 1]);
          }
        },
      ),
    );
  });
  it("expects the limits at the quantiles of the count: 1, 3 and 6 of 3", () => {
    const { expected } = upperLimit(counting({ observed: 9, background: 3 }), { level: 0.9 });
    [0, 1, 3, 5, 7].forEach((n, k) => {
      expect(expected[k]).toBe(countingUpperLimit(n, { background: 3, level: 0.9 }));
    });
  });
  it("are asymptotic, or drawn, when that is asked for, and without a word", () => {
    const likelihood = counting({ observed: 0, background: 0 });
    const asked = upperLimit(likelihood, { level: 0.9, calculator: asymptotic() });
    expect(asked.observed).toBeCloseTo(1.3528, 3);
    expect(asked.reason).toBe("");
    const drawn = upperLimit(likelihood, { level: 0.9, calculator: toys({ toys: 4000, seed: 1 }), expected: false });
    // One hypothesis in ten has so few events: 4000 experiments, five deviations.
    expect(Math.abs(drawn.observed - Math.log(10))).toBeLessThan(5 * Math.sqrt(0.09 / 4000) * 10);
  });
  it("are asymptotic where something else is known or measured", () => {
    const likelihood = counting({ observed: 2, background: 1 });
    const strength = parameter("mu", 1, { min: 0 });
    const twice = simultaneous([
      counting({ observed: 2, background: 1, strength }),
      counting({ observed: 1, background: 1, strength }),
    ]);
    for (const other of [
      simultaneous([likelihood, constrain([parameter("mu", 1, { min: 0 })], [1], [[4]])], { poi: "mu" }),
      twice,
      counting({ observed: 2, background: 1, strength: parameter("mu", 1, { min: 0.5 }) }),
      counting({ observed: 2.5, background: 1 }),
    ]) {
      expect(upperLimit(other, { level: 0.9 }).reason).toMatch(/asymptotic/);
    }
  });
});

describe("the word about few events", () => {
  const at = (likelihood: Parameters<typeof effectiveEvents>[0], ...theta: number[]): number =>
    effectiveEvents(likelihood, 0, Float64Array.from(theta));
  it("counts the mean of a count", () => {
    for (const [n, b, s] of [
      [3, 2, 5],
      [100, 90, 20],
      [0, 0.5, 2],
    ]) {
      expect(relative(at(countingModel(n, b), s, 1), s + b)).toBeLessThan(0.01);
    }
  });
  it("counts the few of a control region", () => {
    const control = (tau: number): number =>
      at(
        counting({ observed: 400, background: 400, knowledge: { kind: "control", observed: 400 * tau, tau } }),
        100,
        400,
      );
    expect(control(100)).toBeGreaterThan(300);
    expect(control(0.01)).toBeLessThan(6);
  });
  it("counts no end of events where the likelihood is Gaussian", () => {
    const a = parameter("a", 1);
    const points = { x: [1, 2, 3], y: [1, 2.1, 2.9], errors: 0.1 };
    const line = leastSquares(points, [a], (x, theta) => theta[0] * x, { poi: "a" });
    expect(at(line, 1)).toBeGreaterThan(1e6);
  });
  it("says so below thirty, and not above", () => {
    const words = (n: number, b: number): string =>
      upperLimit(countingModel(n, b), { level: 0.9, expected: false }).reason;
    expect(words(1, 1)).toMatch(/asymptotic formulae, for a likelihood as skewed as that of 3\.\d events/);
    expect(words(60, 50)).toBe("");
  });
});
