import type { EventTable } from "@belladonna/kinematics";
import { describe, expect, it } from "vitest";
import { see } from "../../src/events/sample.js";
import { applyCuts, kept } from "../../src/selection/cut.js";
import { factOf } from "../../src/selection/quantity.js";
import { muonPairs } from "../../src/zprime-to-muons/candidates.js";
import { facts } from "../../src/zprime-to-muons/facts.js";
import { generateBackground, generateSignal } from "../../src/zprime-to-muons/samples.js";
import { cuts, signalCuts, trackCuts, window } from "../../src/zprime-to-muons/selection.js";
import { expectKept } from "../kept.js";

const SEED = 7;
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Events left, those before the trigger and after all cuts with the right pair, and the sum of the observable. */
function counts(events: EventTable): readonly number[] {
  const pairs = muonPairs(events, see(events, SEED));
  const selected = applyCuts(cuts, pairs);
  const signal = applyCuts(signalCuts, pairs).events;
  return [selected.events.at(-1) ?? 0, signal.at(-2) ?? 0, signal.at(-1) ?? 0, sum(kept(pairs.reducedMass, selected))];
}

describe("the selection of zprime-to-muons", () => {
  it.each(["z-prime", "scalar"] as const)(
    "keeps what it always kept of a %s",
    async (model) => {
      await expectKept(`zprime-to-muons ${model}`, counts(generateSignal(model, 2, 500, SEED)));
    },
    900_000,
  );

  it("keeps what it always kept of the background", async () => {
    await expectKept("zprime-to-muons background", counts(generateBackground(500, SEED)));
  }, 900_000);

  it("prints the numbers it cuts on, with their standing", () => {
    for (const number of [trackCuts, window, ...cuts.flatMap(({ numbers }) => numbers)]) {
      expect(facts).toContainEqual(factOf(number));
    }
    expect(facts.find(({ quantity }) => quantity === "four-track mass")).toMatchObject({
      value: "10 to 11 GeV",
      standing: "recalled",
    });
  });
});
