import { describe, expect, it } from "vitest";
import { grossVitells, lookElsewhere } from "../../src/index.js";
import { type RandomStream } from "@belladonna/numerics";

/** q0 along a stationary Gaussian process: white noise smoothed over a few points. */
function noiseScan(random: RandomStream): Float64Array {
  const n = 200;
  const width = 6;
  const white = Float64Array.from({ length: n + 8 * width }, () => random.normal());
  const kernel = Float64Array.from({ length: 8 * width + 1 }, (_, i) => Math.exp(-(((i - 4 * width) / width) ** 2)));
  const norm = Math.sqrt(kernel.reduce((s, k) => s + k * k, 0));
  return Float64Array.from({ length: n }, (_, i) => {
    let z = 0;
    for (let k = 0; k <= 8 * width; k++) z += kernel[k] * (white[i + k] || 0);
    z /= norm;
    return z > 0 ? z * z : 0;
  });
}

describe("lookElsewhere", () => {
  const observed = new Float64Array(200);
  observed[120] = 9;

  it("extrapolates to what pseudo-experiments give", () => {
    const options = { pseudoScan: noiseScan, seed: 3, toys: 3000 };
    const up = lookElsewhere(observed, options);
    const direct = lookElsewhere(observed, { ...options, method: "toys" });
    expect(up.at).toBe(120);
    expect(up.zLocal).toBe(3);
    // Rice: the rate of up-crossings of level c0 is exp(-c0/2)/(2 pi) per correlation length sqrt(2) * 6 / sqrt(2).
    const rice = (199 / (2 * Math.PI * 6)) * Math.exp(-0.25);
    expect(Math.abs(up.upcrossings - rice)).toBeLessThan(5 * up.upcrossingsError + 0.03 * rice);
    const error = Math.sqrt(direct.globalPValue / 3000);
    // An upper bound that is tight at three standard deviations.
    expect(up.globalPValue).toBeGreaterThan(direct.globalPValue - 4 * error);
    expect(up.globalPValue).toBeLessThan(1.15 * direct.globalPValue + 4 * error);
    expect(up.trialFactor).toBeCloseTo(up.globalPValue / up.localPValue, 10);
  });
  it("takes the up-crossings of the observed scan without pseudo-experiments", () => {
    const scan = [0, 1, 0, 1, 0, 16, 0];
    const got = lookElsewhere(scan);
    expect(got.upcrossings).toBe(3);
    expect(got).toMatchObject(grossVitells(4, 3, 0.5));
  });
  it("gives the same numbers in parts", () => {
    const whole = lookElsewhere(observed, { pseudoScan: noiseScan, seed: 1, toys: 20 }).upcrossings;
    const a = lookElsewhere(observed, { pseudoScan: noiseScan, seed: 1, toys: 10 }).upcrossings;
    const b = lookElsewhere(observed, { pseudoScan: noiseScan, seed: 1, toys: 10, first: 10 }).upcrossings;
    expect((a + b) / 2).toBeCloseTo(whole, 12);
  });
  it("counts failed pseudo-experiments and leaves them out", () => {
    let k = 0;
    const got = lookElsewhere(observed, {
      pseudoScan: (r) => (k++ % 5 === 0 ? [Number.NaN] : noiseScan(r)),
      seed: 1,
      toys: 20,
    });
    expect(got.failedToys).toBe(4);
    expect(got.globalPValue).toBeGreaterThan(0);
    const none = lookElsewhere(observed, { pseudoScan: () => [Number.NaN], seed: 1 });
    expect(none.failedToys).toBe(100);
    expect(none.globalPValue).toBeNaN();
  });
  it("refuses bad input", () => {
    expect(() => lookElsewhere([])).toThrow(RangeError);
    expect(() => lookElsewhere([1, Number.NaN])).toThrow(RangeError);
    expect(() => lookElsewhere([1], { pseudoScan: noiseScan })).toThrow("need a seed");
    expect(() => lookElsewhere([1], { method: "toys" })).toThrow("needs a pseudoScan");
    expect(() => lookElsewhere([1], { toys: 0 })).toThrow("got 0");
  });
});
