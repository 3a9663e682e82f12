import { describe, expect, it } from "vitest";
import { keepProbability, prescaleKeeps } from "../src/index.js";
import reference from "./data/prescales-rates.json";

describe("keepProbability", () => {
  it.each(reference.or_of_prescaled_lines)(
    "of prescales $prescales_of_fired_lines",
    ({ prescales_of_fired_lines: f, accept_probability: p }) => {
      expect(Math.abs(keepProbability(f) - p)).toBeLessThan(1e-14);
    },
  );

  it("is that of the rarest lines too, and nothing for prescale 0 or no line", () => {
    expect(keepProbability([1e12, 1e12])).toBeCloseTo(2e-12, 20);
    expect([keepProbability([0]), keepProbability([]), keepProbability([0, 2])]).toEqual([0, 0, 0.5]);
    expect(() => keepProbability([0.5])).toThrow("keepProbability: prescales must be 0 or at least 1, got 0.5");
  });
});

describe("prescaleKeeps", () => {
  const n = 100_000;
  const kept = (line: string, prescale: number, seed = 1): boolean[] =>
    Array.from({ length: n }, (_, i) => prescaleKeeps(line, prescale, i, seed));

  it.each([2, 3.5, 10, 100])("keeps one event in %d, within five standard deviations", (prescale) => {
    const count = kept("ffo", prescale).filter(Boolean).length;
    expect(Math.abs(count - n / prescale)).toBeLessThan(5 * Math.sqrt((n / prescale) * (1 - 1 / prescale)));
  });

  it("keeps all at prescale 1 and none at 0", () => {
    expect(kept("ffo", 1).every(Boolean)).toBe(true);
    expect(kept("ffo", 0).some(Boolean)).toBe(false);
  });

  it("is independent between lines, seeds and neighbouring events", () => {
    const a = kept("ffo", 4);
    const both = (b: readonly boolean[]): number => a.filter((x, i) => x && b[i]).length;
    const sigma = Math.sqrt((n * 15) / 256);
    for (const b of [kept("fff", 4), kept("ffo", 4, 2), [...a.slice(1), false]])
      expect(Math.abs(both(b) - n / 16)).toBeLessThan(5 * sigma);
    expect(kept("ffo", 4)).toEqual(a);
  });

  it("keeps with a large prescale only what it keeps with a smaller one", () => {
    const loose = kept("c4", 5);
    expect(kept("c4", 50).every((x, i) => !x || loose[i])).toBe(true);
  });

  it("refuses prescales and numbers out of range", () => {
    expect(() => prescaleKeeps("x", 0.5, 0, 0)).toThrow("prescaleKeeps: prescale must be 0 or at least 1, got 0.5");
    expect(() => prescaleKeeps("x", 2, -1, 0)).toThrow("prescaleKeeps: event and seed must be whole numbers");
  });
});
