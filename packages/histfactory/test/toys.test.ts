import { toys, upperLimit } from "@belladonna/stats";
import type { ToyExecutor } from "@belladonna/stats";
import { describe, expect, it } from "vitest";
import { histFactory, uncorrelatedBackground } from "../src/index.js";
import { toyTask } from "../src/toys.js";

// What every engine has, and the types of none name here.
declare const structuredClone: <T>(value: T) => T;

const model = histFactory(
  uncorrelatedBackground({ signal: [12, 11], background: [50, 52], observed: [51, 48] }, [3, 7]),
  { parameters: { mu: { max: 20 } } },
);
const given = { toys: 40, seed: 3 };

/** Hands over plain data only, as a thread does. */
const elsewhere: ToyExecutor = {
  run({ points, done }) {
    return Promise.resolve().then(() => {
      for (const one of points) done(one.index, toyTask(structuredClone(one)));
    });
  },
};

describe("pseudo-experiments of a workspace on an executor", () => {
  it("are those made here, changed bounds included, with no more than the likelihood, their number and seed", async () => {
    const here = upperLimit(model, { calculator: toys(given) });
    const there = await upperLimit(model, { ...given, executor: elsewhere });
    expect([there.observed, ...there.expected]).toEqual([here.observed, ...here.expected]);
    expect(there.valid).toBe(true);
  });

  it("are refused for a model with modifiers of one's own, whose functions do not travel", async () => {
    const own = histFactory(model.workspace, { modifiers: {} });
    expect(own.recipe).toBeUndefined();
    await expect(upperLimit(own, { ...given, executor: elsewhere })).rejects.toThrow("must have a recipe");
  });

  it("are of the data's own model: other data have other limits from the same module", async () => {
    const busier = model.withData([80, 80]);
    const there = await upperLimit(busier, { ...given, executor: elsewhere });
    expect(there.observed).toBe(upperLimit(busier, { calculator: toys(given) }).observed);
    expect(there.observed).toBeGreaterThan(2);
  });
});
