import { describe, expect, it } from "vitest";
import { beams, luminousRegion, sampleTotal, sampleVertex, sqrtSSpread, superKekb } from "../src/index.js";
import { stream } from "./streams.js";
import { relativeError } from "./reference.js";

describe("energy spread", () => {
  it("of sqrt(s) is the numerical derivative with each beam energy", () => {
    const at = (electron: number, positron: number): number =>
      beams({ electron, positron, crossingAngle: 0.083 }).sqrtS;
    const h = 1e-4;
    const a = ((at(7 + h, 4) - at(7 - h, 4)) / (2 * h)) * 5.13e-3;
    const b = ((at(7, 4 + h) - at(7, 4 - h)) / (2 * h)) * 2.375e-3;
    expect(relativeError(sqrtSSpread(superKekb), Math.hypot(a, b))).toBeLessThan(1e-8);
  });

  it("is what the sampled total has", () => {
    const random = stream(1);
    const n = 40_000;
    let sum = 0;
    let square = 0;
    for (let i = 0; i < n; i++) {
      const d = sampleTotal(superKekb, random).m - superKekb.sqrtS;
      sum += d;
      square += d * d;
    }
    const sigma = sqrtSSpread(superKekb);
    expect(Math.abs(sum / n)).toBeLessThan((4 * sigma) / Math.sqrt(n));
    expect(Math.abs(square / n / sigma ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  });
});

describe("luminous region", () => {
  it("is 6.41 um by 41.7 nm by 154.3 um at the 2015 bunch sizes", () => {
    const [[xx], [, yy], [, , zz]] = luminousRegion(superKekb);
    expect(Math.sqrt(xx) * 1e4).toBeCloseTo(6.41, 2);
    expect(Math.sqrt(yy) * 1e4).toBeCloseTo(0.0417, 4);
    expect(Math.sqrt(zz) * 1e4).toBeCloseTo(154.3, 1);
  });

  it("is the covariance of the sampled vertices", () => {
    const random = stream(2);
    const n = 40_000;
    const [[xx, , xz], , [, , zz]] = luminousRegion(superKekb);
    const sum = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const [x, , z] = sampleVertex(superKekb, random);
      sum[0] += x * x;
      sum[1] += x * z;
      sum[2] += z * z;
    }
    const error = 4 * Math.sqrt(2 / n);
    expect(Math.abs(sum[0] / n / xx - 1)).toBeLessThan(error);
    expect(Math.abs(sum[2] / n / zz - 1)).toBeLessThan(error);
    expect(Math.abs(sum[1] / n - xz)).toBeLessThan(error * Math.sqrt(xx * zz));
  });

  it("and the spread need their inputs", () => {
    const bare = beams({ electron: 7, positron: 4, crossingAngle: 0 });
    expect(() => sqrtSSpread(bare)).toThrow("sqrtSSpread: beams must state an energySpread, got none");
    expect(() => sampleTotal(bare, stream(1))).toThrow(RangeError);
    expect(() => luminousRegion(bare)).toThrow("luminousRegion: beams must state a bunchSize, got none");
  });
});
