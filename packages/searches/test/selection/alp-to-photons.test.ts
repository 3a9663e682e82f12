import { describe, expect, it } from "vitest";
import { photonPairs } from "../../src/alp-to-photons/candidates.js";
import { facts } from "../../src/alp-to-photons/facts.js";
import { type Region, regionOf, regions } from "../../src/alp-to-photons/regions.js";
import { beams, generateSignal, RECOIL_PARTICLE, seenBackground } from "../../src/alp-to-photons/samples.js";
import { cuts, photonEnergy, simulation, theta, window } from "../../src/alp-to-photons/selection.js";
import { see, type Seen } from "../../src/events/sample.js";
import { applyCuts, kept } from "../../src/selection/cut.js";
import { factOf } from "../../src/selection/quantity.js";
import { expectKept } from "../kept.js";

const SEED = 7;
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);

/** Events left, those before the trigger, right pairs, and the sum of the observable. */
function counts(seen: Seen, { minEnergy, observable }: Region, recoilParticle?: number): readonly number[] {
  const pairs = photonPairs(seen, beams, minEnergy, recoilParticle);
  const selected = applyCuts(cuts, pairs);
  return [
    selected.events.at(-1) ?? 0,
    selected.events.at(-2) ?? 0,
    sum(kept(pairs.right, selected)),
    sum(kept(pairs[observable], selected)),
  ];
}

describe("the selection of alp-to-photons", () => {
  it.each([0, 1, 2, 3])(
    "keeps what it always kept of signal in region %i",
    async (k) => {
      const region = regions[k];
      const signal = generateSignal((region.from + region.to) / 2, 1000, SEED);
      const found = counts(see(signal, SEED, simulation.detector), region, RECOIL_PARTICLE);
      await expectKept(`alp-to-photons signal ${k}`, found);
    },
    900_000,
  );

  it.each([
    ["gamma gamma gamma", 1],
    ["gamma gamma gamma", 3],
    ["e e gamma", 1],
    ["e e gamma", 3],
  ] as const)(
    "keeps what it always kept of %s in region %i",
    async (background, k) => {
      const found = counts(seenBackground(background, 3000, SEED), regions[k]);
      await expectKept(`alp-to-photons ${background} ${k}`, found);
    },
    900_000,
  );

  it("prints the numbers it cuts on, with their standing", () => {
    for (const number of [photonEnergy, theta, window, ...cuts.flatMap(({ numbers }) => numbers)]) {
      expect(facts).toContainEqual(factOf(number));
    }
    expect(facts.find(({ quantity }) => quantity === "three-photon mass")).toMatchObject({
      value: "0.88 to 1.03 √s",
      standing: "recalled",
    });
    expect(facts.find(({ quantity }) => quantity === "photon energy")?.value).toBe(
      "> 1 GeV (m ≤ 4 GeV), > 0.65 GeV (above)",
    );
  });

  it("has a region for every mass of the search and for no other", () => {
    expect([0.2, 0.5, 3.9, 4, 6.85, 9.7].map((mass) => regions.findIndex((r) => r === regionOf(mass)))).toEqual([
      0, 1, 1, 2, 3, 3,
    ]);
    expect([0.19, 9.71].map(regionOf)).toEqual([undefined, undefined]);
  });
});
