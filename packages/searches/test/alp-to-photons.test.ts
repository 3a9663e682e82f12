import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { vacuumPolarisationFactor } from "@belladonna/models";
import { fileCache } from "@belladonna/scan/files";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { alpToPhotonsSearch } from "../src/alp-to-photons/search.js";
import { workOf } from "../src/node/kept-work.js";
import { silentProgress } from "../src/progress.js";
import type { Measured, SearchOptions, SearchResult } from "../src/search.js";
import { cutFlowRows } from "../src/selection/cut-flow.js";

const options: SearchOptions = {
  ...alpToPhotonsSearch.defaults,
  masses: { from: 0.4, to: 9.4, step: 1.8 },
  events: 60_000,
  seed: 3,
  toys: 0,
};

describe("alp-to-photons", () => {
  let result: SearchResult;
  let measured: Measured;
  // Runs that differ in method or data share what was simulated.
  const folder = mkdtempSync(path.join(tmpdir(), "belladonna-alp-"));
  const shared = workOf({ workers: 1, cache: fileCache(folder), progress: silentProgress });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  beforeAll(async () => {
    result = await alpToPhotonsSearch.run(options, shared);
    [measured] = result.measured;
  }, 900_000);

  it("says what each cut kept: fewer from step to step, and of the signal the efficiency of the table", () => {
    const flows = result.cutFlows ?? [];
    expect(flows.map(({ sample }) => sample)).toEqual([
      "signal, m = 0.4 GeV, photons above 1 GeV",
      "signal, m = 3.611 GeV, photons above 1 GeV",
      "signal, m = 9.7 GeV, photons above 0.65 GeV",
      "e+ e- -> gamma gamma gamma, photons above 1 GeV",
      "e+ e- -> gamma gamma gamma, photons above 0.65 GeV",
      "e+ e- -> e e gamma, photons above 1 GeV",
      "e+ e- -> e e gamma, photons above 0.65 GeV",
    ]);
    for (const { generated, steps } of flows) {
      const events = [generated, ...steps.map((step) => step.events)];
      events.slice(1).forEach((n, i) => {
        expect(n).toBeLessThanOrEqual(events[i]);
      });
      expect(events.at(-1)).toBeGreaterThan(0);
    }
    const first = cutFlowRows(flows[0]);
    expect(first.at(-1)).toMatchObject({ name: "fit window" });
    expect(first.at(-1)?.cumulative).toBeCloseTo(measured.masses[0].efficiency, 12);
    expect(first.find(({ name }) => name === "trigger")?.efficiency).toBe(measured.masses[0].triggerEfficiency);
  });

  it("reads the rate as a coupling with alpha at zero momentum where conventions are to be as published", async () => {
    const one = { ...options, masses: { from: 4, to: 4 } };
    const [ours, theirs] = await Promise.all(
      [false, true].map(async (asPublished) => alpToPhotonsSearch.run({ ...one, asPublished }, shared)),
    );
    expect(theirs.measured[0].limit.expected).toEqual(ours.measured[0].limit.expected);
    const [g, published] = [ours, theirs].map(({ interpreted }) => interpreted[0].limit);
    if (g.shape !== "curve" || published.shape !== "curve") throw new Error("not curves");
    const factor = vacuumPolarisationFactor(10.58 ** 2);
    expect(published.value[0] / g.value[0]).toBeCloseTo(Math.sqrt(factor), 3);
    expect(published.method).toContain("conventions as published");
  });

  it("tests every mass that was asked for", () => {
    expect(measured.masses.map((m) => m.mass.toFixed(1))).toEqual(["0.4", "2.2", "4.0", "5.8", "7.6", "9.4"]);
    expect(result.notes.filter((note) => note.includes("left out"))).toEqual([]);
  });

  it("expects a cross-section limit 0.4 to 1.1 times the published one at each mass, as its README says", () => {
    for (const { expected, published } of measured.masses) {
      expect(expected / published).toBeGreaterThan(0.4);
      expect(expected / published).toBeLessThan(1.1);
    }
  });

  it("has bands in order, and a CLs limit above the profile-likelihood limit", async () => {
    const cls = measured.limit;
    const [{ limit: profile }] = (await alpToPhotonsSearch.run({ ...options, method: "profile" }, shared)).measured;
    for (const limit of [profile, cls]) {
      const { expected } = limit;
      if (expected?.minus2 === undefined || expected.minus1 === undefined) throw new Error("no bands");
      for (let i = 0; i < limit.mass.length; i++) {
        expect(expected.minus2[i]).toBeLessThanOrEqual(expected.minus1[i]);
        expect(expected.minus1[i]).toBeLessThan(expected.median[i]);
        expect(expected.median[i]).toBeLessThan(expected.plus1?.[i] ?? 0);
        expect(expected.plus1?.[i] ?? Infinity).toBeLessThan(expected.plus2?.[i] ?? 0);
        // 1.96 over 1.64 standard deviations, 1.19, where the background is large; not far from it where events are few.
        const ratio = (cls.expected?.median[i] ?? 0) / (profile.expected?.median[i] ?? 1);
        expect(ratio).toBeGreaterThan(1.08);
        expect(ratio).toBeLessThan(1.3);
      }
    }
  }, 900_000);

  it("turns the cross section into the coupling: sigma = alpha g^2 / 24 (1 - m^2/s)^3, with vacuum polarisation", () => {
    const [{ limit: coupling }] = result.interpreted;
    if (coupling.shape !== "curve") throw new Error("no curve");
    const { limit } = measured;
    const s = 10.57918 ** 2;
    const dressed = vacuumPolarisationFactor(s);
    limit.value.forEach((sigma, i) => {
      const perCoupling = (dressed * (1 / 137.035999) * 3.893793721e11 * (1 - limit.mass[i] ** 2 / s) ** 3) / 24;
      expect(coupling.value[i] / Math.sqrt(sigma / perCoupling)).toBeCloseTo(1, 4);
    });
  });

  it("gives the same limit for the same seed, whichever other masses are tested", async () => {
    const limitAt = async (masses: SearchOptions["masses"]): Promise<number | undefined> =>
      (await alpToPhotonsSearch.run({ ...options, masses }, shared)).measured[0].limit.value.at(-1);
    const among = measured.limit.value.at(-1) ?? Number.NaN;
    expect(await limitAt({ from: 7.6, to: 9.4, step: 1.8 })).toBe(among);
    // Alone, the mass itself is simulated, with its own chances: seeds differ by 5 to 8 %.
    const alone = (await limitAt({ from: 9.4, to: 9.4 })) ?? Number.NaN;
    expect(Math.abs(alone / among - 1)).toBeLessThan(0.1);
  }, 900_000);

  it("finds a signal in the user's data where there is one", async () => {
    // 60 events at 2 GeV on a background that falls off smoothly from 1 to 4 GeV.
    const signal = Array.from({ length: 60 }, (_, i) => 2 + 0.026 * Math.sqrt(2) * erfInverse((2 * i + 1) / 60 - 1));
    const background = Array.from({ length: 900 }, (_, i) => Math.sqrt(0.2 + (16 * (i + 0.5)) / 900));
    const bytes = new TextEncoder().encode([...signal, ...background].join("\n"));
    const found = await alpToPhotonsSearch.run(
      { ...options, masses: { from: 2, to: 2 }, data: { name: "data.csv", bytes } },
      shared,
    );
    expect(found.measured[0].masses[0].significance).toBeGreaterThan(4);
    expect(found.measured[0].masses[0].observed).toBeGreaterThan(3 * found.measured[0].masses[0].expected);
  }, 900_000);
});

/** Winitzki's approximation: enough to spread events over a Gaussian. */
function erfInverse(x: number): number {
  const a = 0.147;
  const l = Math.log(1 - x * x);
  const b = 2 / (Math.PI * a) + l / 2;
  return Math.sign(x) * Math.sqrt(Math.sqrt(b * b - l / a) - b);
}
