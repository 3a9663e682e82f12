import { describe, expect, it } from "vitest";
import { pseudoData, type SimulatedBackground, userData } from "../src/alp-to-photons/background.js";
import { regions, signalMasses } from "../src/alp-to-photons/regions.js";
import { alpToPhotonsSearch } from "../src/alp-to-photons/search.js";
import { stretchOf } from "../src/alp-to-photons/stretches.js";
import type { SignalPeak } from "../src/bump-hunt/peak.js";
import { hypotheses } from "../src/bump-hunt/scan.js";
import type { SearchOptions } from "../src/search.js";

const options: SearchOptions = { ...alpToPhotonsSearch.defaults, seed: 3, toys: 0 };
const EVENTS = 2000;

/** Every event is in the first two regions, every second one in the last two; values say which event it was. */
const background: SimulatedBackground = {
  regions: new Map(
    regions.map((region, r) => {
      const event = Float64Array.from({ length: r < 2 ? EVENTS : EVENTS / 2 }, (_, k) => (r < 2 ? k : 2 * k));
      return [region, { values: event, weights: new Float64Array(event.length).fill(1), event }];
    }),
  ),
  events: EVENTS,
  luminosity: 1,
  flows: [],
};

const peak: SignalPeak = {
  mass: 5,
  efficiency: 0.3,
  triggerEfficiency: 1,
  offset: 0,
  sigma: 0.1,
  alphaLow: 1.5,
  nLow: 3,
  alphaHigh: 2,
  nHigh: 4,
};

describe("the regions of alp-to-photons", () => {
  it("share the events of the pseudo-data, as many as the luminosity says", () => {
    const { data } = pseudoData(background, { ...options, luminosity: 0.4 });
    const [first, second, third, fourth] = regions.map((region) => [...(data?.get(region) ?? [])]);
    expect(Math.abs(first.length - 0.4 * EVENTS)).toBeLessThan(4 * Math.sqrt(0.24 * EVENTS));
    expect(second).toEqual(first);
    expect(third).toEqual(first.filter((event) => event % 2 === 0));
    expect(fourth).toEqual(third);
  });

  it("have no pseudo-data where the simulation is too small", () => {
    const { data, note } = pseudoData(background, { ...options, luminosity: 1.1 });
    expect(data).toBeUndefined();
    expect(note).toContain("enough for 1.00 fb^-1");
  });

  it("each see all masses of the user, squared", () => {
    const { data } = userData(regions, Float64Array.of(2, 1));
    for (const region of regions) expect(data?.get(region)).toEqual(Float64Array.of(4, 1));
  });

  it("are scanned without a gap and without a mass tested twice", () => {
    const tested = (masses: SearchOptions["masses"]): number[] =>
      regions.flatMap((region) => {
        const simulated = background.regions.get(region);
        if (simulated === undefined) throw new Error("no background");
        const stretch = stretchOf(region, masses, [peak], simulated, undefined);
        return hypotheses(stretch.masses, stretch.peaks, stretch.rules).map(({ mass }) => mass);
      });
    expect(tested({ from: 0.4, to: 9.4, step: 1.8 }).map((m) => m.toFixed(1))).toEqual([
      "0.4",
      "2.2",
      "4.0",
      "5.8",
      "7.6",
      "9.4",
    ]);
    expect(tested({ from: 4, to: 4 })).toEqual([4]);
    const all = tested({ from: 3.9, to: 6.9 });
    all.slice(1).forEach((mass, i) => {
      expect(mass ** 2 - all[i] ** 2).toBeGreaterThan(0);
      expect(mass ** 2 - all[i] ** 2).toBeLessThan(0.0500001);
    });
    expect(all).toContain(4);
    expect(all).toContain(6.85);
  });

  it("have signal at their ends, so that nothing is interpolated across them", () => {
    expect(signalMasses(4, 4).map(({ masses }) => masses)).toEqual([[4], [4]]);
    for (const { region, masses } of signalMasses(0.2, 9.7)) {
      expect([masses[0], masses[masses.length - 1]]).toEqual([region.from, region.to]);
    }
  });
});
