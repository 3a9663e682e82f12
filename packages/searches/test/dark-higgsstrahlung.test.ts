import { vacuumPolarisationFactor } from "@belladonna/models";
import { countingSignificance } from "@belladonna/stats";
import { normalSf, poissonSf, random } from "@belladonna/numerics";
import { beforeAll, describe, expect, it } from "vitest";
import { countIn, expectedIn, joined, type Sample } from "../src/dark-higgsstrahlung/background.js";
import { coreEllipse, distanceSquared } from "../src/dark-higgsstrahlung/ellipse.js";
import { facts } from "../src/dark-higgsstrahlung/facts.js";
import { globalSignificance } from "../src/dark-higgsstrahlung/look-elsewhere.js";
import { darkHiggsstrahlungSearch } from "../src/dark-higgsstrahlung/search.js";
import { cuts, signalCuts } from "../src/dark-higgsstrahlung/selection.js";
import { simulatedBackground } from "../src/dark-higgsstrahlung/simulation.js";
import { simulateBackground, simulateSignal } from "../src/dark-higgsstrahlung/tasks.js";
import { tuned } from "../src/dark-higgsstrahlung/windows.js";
import { mapText } from "../src/report/map-plot.js";
import type { SearchOptions, SearchResult } from "../src/search.js";
import { cutFlowRows } from "../src/selection/cut-flow.js";
import { UserError } from "../src/user-error.js";
import { quietWork } from "../src/work.js";
import { expectMonotone, expectPrinted } from "./selection/expect-selection.js";
import { expectKept } from "./kept.js";

const options: SearchOptions = {
  ...darkHiggsstrahlungSearch.defaults,
  // Less data than the experiment had, so that pseudo-data take seconds.
  luminosity: 0.05,
  masses: { from: 7.5, to: 7.5 },
  events: 20_000,
  seed: 2,
  toys: 0,
};

/** A correlated Gaussian cloud, with a share of outliers. */
function cloud(n: number, outliers: number): [Float64Array, Float64Array] {
  const r = random(4);
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const [a, b] = [r.normal(), r.normal()];
    x[i] = 7 + 0.025 * a;
    y[i] = 4 + 0.2 * (-0.8 * a + 0.6 * b) + (i < outliers * n ? 1.5 : 0);
  }
  return [x, y];
}

/** Events spread evenly over a rectangle around (7, 4). */
function even(n: number, weight: number): Sample {
  const r = random(5);
  const column = (low: number, high: number): Float64Array =>
    new Float64Array(n).map(() => low + (high - low) * r.uniform());
  const list = { mass: column(6, 8), recoilSquared: column(0, 8), helicity: column(0, 1) };
  return joined([{ ...list, weight: new Float64Array(n).fill(weight), source: new Uint8Array(n) }]);
}

describe("the ellipse of a signal", () => {
  it("is the covariance of its core, whatever the tail", () => {
    for (const outliers of [0, 0.15]) {
      const found = coreEllipse(...cloud(20_000, outliers), [7, 4]);
      // Standard errors are 0.5 %; a 15 % tail at 7 widths must not move them by more than a few per cent.
      expect((found?.sigmaMass ?? 0) / 0.025).toBeCloseTo(1, 1);
      expect((found?.sigmaRecoil ?? 0) / 0.2).toBeCloseTo(1, 1);
      expect(found?.correlation).toBeCloseTo(-0.8, 1);
    }
  });

  it("holds 86.5 % of a Gaussian within two standard deviations", () => {
    const [x, y] = cloud(20_000, 0);
    const found = coreEllipse(x, y, [7, 4]);
    if (found === undefined) throw new Error("no ellipse");
    const inside = x.filter((m, i) => distanceSquared(found, m, y[i]) < 4).length / x.length;
    // 1 − e⁻², four standard errors.
    expect(Math.abs(inside - 0.8647)).toBeLessThan(0.01);
  });
});

describe("the background in a window", () => {
  const ellipse = { mass: 7, recoilSquared: 4, sigmaMass: 0.03, sigmaRecoil: 0.25, correlation: -0.85 };
  const area = 4 * Math.PI * 0.03 * 0.25 * Math.sqrt(1 - 0.85 ** 2);

  it("is density times area, where events are many and where they are few", () => {
    for (const n of [200_000, 20_000, 4_000]) {
      const { value, uncertainty } = expectedIn(even(n, 0.5), ellipse, 0.8);
      const truth = (0.8 * 0.5 * n * area) / 16;
      // Nine events or more are counted: four standard deviations of their number.
      expect(Math.abs(value / truth - 1)).toBeLessThan(4 * Math.max(uncertainty, 0.01));
      expect(uncertainty).toBeLessThan(0.35);
    }
  });

  it("is never zero, so that one event is no discovery", () => {
    expect(expectedIn(even(3, 0.5), { ...ellipse, mass: 20 }, 1).value).toBeGreaterThan(0);
  });

  it("counts data that pass the helicity cut, inside the ellipse", () => {
    const mass = Float64Array.of(7, 7, 7.2);
    const data = joined([
      {
        mass,
        recoilSquared: new Float64Array(3).fill(4),
        helicity: Float64Array.of(0.5, 0.95, 0.5),
        weight: new Float64Array(3).fill(1),
        source: new Uint8Array(3),
      },
    ]);
    expect(countIn(data, ellipse, 0.9)).toBe(1);
  });
});

describe("dark-higgsstrahlung", () => {
  let result: SearchResult;
  beforeAll(async () => {
    result = await darkHiggsstrahlungSearch.run(options, quietWork);
  }, 900_000);

  it("gives limits at each mass of the dark Higgs that is light enough", () => {
    // 4 GeV is too heavy beside 7.5 GeV.
    expect(result.measured.map(({ name }) => name)).toEqual(
      ["1.0", "0.50", "2.0", "3.0"].map((m) => `cross-section-${m}`),
    );
  });

  it("expects 2.3 events where there is no background to speak of: the least limit there can be", () => {
    const [{ masses }] = result.measured;
    const [{ efficiency, expected, background }] = masses;
    expect(background).toBeLessThan(0.3);
    expect(efficiency).toBeGreaterThan(0.08);
    expect(efficiency).toBeLessThan(0.3);
    expect(expected * efficiency * 0.05).toBeCloseTo(Math.log(10), 1);
  });

  it("turns the cross section into the couplings by the formula of Batell, Pospelov and Ritz, with vacuum polarisation", () => {
    const sigma = result.measured[0].limit.value[0];
    const coupling = result.interpreted[0].limit;
    if (coupling.shape !== "curve") throw new Error("no curve");
    // 2.5e8 fb at (7, 1) and 3.7e8 at (7.5, 1) GeV; 0.14 to muons.
    const [s, a, h] = [10.57918 ** 2, 7.5 ** 2, 1];
    const lambda = (1 - (a + h) / s) ** 2 - (4 * a * h) / s ** 2;
    const born =
      (3.893793721e11 * Math.PI * Math.sqrt(lambda) * (lambda + (12 * a) / s)) / (137.036 * 3 * s * (1 - a / s) ** 2);
    const branching = sigma / coupling.value[0] / (born * vacuumPolarisationFactor(s));
    expect(branching).toBeGreaterThan(0.12);
    expect(branching).toBeLessThan(0.16);
  });

  it("maps the column of windows", () => {
    const map = result.maps?.find(({ name }) => name === "map-expected");
    if (map === undefined) throw new Error("no map");
    expect(map.cells.length).toBeGreaterThan(10);
    expect(map.cells.every(({ value, y, yRange }) => value > 0 && y >= yRange[0] && y <= yRange[1])).toBe(true);
    expect(mapText(map).split("\n")).toHaveLength(map.cells.length + 2);
  });

  it("tells what the selection did to signal at three points and to each background", () => {
    const flows = result.cutFlows ?? [];
    expect(flows.map(({ sample }) => sample.replace(/,.*/, ""))).toEqual([
      "signal",
      "signal",
      "signal",
      "mumugamma-hard",
      "mumugamma-soft",
      "tautau",
      "eemumu",
    ]);
    flows.forEach(expectMonotone);
  });

  it("says what the background is made of: mostly μμγ, then ττ, then eeμμ", () => {
    const note = result.notes.find((text) => text.startsWith("background"));
    const [gamma, tau] = ["mu mu gamma", "tau tau"].map((name) =>
      Number(new RegExp(`${name} (\\d+) %`).exec(note ?? "")?.[1]),
    );
    // 80 and 18 % with the default sample; its size here leaves some per cent.
    expect(Math.abs(gamma - 80)).toBeLessThan(10);
    expect(Math.abs(tau - 18)).toBeLessThan(10);
  });

  it("says what is wrong with a file of data, before anything is simulated", async () => {
    const data = { name: "data.csv", bytes: new TextEncoder().encode("7,1") };
    await expect(darkHiggsstrahlungSearch.run({ ...options, data }, quietWork)).rejects.toThrow(UserError);
  });
});

describe("the global significance", () => {
  it("of one window is the local one, and of many the chance of any", () => {
    // Five events or more where one is expected.
    const tail = poissonSf(4, 1);
    const z = countingSignificance(5, 1, 0);
    const window = { value: 1, uncertainty: 0 };
    expect(globalSignificance([window], z).pValue).toBeCloseTo(tail, 12);
    const many = globalSignificance(new Array<typeof window>(500).fill(window), z);
    expect(many.pValue).toBeCloseTo(1 - (1 - tail) ** 500, 12);
    // An uncertain background needs a larger count for the same significance, and is then about as unlikely.
    const uncertain = globalSignificance([{ value: 10, uncertainty: 0.2 }], 2).pValue;
    expect(uncertain / normalSf(2)).toBeGreaterThan(0.6);
    expect(uncertain / normalSf(2)).toBeLessThan(1.4);
  });
});

describe("the selection of dark-higgsstrahlung", () => {
  // Selected events and sums of mass and weight.
  it.each([4000, 4000, 20_000, 40_000].map((events, source) => [source, events]))(
    "keeps of background %d what it always kept",
    async (source, events) => {
      const chunk = await simulateBackground.run({ source, index: 0, events, seed: 5, purpose: "background" });
      const weight = chunk.weight.reduce((sum, x) => sum + x, 0);
      const mass = chunk.mass.reduce((sum, x) => sum + x, 0);
      await expectKept(`dark-higgsstrahlung-${source}`, { count: chunk.mass.length, mass, weight });
      expectMonotone(chunk.cutFlow);
      expect((chunk.cutFlow.steps.at(-1)?.events ?? 0) / weight).toBeCloseTo(1, 9);
    },
    900_000,
  );

  it("keeps of signal what it always kept, and its cut flow ends at the efficiency", async () => {
    const point = await simulateSignal.run({ mA: 6.5, mH: 2, seed: 5 });
    if ("reason" in point) throw new Error(point.reason);
    const { efficiency, triggerEfficiency } = point;
    await expectKept("dark-higgsstrahlung-signal", { efficiency, triggerEfficiency });
    const flow = tuned(point, even(2000, 0.5)).cutFlow;
    expectMonotone(flow);
    const rows = cutFlowRows(flow);
    expect(rows.find(({ name }) => name === "trigger")?.efficiency).toBeCloseTo(point.triggerEfficiency, 12);
    expect(rows.at(-1)?.cumulative).toBeCloseTo(tuned(point, even(2000, 0.5)).chosen, 12);
  });

  it("expects of the data what the cut flows of the backgrounds say, weighted events too", async () => {
    const { sample, cutFlows } = await simulatedBackground({ ...options, events: 4000 }, quietWork);
    const all = sample.weight.reduce((sum, w) => sum + w, 0);
    const last = cutFlows.map(({ weight = 0, steps }) => weight * steps[steps.length - 1].events);
    expect(last.reduce((sum, n) => sum + n, 0) / all).toBeCloseTo(1, 9);
  }, 900_000);

  it("prints every number it cuts on, with its standing", () => {
    const ellipse = { mass: 7, recoilSquared: 4, sigmaMass: 0.03, sigmaRecoil: 0.25, correlation: -0.85 };
    expectPrinted([...cuts, ...signalCuts(ellipse)], facts);
    expect(facts).toContainEqual({
      quantity: "p_T*(μμ)",
      value: "> 0.1 GeV",
      standing: "recalled",
      source: "arXiv:2207.00509",
    });
  });
});
