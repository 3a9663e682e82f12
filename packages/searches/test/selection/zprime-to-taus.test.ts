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
import { expectKept } from "../kept.js";

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

describe("the selection of zprime-to-taus", () => {
  it.each(["z-prime", "scalar", "alp"] as const)(
    "keeps what it always kept of a %s",
    async (model) => {
      await expectKept(`zprime-to-taus ${model}`, counts(generateSignal(model, 6, 500, SEED)));
    },
    900_000,
  );

  it.each(["tautau-muon", "tautau-hadron"] as const)(
    "keeps what it always kept of %s",
    async (source) => {
      const found = counts(generateBackground(source, 500, SEED).table, pionsAreMuons(source));
      await expectKept(`zprime-to-taus ${source}`, found);
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
