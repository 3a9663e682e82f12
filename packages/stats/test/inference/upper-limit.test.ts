/// <reference types="vite/client" />
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asymptotic,
  asymptoticPValues,
  countingUpperLimit,
  fit,
  parameter,
  significance,
  testStatistic,
  toys,
  upperLimit,
  type Likelihood,
} from "../../src/index.js";
import { erf, normalUpperQuantile } from "@belladonna/numerics";
import text from "../data/bumphunt-scan.json?raw";
import { countingModel, poissonModel } from "../poisson-model.js";

interface Point {
  mass: number;
  sigma: number;
  first_bin: number;
  last_bin_exclusive: number;
  s_hat: number;
  s_err_hesse: number;
  signed_Z: number;
  p0: number;
  ul90_obs: number;
  ul95_obs: number;
  ul90_exp_m2_to_p2: number[];
}
const hunt = JSON.parse(text) as { counts: number[]; range: [number, number]; nbins: number; scan: Point[] };

/** A Gaussian peak on a cubic Chebyshev background in a window of the histogram. */
function window({ mass, sigma, first_bin, last_bin_exclusive }: Point): Likelihood {
  const [from, to] = hunt.range;
  const edge = (i: number): number => from + ((to - from) * i) / hunt.nbins;
  const bins = Array.from({ length: last_bin_exclusive - first_bin }, (_, i) => first_bin + i);
  const low = edge(first_bin);
  const high = edge(last_bin_exclusive);
  const u = (x: number): number => (2 * (x - low)) / (high - low) - 1;
  const integrals = [
    (x: number) => x,
    (x: number) => (x * x) / 2,
    (x: number) => (2 * x ** 3) / 3 - x,
    (x: number) => x ** 4 - 1.5 * x * x,
  ];
  const gauss = (x: number): number => 0.5 * erf((x - mass) / (sigma * Math.SQRT2));
  const counts = bins.map((i) => hunt.counts[i]);
  const total = counts.reduce((a, b) => a + b);
  return poissonModel(
    counts,
    [
      bins.map((i) => gauss(edge(i + 1)) - gauss(edge(i))),
      ...integrals.map((f) => bins.map((i) => f(u(edge(i + 1))) - f(u(edge(i))))),
    ],
    [parameter("s", 0), ...integrals.map((_, k) => parameter(`c${k}`, k === 0 ? total / 2 : 0))],
  );
}

describe("a scan for a peak", () => {
  it.each(hunt.scan)("at $mass has the reference's signal, significance and limits", (point) => {
    const likelihood = window(point);
    const best = fit(likelihood);
    expect(Math.abs(best.parameters.s - point.s_hat)).toBeLessThan(1e-4 * point.s_err_hesse);
    expect(Math.abs(best.errors.s / point.s_err_hesse - 1)).toBeLessThan(1e-3);
    const discovery = significance(likelihood);
    expect(Math.abs(discovery.signedZ - point.signed_Z)).toBeLessThan(1e-5);
    expect(Math.abs(discovery.pValue / point.p0 - 1)).toBeLessThan(1e-5);
    const limit = upperLimit(likelihood, { level: 0.9 });
    expect(limit.reason).toBe("");
    expect(Math.abs(limit.observed / point.ul90_obs - 1)).toBeLessThan(1e-6);
    point.ul90_exp_m2_to_p2.forEach((want, k) => {
      expect(Math.abs(limit.expected[k] / want - 1)).toBeLessThan(1e-6);
    });
    const at95 = upperLimit(likelihood, { expected: false });
    expect(at95.expected).toEqual([]);
    expect(Math.abs(at95.observed / point.ul95_obs - 1)).toBeLessThan(1e-6);
  });
});

describe("upperLimit", () => {
  it("solves its own equation for any count and background", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        fc.constantFrom("cls", "profile", "feldman-cousins"),
        fc.double({ min: 0.6, max: 0.99, noNaN: true }),
        (n, b, method, level) => {
          const limit = upperLimit(countingModel(n, b), { method, level, calculator: asymptotic() });
          expect(limit.reason).toBe("");
          // A deficit may exclude every signal by CLs+b: the p-value jumps at zero, and zero is the limit.
          if (method === "profile" && limit.observed < 1e-6 * b) return;
          const last = limit.scan.reduce((x, y) =>
            Math.abs(x.mu - limit.observed) < Math.abs(y.mu - limit.observed) ? x : y,
          );
          const p = method === "cls" ? last.cls : last.clsb;
          expect(Math.abs(p / (1 - level) - 1)).toBeLessThan(1e-5);
          // Closed form of the statistic.
          const s = limit.observed;
          const deviance = (m: number): number => 2 * (m - n + (n > 0 ? n * Math.log(n / m) : 0));
          const q = deviance(s + b) - deviance(Math.max(n, b));
          const qA = 2 * (s - b * Math.log1p(s / b));
          const statistic = method === "feldman-cousins" ? "ttilde" : "qtilde";
          const want = asymptoticPValues(q, qA, statistic)[method === "cls" ? "cls" : "clsb"];
          expect(Math.abs(want / (1 - level) - 1)).toBeLessThan(1e-5);
          for (let k = 1; k < 5; k++) expect(limit.expected[k]).toBeGreaterThanOrEqual(limit.expected[k - 1]);
        },
      ),
      { numRuns: 200 },
    );
  });
  it("scales with the unit of the parameter over twenty decades", () => {
    const one = upperLimit(countingModel(7, 4));
    for (const scale of [1e-12, 1e-5, 1e8]) {
      const likelihood = poissonModel([7], [[1 / scale], [4]], [parameter("s", 0), parameter("b", 1, { fixed: true })]);
      const limit = upperLimit(likelihood);
      expect(Math.abs(limit.observed / scale / one.observed - 1)).toBeLessThan(1e-6);
      expect(Math.abs(limit.expected[2] / scale / one.expected[2] - 1)).toBeLessThan(1e-6);
    }
  });
  it("of the one-sided profile likelihood is muHat + z sigma for a Gaussian limit", () => {
    const limit = upperLimit(countingModel(1e10, 1e10 - 1e6), { method: "profile", level: 0.9 });
    expect(Math.abs(limit.observed / (1e6 + normalUpperQuantile(0.1) * 1e5) - 1)).toBeLessThan(1e-4);
  });
  it("says why there is none", () => {
    const flat = poissonModel([3], [[0], [4]], [parameter("s", 1), parameter("b", 1, { fixed: true })]);
    const limit = upperLimit(flat);
    expect(limit.valid).toBe(false);
    expect(limit.reason).toMatch(/does not depend on s|failed/);
    expect(limit.observed).toBeNaN();
  });
  it("keeps the expected limits when the data cannot be fitted at larger signals", () => {
    const good = countingModel(3, 2);
    const broken: Likelihood = {
      ...good,
      evaluate: (theta, g, h) => (theta[0] > 2 ? Number.NaN : (good.evaluate?.(theta, g, h) ?? Number.NaN)),
    };
    const limit = upperLimit(broken);
    expect(limit.valid).toBe(false);
    expect(limit.reason).toMatch(/the fit at s = .* failed/);
    expect(limit.observed).toBeNaN();
    expect(limit.expected).toEqual(upperLimit(good).expected);
  });
  it("with toys approaches the exact limit of a count", () => {
    // CLs with the count as statistic: 3 observed on 2, 90 %: solves Q(4, s + 2)/Q(4, 2) = 0.1.
    const limit = upperLimit(countingModel(3, 2), { level: 0.9, calculator: toys({ toys: 4000, seed: 1 }) });
    expect(limit.reason).toBe("");
    expect(Math.abs(limit.observed - 5.15)).toBeLessThan(0.35);
  });
  it("is the Bayesian limit when asked, its expectation over pseudo-experiments", () => {
    const limit = upperLimit(countingModel(5, 3), { method: "bayesian", calculator: toys({ toys: 200, seed: 4 }) });
    expect(Math.abs(limit.observed / countingUpperLimit(5, { background: 3 }) - 1)).toBeLessThan(1e-5);
    // The median count of a Poisson mean of 3 is 3.
    expect(Math.abs(limit.expected[2] / countingUpperLimit(3, { background: 3 }) - 1)).toBeLessThan(1e-5);
    expect(upperLimit(countingModel(5, 3), { method: "bayesian" }).expected).toEqual([]);
  });
  it("needs a parameter of interest and a level", () => {
    const { poi, ...anonymous } = countingModel(1, 1);
    expect(poi).toBe("s");
    expect(() => upperLimit(anonymous)).toThrow("declares no parameter of interest");
    expect(() => upperLimit(countingModel(1, 1), { poi: "x" })).toThrow("has no parameter x");
    expect(() => upperLimit(countingModel(1, 1), { level: 95 })).toThrow("got 95");
  });
});

describe("testStatistic", () => {
  it("has the closed forms of a count", () => {
    const deviance = (n: number, m: number): number => 2 * (m - n + (n > 0 ? n * Math.log(n / m) : 0));
    for (const [n, b, s] of [
      [3, 2, 5],
      [12, 8, 3],
      [1, 4, 2],
      [0, 1, 2.3],
    ]) {
      const free = deviance(n, n);
      const bounded = deviance(n, Math.max(n, b));
      const at = deviance(n, s + b);
      const got = (statistic: "q" | "qtilde" | "t" | "ttilde"): number =>
        testStatistic(countingModel(n, b), s, { statistic }).value;
      const below = n - b <= s ? 1 : 0;
      expect(got("t")).toBeCloseTo(at - free, 8);
      expect(got("ttilde")).toBeCloseTo(at - bounded, 8);
      expect(got("q")).toBeCloseTo(below * (at - free), 8);
      expect(got("qtilde")).toBeCloseTo(below * (at - bounded), 8);
    }
  });
  it("refuses a value that is not finite", () => {
    expect(() => testStatistic(countingModel(1, 1), Infinity)).toThrow("got Infinity");
  });
});
