import { beforeAll, describe, expect, it } from "vitest";
import type { SearchOptions, SearchResult } from "../src/search.js";
import { cutFlowRows } from "../src/selection/cut-flow.js";
import { UserError } from "../src/user-error.js";
import { quietWork } from "../src/work.js";
import { zprimeToMuons } from "../src/zprime-to-muons/search.js";

/** Injected cross section, fb. */
const RATE = 5;

const options: SearchOptions = {
  ...zprimeToMuons.defaults,
  luminosity: 40,
  masses: { from: 2, to: 2 },
  events: 8000,
  seed: 3,
  toys: 0,
  inject: { mass: 2, rate: RATE },
};

describe("zprime-to-muons", () => {
  let result: SearchResult;
  beforeAll(async () => {
    result = await zprimeToMuons.run(options, quietWork);
  }, 900_000);

  it("says what each cut kept: fewer from step to step, and of the signal the efficiency of the table", () => {
    const flows = result.cutFlows ?? [];
    expect(flows.map(({ sample }) => sample)).toEqual([
      "signal of a Z', m = 2 GeV",
      "signal of a scalar, m = 2 GeV",
      "e+ e- -> mu mu mu mu",
    ]);
    for (const { generated, steps } of flows) {
      const events = [generated, ...steps.map((step) => step.events)];
      events.slice(1).forEach((n, i) => {
        expect(n).toBeLessThanOrEqual(events[i]);
      });
      expect(events.at(-1)).toBeGreaterThan(0);
    }
    result.measured.forEach(({ masses }, k) => {
      const rows = cutFlowRows(flows[k]);
      expect(rows.at(-1)?.cumulative).toBeCloseTo(masses[0].efficiency, 12);
      const trigger = rows.find(({ name }) => name === "trigger");
      expect(trigger?.efficiency).toBeCloseTo(masses[0].triggerEfficiency, 12);
    });
  });

  it("expects limits inside the ranges of the publication, scaled by the root of the luminosity, for both kinematics", () => {
    const scale = Math.sqrt(40 / 178);
    const [vector, scalar] = result.measured;
    for (const { masses, range } of [vector, scalar]) {
      expect(masses).toHaveLength(1);
      expect(scale * masses[0].expected).toBeGreaterThan(range?.low ?? Infinity);
      expect(scale * masses[0].expected).toBeLessThan(range?.high ?? 0);
      expect(masses[0].efficiency).toBeGreaterThan(0.3);
      expect(masses[0].efficiency).toBeLessThan(0.6);
      // 0.25 % of a track at low momentum, over the root of two tracks, up to twice as much.
      expect(masses[0].resolution).toBeGreaterThan(0.003);
      expect(masses[0].resolution).toBeLessThan(0.008);
    }
  });

  it("reads them as couplings: sigma B of the limit at the limit", () => {
    expect(result.interpreted.map(({ name }) => name)).toEqual(["g-prime", "g-scalar"]);
    const [{ limit }] = result.interpreted;
    if (limit.shape !== "curve") throw new Error("no curve");
    // 3.47e4 fb at g' = 1 and 2 GeV (integrated amplitude, no radiation), half of it to muons.
    const expected = Math.sqrt(result.measured[0].limit.value[0] / (3.47e4 * 0.5));
    expect(limit.value[0] / expected).toBeGreaterThan(0.9);
    expect(limit.value[0] / expected).toBeLessThan(1.1);
  });

  it("finds the injected signal, with the efficiency of either kinematics", () => {
    for (const { masses } of result.measured) {
      const [{ observed, significance, expected }] = masses;
      expect(significance).toBeGreaterThan(4);
      expect(observed).toBeGreaterThan(RATE - 2 * expected);
      expect(observed).toBeLessThan(RATE + 4 * expected);
    }
  });

  it("refuses data and signal it cannot read, before any simulation", async () => {
    const bytes = new TextEncoder().encode("1.0\nheavy\n");
    const data = zprimeToMuons.run({ ...options, data: { name: "d.csv", bytes } }, quietWork);
    await expect(data).rejects.toThrow(UserError);
    await expect(data).rejects.toThrow("d.csv, line 2: must be one mass > 0 in GeV");
    const signal = zprimeToMuons.run({ ...options, signal: { name: "s.lhe", bytes } }, quietWork);
    await expect(signal).rejects.toThrow(UserError);
  });
});
