import { excludedAt } from "@belladonna/limits";
import { beforeAll, describe, expect, it } from "vitest";
import { heavyNeutralLepton } from "../src/heavy-neutral-lepton/search.js";
import type { SearchOptions, SearchResult } from "../src/search.js";
import { quietWork } from "../src/work.js";

const options: SearchOptions = {
  ...heavyNeutralLepton.defaults,
  masses: { from: 0.7, to: 1.3, step: 0.6 },
  events: 4000,
  seed: 2,
  toys: 0,
};

describe("heavy-neutral-lepton", () => {
  let result: SearchResult;
  beforeAll(async () => {
    result = await heavyNeutralLepton.run(options, quietWork);
  }, 240_000);

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
  }, 240_000);

  it("reaches farther with Belle II at 50/ab, farthest without background", () => {
    const [now, later] = result.interpreted;
    const lower = (limit: (typeof now)["limit"]): number => excludedAt(limit, 1.3)[0].lower;
    expect(lower(later.limit)).toBeLessThan(lower(now.limit) / 2);
    expect(lower(later.published[0])).toBeLessThan(lower(later.limit));
  });

  it("takes the event of the publication at its luminosity", () => {
    expect(result.notes[0]).toBe("observed: the 1 event of the publication");
  });

  it("says what is wrong with an injection that does not fit", async () => {
    await expect(
      heavyNeutralLepton.run({ ...options, events: 200, inject: { mass: 1, rate: 1e-6 } }, quietWork),
    ).rejects.toThrow("--inject: 1 GeV is not a mass of this run");
  }, 240_000);
});
