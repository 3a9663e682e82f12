import { beforeAll, describe, expect, it } from "vitest";
import { channels } from "../src/b-to-long-lived-scalar/channels.js";
import { bToLongLivedScalar } from "../src/b-to-long-lived-scalar/search.js";
import { displacementAt, vetoed } from "../src/b-to-long-lived-scalar/difficult-masses.js";
import { expectedBackground } from "../src/b-to-long-lived-scalar/expected-background.js";
import { facts } from "../src/b-to-long-lived-scalar/facts.js";
import { kShortMasses, tightMasses } from "../src/b-to-long-lived-scalar/difficult-masses.js";
import { generateSignal, SCALAR } from "../src/b-to-long-lived-scalar/samples.js";
import { cutsOf } from "../src/b-to-long-lived-scalar/selection.js";
import { lifetimes, measureSignal } from "../src/b-to-long-lived-scalar/signal-efficiency.js";
import { testWindows } from "../src/b-to-long-lived-scalar/tasks.js";
import type { Measured, SearchOptions, SearchResult } from "../src/search.js";
import { cutFlowRows } from "../src/selection/cut-flow.js";
import { factOf } from "../src/selection/quantity.js";
import { quietWork } from "../src/work.js";
import { expectMonotone, expectPrinted } from "./selection/expect-selection.js";
import { expectKept } from "./kept.js";

const options: SearchOptions = {
  ...bToLongLivedScalar.defaults,
  masses: { from: 1.2, to: 1.2 },
  events: 2000,
  seed: 4,
  toys: 0,
};
const csv = (text: string) => ({ name: "data.csv", bytes: new TextEncoder().encode(text) });
const byName = (result: SearchResult, name: string): Measured => {
  const found = result.measured.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe("b-to-long-lived-scalar", () => {
  let result: SearchResult;
  beforeAll(async () => {
    // Six events on the peak of K+ mu mu, one far from that of K* mu mu.
    const peak = Math.sqrt(1.2 ** 2 - 4 * 0.1056583755 ** 2);
    const rows = [-2, -1, -0.5, 0, 1, 1.5].map((pull) => `1, ${(peak + 0.002 * pull).toFixed(5)}`);
    result = await bToLongLivedScalar.run({ ...options, data: csv([...rows, "5, 4.1"].join("\n")) }, quietWork);
  }, 900_000);

  it("has eight channels, at the lifetimes shown", () => {
    const at = (ctau: string): number => result.measured.filter(({ name }) => name.endsWith(`-${ctau}cm`)).length;
    expect([at("0.1"), at("1"), at("10"), at("100")]).toEqual([8, 8, 8, 8]);
    expect(result.measured[0].name).toBe("kplus-mumu-1cm");
  });

  it("expects a K+ mu mu limit within a factor 1.5 of the published one at 0.1 to 10 cm", () => {
    for (const ctau of ["0.1", "1", "10"]) {
      const [{ expected, published }] = byName(result, `kplus-mumu-${ctau}cm`).masses;
      expect(expected / published).toBeGreaterThan(1 / 1.5);
      expect(expected / published).toBeLessThan(1.5);
    }
  });

  it("limits an empty window to -ln 0.05 events: branching fraction times efficiency times B mesons", () => {
    const [{ expected, observed, efficiency }] = byName(result, "kplus-ee-1cm").masses;
    expect(observed / expected).toBeCloseTo(1, 6);
    expect(expected * efficiency * 2 * 0.514 * 198e6).toBeCloseTo(-Math.log(0.05), 6);
  });

  it("tells what the selection did in every channel, to the efficiency at a lifetime of 1 cm", () => {
    const flows = result.cutFlows ?? [];
    expect(flows.map(({ sample }) => sample)).toEqual(
      channels.map(({ name }) => `signal, ${name}, m = 1.2 GeV, ctau = 1 cm`),
    );
    flows.forEach((flow, c) => {
      expectMonotone(flow);
      const last = cutFlowRows(flow).at(-1);
      const [{ efficiency, triggerEfficiency }] = byName(result, `${channels[c].name}-1cm`).masses;
      expect((last?.cumulative ?? 0) / efficiency).toBeCloseTo(1, 9);
      expect((last?.efficiency ?? 0) / triggerEfficiency).toBeCloseTo(1, 9);
    });
  });

  it("falls off as one over the lifetime where most scalars leave the detector", () => {
    const one = byName(result, "kplus-mumu-100cm").masses[0].efficiency;
    const ten = byName(result, "kplus-mumu-10cm").masses[0].efficiency;
    expect(ten / one).toBeGreaterThan(3);
    expect(ten / one).toBeLessThan(10);
  });

  it("excludes mixings between two edges", () => {
    const [{ limit }] = result.interpreted;
    if (limit.shape !== "interval") throw new Error("no interval");
    // Observed, so weaker than expected at the mass of the six events.
    expect(limit.lower[0]).toBeGreaterThan(1e-4);
    expect(limit.upper[0]).toBeGreaterThan(2 * limit.lower[0]);
    expect(limit.upper[0]).toBeLessThan(0.05);
  });

  it("finds events in the user's data where there are some, and a weaker limit there", () => {
    const [{ significance, observed, expected }] = byName(result, "kplus-mumu-1cm").masses;
    expect(significance).toBeGreaterThan(4);
    expect(observed / expected).toBeGreaterThan(2);
    const [other] = byName(result, "kstar-mumu-1cm").masses;
    expect(other.observed / other.expected).toBeCloseTo(1, 6);
  });

  it("says what is wrong with data and injections that do not fit", async () => {
    await expect(bToLongLivedScalar.run({ ...options, events: 300, data: csv("9, 1\n") }, quietWork)).rejects.toThrow(
      "data.csv: channel must be 1 to 8 (1 kplus-mumu, 2 kplus-ee",
    );
    await expect(
      bToLongLivedScalar.run({ ...options, events: 300, inject: { mass: 3, rate: 1e-6 } }, quietWork),
    ).rejects.toThrow("--inject: kplus-mumu has no signal at 3 GeV in this run");
  }, 900_000);
});

describe("tests of windows", () => {
  const shape = { mean: 0, sigma: 1, alpha: [1.5, 1.5] } as const;
  const point = { method: "cls", level: 0.95, toys: 0, seed: 1, asymptotic: false } as const;
  const observedOf = async (windows: Parameters<typeof testWindows.run>[0]["windows"], toys = 0): Promise<number> => {
    const result = await testWindows.run({ windows, ...point, toys });
    if ("reason" in result) throw new Error(result.reason);
    return result.observed ?? Number.NaN;
  };

  it("agree in closed form and by pseudo-experiments where nothing is seen", async () => {
    const windows = [{ shape, share: 1, background: 0.02, entries: [] }];
    // The standard error of a probability of 5 % in 2000 pseudo-experiments is a tenth: 0.1 events.
    expect(Math.abs((await observedOf(windows, 2000)) - (await observedOf(windows)))).toBeLessThan(0.3);
  }, 900_000);

  it("give half the square of 1.96 by the asymptotic formulae where nothing is seen and none expected", async () => {
    const windows = [{ shape, share: 1, background: 1e-6, entries: [] }];
    const result = await testWindows.run({ windows, ...point, asymptotic: true });
    if ("reason" in result) throw new Error(result.reason);
    // 2 s = 1.96², for CLs of a likelihood exp(-s): CL_b is one half, CL_s+b that of a normal distribution at 1.96.
    expect(result.observed).toBeCloseTo(0.5 * 1.959964 ** 2, 2);
  });

  it("weigh an event on the peak, and no event 8 widths beside it", async () => {
    const window = (entries: number[]) => [{ shape, share: 1, background: 0.02, entries }];
    expect(await observedOf(window([0.2]))).toBeGreaterThan(4);
    expect(await observedOf(window([8]))).toBeCloseTo(-Math.log(0.05), 6);
  }, 900_000);

  it("give two channels of half the signal each the limit of one", async () => {
    const half = { shape, share: 0.5, background: 0.3 };
    const two = await observedOf([
      { ...half, entries: [4.9] },
      { ...half, entries: [] },
    ]);
    expect(Math.abs(two - 3)).toBeLessThan(0.5);
  }, 900_000);
});

it("asks for more displacement where other decays peak, and leaves out the K_S in two pions only", () => {
  const [mumu, , pipi] = channels;
  expect([1.6, 1.75, 3.1, 3.7].map((m) => displacementAt(mumu, m))).toEqual([0, 1, 1, 1]);
  expect([vetoed(mumu, 0.497), vetoed(pipi, 0.497), vetoed(pipi, 0.6)]).toEqual([false, true, false]);
  expect(lifetimes).toEqual([...lifetimes].sort((a, b) => a - b));
});

describe("the selection of b-to-long-lived-scalar", () => {
  // Efficiencies at 1 cm for both displacements, offset and candidates.
  it.each([300, 300, 200, 200, 200, 200, 200, 200].map((events, c) => [c, events]))(
    "keeps in channel %d what it always kept",
    async (c, events) => {
      const channel = channels[c];
      const found = measureSignal(generateSignal(channel, 1.2, events, 4), SCALAR, channel, 1.2, 4);
      if ("reason" in found) throw new Error(found.reason);
      await expectKept(`b-to-long-lived-scalar-${c}`, {
        efficiency: found.efficiency.map((row) => row[lifetimes.indexOf(1)]),
        offset: found.offset,
        candidates: found.pulls.reduce((sum, n) => sum + n, 0),
      });
      expectMonotone(found.cutFlow);
    },
    900_000,
  );

  it("prints every number it cuts on, with its standing", () => {
    expectPrinted(channels.flatMap(cutsOf), facts);
    const others = [...Object.values(tightMasses), ...Object.values(expectedBackground), kShortMasses];
    for (const one of others) expect(facts).toContainEqual(factOf(one));
    expect(facts).toContainEqual({
      quantity: "vertex, dr",
      value: "> 0.05 cm",
      standing: "read",
      source: "basf2, skim BtoKplusLLP",
    });
    expect(facts).toContainEqual(expect.objectContaining({ quantity: "number of B pairs", value: "(198 ± 3) × 10⁶" }));
  });
});
