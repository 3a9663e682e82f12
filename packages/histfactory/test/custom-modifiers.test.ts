import { describe, expect, it } from "vitest";
import { random } from "@belladonna/numerics";
import { fit, upperLimit } from "@belladonna/stats";
import {
  expectedYields,
  histFactory,
  kinematicModifier,
  prefitCovariance,
  pulls,
  reweightSample,
  saturatedGoodness,
} from "../src/index.js";
import type { CustomModifier, HistFactory, Workspace } from "../src/index.js";
import { everyModifier } from "./every-modifier.js";
import { generatedWorkspace, threeLeptons } from "./generated-workspace.js";

/** A tilt of the bins, $e^{s(b-1)}$, with a Gaussian constraint; `data` is how strong it is. */
const tilt: CustomModifier = {
  parameters: (name) => [{ name, start: 0, min: -3, max: 3, constraint: { centre: 0, sigma: 0.5 } }],
  factors: ({ data, nominal }) => ({
    value: ([s]) => nominal.map((_, b) => Math.exp(Number(data) * s * (b - 1))),
  }),
};

const withTilt = (): Workspace => {
  const copy = JSON.parse(JSON.stringify(everyModifier)) as Workspace;
  (copy.channels[0].samples[1].modifiers as object[]).push({ name: "slant", type: "tilt", data: 0.3 });
  (copy.channels[0].samples[2].modifiers as object[]).push({ name: "slant", type: "tilt", data: -0.1 });
  return copy;
};

/** Largest deviation of gradient and Hessian from differences, in units of the largest entry. */
function deviations(l: HistFactory, theta: Float64Array): [gradient: number, hessian: number] {
  const n = theta.length;
  const [g, h] = [l.gradient(theta), l.hessian(theta)];
  const size = Math.max(...h.map(Math.abs));
  let [a, b] = [0, 0];
  for (let i = 0; i < n; i++) {
    const at = (x: number): Float64Array => theta.map((t, k) => (k === i ? t + x : t));
    const step = 1e-4;
    a = Math.max(a, Math.abs((l.value(at(step)) - l.value(at(-step))) / (2 * step) - g[i]));
    const [up, down] = [l.gradient(at(step)).slice(), l.gradient(at(-step))];
    for (let k = 0; k < n; k++) b = Math.max(b, Math.abs((up[k] - down[k]) / (2 * step) - h[i * n + k]));
  }
  return [a / size, b / size];
}

describe("a modifier of the user's own", () => {
  const model = histFactory(withTilt(), { modifiers: { tilt } });

  it("is refused where nobody knows it, and named", () => {
    expect(() => histFactory(withTilt())).toThrow("modifiers[4].type: must be one of");
  });

  it("adds its parameter once, after the others", () => {
    const names = model.parameters.map((p) => p.name);
    expect(names).toEqual([...histFactory(everyModifier).parameters.map((p) => p.name), "slant"]);
    expect(model.parameterSets.at(-1)).toMatchObject({ name: "slant", constraint: "gaussian", scales: [0.5] });
    expect(model.poi).toBe("mu");
  });

  it("multiplies the bins, and leaves them at its start", () => {
    const theta = Float64Array.from(model.parameters, (p) => p.start);
    const plain = histFactory(everyModifier);
    expect([...model.expected(theta).slice(0, 5)]).toEqual([...plain.expected(theta.slice(0, -1)).slice(0, 5)]);
    theta[theta.length - 1] = 2;
    const [background] = model.sampleYields(theta, "signal region");
    [50, 40, 30].forEach((x, b) => {
      expect(background[b]).toBeCloseTo(x * Math.exp(0.6 * (b - 1)), 10);
    });
    expect(model.value(theta) - saturatedGoodness(model, { theta }).statistic).toBeCloseTo(
      model.value(theta.map((x, i) => (i === theta.length - 1 ? 0 : x))) -
        saturatedGoodness(model, { theta: theta.map((x, i) => (i === theta.length - 1 ? 0 : x)) }).statistic,
      8,
    );
  });

  it("has derivatives as good as its own", () => {
    const theta = Float64Array.from(model.parameters, (p, i) => p.start + 0.05 * Math.sin(i + 1));
    const [gradient, hessian] = deviations(model, theta);
    expect(gradient).toBeLessThan(1e-7);
    expect(hessian).toBeLessThan(1e-6);
  });

  it("is fitted, pulled, drawn and shown as any other", () => {
    // One factor and one shape of each bin too many for a unique minimum: hold the shape.
    const bound = histFactory(withTilt(), {
      modifiers: { tilt },
      parameters: Object.fromEntries([0, 1, 2].map((b) => [`free[${b}]`, { fixed: true }])),
    });
    const best = fit(bound);
    expect(best.valid, best.reason).toBe(true);
    const own = pulls(bound, best).find((p) => p.name === "slant");
    expect(own?.width).toBe(0.5);
    expect(own?.pull).toBeCloseTo(best.parameters["slant"] / 0.5, 10);
    expect(upperLimit(bound).valid).toBe(true);
    const start = Float64Array.from(bound.parameters, (p) => p.start);
    const drawn = bound.sample(start, random(1).stream(0));
    expect(drawn.data.length).toBe(bound.data.length);
    expect(drawn.data.at(-1)).not.toBe(0);
    const yields = expectedYields(bound, start, prefitCovariance(bound));
    expect(yields[1].samples[0].errors[0]).toBeGreaterThan(0);
    expect([...bound.withData(bound.data).data]).toEqual([...bound.data]);
    expect(bound.withData(bound.data.slice(0, 5)).data.at(-1)).toBe(0);
    expect(() => bound.withData([1])).toThrow("must have 5 or");
  });

  it("takes start, bounds and more from the measurement, and may be of interest", () => {
    const copy = withTilt();
    (copy.measurements[0].config.parameters as object[]).push({
      name: "slant",
      inits: [0.2],
      bounds: [[-1, 1]],
      fixed: true,
    });
    const configured = histFactory(copy, { modifiers: { tilt }, poi: "slant" });
    expect(configured.parameters.at(-1)).toEqual({ name: "slant", start: 0.2, min: -1, max: 1, fixed: true });
    expect(configured.poi).toBe("slant");
    const wrong: CustomModifier = { ...tilt, factors: () => ({ value: () => [1] }) };
    expect(() => histFactory(copy, { modifiers: { tilt: wrong } })).toThrow("must give 3 factors, one a bin, got 1");
    const taken: CustomModifier = { ...tilt, parameters: () => [{ name: "mu", start: 0, min: -1, max: 1 }] };
    expect(() => histFactory(withTilt(), { modifiers: { tilt: taken } })).toThrow('bring a parameter "mu"');
  });
});

const shape = { ...threeLeptons, channels: 5, bins: 6, samples: 6, oneSided: 0, mu: 1 };

/** As a published search for an invisible decay: 5 channels, 30 bins, 200 parameters. */
const published = generatedWorkspace(7, { ...shape, scales: 110, shapes: 56 });

/** The same with 44 parameters: a limit takes a second, not twenty. */
const smaller = generatedWorkspace(7, { ...shape, scales: 8, shapes: 2 });

/** Number density of the signal: each reconstructed bin sees the true bins around it. */
const TRUE_BINS = 8;
const densityOf = ({ channels }: Workspace): Record<string, number[][]> =>
  Object.fromEntries(
    channels.map((c, i) => [
      c.name,
      c.samples[0].data.map((x, b) => {
        const row = Array.from({ length: TRUE_BINS }, (_, z) => Math.exp(-0.5 * ((z - 1.4 * b - 0.1 * i) / 1.2) ** 2));
        const sum = row.reduce((s, y) => s + y, 0);
        return row.map((y) => (x * y) / sum);
      }),
    ]),
  );
const density = densityOf(published);

describe("kinematic reinterpretation", () => {
  const model = histFactory(published);
  it("is tried on a workspace of 200 parameters and 30 bins", () => {
    expect(model.parameters.length).toBe(200);
    expect(model.binCount).toBe(30);
  });

  it("changes nothing with weights of one, and the rate alone with equal ones", () => {
    const weighted = (workspace: Workspace, weight: number) =>
      histFactory(
        reweightSample(workspace, {
          sample: "signal",
          density: densityOf(workspace),
          weights: Array<number>(TRUE_BINS).fill(weight),
        }),
      );
    const start = Float64Array.from(model.parameters, (p) => p.start);
    const [one, before] = [weighted(published, 1).expected(start), model.expected(start)];
    for (let i = 0; i < before.length; i++) expect(Math.abs(one[i] - before[i])).toBeLessThanOrEqual(1e-12 * before[i]);
    const limit = (of: HistFactory) => upperLimit(of, { expected: false }).observed;
    expect(histFactory(smaller).parameters.length).toBe(44);
    const own = limit(histFactory(smaller));
    expect(Math.abs(limit(weighted(smaller, 1)) / own - 1)).toBeLessThan(1e-6);
    // The signal has its part in the statistical error that all samples of a bin share.
    expect(Math.abs(limit(weighted(smaller, 2)) / own - 0.5)).toBeLessThan(5e-3);
  });

  it("turns the template into that of a two-body decay: one true bin", () => {
    const weights = Array.from({ length: TRUE_BINS }, (_, z) => (z === 3 ? 5 : 0));
    const narrow = reweightSample(published, { sample: "signal", density, weights });
    published.channels.forEach((c, i) => {
      c.samples[0].data.forEach((_, b) => {
        expect(narrow.channels[i].samples[0].data[b]).toBeCloseTo(5 * density[c.name][b][3], 10);
      });
    });
    const limit = upperLimit(
      histFactory(reweightSample(smaller, { sample: "signal", density: densityOf(smaller), weights })),
      { expected: false },
    );
    expect(limit.valid, limit.reason).toBe(true);
    expect(limit.observed).toBeGreaterThan(0);
  });

  it("follows a model's parameters: a spectrum of two components is measured from the shape", () => {
    // Weights 1 - c + 2 c z / (Z - 1): c = 0 is the template's own spectrum.
    const kinematic = kinematicModifier({
      parameters: [{ name: "c", start: 0.1, min: 0, max: 1 }],
      weights: ([c]) => Array.from({ length: TRUE_BINS }, (_, z) => 1 - c + (2 * c * z) / (TRUE_BINS - 1)),
      slopes: () => Array.from({ length: TRUE_BINS }, (_, z) => -1 + (2 * z) / (TRUE_BINS - 1)),
    });
    const workspace = JSON.parse(JSON.stringify(published)) as Workspace;
    for (const c of workspace.channels) {
      (c.samples[0].modifiers as object[]).push({
        name: "spectrum",
        type: "kinematic",
        data: { density: density[c.name] },
      });
    }
    const own = histFactory(workspace, { modifiers: { kinematic } });
    expect(own.parameters.length).toBe(201);
    const theta = Float64Array.from(own.parameters, (p) => p.start);
    const c = own.parameters.findIndex((p) => p.name === "c");
    const mu = own.parameters.findIndex((p) => p.name === "mu");
    theta[mu] = 5;
    theta[c] = 0.4;
    // The same rates as those of the sample that is reweighted by hand.
    const weights = Array.from({ length: TRUE_BINS }, (_, z) => 0.6 + (0.8 * z) / (TRUE_BINS - 1));
    const hand = histFactory(reweightSample(published, { sample: "signal", density, weights }));
    const there = Float64Array.from(hand.parameters, (p) => (p.name === "mu" ? 5 : p.start));
    const [a, b] = [own.expected(theta), hand.expected(there)];
    for (let i = 0; i < 30; i++) expect(Math.abs(a[i] / b[i] - 1)).toBeLessThan(1e-12);
    const best = fit(own.asimov(theta));
    expect(best.valid, best.reason).toBe(true);
    expect(best.parameters["c"]).toBeCloseTo(0.4, 4);
    expect(best.errors["c"]).toBeGreaterThan(0);
  });

  it("refuses densities and weights that do not fit", () => {
    const weights = Array<number>(TRUE_BINS).fill(1);
    const reweight = (more: object) => () => reweightSample(published, { sample: "signal", density, weights, ...more });
    expect(reweight({ sample: "ghost" })).toThrow('sample must be in the workspace, got "ghost"');
    expect(reweight({ weights: [1, 2] })).toThrow("need 8 weights, one a true bin, got 2");
    expect(reweight({ weights: weights.map(() => -1) })).toThrow("weights[0] must be finite and >= 0");
    expect(reweight({ density: {} })).toThrow("density must have 6 rows, one a reconstructed bin, got nothing");
    const bad = { ...density, region_0: density["region_0"].map((r, b) => (b === 2 ? [1] : r)) };
    expect(reweight({ density: bad })).toThrow("row 2 of density must be 8 finite numbers >= 0");
  });
});
