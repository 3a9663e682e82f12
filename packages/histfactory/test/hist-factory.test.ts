import { describe, expect, it } from "vitest";
import { histFactory } from "../src/index.js";
import { random } from "@belladonna/numerics";
import { cases, caseNamed, likelihoodOf, relative } from "./cases.js";
import { everyModifier } from "./every-modifier.js";

const moved = (theta: Float64Array, i: number, x: number): Float64Array => {
  const copy = theta.slice();
  copy[i] = x;
  return copy;
};

describe.each(cases.map((c) => [c.name, c] as const))("%s", (_, c) => {
  const likelihood = likelihoodOf(c);

  it("has pyhf's parameters in pyhf's order, with their start values and bounds", () => {
    expect(likelihood.parameters.map((p) => p.name)).toEqual(c.config.par_names);
    expect(likelihood.parameters.map((p) => p.start)).toEqual(c.config.suggested_init);
    expect(likelihood.parameters.map((p) => [p.min, p.max])).toEqual(c.config.suggested_bounds);
    expect(likelihood.parameters.map((p) => p.fixed === true)).toEqual(c.config.suggested_fixed);
    expect(likelihood.poi).toBe(c.config.poi_name);
  });

  it("has pyhf's data, auxiliary data after them", () => {
    expect(likelihood.data.length).toBe(c.config.data.length);
    c.config.data.forEach((x, i) => {
      expect(relative(likelihood.data[i], x)).toBeLessThan(1e-14);
    });
    expect(likelihood.channels.map((x) => x.name)).toEqual(c.config.channels);
  });

  it("has the reference's expected data at every point to 1e-12", () => {
    for (const { pars, expected_data } of c.points) {
      const found = likelihood.expected(Float64Array.from(pars));
      expected_data.forEach((x, i) => {
        expect(Math.abs(found[i] - x)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(x), 1));
      });
    }
  });

  it("has the reference's -2 ln L at every point to 1e-10", () => {
    for (const { pars, twice_nll_gold } of c.points) {
      const value = likelihood.value(Float64Array.from(pars));
      // The reference writes null where a rate is negative.
      if (twice_nll_gold === null) expect(value).toBe(Number.POSITIVE_INFINITY);
      else expect(relative(value, twice_nll_gold)).toBeLessThan(1e-10);
    }
  });

  it("has the reference's gradient at every point to 1e-10 of its largest term", () => {
    for (const { pars, gradient_gold } of c.points) {
      const found = likelihood.gradient(Float64Array.from(pars));
      gradient_gold?.forEach((x, i) => {
        expect(Math.abs(found[i] - x)).toBeLessThanOrEqual(1e-10 * Math.max(Math.abs(x), 1));
      });
    }
  });
});

const interpolations = [
  ["code1", "code0"],
  ["code4", "code2"],
  ["code4", "code4p"],
] as const;

describe.each(interpolations)("all modifiers on one sample, with %s and %s", (normsys, histosys) => {
  const likelihood = histFactory(everyModifier, { interpolation: { normsys, histosys } });
  const n = likelihood.parameters.length;
  const point = (seed: number): Float64Array => {
    const stream = random(7).stream(seed);
    // Gaussian shifts beyond one deviation too, factors per bin near one.
    return Float64Array.from(likelihood.parameters, ({ start }) =>
      start === 0 ? 1.7 * stream.normal() : start * (0.7 + 0.6 * stream.uniform()),
    );
  };

  it("has the gradient that central differences of the value give", () => {
    for (let seed = 0; seed < 20; seed++) {
      const theta = point(seed);
      const gradient = likelihood.gradient(theta).slice();
      for (let i = 0; i < n; i++) {
        const h = 1e-5;
        const at = (x: number): number => likelihood.value(moved(theta, i, x));
        const slope =
          (8 * (at(theta[i] + h) - at(theta[i] - h)) - at(theta[i] + 2 * h) + at(theta[i] - 2 * h)) / (12 * h);
        expect(Math.abs(gradient[i] - slope)).toBeLessThan(2e-6 * Math.max(1, Math.abs(slope)));
      }
    }
  });

  it.each([
    ["", () => 1],
    [" where a factor is zero", (name: string) => (name === "mu" ? 0 : 1)],
    [" where two factors of a sample are zero", (name: string) => (name === "mu" || name === "lumi" ? 0 : 1)],
    [" where two factors of a bin are zero", (name: string) => (/^(stat|free)\[1\]$/.test(name) ? 0 : 1)],
  ])("has the Hessian that central differences of the gradient give%s", (_, scale) => {
    for (let seed = 0; seed < 10; seed++) {
      const theta = point(seed);
      likelihood.parameters.forEach(({ name }, i) => (theta[i] *= scale(name)));
      const hessian = likelihood.hessian(theta).slice();
      for (let i = 0; i < n; i++) {
        const h = 1e-4;
        const at = (x: number): Float64Array => likelihood.gradient(moved(theta, i, x)).slice();
        const [a, b, c, d] = [at(theta[i] - 2 * h), at(theta[i] - h), at(theta[i] + h), at(theta[i] + 2 * h)];
        for (let j = 0; j < n; j++) {
          const slope = (8 * (c[j] - b[j]) - d[j] + a[j]) / (12 * h);
          expect(hessian[i * n + j]).toBe(hessian[j * n + i]);
          expect(Math.abs(hessian[i * n + j] - slope)).toBeLessThan(1e-6 * Math.max(10, Math.abs(slope)));
        }
      }
    }
  });

  it("has the Jacobian of the rates that central differences of them give", () => {
    const theta = point(3);
    const jacobian = likelihood.rateJacobian(theta);
    for (let i = 0; i < n; i++) {
      const h = 1e-5;
      const up = likelihood.expected(moved(theta, i, theta[i] + h));
      const down = likelihood.expected(moved(theta, i, theta[i] - h));
      for (let b = 0; b < likelihood.binCount; b++) {
        expect(Math.abs(jacobian[b * n + i] - (up[b] - down[b]) / (2 * h))).toBeLessThan(1e-6);
      }
    }
  });
});

describe("histFactory", () => {
  it("gives the yields of samples that sum to the expected data", () => {
    const likelihood = histFactory(everyModifier);
    const theta = Float64Array.from(likelihood.parameters, (p) => p.start + 0.1);
    const expected = likelihood.expected(theta);
    for (const { name, offset, bins, samples } of likelihood.channels) {
      const yields = likelihood.sampleYields(theta, name);
      expect(yields.length).toBe(samples.length);
      for (let b = 0; b < bins; b++) {
        expect(yields.reduce((sum, y) => sum + y[b], 0)).toBeCloseTo(expected[offset + b], 10);
      }
    }
  });

  it("has its minimum over the data at the Asimov set: deviance zero, gradient zero", () => {
    const likelihood = likelihoodOf(caseNamed("belle_20bin"));
    const theta = Float64Array.from(likelihood.parameters, (p) => p.start * 1.1);
    const asimov = likelihood.asimov(theta);
    expect([...asimov.data]).toEqual([...likelihood.expected(theta)]);
    expect(Math.max(...asimov.gradient(theta).map(Math.abs))).toBeLessThan(1e-9);
  });

  it("keeps two data sets of one model apart when they are evaluated in turn", () => {
    const c = caseNamed("uncorr_2bin_readme");
    const observed = likelihoodOf(c);
    const theta = Float64Array.from([0.5, 1.1, 0.9]);
    const asimov = observed.asimov(theta);
    const alone = likelihoodOf(c).value(theta);
    const before = asimov.value(theta);
    expect(observed.value(theta)).toBe(alone);
    expect(asimov.value(theta)).toBe(before);
    expect(observed.value(moved(theta, 0, 0))).not.toBe(alone);
    expect(observed.value(theta)).toBe(alone);
  });

  it("draws pseudo-data with the expected mean and variance, auxiliary measurements included", () => {
    const likelihood = histFactory(everyModifier);
    const theta = Float64Array.from(likelihood.parameters, (p) => p.start);
    const mean = likelihood.expected(theta);
    const toys = 4000;
    const sum = new Float64Array(mean.length);
    const squares = new Float64Array(mean.length);
    for (let k = 0; k < toys; k++) {
      likelihood.sample(theta, random(11).stream(k)).data.forEach((x, i) => {
        sum[i] += x - mean[i];
        squares[i] += (x - mean[i]) ** 2;
      });
    }
    for (let i = 0; i < mean.length; i++) {
      const variance = squares[i] / toys;
      // 4.5 standard errors of the mean: a false alarm in 1e-5 for each of the 20 numbers.
      expect(Math.abs(sum[i] / toys)).toBeLessThan(4.5 * Math.sqrt(variance / toys));
      if (i < likelihood.binCount) expect(Math.abs(variance / mean[i] - 1)).toBeLessThan(0.15);
    }
  });

  it("takes main data alone or with auxiliary data, and nothing else", () => {
    const likelihood = likelihoodOf(caseNamed("uncorr_2bin_readme"));
    const all = likelihood.withData([60, 61]);
    expect([...all.data.slice(2)]).toEqual([...likelihood.data.slice(2)]);
    expect(likelihood.withData([...all.data]).value(all.data.slice(0, 3).fill(1))).toBe(
      all.value(all.data.slice(0, 3).fill(1)),
    );
    expect(() => likelihood.withData([60])).toThrow(RangeError);
    expect(() => likelihood.withData([60, -1])).toThrow(RangeError);
    expect(() => likelihood.expected(new Float64Array(2))).toThrow(RangeError);
  });

  it("chooses a measurement by name", () => {
    const two = {
      ...everyModifier,
      measurements: [
        ...everyModifier.measurements,
        { name: "other", config: { ...everyModifier.measurements[0].config, poi: "" } },
      ],
    };
    expect(histFactory(two).poi).toBe("mu");
    expect(histFactory(two, { measurement: "other" }).poi).toBeUndefined();
    expect(() => histFactory(two, { measurement: "third" })).toThrow('has no entry "third"');
  });
});
