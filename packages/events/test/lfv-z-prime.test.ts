// Tables of models-2: VEGAS over helicity amplitudes to 3e-4, no vacuum polarisation. test/slow holds each row at its tolerance.
import { columns, fourVector } from "@belladonna/kinematics";
import { lfvZPrime } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { compile, crossSection, evaluator, generate, prepare, qed, withMediator } from "../src/index.js";
import total from "./data/lfv_zprime_emu.json";
import within from "./data/lfv_zprime_emu_cuts.json";
import { flavourChange, flavourChangeByAnnihilation, sqrtS } from "./lfv-z-prime.js";

const at = (rows: readonly number[][], mass: number): number => rows.find(([m]) => m === mass)?.[1] ?? NaN;

describe("e+e- → e-μ+Z′ with a flavour-changing vector", () => {
  it("has four diagrams of one photon, two of them with the electron scattered", () => {
    const model = withMediator(qed(), lfvZPrime({ mass: 1, coupling: 1 }));
    const plan = compile(model, [11, -11], [11, -13, 4900023], ["e", "mu", "photon"]);
    expect(plan.diagrams).toBe(4);
    expect(plan.steps.some(({ conserved }) => conserved)).toBe(true);
  });

  it.each([1, 5])("has the cross section of the table without cuts at %s GeV, to three errors of 0.8 %", (mass) => {
    const found = crossSection(flavourChange(mass), { sqrtS, relativeError: 8e-3 });
    expect(found.valid).toBe(true);
    expect(Math.abs(found.value / 1000 / at(total.rows, mass) - 1)).toBeLessThan(3 * 8e-3);
  });

  it("has the s channel alone of the table in every row, to three errors of 0.5 %", () => {
    for (const [mass, , , want] of total.rows) {
      const found = crossSection(flavourChangeByAnnihilation(mass), { sqrtS, relativeError: 5e-3 });
      expect(Math.abs(found.value / 1000 / want - 1)).toBeLessThan(3 * 5e-3);
    }
  });

  it("has the events of the table within cuts, those of both charges as many, and decays the Z′ to e and μ", () => {
    const process = flavourChange(5);
    const cuts = { cosTheta: 0.9, momentum: 0.5 };
    const prepared = prepare(process, { sqrtS, cuts });
    const made = generate(process, { sqrtS, cuts, events: 100, seed: 1, prepared, decay: "mu- e+" });
    expect(made.valid).toBe(true);
    expect(made.overweight).toBeLessThan(0.05);
    expect(made.branchingFraction).toBe(0.5);
    const other = crossSection(flavourChange(5, -1), { sqrtS, cuts, relativeError: 1e-2 });
    for (const { value, error } of [made.crossSection, other]) {
      expect(Math.abs(value / 1000 - at(within.rows, 5))).toBeLessThan((4 * error) / 1000);
    }
    const { pdgId, e, px, py, pz } = made.particles;
    for (let k = 0; k < made.length; k++) {
      const first = made.offsets[k];
      expect([...pdgId.slice(first + 2, first + 7)]).toEqual([11, -13, 4900023, 13, -11]);
      const sum = (c: Float64Array): number => c[first + 5] + c[first + 6];
      const m2 = sum(e) ** 2 - sum(px) ** 2 - sum(py) ** 2 - sum(pz) ** 2;
      expect(Math.abs(m2 / 25 - 1)).toBeLessThan(1e-9);
    }
  });

  it("has a current of e and μ that is conserved only for equal masses: M(ε → k) is 0 then, and else goes as m_μ − m_e", () => {
    const ratio = (mu: number): number => {
      const model = withMediator(qed({ masses: { mu } }), lfvZPrime({ mass: 1, coupling: 1 }));
      const plan = compile(model, [11, -11], [11, -13, 4900023], ["e", "mu", "photon"]);
      const e = Math.sqrt(25 + plan.legs[0].field.mass ** 2);
      const leg = (px: number, py: number, pz: number, m: number) =>
        columns.fromObjects([fourVector({ px, py, pz, m })]);
      // Momenta of massless leptons of 8 GeV beside a Z' at rest would not balance: solve for the size.
      let [low, high] = [0, 5];
      const unit = [
        [0.6, 0.64, 0.48],
        [-0.8, 0.36, -0.48],
      ];
      const final = (r: number) => {
        const [a, b] = unit.map(([x, y, z]) => [r * x, r * y, r * z]);
        return [
          leg(a[0], a[1], a[2], plan.legs[2].field.mass),
          leg(b[0], b[1], b[2], mu),
          leg(-a[0] - b[0], -a[1] - b[1], -a[2] - b[2], 1),
        ];
      };
      for (let k = 0; k < 100; k++) {
        const r = (low + high) / 2;
        if (final(r).reduce((sum, p) => sum + p.e[0], 0) > 2 * e) high = r;
        else low = r;
      }
      const all = [leg(0, 0, 5, plan.legs[0].field.mass), leg(0, 0, -5, plan.legs[0].field.mass), ...final(low)];
      const [plain, ward] = [{}, { ward: 4 }].map((options) => {
        const out = new Float64Array(1);
        evaluator(plan, options)(all, out, 1);
        return out[0];
      });
      return ward / plain;
    };
    const electron = qed().fields[0].mass;
    expect(ratio(electron)).toBeLessThan(1e-20);
    expect(Math.abs(ratio(2e-2 + electron) / ratio(1e-2 + electron) - 4)).toBeLessThan(0.05);
  });

  it("has tables whose rows are all held in test/slow", () => {
    expect([total.rows.length, within.rows.length]).toEqual([6, 5]);
  });
});
