import { describe, expect, it } from "vitest";
import { hypothesisTest, runToys, toyPValue, toys, toyStatistics, toyWorker, type ToyTask } from "../../src/index.js";
import { countingModel } from "../poisson-model.js";

interface Config {
  n: number;
  b: number;
}
const likelihood = countingModel(10, 8);
const theta = Float64Array.of(3, 1);
const job = { config: { n: 10, b: 8 }, mu: 3, theta, seed: 9, count: 100 };

/** A pool whose tasks travel as plain data and end in another order than they began. */
function pool(): { run: (task: ToyTask) => Promise<Float64Array>; built: () => number } {
  let built = 0;
  const worker = toyWorker((config) => {
    built++;
    const { n, b } = config as Config;
    return countingModel(n, b);
  });
  return {
    built: () => built,
    run: async (task) => {
      for (let i = 0; i < (task.first * 7) % 11; i++) await Promise.resolve();
      const copy = { ...(JSON.parse(JSON.stringify(task)) as ToyTask), theta: Float64Array.from(task.theta) };
      return worker(copy);
    },
  };
}

describe("runToys", () => {
  it("gives the same experiments for any size of task and order of ends", async () => {
    const whole = toyStatistics(likelihood, 3, theta, { seed: 9, count: 100 });
    for (const chunk of [1, 7, 100, 1000]) {
      const p = pool();
      expect(await runToys(p, { ...job, chunk })).toEqual(whole);
      expect(p.built()).toBe(1);
    }
  });
  it("reports progress to the end", async () => {
    const done: number[] = [];
    await runToys(pool(), { ...job, chunk: 30, onProgress: (n) => done.push(n) });
    expect(done.length).toBe(4);
    expect(done.at(-1)).toBe(100);
  });
  it("keeps what the other tasks found when one is lost", async () => {
    const p = pool();
    const values = await runToys(
      { run: (task) => (task.first === 20 ? Promise.reject(new Error("lost")) : p.run(task)) },
      { ...job, chunk: 20 },
    );
    expect(values.filter((x) => x !== x).length).toBe(20);
    expect(toyPValue(values, 0).failed).toBe(20);
    expect(toyPValue(values, 0).pValue).toBe(1);
  });
  it("is what hypothesisTest does with the same seed", async () => {
    const test = hypothesisTest(likelihood, 3, { calculator: toys({ toys: 100, seed: 9 }) });
    // The conditional fit at 3: the known background leaves nothing to fit.
    const values = await runToys(pool(), { ...job, theta: Float64Array.of(3, 1) });
    expect(toyPValue(values, test.q).pValue).toBe(test.clsb);
  });
  it("refuses what is not a number of experiments", async () => {
    await expect(runToys(pool(), { ...job, count: 0 })).rejects.toThrow("got 0, 250");
  });
});

describe("toyPValue", () => {
  it("counts ties to the accuracy of a fit, and has a binomial error", () => {
    const { pValue, error } = toyPValue([0, 1, 2 - 1e-9, 3], 2);
    expect(pValue).toBe(0.5);
    expect(error).toBe(0.25);
    expect(toyPValue([Number.NaN], 1).pValue).toBeNaN();
  });
});
