import { describe, expect, it } from "vitest";
import {
  binned,
  chebyshev,
  constrain,
  counting,
  crystalBall,
  exponential,
  fit,
  gaussian,
  leastSquares,
  parameter,
  simultaneous,
  sum,
  templates,
  unbinned,
} from "../src/index.js";
import { random } from "@belladonna/numerics";
import type { Likelihood } from "../src/index.js";

const range = [0, 1] as const;
const peak = gaussian({
  mean: parameter("mu", 0.5, { min: 0, max: 1 }),
  sigma: parameter("sigma", 0.08, { min: 0.01, max: 0.5 }),
  range,
});
const tail = exponential({ lambda: parameter("lambda", 1.5, { min: -5, max: 10 }), range });
const ns = parameter("ns", 60, { min: 0 });
const nb = parameter("nb", 140, { min: 0 });
const rate = sum([peak, tail], { yields: [ns, nb] });
const shape = sum([peak, tail], { fractions: [parameter("z", 0.3, { min: 0, max: 1 })] });
const x = rate.sample(Float64Array.of(60, 140, 0.5, 0.08, 1.5), 200, random(1));
const edges = Array.from({ length: 21 }, (_, i) => i / 20);
const histogram = edges.slice(1).map((e, i) => x.filter((v) => v >= edges[i] && v < e).length);
const tailed = crystalBall({ mean: 0.5, sigma: 0.06, alpha: 1.1, n: parameter("n", 3), range });

const cases: Record<string, Likelihood> = {
  "unbinned, extended": unbinned(rate, x),
  unbinned: unbinned(shape, x),
  "unbinned, weighted": unbinned(rate, x, { weights: x.map((v) => 0.5 + v) }),
  "unbinned with a tail": unbinned(
    sum([tailed, chebyshev({ coefficients: [parameter("c1", 0.1)], range })], { yields: [ns, nb] }),
    x,
  ),
  "binned, extended": binned(rate, histogram, edges),
  binned: binned(shape, histogram, edges),
  "binned, Pearson": binned(rate, histogram, edges, { statistic: "pearson" }),
  "binned, Neyman": binned(rate, histogram, edges, { statistic: "neyman" }),
  "binned, weighted": binned(
    rate,
    histogram.map((n) => 0.7 * n),
    edges,
    { variances: histogram.map((n) => 0.6 * n) },
  ),
  counting: counting({ observed: 12, background: 5 }),
  "counting with a control region": counting({
    observed: 12,
    background: 5,
    signal: 2,
    knowledge: { kind: "control", observed: 11, tau: 2 },
  }),
  "counting with a normal background": counting({
    observed: 12,
    background: 5,
    knowledge: { kind: "normal", sigma: 1 },
  }),
  templates: templates(
    [20, 35, 30, 15],
    [
      { counts: [2, 20, 18, 3], yield: ns },
      { counts: [30, 25, 22, 18], yield: nb },
    ],
  ),
  "least squares": leastSquares(
    { x: [0, 1, 2, 3], y: [1, 2.9, 5.2, 6.8], errors: 0.2 },
    [parameter("a", 0.8), parameter("b", 2.1)],
    (t, [a, b]) => a + b * t,
  ),
  constraint: constrain(
    [parameter("a", 1), parameter("b", 2)],
    [1.5, 1.8],
    [
      [0.04, 0.01],
      [0.01, 0.09],
    ],
  ),
  simultaneous: simultaneous([
    unbinned(rate, x),
    counting({ observed: 70, background: 10, strength: ns }),
    constrain([parameter("mu", 0.5, { min: 0, max: 1 })], [0.52], [0.02]),
  ]),
};

describe.each(Object.entries(cases))("likelihood %s", (_name, likelihood) => {
  const { parameters } = likelihood;
  const n = parameters.length;
  const theta = Float64Array.from(parameters, (p) => p.start * 1.02 + 0.003);
  const moved = (j: number, h: number): Float64Array => theta.map((v, i) => (i === j ? v + h : v));
  const steps = parameters.map((p) => 1e-4 * Math.max(1e-2, Math.abs(p.start)));

  it("gives one value, gradient and Hessian, whichever way it is asked", () => {
    const gradient = new Float64Array(n);
    const hessian = new Float64Array(n * n);
    const value = likelihood.evaluate?.(theta, gradient, hessian);
    expect(Number.isFinite(value)).toBe(true);
    expect(likelihood.value(theta)).toBe(value);
    expect(likelihood.evaluate?.(theta)).toBe(value);
    // Weights may be multiplied in another order when no Hessian is wanted.
    likelihood.gradient(theta).forEach((g, j) => {
      expect(Math.abs(g - gradient[j])).toBeLessThan(1e-11 * (1 + Math.abs(gradient[j])));
    });
    expect(likelihood.hessian?.(theta)).toEqual(hessian);
  });

  it("has an exact gradient", () => {
    const gradient = likelihood.gradient(theta);
    for (let j = 0; j < n; j++) {
      const h = steps[j];
      const d =
        (8 * (likelihood.value(moved(j, h)) - likelihood.value(moved(j, -h))) -
          (likelihood.value(moved(j, 2 * h)) - likelihood.value(moved(j, -2 * h)))) /
        (12 * h);
      expect(Math.abs(d - gradient[j])).toBeLessThan(1e-6 * (Math.abs(gradient[j]) + 1 / h ** 0.5));
    }
  });

  it("has an exact Hessian where it says so", () => {
    const hessian = likelihood.hessian?.(theta) ?? new Float64Array(n * n);
    for (let j = 0; j < n; j++) {
      const above = likelihood.gradient(moved(j, steps[j]));
      const below = likelihood.gradient(moved(j, -steps[j]));
      for (let k = 0; k < n; k++) {
        expect(hessian[j * n + k]).toBeCloseTo(hessian[k * n + j], 6);
        if (likelihood.hessianKind !== "exact") continue;
        const size = Math.sqrt(Math.abs(hessian[j * n + j] * hessian[k * n + k])) + Math.abs(hessian[j * n + k]) + 1e-9;
        expect(Math.abs((above[k] - below[k]) / (2 * steps[j]) - hessian[j * n + k]) / size).toBeLessThan(1e-4);
      }
    }
  });

  it("has Asimov data whose fit gives back what they were made at", () => {
    const asimov = likelihood.asimov(theta);
    const gradient = asimov.gradient(theta);
    const size = asimov.hessian?.(theta) ?? new Float64Array(n * n);
    for (let j = 0; j < n; j++) {
      // Pearson's and Neyman's chi2 have their minimum there too: the terms vanish one by one.
      expect(Math.abs(gradient[j])).toBeLessThan(1e-6 * Math.sqrt(size[j * n + j]) + 1e-9);
    }
  });

  it("draws pseudo-data that depend on the address alone", () => {
    const a = likelihood.sample(theta, random(3).stream(1));
    const b = likelihood.sample(theta, random(3).stream(1));
    const c = likelihood.sample(theta, random(3).stream(2));
    expect(a.value(theta)).toBe(b.value(theta));
    expect(a.value(theta)).not.toBe(c.value(theta));
    expect(a.parameters).toEqual(parameters);
  });
});

describe("bad input", () => {
  it("is refused with the value and the rule", () => {
    expect(() => unbinned(rate, [0.1, Number.NaN])).toThrow("got NaN at index 1");
    expect(() => unbinned(rate, [0.1, 1.2])).toThrow("within the range [0, 1] of the density, got 1.2 at index 1");
    expect(() => unbinned(rate, [0.1], { weights: [1, 2] })).toThrow("got 2 weights for 1 events");
    expect(() => gaussian({ mean: 0, sigma: 1, range: [1, 1] })).toThrow(
      "range must be finite and not empty, got [1, 1]",
    );
    expect(() => binned(rate, [1, -2], [0, 0.5, 1])).toThrow("counts must be >= 0, got -2 in bin 1");
    expect(() => binned(rate, [1, 2], [0, 0.5, 0.9])).toThrow("edges must span the range [0, 1], got [0, 0.9]");
    expect(() => counting({ observed: -1, background: 1 })).toThrow("observed must be >= 0, got -1");
    expect(() => constrain([ns], [1], [0])).toThrow("standard deviations must be > 0, got 0");
    expect(() => templates([1], [{ counts: [0], yield: ns }])).toThrow("not all 0, got a sum of 0");
    expect(() => simultaneous([unbinned(rate, x), constrain([parameter("ns", 3)], [1], [1])])).toThrow(
      "two different parameters are named ns",
    );
    expect(() => sum([peak, tail], { yields: [ns] })).toThrow("2 densities need 2 yields, got 1");
    expect(() => sum([peak, tail], { yields: [ns, nb], factors: [2] })).toThrow("factors must be one a yield, got 1");
  });

  it("a density that goes negative at an event has no likelihood, and a fit that starts there says so", () => {
    const line = chebyshev({ coefficients: [parameter("c", 1.5)], range });
    expect(unbinned(line, [0.05]).value(Float64Array.of(1.5))).toBe(Infinity);
    const result = fit(unbinned(line, [0.05]));
    expect(result).toMatchObject({ valid: false, reason: "the value is Infinity at the start" });
  });

  it("no data leave a shape undetermined, and the fit says which", () => {
    const result = fit(unbinned(shape, []));
    expect(result.valid).toBe(false);
    expect(result.reason).toMatch(/singular: not determined are z, mu, sigma, lambda/);
  });

  it("a parameter that ends at its limit is named, has no error, and leaves the others theirs", () => {
    const bounded = unbinned(sum([peak, tail], { yields: [parameter("ns", 5, { min: 0, max: 20 }), nb] }), x);
    const result = fit(bounded);
    expect(result.valid).toBe(true);
    expect(result.atBound).toEqual(["ns"]);
    expect(result.parameters.ns).toBe(20);
    expect(result.errors.ns).toBe(0);
    expect(result.errors.nb).toBeGreaterThan(0);
    expect(result.minos("ns")).toMatchObject({ upper: 0, upperAtBound: true, valid: true });
  });
});

describe("weighted data", () => {
  const many = shape.sample(Float64Array.of(0.3, 0.5, 0.08, 1.5), 20000, random(2));
  it("of equal weights give the errors of the data without them", () => {
    const plain = fit(unbinned(shape, many));
    const weighted = fit(unbinned(shape, many, { weights: many.map(() => 3) }));
    for (const { name } of shape.parameters) {
      expect(Math.abs(weighted.parameters[name] - plain.parameters[name]) / plain.errors[name]).toBeLessThan(1e-4);
      // The covariance of the scores instead of the Hessian: equal in expectation, here to sampling.
      expect(Math.abs(weighted.errors[name] / plain.errors[name] - 1)).toBeLessThan(0.05);
    }
  });
  it("whose weights say nothing new have errors as of fewer events", () => {
    // Weights drawn apart from x, half of them 0: the information of half of the events.
    const coin = random(9);
    const weights = many.map(() => (coin.uniform() < 0.5 ? 0 : 1));
    const half = fit(
      unbinned(
        shape,
        many.filter((_, i) => weights[i] === 1),
      ),
    );
    const weighted = fit(unbinned(shape, many, { weights }));
    for (const { name } of shape.parameters) {
      expect(Math.abs(weighted.parameters[name] - half.parameters[name]) / half.errors[name]).toBeLessThan(1e-4);
      expect(Math.abs(weighted.errors[name] / half.errors[name] - 1)).toBeLessThan(0.05);
    }
  });
});

describe("a rate", () => {
  it("comes out as the events of its channel over their factor", () => {
    const ofRate = sum([peak, tail], { yields: [parameter("r", 1, { min: 0 }), nb], factors: [40, 1] });
    const [a, b] = [fit(unbinned(rate, x)), fit(unbinned(ofRate, x))];
    expect(b.parameters.r * 40).toBeCloseTo(a.parameters.ns, 3);
    expect(b.errors.r * 40).toBeCloseTo(a.errors.ns, 3);
  });
});

describe("binned", () => {
  it("gives the same fit as unbinned in the limit of narrow bins", () => {
    const bins = 4000;
    const fine = Array.from({ length: bins + 1 }, (_, i) => i / bins);
    const counts = new Float64Array(bins);
    for (const v of x) counts[Math.min(bins - 1, Math.floor(v * bins))]++;
    const a = fit(unbinned(rate, x));
    const b = fit(binned(rate, counts, fine));
    for (const { name } of rate.parameters) {
      expect(Math.abs(a.parameters[name] - b.parameters[name]) / a.errors[name]).toBeLessThan(5e-3);
      expect(Math.abs(a.errors[name] / b.errors[name] - 1)).toBeLessThan(5e-3);
    }
  });
});

describe("fit", () => {
  const likelihood = unbinned(rate, x);
  const result = fit(likelihood);
  it("profiles and contours agree with its intervals", () => {
    const { upper } = result.minos("ns");
    expect(result.profile("ns", [result.parameters.ns + upper])[0]).toBeCloseTo(1, 5);
    const contour = result.contour("ns", "mu", { rise: 1, points: 64 });
    expect(contour).toHaveLength(64);
    const largest = Math.max(...contour.map((p) => p.x));
    expect(Math.abs((largest - result.parameters.ns) / upper - 1)).toBeLessThan(5e-3);
    for (const { x: s, y: mu } of contour) {
      expect(fit(likelihood, { fix: { ns: s, mu } }).value - result.value).toBeCloseTo(1, 4);
    }
  });
  it("holds what it is told to hold, also in its intervals", () => {
    const held = fit(likelihood, { fix: { sigma: 0.08, lambda: 1.5 } });
    expect(held.parameters.sigma).toBe(0.08);
    expect(held.errors.sigma).toBe(0);
    expect(held.minos("ns").upper).toBeLessThan(result.minos("ns").upper);
  });
});
