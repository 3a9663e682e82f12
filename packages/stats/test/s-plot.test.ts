/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { erf, random } from "@belladonna/numerics";
import { sWeights } from "../src/index.js";
import text from "./data/splot-1000.json?raw";
import { generate, type Recipe } from "./datagen.js";

interface Reference {
  fit: { ns: number; nb: number; mu: number; sigma: number; lambda: number };
  recipe: Recipe;
  V: number[][];
  first20_ws: number[];
  sum_ws: number;
  sum_wb: number;
  sum_ws2: number;
  mean_x_weighted_s: number;
}
const want = JSON.parse(text) as Reference;
const sum = (x: Float64Array): number => x.reduce((a, b) => a + b, 0);

describe("sWeights", () => {
  const x = [...generate(want.recipe)];
  const { ns, nb, mu, sigma, lambda } = want.fit;
  const phi = (t: number): number => 0.5 * (1 + erf((t - mu) / (sigma * Math.SQRT2)));
  const area = sigma * Math.sqrt(2 * Math.PI) * (phi(1) - phi(0));
  const signal = x.map((t) => Math.exp(-0.5 * ((t - mu) / sigma) ** 2) / area);
  const background = x.map((t) => (lambda * Math.exp(-lambda * t)) / -Math.expm1(-lambda));
  const { weights, covariance } = sWeights([signal, background], [ns, nb]);
  const close = (got: number, reference: number): void => {
    expect(Math.abs(got / reference - 1)).toBeLessThan(1e-9);
  };

  it("has the reference's weights and covariance", () => {
    want.first20_ws.forEach((w, i) => {
      expect(Math.abs(weights[0][i] - w)).toBeLessThan(1e-9);
    });
    want.V.flat().forEach((v, i) => {
      close(covariance[i], v);
    });
    close(sum(weights[0].map((w) => w * w)), want.sum_ws2);
    close(sum(weights[0].map((w, i) => w * x[i])) / sum(weights[0]), want.mean_x_weighted_s);
  });
  it("sums to the yields over events, and to one over components", () => {
    close(sum(weights[0]), want.sum_ws);
    close(sum(weights[1]), want.sum_wb);
    // Exact at the maximum of the likelihood; the fit is good to 1e-6 of an error.
    expect(Math.abs(sum(weights[0]) - ns)).toBeLessThan(1e-4);
    weights[0].forEach((w, i) => {
      expect(Math.abs(w + weights[1][i] - 1)).toBeLessThan(1e-6);
    });
  });
  it("recovers the mean of a control variable of the signal", () => {
    // Signal at y = 5, background at y = 0, both of unit width, independent of x.
    const stream = random(8);
    const y = x.map((_, i) => (i < 300 ? 5 : 0) + stream.normal());
    const mean = sum(weights[0].map((w, i) => w * y[i])) / sum(weights[0]);
    expect(Math.abs(mean - 5)).toBeLessThan(0.5);
  });
  it("refuses what cannot be unfolded", () => {
    expect(() =>
      sWeights(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 1],
      ),
    ).toThrow("cannot be told apart");
    expect(() =>
      sWeights(
        [
          [1, 0],
          [1, 0],
        ],
        [1, 1],
      ),
    ).toThrow("got 0 at event 1");
    expect(() => sWeights([[1]], [1, 1])).toThrow("got 2 yields for 1");
  });
});
