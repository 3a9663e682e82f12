import { describe, expect, it } from "vitest";
import {
  constrain,
  counting,
  fit,
  gaussian,
  hypothesisTest,
  parameter,
  random,
  significance,
  unbinned,
  upperLimit,
  withParameters,
} from "../src/index.js";

const measured = constrain([parameter("mu", 1, { min: 0 })], [3], [0.5]);

describe("withParameters", () => {
  it("moves starts, bounds and what is fixed, and leaves the likelihood it was given", () => {
    expect(fit(withParameters(measured, { mu: { max: 2 } })).parameters.mu).toBe(2);
    expect(fit(withParameters(measured, { mu: { start: 7, fixed: true } })).parameters.mu).toBe(7);
    expect(withParameters(measured, { mu: { min: 2, max: 5 } }).parameters[0]).toMatchObject({ start: 2, min: 2 });
    const held = withParameters(measured, { mu: { fixed: true } });
    expect(fit(withParameters(held, { mu: { fixed: false } })).parameters.mu).toBeCloseTo(3, 9);
    expect(fit(measured).parameters.mu).toBeCloseTo(3, 9);
  });

  it("holds for pseudo-data and Asimov data, of any kind of likelihood", () => {
    const changes = { mu: { max: 2 } };
    const changed = withParameters(measured, changes);
    expect(changed.sample(Float64Array.of(6), random(1).stream(0)).parameters[0].max).toBe(2);
    expect(fit(changed.asimov(Float64Array.of(6))).parameters.mu).toBe(2);
    const m = parameter("m", 0.5, { min: -1, max: 2 });
    const events = unbinned(
      gaussian({ mean: m, sigma: parameter("s", 1, { min: 0.1 }), range: [-5, 5] }),
      [0.1, 0.7, -0.3, 1.4],
    );
    expect(fit(events, { bounds: { m: [0.6, 2] } }).atBound).toEqual(["m"]);
    expect(fit(events).atBound).toEqual([]);
  });

  it("refuses unknown names, absurd bounds and unknown fields", () => {
    expect(() => withParameters(measured, { nu: { max: 2 } })).toThrow("has no parameter nu");
    expect(() => withParameters(measured, { mu: { min: 2, max: 1 } })).toThrow("needs min < max");
    expect(() => withParameters(measured, { mu: { start: Number.NaN } })).toThrow("start of mu must be finite");
    expect(() => withParameters(measured, { mu: { low: 2 } as object })).toThrow('got "low"');
    expect(() => fit(measured, { bounds: { mu: [1] as unknown as [number, number] } })).toThrow("bounds of mu");
    expect(() => upperLimit(measured, { bounds: { nu: [0, 1] } })).toThrow(
      "upperLimit: the likelihood has no parameter nu",
    );
  });
});

describe("bounds at the call", () => {
  const deficit = counting({ observed: 5, background: 10, knowledge: { kind: "normal", sigma: 1 } });
  it("let the signal be negative where the likelihood does not", () => {
    const own = deficit.poi ?? "";
    expect(significance(deficit).signedZ).toBeCloseTo(0, 6);
    expect(significance(deficit, { bounds: { [own]: [-10, 100] } }).signedZ).toBeLessThan(-1);
    expect(fit(deficit, { bounds: { [own]: [-10, 100] } }).parameters[own]).toBeCloseTo(-5, 4);
    const q = hypothesisTest(deficit, 3, { statistic: "q", bounds: { [own]: [-10, 100] } });
    expect(q.muHat).toBeCloseTo(-5, 4);
    expect(hypothesisTest(deficit, 3, { statistic: "q" }).muHat).toBeCloseTo(0, 6);
  });
});

describe("a parameter of interest that is fixed", () => {
  it("is refused by every test and limit", () => {
    const fixed = withParameters(counting({ observed: 5, background: 3, knowledge: { kind: "normal", sigma: 1 } }), {
      mu: { fixed: true },
    });
    const message = "the parameter of interest must be free, but mu is fixed at";
    expect(() => upperLimit(fixed)).toThrow(message);
    expect(() => hypothesisTest(fixed, 1)).toThrow(message);
    expect(() => significance(fixed)).toThrow(message);
  });
});
