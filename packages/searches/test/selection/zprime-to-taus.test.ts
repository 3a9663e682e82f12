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
  // Counts of the loop that the list of cuts took the place of.
  it.each([
    ["z-prime", [212, 161, 181, 160, 1341.8997976206201, 212]],
    ["scalar", [214, 160, 171, 154, 1375.918104288767, 214]],
    ["alp", [217, 160, 172, 154, 1379.128946969352, 217]],
  ] as const)(
    "keeps what it always kept of a %s",
    (model, golden) => {
      expectCounts(counts(generateSignal(model, 6, 500, SEED)), golden);
    },
    900_000,
  );

  it.each([
    ["tautau-muon", [128, 84, 0, 0, 911.6984357939253, 3.776]],
    ["tautau-hadron", [50, 43, 0, 0, 354.4526853589057, 0.08]],
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
