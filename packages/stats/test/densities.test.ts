import { describe, expect, it } from "vitest";
import { random } from "@belladonna/numerics";
import { cases } from "./density-cases.js";
import { adaptive } from "./quadrature.js";

const STEP = 1e-5;

describe.each(Object.entries(cases))("density %s", (_name, density) => {
  const { parameters, range } = density;
  const n = parameters.length;
  const theta = Float64Array.from(parameters, (p) => p.start);
  const total = density.expectedEvents?.(theta) ?? 1;
  const size = 101;
  const x = Float64Array.from({ length: size }, (_, i) => range[0] + ((range[1] - range[0]) * (i + 0.37)) / size);
  const values = new Float64Array(size);
  const derivatives = parameters.map(() => new Float64Array(size));
  const at = (t: Float64Array): Float64Array => {
    const out = new Float64Array(size);
    density.evaluate(t, x, size, out);
    return out;
  };
  const moved = (j: number, h: number): Float64Array => theta.map((v, i) => (i === j ? v + h : v));
  const value = (t: number): number => {
    const out = new Float64Array(1);
    density.evaluate(theta, Float64Array.of(t), 1, out);
    return out[0];
  };
  density.evaluate(theta, x, size, values, derivatives);
  const peak = Math.max(...values);

  it("is normalised, and its integral is that of its values", () => {
    const [a, b] = [range[0] + 0.31 * (range[1] - range[0]), range[0] + 0.77 * (range[1] - range[0])];
    expect(Math.abs(density.integral(theta, ...range) / total - 1)).toBeLessThan(1e-12);
    expect(Math.abs(adaptive(value, ...range) / total - 1)).toBeLessThan(1e-9);
    expect(Math.abs(adaptive(value, a, b) - density.integral(theta, a, b)) / total).toBeLessThan(1e-9);
  });

  it("has the same values with and without derivatives", () => {
    expect([...at(theta)]).toEqual([...values]);
  });

  it("takes any number of points", () => {
    const many = Float64Array.from({ length: 1300 }, (_, i) => x[i % size]);
    const out = new Float64Array(1300);
    const columns = parameters.map(() => new Float64Array(1300));
    density.evaluate(theta, many, 1300, out, columns);
    expect([...out]).toEqual([...many.keys()].map((i) => values[i % size]));
    columns.forEach((c, j) => {
      expect([...c]).toEqual([...many.keys()].map((i) => derivatives[j][i % size]));
    });
  });

  it("has exact derivatives", () => {
    for (let j = 0; j < n; j++) {
      const above = at(moved(j, STEP));
      const below = at(moved(j, -STEP));
      const largest = Math.max(peak, ...derivatives[j].map(Math.abs));
      for (let i = 0; i < size; i++) {
        expect(Math.abs((above[i] - below[i]) / (2 * STEP) - derivatives[j][i]) / largest).toBeLessThan(1e-6);
      }
    }
  });

  it("has exact second derivatives", () => {
    const weights = x.map((t) => 1 + Math.sin(3 * t));
    const curvature = new Float64Array(n * n);
    density.evaluate(theta, x, size, values, derivatives);
    density.curvature(theta, x, size, weights, values, derivatives, curvature);
    const slopes = (t: Float64Array): number[] => {
      const columns = parameters.map(() => new Float64Array(size));
      density.evaluate(t, x, size, new Float64Array(size), columns);
      return columns.map((c) => c.reduce((s, d, i) => s + weights[i] * d, 0));
    };
    const largest = Math.max(peak * size, ...curvature.map(Math.abs));
    for (let j = 0; j < n; j++) {
      const above = slopes(moved(j, STEP));
      const below = slopes(moved(j, -STEP));
      for (let k = 0; k < n; k++) {
        expect(Math.abs((above[k] - below[k]) / (2 * STEP) - curvature[j * n + k]) / largest).toBeLessThan(1e-6);
      }
    }
  });

  it("has exact derivatives of its integral and of its expected events", () => {
    const [a, b] = [range[0] + 0.2 * (range[1] - range[0]), range[0] + 0.6 * (range[1] - range[0])];
    const gradient = new Float64Array(n);
    density.integral(theta, a, b, gradient);
    const events = new Float64Array(n);
    density.expectedEvents?.(theta, events);
    for (let j = 0; j < n; j++) {
      const t = [moved(j, STEP), moved(j, -STEP)];
      const d = (density.integral(t[0], a, b) - density.integral(t[1], a, b)) / (2 * STEP);
      expect(Math.abs(d - gradient[j]) / total).toBeLessThan(1e-7);
      if (density.expectedEvents === undefined) continue;
      const e = (density.expectedEvents(t[0]) - density.expectedEvents(t[1])) / (2 * STEP);
      expect(e).toBeCloseTo(events[j], 6);
    }
  });

  it("draws what it says: the largest distance of the distribution functions is below its 1e-4 quantile", () => {
    const draws = density.sample(theta, 4000, random(11)).sort();
    let distance = 0;
    draws.forEach((t, i) => {
      const cdf = density.integral(theta, range[0], t) / total;
      distance = Math.max(distance, Math.abs(cdf - i / draws.length), Math.abs(cdf - (i + 1) / draws.length));
    });
    expect(draws[0]).toBeGreaterThanOrEqual(range[0]);
    expect(draws[draws.length - 1]).toBeLessThanOrEqual(range[1]);
    // Kolmogorov: P(D > 2.23 / sqrt(n)) = 1e-4.
    expect(distance * Math.sqrt(draws.length)).toBeLessThan(2.23);
  });
});
