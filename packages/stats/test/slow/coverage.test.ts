import { describe, expect, it } from "vitest";
import {
  bayesianUpperLimit,
  constrain,
  countingUpperLimit,
  exponential,
  feldmanCousins,
  fit,
  gaussian,
  hypothesisTest,
  parameter,
  rolkeInterval,
  simultaneous,
  sum,
  toys,
  unbinned,
  upperLimit,
  type Likelihood,
} from "../../src/index.js";
import { efficiencyInterval, random, type RandomStream } from "@belladonna/numerics";
import { poissonModel } from "../poisson-model.js";

/** How often each level's statement holds in `n` experiments, and the binomial error of that. */
function frequency(n: number, holds: (random: RandomStream) => boolean): number {
  let k = 0;
  for (let i = 0; i < n; i++) if (holds(random(77).stream(i))) k++;
  return k / n;
}
const error = (p: number, n: number): number => Math.sqrt((p * (1 - p)) / n);
// Four binomial deviations on either side: one false alarm in 16 000 checks.
const SIGMAS = 4;

/** Peak over an exponential, extended and unbinned. */
function peak(): { likelihood: Likelihood; truth: Float64Array } {
  const range = [0, 1] as const;
  const density = sum(
    [gaussian({ mean: 0.5, sigma: 0.05, range }), exponential({ lambda: parameter("slope", 1.5), range })],
    { yields: [parameter("s", 40), parameter("b", 400, { min: 0 })] },
  );
  const truth = Float64Array.from(density.parameters, (p) => p.start);
  return { likelihood: unbinned(density, density.sample(truth, 440, random(1)), { poi: "s" }), truth };
}

/** Signal and background templates of forty bins, both yields free, the background's constrained. */
function template(): { likelihood: Likelihood; truth: Float64Array } {
  const bins = Array.from({ length: 40 }, (_, i) => (i + 0.5) / 40);
  const shape = (f: (x: number) => number): number[] => {
    const values = bins.map(f);
    const total = values.reduce((a, b) => a + b);
    return values.map((v) => v / total);
  };
  const s = parameter("s", 60);
  const b = parameter("b", 800, { min: 0 });
  const counts = bins.map(() => 20);
  const templates = [shape((x) => Math.exp(-0.5 * ((x - 0.6) / 0.06) ** 2)), shape((x) => Math.exp(-2 * x))];
  const likelihood = simultaneous([poissonModel(counts, templates, [s, b]), constrain([b], [800], [40])], { poi: "s" });
  return { likelihood, truth: Float64Array.of(60, 800) };
}

/** Signal region and control region. */
function onOff(): { likelihood: Likelihood; truth: Float64Array } {
  const likelihood = poissonModel(
    [100, 200],
    [
      [1, 0],
      [1, 2],
    ],
    [parameter("s", 20), parameter("b", 80, { min: 0 })],
  );
  return { likelihood, truth: Float64Array.of(20, 80) };
}

describe.each([
  ["unbinned", peak, 1000],
  ["template", template, 1000],
  ["counting", onOff, 4000],
] as const)("%s pseudo-experiments", (_name, make, n) => {
  const { likelihood, truth } = make();
  const s = truth[likelihood.parameters.findIndex((p) => p.name === "s")];

  it("have pulls of zero mean and unit width", () => {
    const pulls: number[] = [];
    for (let k = 0; k < n; k++) {
      const result = fit(likelihood.sample(truth, random(5).stream(k)));
      expect(result.valid).toBe(true);
      pulls.push((result.parameters.s - s) / result.errors.s);
    }
    const mean = pulls.reduce((a, b) => a + b) / n;
    const width = Math.sqrt(pulls.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1));
    // Parabolic errors shrink with downward fluctuations: a bias of a few hundredths is genuine at these sizes.
    expect(Math.abs(mean)).toBeLessThan(SIGMAS / Math.sqrt(n) + 0.1);
    expect(Math.abs(width - 1)).toBeLessThan(SIGMAS / Math.sqrt(2 * n) + 0.03);
  });
  it.each([
    [0.6826894921370859, 1],
    [0.9, 2.705543454095404],
    [0.95, 3.841458820694124],
  ])("have the truth inside the profile interval of %d as often", (level, rise) => {
    const got = frequency(n, (r) => {
      const result = fit(likelihood.sample(truth, r));
      const { lower, upper } = result.minos("s", { rise });
      return result.parameters.s + lower <= s && s <= result.parameters.s + upper;
    });
    expect(Math.abs(got - level)).toBeLessThan(SIGMAS * error(level, n) + 0.005);
  });
  it.each([0.68, 0.9, 0.95])("have the truth below the one-sided profile limit of %d as often", (level) => {
    const got = frequency(n, (r) => {
      const limit = upperLimit(likelihood.sample(truth, r), { level, method: "profile", expected: false });
      return s <= limit.observed;
    });
    // Discrete counts and the asymptotic form leave a hundredth.
    expect(Math.abs(got - level)).toBeLessThan(SIGMAS * error(level, n) + 0.01);
  });
  it("have the truth below the CLs limit at least as often as said", () => {
    const got = frequency(n, (r) => {
      return s <= upperLimit(likelihood.sample(truth, r), { level: 0.9, expected: false }).observed;
    });
    expect(got).toBeGreaterThan(0.9 - SIGMAS * error(0.9, n));
  });
});

describe("expected limits", () => {
  it("are the quantiles of the limits of background-only experiments", () => {
    const { likelihood, truth } = template();
    const background = Float64Array.of(0, truth[1]);
    const { expected } = upperLimit(likelihood.asimov(background), { level: 0.9 });
    const n = 1500;
    const limits = Float64Array.from(
      { length: n },
      (_, k) =>
        upperLimit(likelihood.sample(background, random(6).stream(k)), { level: 0.9, expected: false }).observed,
    ).sort();
    [0.022750131948, 0.158655253931, 0.5, 0.841344746069, 0.977249868052].forEach((p, k) => {
      const below = limits.filter((x) => x <= expected[k]).length / n;
      expect(Math.abs(below - p)).toBeLessThan(SIGMAS * error(p, n) + 0.01);
    });
  });
});

describe("counting intervals", () => {
  const n = 20_000;
  it.each([0.68, 0.9, 0.95])("of Feldman and Cousins hold at least as often as %d", (level) => {
    for (const mu of [0.5, 2, 6]) {
      const known = new Map<number, { low: number; high: number }>();
      const got = frequency(n, (r) => {
        const k = r.poisson(mu + 3);
        let interval = known.get(k);
        if (interval === undefined) known.set(k, (interval = feldmanCousins(k, { background: 3, level })));
        return interval.low <= mu && mu <= interval.high;
      });
      expect(got).toBeGreaterThan(level - SIGMAS * error(level, n));
    }
  });
  it.each([0.68, 0.9, 0.95])("of the Bayesian upper limit hold at least as often as %d", (level) => {
    for (const mu of [0.5, 2, 6]) {
      const got = frequency(n, (r) => mu <= countingUpperLimit(r.poisson(mu + 3), { background: 3, level }));
      expect(got).toBeGreaterThan(level - SIGMAS * error(level, n));
    }
  });
  it.each([0.68, 0.9, 0.95])(
    "of the profile likelihood with measured background and efficiency hold about as often as %d",
    (level) => {
      const [s, b, tau, efficiency] = [40, 20, 3, 0.8];
      const got = frequency(4000, (r) => {
        const nOn = r.poisson(efficiency * s + b);
        const nOff = r.poisson(tau * b);
        const measured = efficiency + 0.05 * r.normal();
        const { low, high } = rolkeInterval({ nOn, nOff, tau, efficiency: measured, efficiencyError: 0.05, level });
        return low <= s && s <= high;
      });
      expect(Math.abs(got - level)).toBeLessThan(SIGMAS * error(level, 4000) + 0.01);
    },
  );
  it.each([0.68, 0.9, 0.95])("of an efficiency hold at least as often as %d", (level) => {
    for (const p of [0.05, 0.5, 0.93]) {
      const got = frequency(n, (r) => {
        let passed = 0;
        for (let i = 0; i < 30; i++) if (r.uniform() < p) passed++;
        const { low, high } = efficiencyInterval(passed, 30, { level });
        return low <= p && p <= high;
      });
      expect(got).toBeGreaterThan(level - SIGMAS * error(level, n));
    }
  });
});

describe("the Bayesian limit of an on-off measurement", () => {
  it("holds about as often as said, the background marginalised", () => {
    const { likelihood, truth } = onOff();
    const n = 400;
    const got = frequency(n, (r) => {
      const limit = bayesianUpperLimit(likelihood.sample(truth, r), { level: 0.9, samples: 256 });
      return truth[0] <= limit.observed;
    });
    // A flat prior with a boundary covers more than said, not less.
    expect(got).toBeGreaterThan(0.9 - SIGMAS * error(0.9, n));
    expect(got).toBeLessThan(0.97);
  });
});

describe("toys", () => {
  it("agree with the asymptotic p-values where counts are large", () => {
    const { likelihood, truth } = onOff();
    const data = likelihood.sample(truth, random(9));
    const a = hypothesisTest(data, 40);
    const t = hypothesisTest(data, 40, { calculator: toys({ toys: 10_000, seed: 3 }) });
    expect(Math.abs(t.clsb - a.clsb)).toBeLessThan(SIGMAS * error(a.clsb, 10_000) + 0.01);
    expect(Math.abs(t.clb - a.clb)).toBeLessThan(SIGMAS * error(a.clb, 10_000) + 0.01);
    expect(t.failedToys).toEqual([0, 0]);
  });
  it("are a thousand of two thousand events without a failure", () => {
    const { likelihood, truth } = peak();
    const ten = truth.map((x, i) => (likelihood.parameters[i].name === "slope" ? x : 4.5 * x));
    let bad = 0;
    for (let k = 0; k < 1000; k++) if (!fit(likelihood.sample(ten, random(2).stream(k))).valid) bad++;
    expect(bad).toBe(0);
  });
});
