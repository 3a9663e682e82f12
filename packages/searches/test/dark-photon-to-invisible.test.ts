import { beforeAll, describe, expect, it } from "vitest";
import { candidates } from "../src/dark-photon-to-invisible/candidates.js";
import { wholeWindow } from "../src/dark-photon-to-invisible/counting-window.js";
import { beams, generateSignal, sources } from "../src/dark-photon-to-invisible/samples.js";
import { cuts, cutsIn, photonCuts } from "../src/dark-photon-to-invisible/selection.js";
import { darkPhotonToInvisible } from "../src/dark-photon-to-invisible/search.js";
import { emptySpectrum, fill, inWindow } from "../src/dark-photon-to-invisible/spectrum.js";
import { see } from "../src/events/sample.js";
import { applyCuts, kept } from "../src/selection/cut.js";
import { factOf } from "../src/selection/quantity.js";
import type { SearchOptions, SearchResult } from "../src/search.js";
import { UserError } from "../src/user-error.js";
import { quietWork } from "../src/work.js";
import { expectToFall } from "./cut-flow.js";

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

describe("the selection of dark-photon-to-invisible", () => {
  // Events, those the trigger keeps, sums of squared recoil mass and polar angle, as a loop over the events had them; electrons
  // with a photon since with vacuum polarisation.
  it.each([
    ["signal at 4 GeV", () => generateSignal(4, 2000, 3), [1230, 1230, 23035.6960961458, 1667.3536632217917]],
    ["a photon lost", () => sources[0].generate(20_000, 3).events, [605, 548, 38828.85062140921, 834.4601580851167]],
    ["e e gamma", () => sources[2].generate(20_000, 3).events, [5649, 4231, 493262.8252526056, 8083.130089357776]],
  ] as const)(
    "keeps of %s what it kept before it was a list",
    (_, events, [count, triggered, mass, theta]) => {
      const found = candidates(see(events(), 5), beams);
      const selected = applyCuts(photonCuts, found);
      const sum = (column: Float64Array): number => kept(column, selected).reduce((a, b) => a + b, 0);
      expect(kept(found.event, selected).length).toBe(count);
      expect(kept(found.event, applyCuts(cuts, found)).length).toBe(triggered);
      expect(sum(found.recoilSquared) / mass).toBeCloseTo(1, 12);
      expect(sum(found.theta) / theta).toBeCloseTo(1, 12);
    },
    900_000,
  );

  it("prints each number it cuts on, with its standing", () => {
    for (const number of cutsIn(wholeWindow).flatMap(({ numbers }) => numbers)) {
      expect(darkPhotonToInvisible.facts).toContainEqual(factOf(number));
    }
  });
});

describe("dark-photon-to-invisible", () => {
  let result: SearchResult;
  beforeAll(async () => {
    result = await darkPhotonToInvisible.run(options, quietWork);
  }, 900_000);

  it("has the trigger and the efficiency of a photon in the barrel", () => {
    for (const { efficiency, triggerEfficiency } of result.measured[0].masses) {
      expect(triggerEfficiency).toBeGreaterThan(0.9);
      expect(efficiency).toBeGreaterThan(0.1);
      expect(efficiency).toBeLessThan(0.6);
    }
  });

  it("shows what the cuts did to signal at three masses, to its efficiency, and to each background", () => {
    const flows = result.cutFlows ?? [];
    expect(flows.length).toBe(3 + sources.length);
    for (const flow of flows) expectToFall(flow);
    result.measured[0].masses.forEach(({ efficiency, triggerEfficiency }, i) => {
      const { generated, steps } = flows[i];
      const [before, after] = steps.slice(-2).map(({ events }) => events);
      // The efficiency is of weighted events: a tenth of the weight is above 1.
      expect(after / generated / efficiency).toBeGreaterThan(0.9);
      expect(after / generated / efficiency).toBeLessThan(1.1);
      expect(after / before / triggerEfficiency).toBeCloseTo(1, 1);
    });
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
  }, 900_000);

  it("says what is wrong with a file of data, before anything is simulated", async () => {
    const data = { name: "data.csv", bytes: new TextEncoder().encode("3.2,ninety") };
    await expect(darkPhotonToInvisible.run({ ...options, data }, quietWork)).rejects.toThrow(UserError);
  });
});
