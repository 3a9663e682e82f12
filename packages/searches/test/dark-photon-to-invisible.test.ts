import { beforeAll, describe, expect, it } from "vitest";
import { darkPhotonToInvisible } from "../src/dark-photon-to-invisible/search.js";
import { emptySpectrum, fill, inWindow } from "../src/dark-photon-to-invisible/spectrum.js";
import type { SearchOptions, SearchResult } from "../src/search.js";
import { UserError } from "../src/user-error.js";
import { quietWork } from "../src/work.js";

const options: SearchOptions = {
  ...darkPhotonToInvisible.defaults,
  masses: { from: 1, to: 7, step: 3 },
  events: 40_000,
  seed: 2,
  toys: 0,
};

describe("a spectrum in polar angle and squared recoil mass", () => {
  it("gives back what was filled, by ranges", () => {
    const spectrum = emptySpectrum();
    const degree = Math.PI / 180;
    fill(spectrum, 4.05, 90 * degree, 2);
    fill(spectrum, 4.05, 35 * degree, 3);
    fill(spectrum, 4.05, 20 * degree, 5);
    fill(spectrum, 60, 90 * degree, 7);
    expect(inWindow(spectrum, { recoil: [3, 5], angles: [0, 12] })).toBe(5);
    expect(inWindow(spectrum, { recoil: [3, 5], angles: [1, 12] })).toBe(2);
    expect(inWindow(spectrum, { recoil: [-12, 113], angles: [0, 12] })).toBe(12);
  });
});

describe("dark-photon-to-invisible", () => {
  let result: SearchResult;
  beforeAll(async () => {
    result = await darkPhotonToInvisible.run(options, quietWork);
  }, 300_000);

  it("has the trigger and the efficiency of a photon in the barrel", () => {
    for (const { efficiency, triggerEfficiency } of result.measured[0].masses) {
      expect(triggerEfficiency).toBeGreaterThan(0.9);
      expect(efficiency).toBeGreaterThan(0.1);
      expect(efficiency).toBeLessThan(0.6);
    }
  });

  it("expects a mixing between a quarter of the projection's and four times it", () => {
    // Ratios of rates: the mixing is the square root.
    for (const { expected, published } of result.measured[0].masses) {
      expect(Math.sqrt(expected / published)).toBeGreaterThan(0.25);
      expect(Math.sqrt(expected / published)).toBeLessThan(4);
    }
  });

  it("turns the rate into the mixing: sigma = 2 pi alpha^2 eps^2 / s (1 - x) ..., with radiation within a third of it", () => {
    const { limit } = result.interpreted[0];
    if (limit.shape !== "curve") throw new Error("no curve");
    result.measured[0].limit.value.forEach((sigma, i) => {
      const mass = result.measured[0].limit.mass[i];
      const s = 10.57918 ** 2;
      const k = (4 * s * mass ** 2) / (s - mass ** 2) ** 2;
      const logarithm = Math.log(1.9 / 0.1);
      const born =
        ((3.893793721e11 * 2 * Math.PI) / (137.036 ** 2 * s)) * (1 - mass ** 2 / s) * ((2 + k) * logarithm - 2 * 0.9);
      const ratio = sigma / limit.value[i] ** 2 / born;
      expect(ratio).toBeGreaterThan(0.75);
      expect(ratio).toBeLessThan(1.33);
    });
  });

  it("finds an injected signal", async () => {
    const inject = { mass: 4, rate: 10 };
    const found = await darkPhotonToInvisible.run({ ...options, masses: { from: 4, to: 4 }, inject }, quietWork);
    expect(found.measured[0].masses[0].significance).toBeGreaterThan(4);
  }, 300_000);

  it("says what is wrong with a file of data, before anything is simulated", async () => {
    const data = { name: "data.csv", bytes: new TextEncoder().encode("3.2,ninety") };
    await expect(darkPhotonToInvisible.run({ ...options, data }, quietWork)).rejects.toThrow(UserError);
  });
});
