import { beforeAll, describe, expect, it } from "vitest";
import type { SearchOptions, SearchResult } from "../src/search.js";
import { cutFlowRows } from "../src/selection/cut-flow.js";
import { UserError } from "../src/user-error.js";
import { quietWork } from "../src/work.js";
import { zprimeToTaus } from "../src/zprime-to-taus/search.js";

const options: SearchOptions = {
  ...zprimeToTaus.defaults,
  luminosity: 4,
  masses: { from: 6, to: 6 },
  events: 12_000,
  seed: 3,
  toys: 0,
  inject: { mass: 6, rate: 70 },
};

describe("zprime-to-taus", () => {
  let result: SearchResult;
  beforeAll(async () => {
    result = await zprimeToTaus.run(options, quietWork);
  }, 900_000);

  it("says what each cut kept: fewer from step to step, and of the signal the efficiency of the table", () => {
    const flows = result.cutFlows ?? [];
    expect(flows.map(({ sample }) => sample)).toEqual([
      "signal of a Z', m = 6 GeV",
      "e+ e- -> tau tau, a muon and three hadrons, pions counted as muons",
      "e+ e- -> tau tau, four hadrons, pions counted as muons",
      "e+ e- -> mu mu tau tau",
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

  it("selects a third of the signal and resolves its recoil mass as simulation of the experiment does", () => {
    const [{ efficiency, resolution }] = result.measured[0].masses;
    expect(efficiency).toBeGreaterThan(0.2);
    expect(efficiency).toBeLessThan(0.4);
    // Core of 11 MeV at 6 GeV in simulation of the experiment for training its networks; energy spread alone gives 4.
    expect(resolution).toBeGreaterThan(0.006);
    expect(resolution).toBeLessThan(0.022);
  });

  it("expects a limit that is 1 to 4 fb at 62.8 /fb, scaled by the root of the luminosity", () => {
    const [{ expected }] = result.measured[0].masses;
    const scaled = expected * Math.sqrt(4 / 62.8);
    expect(scaled).toBeGreaterThan(1);
    expect(scaled).toBeLessThan(4);
  });

  it("finds the injected signal", () => {
    const [{ observed, significance, expected }] = result.measured[0].masses;
    expect(significance).toBeGreaterThan(4);
    expect(observed).toBeGreaterThan(70 - 2 * expected);
    expect(observed).toBeLessThan(70 + 4 * expected);
  });

  it("reads the limit as three couplings, weaker for the scalar whose coupling to muons is small", () => {
    const [gPrime, xi, cOverF] = result.interpreted.map(({ limit }) => {
      if (limit.shape !== "curve") throw new Error("no curve");
      return limit.value[0];
    });
    // g_S = xi m_mu / v: the limit on g_S is near that on g', times the root of the ratio of the cross sections.
    const yukawa = (xi * 0.10566) / 246.22;
    expect(yukawa / gPrime).toBeGreaterThan(0.5);
    expect(yukawa / gPrime).toBeLessThan(2);
    // A pseudoscalar of the same coupling c m_mu / f is produced about as often as a scalar of this mass.
    expect((cOverF * 0.10566) / yukawa).toBeGreaterThan(0.3);
    expect((cOverF * 0.10566) / yukawa).toBeLessThan(3);
  });

  it("refuses data and signal it cannot read, before any simulation", async () => {
    const bytes = new TextEncoder().encode("-1\n");
    const data = zprimeToTaus.run({ ...options, data: { name: "d.csv", bytes } }, quietWork);
    await expect(data).rejects.toThrow(UserError);
    await expect(data).rejects.toThrow("d.csv, line 1: must be one recoil > 0 in GeV");
    const signal = zprimeToTaus.run({ ...options, signal: { name: "s.lhe", bytes } }, quietWork);
    await expect(signal).rejects.toThrow(UserError);
  });
});
