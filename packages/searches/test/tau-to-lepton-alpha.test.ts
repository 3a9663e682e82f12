import { generate, qed, treeProcess, writeLhe } from "@belladonna/events";
import { lfvAlp, lfvDecay } from "@belladonna/models";
import { beforeAll, describe, expect, it } from "vitest";
import type { SearchOptions, SearchResult } from "../src/search.js";
import { tauToLeptonAlpha } from "../src/tau-to-lepton-alpha/search.js";
import { decayOf } from "../src/tau-to-lepton-alpha/samples.js";
import { quietWork } from "../src/work.js";

const options: SearchOptions = {
  ...tauToLeptonAlpha.defaults,
  masses: { from: 0.5, to: 1.6, step: 0.5 },
  events: 60_000,
  seed: 3,
  toys: 0,
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("tau-to-lepton-alpha", () => {
  let result: SearchResult;
  beforeAll(async () => {
    result = await tauToLeptonAlpha.run(options, quietWork);
  }, 120_000);

  it("limits the ratio and the branching fraction, with an electron and with a muon", () => {
    expect(result.measured.map(({ name }) => name)).toEqual([
      "ratio-e",
      "ratio-mu",
      "branching-fraction-e",
      "branching-fraction-mu",
    ]);
    for (const { masses } of result.measured) expect(masses.map(({ mass }) => mass)).toEqual([0.5, 1, 1.5]);
    expect(result.notes.filter((note) => note.includes("left out"))).toEqual([]);
  });

  it("expects limits within a factor 2.5 of the published ones", () => {
    for (const { masses } of result.measured.slice(2)) {
      for (const { expected, published, mass } of masses) {
        if (mass === 1.5) expect(published).toBeNaN();
        else {
          expect(expected / published).toBeGreaterThan(0.4);
          expect(expected / published).toBeLessThan(2.5);
        }
      }
    }
  });

  it("has the 90 % limit on the branching fraction below the 95 % limit on the ratio, as 1.64 to 1.96", () => {
    const [ratio, , fraction] = result.measured;
    ratio.masses.forEach(({ expected }, i) => {
      const ninety = fraction.masses[i].expected / 0.1782;
      // CLs of a Gaussian estimate: quantiles at 2.5 % and 5 %; signal strengths are nearly Gaussian here.
      expect(expected / ninety / (1.96 / 1.645)).toBeGreaterThan(0.97);
      expect(expected / ninety / (1.96 / 1.645)).toBeLessThan(1.03);
    });
  });

  it("turns the branching fraction into the coupling it stands for", () => {
    const { limit } = result.interpreted[0];
    if (limit.shape !== "curve") throw new Error("no curve");
    const fraction = result.measured[2].limit;
    limit.mass.forEach((mass, i) => {
      const alp = lfvAlp({ mass, leptons: ["tau", "e"], cVector: limit.value[i], cAxial: 0, decayConstant: 1 });
      expect(lfvDecay(alp).branchingFraction / fraction.value[i]).toBeCloseTo(1, 9);
    });
  });

  it("finds a signal that is put in, at a luminosity at which there is a thousand times the data", async () => {
    const { measured } = await tauToLeptonAlpha.run(
      {
        ...options,
        events: 20_000,
        luminosity: 50_000,
        masses: { from: 1.5, to: 1.5 },
        inject: { mass: 1.5, rate: 0.01 },
      },
      quietWork,
    );
    for (const { masses } of measured) {
      expect(masses[0].significance).toBeGreaterThan(5);
      expect(masses[0].observed).toBeGreaterThan(5 * masses[0].expected);
      expect(masses[0].published).toBeNaN();
    }
    // Better than now, but not better than statistics would have it.
    const now = result.measured[0].masses[2].expected;
    expect(measured[0].masses[0].expected).toBeLessThan(now);
    expect(measured[0].masses[0].expected).toBeGreaterThan(now / Math.sqrt(50_000 / 62.8));
  }, 120_000);
});

describe("files for tau-to-lepton-alpha", () => {
  const one: SearchOptions = { ...options, masses: { from: 1, to: 1 }, events: 20_000 };
  const pairs = (pdgId: number) =>
    generate(treeProcess({ model: qed(), outgoing: [15, -15] }), {
      sqrtS: 10.579,
      events: 1000,
      seed: 1,
      decays: [{ ...decayOf("mu", { alpha: 1 }).table, pdgId, conjugate: false }],
    });

  it("takes signal from a Les Houches file", async () => {
    const name = "signal.lhe";
    const { measured } = await tauToLeptonAlpha.run(
      { ...one, signal: { name, bytes: bytes(writeLhe(pairs(15))) } },
      quietWork,
    );
    expect(measured.map((m) => m.name)).toEqual(["ratio-mu", "branching-fraction-mu"]);
    const [{ mass, efficiency }] = measured[0].masses;
    expect(mass).toBeCloseTo(1, 9);
    // 0.25 with radiation, which the file has not: somewhat more.
    expect(efficiency).toBeGreaterThan(0.2);
    expect(efficiency).toBeLessThan(0.4);
  }, 120_000);

  it("says what is wrong with a file of something else", async () => {
    const muons = generate(treeProcess({ model: qed(), outgoing: [13, -13] }), { sqrtS: 10.579, events: 2, seed: 1 });
    const file = { name: "muons.lhe", bytes: bytes(writeLhe(muons)) };
    await expect(tauToLeptonAlpha.run({ ...one, signal: file }, quietWork)).rejects.toThrow("muons.lhe: event 1");
  }, 120_000);

  it("takes data, and says which lepton is none", async () => {
    const rows = Array.from({ length: 400 }, (_, i) => `${i % 2 === 0 ? 11 : 13},${0.4 + (i % 20) / 25}`);
    const data = (text: string) => ({ ...one, luminosity: 0.1, data: { name: "x.csv", bytes: bytes(text) } });
    const { measured, notes } = await tauToLeptonAlpha.run(data(rows.join("\n")), quietWork);
    expect(measured[0].masses[0].observed).toBeGreaterThan(0);
    expect(notes).toEqual(["observed: x.csv"]);
    await expect(tauToLeptonAlpha.run(data("22,0.5"), quietWork)).rejects.toThrow(
      "x.csv, event 1: lepton must be 11 or 13, got 22",
    );
  }, 120_000);
});
