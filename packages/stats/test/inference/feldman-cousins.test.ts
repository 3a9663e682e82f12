/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { feldmanCousins, parameter, toys } from "../../src/index.js";
import { logPoissonPmf, normalUpperQuantile, poissonPmf, random } from "@belladonna/numerics";
import { countingModel, poissonModel } from "../poisson-model.js";
import gaussian from "../data/scalar-feldman-cousins-gaussian.json?raw";
import poisson from "../data/scalar-feldman-cousins-poisson.json?raw";

interface Row {
  n: number;
  x0: number;
  b: number;
  cl: number;
  interval: [number, number];
}
interface Table {
  cases: Row[];
  published_feldman_cousins_1998_table_IV_90: { "b=0.0": Record<string, [number, number]> };
}
const poissonTable = JSON.parse(poisson) as Table;

describe("feldmanCousins of a count", () => {
  // One row of the table steps over an accepted range narrower than its grid; see the next test.
  const missed = ({ n, b }: Row): boolean => n === 4 && b === 15;
  it("n = 4, b = 15 has its end where the definition puts it: a last accepted range only 2.4e-4 wide", () => {
    const accepted = (mu: number): boolean => {
      const t = mu + 15;
      const rank = (m: number): number => logPoissonPmf(m, t) - logPoissonPmf(m, Math.max(m, 15));
      let before = 0;
      for (let m = 0; m < 120; m++) {
        if (rank(m) > rank(4) || (rank(m) === rank(4) && m < 4)) before += poissonPmf(m, t);
      }
      return before < 0.9;
    };
    const { high } = feldmanCousins(4, { background: 15, level: 0.9 });
    expect(accepted(high - 1e-9)).toBe(true);
    for (let mu = high + 1e-9; mu < 4; mu += 1e-3) expect(accepted(mu)).toBe(false);
    // The end of the range before, which the table has.
    const row = poissonTable.cases.find(missed);
    expect(row).toBeDefined();
    expect(accepted((row?.interval[1] ?? 0) - 1e-7)).toBe(true);
    expect(high).toBeGreaterThan(row?.interval[1] ?? Infinity);
  });
  it.each(poissonTable.cases.filter((row) => !missed(row)))("n = $n, b = $b", ({ n, b, cl, interval }) => {
    const { low, high } = feldmanCousins(n, { background: b, level: cl });
    // The table is solved to 1e-8.
    expect(Math.abs(low - interval[0])).toBeLessThan(2e-8);
    expect(Math.abs(high - interval[1])).toBeLessThan(2e-8);
  });
  it.each(Object.entries(poissonTable.published_feldman_cousins_1998_table_IV_90["b=0.0"]))(
    "n = %s without background is the published %j",
    (n, want) => {
      const { low, high } = feldmanCousins(Number(n), { background: 0, level: 0.9 });
      expect(Math.abs(low - want[0])).toBeLessThan(0.01);
      expect(Math.abs(high - want[1])).toBeLessThan(0.01);
    },
  );
  it.each([
    [0.9, 0],
    [0.9, 3],
    [0.6827, 1.5],
    [0.95, 12.3],
  ])("covers at least %d on a background of %d, whatever the signal", (level, background) => {
    const intervals = Array.from({ length: 70 }, (_, n) => feldmanCousins(n, { background, level }));
    for (let mu = 0; mu < 15; mu += 0.0937) {
      let covered = 0;
      intervals.forEach(({ low, high }, n) => {
        if (low <= mu && mu <= high) covered += poissonPmf(n, mu + background);
      });
      expect(covered).toBeGreaterThanOrEqual(level - 1e-9);
    }
  });
});

describe("feldmanCousins of a Gaussian", () => {
  it.each((JSON.parse(gaussian) as Table).cases)("x0 = $x0, CL = $cl", ({ x0, cl, interval }) => {
    const { low, high } = feldmanCousins(x0, { sigma: 1, level: cl });
    expect(Math.abs(low - interval[0])).toBeLessThan(1e-8);
    expect(Math.abs(high - interval[1])).toBeLessThan(1e-8);
  });
  it("scales with the resolution", () => {
    const a = feldmanCousins(1.7, { sigma: 1, level: 0.9 });
    const b = feldmanCousins(0.17, { sigma: 0.1, level: 0.9 });
    expect(b.low).toBeCloseTo(0.1 * a.low, 12);
    expect(b.high).toBeCloseTo(0.1 * a.high, 12);
  });
  it("covers the level at every mean", () => {
    const stream = random(21);
    for (const mu of [0, 0.4, 1.5, 3]) {
      const n = 4000;
      let covered = 0;
      for (let i = 0; i < n; i++) {
        const { low, high } = feldmanCousins(mu + stream.normal(), { sigma: 1, level: 0.9 });
        if (low <= mu && mu <= high) covered++;
      }
      // At the boundary everything below the upper end covers; elsewhere exact. Four binomial deviations.
      expect(covered / n).toBeGreaterThan(0.9 - 4 * Math.sqrt(0.09 / n));
    }
  });
  it("is central far from the boundary", () => {
    const c = normalUpperQuantile(0.05);
    expect(feldmanCousins(10, { sigma: 1, level: 0.9 })).toEqual({ low: 10 - c, high: 10 + c });
  });
});

describe("feldmanCousins of a likelihood", () => {
  it("with toys is the exact construction for a count", () => {
    for (const [n, b] of [
      [6, 3],
      [2, 3],
    ]) {
      const got = feldmanCousins(countingModel(n, b), { level: 0.9, calculator: toys({ toys: 4000, seed: 2 }) });
      const want = feldmanCousins(n, { background: b, level: 0.9 });
      expect(got.reason).toBe("");
      // Where the construction jumps from one count to the next an interpolated end may lie between.
      expect(Math.abs(got.high - want.high)).toBeLessThan(0.5);
      expect(Math.abs(got.low - want.low)).toBeLessThan(0.2);
    }
  });
  it("asymptotically is the interval of a bounded Gaussian", () => {
    for (const x of [-1.2, 0.3, 1.4, 2.6]) {
      // A large count: mu in units of its deviation, 1e4.
      const b = 1e8;
      const got = feldmanCousins(countingModel(b + x * 1e4, b), { level: 0.9 });
      const want = feldmanCousins(x, { sigma: 1, level: 0.9 });
      expect(got.reason).toBe("");
      // Exact but for the shape of the likelihood of a count.
      expect(Math.abs(got.high / 1e4 - want.high)).toBeLessThan(1e-3);
      expect(Math.abs(got.low / 1e4 - want.low)).toBeLessThan(1e-3);
    }
  });
  it("profiles nuisance parameters: an uncertain background widens it", () => {
    const onOff = poissonModel(
      [12, 16],
      [
        [1, 0],
        [1, 4],
      ],
      [parameter("s", 5), parameter("b", 4, { min: 0 })],
    );
    const known = feldmanCousins(countingModel(12, 4), { level: 0.9 });
    const uncertain = feldmanCousins(onOff, { level: 0.9 });
    expect(uncertain.valid).toBe(true);
    expect(uncertain.reason).toMatch(/asymptotic formulae, for a likelihood as skewed as that of \d+ events/);
    expect(uncertain.high).toBeGreaterThan(known.high);
    expect(uncertain.low).toBeLessThan(known.low);
  });
});

describe("bad input", () => {
  it("is refused with the value", () => {
    expect(() => feldmanCousins(1.5, { background: 1, level: 0.9 })).toThrow("got 1.5");
    expect(() => feldmanCousins(1, { background: -1, level: 0.9 })).toThrow("got -1");
    expect(() => feldmanCousins(1, { background: 1, level: 90 })).toThrow("got 90");
    expect(() => feldmanCousins(Number.NaN, { sigma: 1, level: 0.9 })).toThrow("NaN");
  });
});
