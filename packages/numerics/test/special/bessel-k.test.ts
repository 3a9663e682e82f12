// Values by mpmath 1.3 with 40 digits: besselk(n, x) * exp(x).
import { describe, expect, it } from "vitest";
import { besselKScaled } from "../../src/index.js";

const rows: readonly (readonly [1 | 2, number, number])[] = [
  [1, 0.015625, 64.96996133197882],
  [1, 0.5, 2.731009708211786],
  [1, 1, 1.6361534862632583],
  [1, 3.75, 0.7074739159338955],
  [1, 4.984375, 0.6013326716951719],
  [1, 5, 0.6002738587883126],
  [1, 20, 0.28542549694072644],
  [1, 333.25, 0.06873260933973248],
  [1, 120000, 0.0036180175790314975],
  [2, 0.015625, 8320.497510651432],
  [2, 0.5, 12.448148218621052],
  [2, 1, 4.416770052333412],
  [2, 3.75, 1.0055365548673],
  [2, 4.984375, 0.7899162916146888],
  [2, 5, 0.787917107828844],
  [2, 20, 0.30708742635125486],
  [2, 333.25, 0.06904221482015802],
  [2, 120000, 0.003618062804345454],
];

describe("besselKScaled", () => {
  it.each(rows)("e^x K_%i(%f) is that of 40 digits within a few roundings", (n, x, value) => {
    expect(Math.abs(besselKScaled(n, x) / value - 1)).toBeLessThan(2e-15);
  });

  it("is the recurrence's: K_2 − K_0 = 2K_1/x, with K_0' = −K_1", () => {
    const k0 = (x: number): number => besselKScaled(2, x) - (2 / x) * besselKScaled(1, x);
    const [x, h] = [7.3, 1e-5];
    // (e^x K_0)' = e^x (K_0 − K_1)
    expect((k0(x + h) - k0(x - h)) / (2 * h)).toBeCloseTo(k0(x) - besselKScaled(1, x), 8);
  });

  it("goes over smoothly to its series, and to infinity at 0", () => {
    for (const n of [1, 2] as const) {
      const [below, above] = [besselKScaled(n, 1e-4 * (1 - 1e-9)), besselKScaled(n, 1e-4)];
      expect(Math.abs(below / above - 1 - n * 1e-9)).toBeLessThan(1e-12);
    }
    expect(besselKScaled(1, 1e-200) * 1e-200).toBeCloseTo(1, 14);
    expect(besselKScaled(2, 1e-200)).toBe(Infinity);
  });

  it("is NaN where the function is not real", () => {
    expect(besselKScaled(1, 0)).toBeNaN();
    expect(besselKScaled(2, -1)).toBeNaN();
  });
});
