import type { EventTable } from "@belladonna/kinematics";
import { describe, expect, it } from "vitest";
import { see } from "../../src/events/sample.js";
import { applyCuts, kept } from "../../src/selection/cut.js";
import { factOf } from "../../src/selection/quantity.js";
import { trackPairs } from "../../src/zprime-to-taus/candidates.js";
import { facts } from "../../src/zprime-to-taus/facts.js";
import { beams, generateBackground, generateSignal } from "../../src/zprime-to-taus/samples.js";
import { cuts, signalCuts, trackCuts, window } from "../../src/zprime-to-taus/selection.js";
import { pionsAreMuons } from "../../src/zprime-to-taus/tasks.js";

const SEED = 7;
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Pairs and events left, the right pairs before and after the trigger, and sums of the observable and the weights. */
function counts(events: EventTable, misidentified = false): readonly number[] {
  const pairs = trackPairs(events, see(events, SEED), beams, misidentified);
  const selected = applyCuts(cuts, pairs);
  const right = applyCuts(signalCuts, pairs);
  const masses = kept(pairs.recoilMass, selected);
  return [
    masses.length,
    selected.events.at(-1) ?? 0,
    right.events.at(-2) ?? 0,
    right.events.at(-1) ?? 0,
    sum(masses),
    sum(kept(pairs.weight, selected)),
  ];
}

function expectCounts(found: readonly number[], golden: readonly number[]): void {
  expect(found.slice(0, golden.length - 2)).toEqual(golden.slice(0, -2));
  expect(found.at(-2)).toBeCloseTo(golden.at(-2) ?? 0, 8);
  expect(found.at(-1)).toBeCloseTo(golden.at(-1) ?? 0, 10);
}

describe("the selection of zprime-to-taus", () => {
  // Counts of the loop that the list of cuts took the place of, of samples with vacuum polarisation.
  it.each([
    ["z-prime", [223, 176, 190, 171, 1397.6158583466595, 223]],
    ["scalar", [206, 154, 161, 150, 1305.9169505297157, 206]],
    ["alp", [217, 160, 172, 154, 1379.128753854383, 217]],
  ] as const)(
    "keeps what it always kept of a %s",
    (model, golden) => {
      expectCounts(counts(generateSignal(model, 6, 500, SEED)), golden);
    },
    900_000,
  );

  it.each([
    ["tautau-muon", [124, 86, 0, 0, 870.3993978997368, 3.7312000000000007]],
    ["tautau-hadron", [45, 39, 0, 0, 319.2742069537675, 0.07199999999999998]],
  ] as const)(
    "keeps what it always kept of %s",
    (source, golden) => {
      expectCounts(counts(generateBackground(source, 500, SEED).table, pionsAreMuons(source)), golden);
    },
    900_000,
  );

  it("prints the numbers it cuts on, with their standing", () => {
    for (const number of [trackCuts, window, ...cuts.flatMap(({ numbers }) => numbers)]) {
      expect(facts).toContainEqual(factOf(number));
    }
    expect(facts.find(({ quantity }) => quantity === "four-track mass")).toMatchObject({
      value: "< 9.5 GeV",
      standing: "read",
    });
  });
});
