import { describe, expect, it } from "vitest";
import { bernstein, binned, doubleCrystalBall, fit, parameter, sum, superposition, upperLimit } from "../src/index.js";
import { random } from "@belladonna/numerics";

const range = [0, 10] as const;
const edges = Array.from({ length: 61 }, (_, i) => i / 6);
const peak = doubleCrystalBall({ mean: 5, sigma: 0.4, alphaLow: 1.5, nLow: 3, alphaHigh: 2, nHigh: 5, range });
const signal = parameter("signal", 0, { min: 0 });
const none = new Float64Array();
const tableOf = (density: { integral: typeof peak.integral }): number[] =>
  edges.slice(1).map((high, b) => density.integral(none, edges[b], high));
const basis = [0, 1, 2].map((k) => bernstein({ coefficients: [0, 1, 2].map((j) => (j === k ? 1 : 0)), range }));
const yields = [300, 200, 60].map((start, k) => parameter(`b${k}`, start, { min: 0 }));
const truth = Float64Array.of(25, 300, 200, 60);

const components = [
  { shape: tableOf(peak), yield: signal },
  ...basis.map((density, k) => ({ shape: tableOf(density), yield: yields[k] })),
];
const expected = superposition(new Float64Array(60), components).expected(truth);
// A wiggle of one standard deviation on top of the expectation.
const counts = expected.map((mu, b) => Math.round(mu + Math.sqrt(mu) * Math.sin(7 * b)));
const model = superposition(counts, components, { poi: "signal" });

describe("superposition", () => {
  it("fits and limits as the binned likelihood of the same densities", () => {
    const density = sum([peak, ...basis], { yields: [signal, ...yields] });
    const slow = binned(density, counts, edges, { poi: "signal" });
    const theta = Float64Array.of(11, 250, 180, 90);
    expect(model.value(theta) / slow.value(theta)).toBeCloseTo(1, 12);
    const [a, b] = [fit(model), fit(slow)];
    expect(a.minimum.valid && b.minimum.valid).toBe(true);
    // Both stop at a distance to the minimum of 1e-6 or less in the deviance: a thousandth of an error.
    for (const { name } of model.parameters) {
      expect(Math.abs(a.parameters[name] - b.parameters[name])).toBeLessThan(2e-3 * b.errors[name]);
      expect(a.errors[name] / b.errors[name]).toBeCloseTo(1, 3);
    }
    expect(upperLimit(model).observed / upperLimit(slow).observed).toBeCloseTo(1, 4);
  });

  it("has the gradient and the Hessian of its value", () => {
    const theta = Float64Array.of(11, 250, 180, 90);
    const gradient = model.gradient(theta);
    const hessian = model.hessian?.(theta) ?? new Float64Array(16);
    for (let j = 0; j < 4; j++) {
      const step = 1e-4 * theta[j];
      const [up, down] = [theta.slice(), theta.slice()];
      up[j] += step;
      down[j] -= step;
      // Central differences: truncation of relative order step², cancellation 1e-10.
      expect((model.value(up) - model.value(down)) / (2 * step) - gradient[j]).toBeCloseTo(0, 6);
      const [high, low] = [model.gradient(up), model.gradient(down)];
      for (let k = 0; k < 4; k++) {
        expect((high[k] - low[k]) / (2 * step) / hessian[4 * j + k]).toBeCloseTo(1, 5);
      }
    }
  });

  it("is minimised where the fit starts at the truth of Asimov data, and nothing but rounding is left", () => {
    const flat = [0, 1, 2].map((k) => ({ shape: tableOf(basis[k]), yield: parameter(`b${k}`, 45.135, { min: 0 }) }));
    for (const size of [1e-6, 0.37, 1, 297, 1e6]) {
      const at = Float64Array.of(0, size, size, size);
      const asimov = superposition(counts, [components[0], ...flat], { poi: "signal" }).asimov(at);
      for (const mu of [0, 1e-15 * size, 1e-9 * size]) {
        const { minimum } = fit(asimov, { fix: { signal: mu }, start: at });
        expect(minimum).toMatchObject({ valid: true, reason: "" });
        expect(minimum.theta[1] / size).toBeCloseTo(1, 6);
      }
    }
  });

  it("is at its minimum, 0, at the truth of Asimov data, and Poisson in pseudo-data", () => {
    const asimov = model.asimov(truth);
    expect(asimov.value(truth)).toBeCloseTo(0, 12);
    const [root, n] = [random(11), 400];
    let [sum, squares] = [0, 0];
    for (let i = 0; i < n; i++) {
      // The deviance of 60 bins at the truth: mean 60 and variance 120 up to corrections of order 1/mu.
      const q = model.sample(truth, root.stream(i)).value(truth);
      sum += q;
      squares += q * q;
    }
    const mean = sum / n;
    expect(Math.abs(mean - 60)).toBeLessThan(5);
    expect(squares / n - mean * mean).toBeGreaterThan(80);
    expect(squares / n - mean * mean).toBeLessThan(170);
  });

  it("adds components of one parameter, and an empty bin costs its expectation", () => {
    const shared = superposition(
      [0, 2],
      [
        { shape: [1, 0], yield: signal },
        { shape: [0, 1], yield: signal },
      ],
    );
    expect(shared.parameters.length).toBe(1);
    expect(shared.value(Float64Array.of(2))).toBeCloseTo(4, 12);
    expect(shared.value(Float64Array.of(0))).toBe(Infinity);
  });

  it("refuses what is not a table of counts", () => {
    expect(() => superposition([1, -1], components)).toThrow(
      "superposition: counts must be finite and >= 0, got -1 in bin 1",
    );
    expect(() => superposition([1], [{ shape: [1, 2], yield: signal }])).toThrow("shape 0 must have 1 bins, got 2");
    expect(() => superposition([1], [{ shape: [Number.NaN], yield: signal }])).toThrow("shape 0 must be finite");
  });
});
