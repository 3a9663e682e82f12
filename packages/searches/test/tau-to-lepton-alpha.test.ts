import { generate, qed, treeProcess, writeLhe } from "@belladonna/events";
import { lfvAlp, lfvDecay } from "@belladonna/models";
import { beforeAll, describe, expect, it } from "vitest";
import type { SearchOptions, SearchResult } from "../src/search.js";
import { tauToLeptonAlpha } from "../src/tau-to-lepton-alpha/search.js";
import { decayOf } from "../src/tau-to-lepton-alpha/samples.js";
import { cuts } from "../src/tau-to-lepton-alpha/selection.js";
import { facts } from "../src/tau-to-lepton-alpha/facts.js";
import { simulate } from "../src/tau-to-lepton-alpha/tasks.js";
import { systematics } from "../src/tau-to-lepton-alpha/systematics.js";
import { cutFlowRows } from "../src/selection/cut-flow.js";
import { factOf } from "../src/selection/quantity.js";
import { quietWork } from "../src/work.js";
import { expectMonotone, expectPrinted } from "./selection/expect-selection.js";
import { expectKept } from "./kept.js";

const options: SearchOptions = {
  ...tauToLeptonAlpha.defaults,
  masses: { from: 0.5, to: 1.6, step: 0.5 },
  events: 80_000,
  seed: 3,
  toys: 0,
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("tau-to-lepton-alpha", () => {
  let result: SearchResult;
  beforeAll(async () => {
    result = await tauToLeptonAlpha.run(options, quietWork);
  }, 900_000);

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

  it("tells what the selection did, to the efficiency it states", () => {
    const flows = result.cutFlows ?? [];
    expect(flows.map(({ sample }) => sample)).toEqual([
      ...["e", "mu"].flatMap((l) => [0.5, 1, 1.5].map((m) => `signal, tau -> ${l} alpha, m = ${m} GeV`)),
      ...["e", "mu"].flatMap((l) => [`tau -> ${l} nu nu`, `tau -> hadron nu, taken for ${l}`]),
    ]);
    flows.forEach(expectMonotone);
    result.measured.slice(0, 2).forEach(({ masses }, lepton) => {
      masses.forEach(({ efficiency, triggerEfficiency }, i) => {
        const last = cutFlowRows(flows[3 * lepton + i]).at(-1);
        expect((last?.cumulative ?? 0) / efficiency).toBeCloseTo(1, 9);
        expect((last?.efficiency ?? 0) / triggerEfficiency).toBeCloseTo(1, 9);
      });
    });
    // 62.8 per fb of 0.919 nb, 17.8 % to an electron and 9.5 % to three hadrons, either way: some 2e6, of which a quarter.
    const [, , , , , , { weight = 0, steps }] = flows;
    expect(weight * steps[steps.length - 1].events).toBeGreaterThan(2e5);
    expect(weight * steps[steps.length - 1].events).toBeLessThan(1e6);
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
  }, 900_000);
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
  }, 900_000);

  it("says what is wrong with a file of something else", async () => {
    const muons = generate(treeProcess({ model: qed(), outgoing: [13, -13] }), { sqrtS: 10.579, events: 2, seed: 1 });
    const file = { name: "muons.lhe", bytes: bytes(writeLhe(muons)) };
    await expect(tauToLeptonAlpha.run({ ...one, signal: file }, quietWork)).rejects.toThrow("muons.lhe: event 1");
  }, 900_000);

  it("takes data, and says which lepton is none", async () => {
    const rows = Array.from({ length: 400 }, (_, i) => `${i % 2 === 0 ? 11 : 13},${0.4 + (i % 20) / 25}`);
    const data = (text: string) => ({ ...one, luminosity: 0.1, data: { name: "x.csv", bytes: bytes(text) } });
    const { measured, notes } = await tauToLeptonAlpha.run(data(rows.join("\n")), quietWork);
    expect(measured[0].masses[0].observed).toBeGreaterThan(0);
    expect(notes).toEqual(["observed: x.csv"]);
    await expect(tauToLeptonAlpha.run(data("22,0.5"), quietWork)).rejects.toThrow(
      "x.csv, event 1: lepton must be 11 or 13, got 22",
    );
  }, 900_000);
});

describe("the selection of tau-to-lepton-alpha", () => {
  // Selected events, and those before the trigger.
  it.each([
    ["e", "charged"],
    ["e", "neutral"],
    ["mu", "charged"],
    ["mu", "neutral"],
  ] as const)(
    "keeps with %s and a %s tag what it always kept",
    async (lepton, tag) => {
      const decays = ["neutrinos", "hadrons", { alpha: 1 }] as const;
      const sample = { lepton, decays, tag, pairs: 300, copies: 12, purpose: "background", index: 1, seed: 3 } as const;
      const parts = await simulate.run(sample);
      const count = (column: Float64Array): number => column.reduce((sum, n) => sum + n, 0);
      const nominal = parts.map(({ spectrum }) => count(spectrum.nominal));
      const untriggered = parts.map(({ spectrum }) => count(spectrum.untriggered));
      await expectKept(`tau-to-lepton-alpha-${lepton}-${tag}`, { nominal, untriggered });
      expect(parts.map(({ cutFlow }) => cutFlow.steps.slice(-2).map(({ events }) => events))).toEqual(
        nominal.map((n, i) => [untriggered[i], n]),
      );
      parts.forEach(({ cutFlow }) => {
        expectMonotone(cutFlow);
      });
    },
    900_000,
  );

  it("prints every number it cuts on and every uncertainty, with its standing", () => {
    expectPrinted(cuts, facts);
    for (const one of systematics) expect(facts).toContainEqual(factOf(one));
    expect(facts).toContainEqual({
      quantity: "visible energy",
      value: "< 10.4 GeV",
      standing: "read",
      source: "basf2 skim TauThrust",
    });
  });
});
