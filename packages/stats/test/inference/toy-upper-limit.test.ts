import { describe, expect, it } from "vitest";
import { counting, toys, toyWorker, upperLimit } from "../../src/index.js";
import type { ToyExecutor } from "../../src/index.js";

const search = (): ReturnType<typeof counting> =>
  counting({ observed: 4, background: 3, knowledge: { kind: "normal", sigma: 1 } });
const given = { toys: 60, seed: 5 };

/** Does the tasks in reverse, each with a likelihood of its own. */
const elsewhere: ToyExecutor = {
  async run({ points, done }) {
    const work = toyWorker(search);
    for (const { index, point } of [...points].reverse()) done(index, await Promise.resolve(work(point)));
  },
};

describe("upperLimit on an executor", () => {
  it("gives what it gives with the calculator, wherever and in whatever order the experiments are made", async () => {
    const here = upperLimit(search(), { level: 0.9, calculator: toys(given) });
    expect(here.valid).toBe(true);
    for (const chunk of [60, 25]) {
      const there = await upperLimit(search(), { ...given, level: 0.9, executor: elsewhere, chunk });
      expect(there.observed).toBe(here.observed);
      expect(there.expected).toEqual(here.expected);
    }
  });

  it("passes on what the executor rejects with, and refuses absurd numbers", async () => {
    const broken: ToyExecutor = { run: () => Promise.reject(new Error("no threads")) };
    await expect(upperLimit(search(), { ...given, executor: broken })).rejects.toThrow("no threads");
    await expect(upperLimit(search(), { ...given, toys: 0, executor: elsewhere })).rejects.toThrow(RangeError);
    await expect(upperLimit(search(), { ...given, level: 2, executor: elsewhere })).rejects.toThrow("level");
    await expect(upperLimit(search(), { ...given, chunk: 0, executor: elsewhere })).rejects.toThrow("chunk");
  });
});
