/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import {
  bayesianUpperLimit,
  constrain,
  countingUpperLimit,
  parameter,
  simultaneous,
  type Likelihood,
} from "../../src/index.js";
import { gammaP, gammaPInverse, normalCdf, normalQuantile } from "@belladonna/numerics";
import gamma from "../data/scalar-bayes-gamma-background.json?raw";
import known from "../data/scalar-bayes-cls-counting.json?raw";
import { countingModel, poissonModel } from "../poisson-model.js";

type Row = Record<string, number>;
const rows = (text: string): Row[] => (JSON.parse(text) as { cases: Row[] }).cases;

/** A count on a background whose knowledge is a Gamma density of mean b and relative width r. */
function gammaBackground(n: number, b: number, r: number): Likelihood {
  const shape = 1 / (r * r);
  const scale = b * r * r;
  const parameters = [parameter("s", 1, { min: 0 }), parameter("b", b, { min: 0 })];
  const evaluate = ([s, x]: Float64Array, g?: Float64Array, h?: Float64Array): number => {
    const m = s + x;
    if (!(m > 0 && x > 0)) return Infinity;
    if (g) {
      g[0] = 2 * (1 - n / m);
      g[1] = g[0] - 2 * ((shape - 1) / x - 1 / scale);
    }
    if (h) {
      h.fill((2 * n) / (m * m));
      h[3] += (2 * (shape - 1)) / (x * x);
    }
    return 2 * (m - (n > 0 ? n * Math.log(m) : 0)) - 2 * ((shape - 1) * Math.log(x) - x / scale);
  };
  const self: Likelihood = {
    parameters,
    poi: "s",
    evaluate,
    value: (t) => evaluate(t),
    gradient(t, out = new Float64Array(2)) {
      evaluate(t, out);
      return out;
    },
    hessian(t, out = new Float64Array(4)) {
      evaluate(t, undefined, out);
      return out;
    },
    expected: (t) => Float64Array.of(t[0] + t[1]),
    sample: () => self,
    asimov: () => self,
  };
  return self;
}

describe("bayesianUpperLimit", () => {
  it.each(rows(known).filter(({ b }) => b > 0))(
    "known background: n = $n, b = $b, CL = $cl",
    ({ n, b, cl, upper_limit }) => {
      const got = bayesianUpperLimit(countingModel(n, b), { level: cl });
      expect(got.reason).toBe("");
      expect(Math.abs(got.observed / upper_limit - 1)).toBeLessThan(1e-5);
    },
  );
  it.each(rows(gamma))("uncertain background: n = $n, b = $b +- $rel_unc_b, CL = $cl", (row) => {
    const got = bayesianUpperLimit(gammaBackground(row.n, row.b, row.rel_unc_b), { level: row.cl, samples: 4096 });
    expect(got.reason).toBe("");
    expect(got.efficiency).toBeGreaterThan(0.5);
    expect(Math.abs(got.observed / row.upper_limit - 1)).toBeLessThan(2e-3);
  });
  it("has Jeffreys' prior 1/sqrt(s + b) as reference prior of a count", () => {
    // Without background the posterior is a Gamma density of shape n + 1/2; with one it is that of s + b, cut at b.
    const got = bayesianUpperLimit(countingModel(6, 2), { prior: "reference", level: 0.9 });
    const below = gammaP(6.5, 2);
    const want = gammaPInverse(6.5, below + 0.9 * (1 - below)) - 2;
    expect(Math.abs(got.observed / want - 1)).toBeLessThan(1e-5);
    const own = bayesianUpperLimit(countingModel(6, 2), { prior: (s) => 1 / Math.sqrt(s + 2), level: 0.9 });
    expect(Math.abs(own.observed / want - 1)).toBeLessThan(1e-5);
  });
  it("integrates correlated Gaussian nuisances exactly", () => {
    // x = mu + n1 - n2 measured as 1 with unit error, n constrained: mu is N(1, sqrt(1 + 0.25 + 0.04)), cut at 0.
    const mu = parameter("mu", 1);
    const n1 = parameter("n1", 0);
    const n2 = parameter("n2", 0);
    const measured: Likelihood = {
      parameters: [mu, n1, n2],
      value: (t) => (t[0] + t[1] - t[2] - 1) ** 2,
      gradient: (t, out = new Float64Array(3)) => {
        const r = 2 * (t[0] + t[1] - t[2] - 1);
        out.set([r, r, -r]);
        return out;
      },
      hessian: (_, out = new Float64Array(9)) => {
        out.set([2, 2, -2, 2, 2, -2, -2, -2, 2]);
        return out;
      },
      expected: (t) => Float64Array.of(t[0] + t[1] - t[2]),
      sample: () => measured,
      asimov: () => measured,
    };
    const all = simultaneous([measured, constrain([n1, n2], [0, 0], [0.5, 0.2])], { poi: "mu" });
    const got = bayesianUpperLimit(all, { level: 0.9 });
    expect(got.reason).toBe("");
    const sigma = Math.sqrt(1.29);
    const p0 = normalCdf(-1 / sigma);
    const want = 1 + sigma * normalQuantile(p0 + 0.9 * (1 - p0));
    expect(Math.abs(got.observed / want - 1)).toBeLessThan(1e-3);
  });
  it("agrees with the closed form whatever the unit of the parameter", () => {
    const scale = 1e-9;
    const likelihood = poissonModel([4], [[1 / scale], [2]], [parameter("s", 0), parameter("b", 1, { fixed: true })]);
    const got = bayesianUpperLimit(likelihood).observed / scale;
    expect(Math.abs(got / countingUpperLimit(4, { background: 2 }) - 1)).toBeLessThan(1e-5);
  });
  it("says why there is none, and refuses bad input", () => {
    const flat = poissonModel([3], [[0], [4]], [parameter("s", 1), parameter("b", 1, { fixed: true })]);
    const got = bayesianUpperLimit(flat);
    expect(got.valid).toBe(false);
    expect(got.reason).not.toBe("");
    expect(got.observed).toBeNaN();
    expect(() => bayesianUpperLimit(flat, { level: 1 })).toThrow("got 1");
    expect(() => bayesianUpperLimit(flat, { samples: 0.5 })).toThrow("got 0.5");
    expect(bayesianUpperLimit(countingModel(1, 1), { prior: () => -1 }).reason).toContain("got -1");
  });
});

describe("Laplace's method", () => {
  it("is exact where there is nothing to integrate over", () => {
    const none = bayesianUpperLimit(countingModel(4, 2), { samples: 0 });
    expect(none.observed).toBe(bayesianUpperLimit(countingModel(4, 2)).observed);
  });
});
