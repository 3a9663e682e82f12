import { excludedAt } from "@belladonna/limits";
import { beforeAll, describe, expect, it } from "vitest";
import { experiments } from "../src/heavy-neutral-lepton/experiment.js";
import { lifetimes, measureSignal } from "../src/heavy-neutral-lepton/lifetime-efficiency.js";
import { generateSignal, LEPTON } from "../src/heavy-neutral-lepton/samples.js";
import { cuts } from "../src/heavy-neutral-lepton/selection.js";
import { heavyNeutralLepton } from "../src/heavy-neutral-lepton/search.js";
import type { SearchOptions, SearchResult } from "../src/search.js";
import { factOf } from "../src/selection/quantity.js";
import { quietWork } from "../src/work.js";
import { expectToFall } from "./cut-flow.js";
import { expectKept } from "./kept.js";

const options: SearchOptions = {
  ...heavyNeutralLepton.defaults,
  masses: { from: 0.7, to: 1.3, step: 0.6 },
  events: 4000,
  seed: 2,
  toys: 0,
};

describe("the selection of heavy-neutral-lepton", () => {
  const [belle, belle2] = experiments;
  const points = [
    { experiment: belle, mass: 0.5 },
    { experiment: belle2, mass: 1.3 },
  ].map(({ experiment, mass }) =>
    measureSignal(generateSignal(experiment, mass, 3000, 3), LEPTON, experiment, mass, 3),
  );

  it("keeps what loops over pairs of tracks kept", async () => {
    // Efficiencies at 0.533, 3 and 16.9 cm, error of the first, and that of the trigger.
    const at = [0.533, 3, 16.9].map((ctau) => lifetimes.indexOf(ctau));
    const numbers = points.map(({ efficiency, error, triggerEfficiency }) => ({
      efficiency: at.map((l) => efficiency[l]),
      error: error[1],
      triggerEfficiency,
    }));
    await expectKept("heavy-neutral-lepton", numbers);
  });

  it("prints each number it cuts on, with its standing", () => {
    for (const number of cuts.flatMap(({ numbers }) => numbers)) {
      expect(heavyNeutralLepton.facts).toContainEqual(factOf(number));
    }
  });

  it("has a cut flow that only falls", () => {
    for (const { cutFlow } of points) expectToFall(cutFlow);
  });

  it("weights the events at the end of the cut flow, no more and no fewer", () => {
    points.forEach(({ cutFlow, efficiency, error }) => {
      const selected = cutFlow.steps.at(-1)?.events ?? 0;
      // Of n weights the sum of squares is at least the square of the sum over n.
      efficiency.forEach((own, l) => {
        expect(own * own).toBeLessThanOrEqual(selected * error[l] * error[l] * (1 + 1e-12));
      });

      expect(selected).toBeGreaterThan(30);
    });
  });
});

describe("heavy-neutral-lepton", () => {
  let result: SearchResult;
  beforeAll(async () => {
    result = await heavyNeutralLepton.run(options, quietWork);
  }, 900_000);

  it("excludes a closed region in the mixing: below it decays come too late, above it too early", () => {
    const [{ limit, published }] = result.interpreted;
    const [belle] = published.filter(({ id }) => id === "Belle_HNL_Utau_2024");
    const [{ lower, upper }] = excludedAt(limit, 1.3);
    const [edge] = excludedAt(belle, 1.3);
    // The published edges are 1.1e-3 and 0.1; the README says how far ours are.
    expect(lower / edge.lower).toBeGreaterThan(0.35);
    expect(lower / edge.lower).toBeLessThan(1);
    expect(upper / edge.upper).toBeGreaterThan(0.5);
    expect(upper / edge.upper).toBeLessThan(2);
  });

  it("has the rate go with the square of the mixing at the lower edge", async () => {
    const all = { ...options, masses: { from: 0.7, to: 0.7 }, events: 2000 };
    const lowerOf = async (luminosity: number): Promise<number> => {
      // A count of one at any luminosity: the limit on events is the same.
      const bytes = new TextEncoder().encode("20\n");
      const data = { name: "one.csv", bytes };
      const { interpreted } = await heavyNeutralLepton.run({ ...all, luminosity, data }, quietWork);
      return excludedAt(interpreted[0].limit, 0.7)[0].lower;
    };
    // The background is in proportion to the luminosity, so the limit on events is not quite the same.
    const ratio = (await lowerOf(915)) / (await lowerOf(915 / 1.21));
    expect(Math.abs(ratio - 1 / 1.1)).toBeLessThan(0.03);
  }, 900_000);

  it("reaches farther with Belle II at 50/ab, farthest without background", () => {
    const [now, later] = result.interpreted;
    const lower = (limit: (typeof now)["limit"]): number => excludedAt(limit, 1.3)[0].lower;
    expect(lower(later.limit)).toBeLessThan(lower(now.limit) / 2);
    expect(lower(later.published[0])).toBeLessThan(lower(later.limit));
  });

  it("shows what the cuts did to signal of both experiments", () => {
    expect(result.cutFlows?.map(({ sample }) => sample.split(" (")[0])).toEqual([
      "signal in Belle, m = 0.70 GeV",
      "signal in Belle, m = 1.30 GeV",
      "signal in Belle II, m = 0.70 GeV",
      "signal in Belle II, m = 1.30 GeV",
    ]);
  });

  it("takes the event of the publication at its luminosity", () => {
    expect(result.notes[0]).toBe("observed: the 1 event of the publication");
  });

  it("says what is wrong with an injection that does not fit", async () => {
    await expect(
      heavyNeutralLepton.run({ ...options, events: 200, inject: { mass: 1, rate: 1e-6 } }, quietWork),
    ).rejects.toThrow("--inject: 1 GeV is not a mass of this run");
  }, 900_000);
});
