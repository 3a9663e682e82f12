// Pulls and coverage of fits to pseudo-data. Bounds are 4 standard deviations of the number of toys, plus the bias of
// relative order 1/sqrt(events) that a maximum-likelihood estimate may have.
import { describe, expect, it } from "vitest";
import { binned, counting, exponential, fit, gaussian, parameter, sum, templates, unbinned } from "../../src/index.js";
import { random } from "@belladonna/numerics";
import type { Likelihood } from "../../src/index.js";

const range = [0, 1] as const;
const truth = Float64Array.of(600, 1400, 0.5, 0.08, 1.5);
const model = sum(
  [
    gaussian({
      mean: parameter("mu", 0.5, { min: 0, max: 1 }),
      sigma: parameter("sigma", 0.08, { min: 0.01, max: 0.5 }),
      range,
    }),
    exponential({ lambda: parameter("lambda", 1.5, { min: -5, max: 10 }), range }),
  ],
  { yields: [parameter("ns", 600, { min: 0 }), parameter("nb", 1400, { min: 0 })] },
);
const first = random(20);
const seed = model.sample(truth, 2000, first);
const edges = Array.from({ length: 41 }, (_, i) => i / 40);
const flat = { templates: [exponential({ lambda: 1, range }), gaussian({ mean: 0.5, sigma: 0.1, range })] };
const expected = (k: number, total: number): number[] =>
  edges.slice(1).map((e, b) => total * flat.templates[k].integral(new Float64Array(0), edges[b], e));

interface Case {
  readonly toys: number;
  readonly draw: (k: number) => { likelihood: Likelihood; at: Float64Array };
}

const cases: Record<string, Case> = {
  unbinned: {
    toys: 800,
    draw: (k) => ({ likelihood: unbinned(model, seed).sample(truth, random(21).stream(k)), at: truth }),
  },
  binned: {
    toys: 800,
    draw: (k) => ({
      likelihood: binned(model, new Float64Array(40).fill(50), edges).sample(truth, random(22).stream(k)),
      at: truth,
    }),
  },
  "templates of finite statistics": {
    toys: 2000,
    draw(k) {
      const stream = random(23).stream(k);
      const poisson = (mu: number): number => stream.poisson(mu);
      const shapes = [expected(0, 6000).map(poisson), expected(1, 4000).map(poisson)];
      const other = expected(1, 1000);
      const data = expected(0, 3000).map((m, b) => poisson(m + other[b]));
      const total = shapes.map((counts) => counts.reduce((x, y) => x + y, 0));
      const likelihood = templates(
        data,
        shapes.map((counts, j) => ({ counts, yield: parameter(`y${j}`, j === 0 ? 3000 : 1000, { min: 0 }) })),
      );
      // The variance of a template includes that of its total: what is measured is data per simulated event.
      return { likelihood, at: Float64Array.of((3000 * total[0]) / 6000, (1000 * total[1]) / 4000) };
    },
  },
  "counting with a control region": {
    toys: 4000,
    draw: (k) => ({
      likelihood: counting({
        observed: 140,
        background: 100,
        strength: parameter("mu", 40),
        knowledge: { kind: "control", observed: 200, tau: 2 },
      }).sample(Float64Array.of(40, 100), random(24).stream(k)),
      at: Float64Array.of(40, 100),
    }),
  },
};

describe.each(Object.entries(cases))("fits of pseudo-data, %s", (_name, { toys, draw }) => {
  it("have pulls of zero mean and unit width, and intervals that cover as they say", { timeout: 600_000 }, () => {
    const n = draw(0).at.length;
    const mean = new Float64Array(n);
    const square = new Float64Array(n);
    let covered = 0;
    for (let k = 0; k < toys; k++) {
      const { likelihood, at } = draw(k);
      const result = fit(likelihood, { start: at });
      expect(result.reason).toBe("");
      likelihood.parameters.forEach(({ name }, j) => {
        const pull = (result.theta[j] - at[j]) / result.errors[name];
        mean[j] += pull / toys;
        square[j] += (pull * pull) / toys;
      });
      const { lower, upper } = result.minos(likelihood.parameters[0].name);
      const off = at[0] - result.theta[0];
      if (off >= lower && off <= upper) covered++;
    }
    for (let j = 0; j < n; j++) {
      const width = Math.sqrt(square[j] - mean[j] * mean[j]);
      expect(Math.abs(mean[j])).toBeLessThan(4 / Math.sqrt(toys) + 0.05);
      expect(Math.abs(width - 1)).toBeLessThan(4 / Math.sqrt(2 * toys) + 0.02);
    }
    const p = 0.6827;
    expect(Math.abs(covered / toys - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / toys) + 0.005);
  });
});
