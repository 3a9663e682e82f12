import { describe, expect, it } from "vitest";
import { argus, convolve, exponential, gaussian, uniform } from "../src/index.js";
import type { Density } from "../src/index.js";
import reference from "./data/convolution.json";

const resolution = (sigma: number): Density => gaussian({ mean: 0, sigma, range: [-8.5 * sigma, 8.5 * sigma] });

// Ranges are wide enough that the result loses less than 1e-16 of its integral, so that it is not renormalised.
const cases: Record<string, Density> = {
  exp: convolve(exponential({ lambda: 1 / 1.5, range: [0, 60] }), resolution(0.4), { points: 2048 }),
  uniform: convolve(uniform({ range: [0, 1] }), resolution(0.1)),
  argus: convolve(argus({ endPoint: 5.29, slope: -20, range: [5.2, 5.29] }), resolution(0.0025)),
};

describe("convolve", () => {
  it.each(reference.cases)("gives $kind at $x", ({ kind, x, value }) => {
    const density = cases[kind.split(/\W/)[0]];
    const peak = { exp: 0.41, uniform: 1, argus: 13.5 }[kind.split(/\W/)[0]] ?? 1;
    const out = new Float64Array(1);
    if (x < density.range[0]) {
      // Outside the support of the table the true value is below 1e-80.
      expect(value).toBeLessThan(1e-80);
      return;
    }
    density.evaluate(new Float64Array(0), Float64Array.of(x), 1, out);
    // The square-root end of ARGUS is integrated to 1e-6 of a cell.
    expect(Math.abs(out[0] - value) / peak).toBeLessThan(kind.startsWith("argus") ? 2e-6 : 2e-8);
  });

  it("refuses yields, a grid that is not a power of 2, and a range outside the sum of both", () => {
    const flat = uniform({ range: [0, 1] });
    expect(() => convolve(flat, resolution(0.1), { points: 1000 })).toThrow(/power of 2 from 64 on, got 1000/);
    expect(() => convolve(flat, resolution(0.1), { range: [-2, 1] })).toThrow(/range must be inside/);
  });
});
