import { describe, expect, it } from "vitest";
import { halfDeviance, poissonNorm } from "../src/poisson.js";
import { relative } from "./cases.js";

// mpmath, 40 digits.
const norms = [
  [1e-300, 6.917755278982137e-298],
  [1e-5, 0.00011935718024698962],
  [0.057679425307803914, 0.19159923776393933],
  [0.5, 0.7257913526447274],
  [1, 1.0],
  [3, 1.4959226032237258],
  [15.9, 2.3073384876985217],
  [16, 2.310440550244173],
  [17.3, 2.3491082036644375],
  [100, 3.2223569567543535],
  [1000000.0, 7.826693895520143],
  [189281768783.48367, 13.902189824170838],
] as const;
const deviances = [
  [1, 1.0001, 4.999666691663566e-9],
  [1, 2, 0.3068528194400547],
  [50, 60, 0.8839221603022687],
  [55, 51.02040816326531, 0.15131915003960358],
  [189281768783.48367, 189281958065.25244, 0.09464082128269312],
  [189281768783.48367, 132497238148.43857, 10727533634.428043],
  [1e-5, 3, 2.9998638846224637],
  [3, 1e-5, 34.834623260915016],
  [100, 100.5, 0.0012458488960926388],
  [10, 8.19, 0.1867119512906764],
  [10, 8.17, 0.1911618412213417],
  [10, 12.3, 0.22985830615673886],
] as const;

describe("poissonNorm", () => {
  it.each(norms)("is ln Gamma(n + 1) - n ln n + n at n = %d", (n, expected) => {
    expect(Math.abs(poissonNorm(n) - expected)).toBeLessThan(2e-14 * Math.max(1, expected));
  });
});

describe("halfDeviance", () => {
  it.each(deviances)("is nu - n + n ln(n / nu) to 15 digits at n = %d, nu = %d", (n, nu, expected) => {
    expect(relative(halfDeviance(n, nu), expected)).toBeLessThan(4e-15);
  });

  it("is the mean where nothing was seen", () => {
    expect(halfDeviance(0, 3.5)).toBe(3.5);
    expect(halfDeviance(0, 0)).toBe(0);
  });

  it("is infinite where the count is impossible", () => {
    expect(halfDeviance(1, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(halfDeviance(1, -1)).toBe(Number.POSITIVE_INFINITY);
    expect(halfDeviance(0, -1)).toBe(Number.POSITIVE_INFINITY);
    expect(halfDeviance(1, Number.NaN)).toBe(Number.POSITIVE_INFINITY);
  });

  it("ends, and is no NaN, at the largest and smallest doubles", () => {
    const extremes = [5e-324, 1e-308, 1, 1e16, 1e308, Number.MAX_VALUE];
    for (const n of extremes) for (const nu of extremes) expect(halfDeviance(n, nu)).not.toBeNaN();
    for (const n of extremes) expect(poissonNorm(n)).not.toBeNaN();
  });
});
