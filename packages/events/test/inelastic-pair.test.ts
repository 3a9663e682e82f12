// Tables of models-2: closed forms, quadrature over q² to 1e-9, numerical traces over the Dalitz plane to 7e-7.
import { darkHiggs, darkPhoton, inelasticDarkMatter } from "@belladonna/models";
import type { InelasticDarkMatter } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { crossSection, darkHiggsstrahlung, gammaX, generate, inelasticPair, mediatorDecays } from "../src/index.js";
import type { Cuts, InelasticPairOptions, Process } from "../src/index.js";
import strahlung from "./data/idm_Aprime_hprime.json";
import higgs from "./data/idm_chi1_chi2_hprime.json";
import pairs from "./data/idm_cross_sections.json";

const sqrtS = 10.58;
// So small that the visible width does not matter.
const epsilon = 1e-6;
const cuts: Cuts = { only: { 22: { energy: 0.1, cosTheta: 0.9 } } };
const off = (got: number, want: number): number => Math.abs(got / want - 1);

function matter(row: readonly number[], darkHiggsMass?: number): InelasticDarkMatter {
  const [mass, splitting, ratio, alphaD] = row;
  const all = { mass, splitting, darkPhotonMass: ratio * mass, alphaD, epsilon };
  return inelasticDarkMatter(darkHiggsMass === undefined ? all : { ...all, darkHiggsMass });
}
const made = (model: InelasticDarkMatter, beside?: InelasticPairOptions["beside"]): Process =>
  inelasticPair(model, { vacuumPolarisation: false, ...(beside === undefined ? {} : { beside }) });
/** pb over ε². */
const section = (process: Process, own: Cuts = {}): number => {
  const { value, method } = crossSection(process, { sqrtS, cuts: own });
  expect(method).toBe("closed form");
  return value / 1000 / epsilon ** 2;
};

describe("inelasticPair", () => {
  it("has e+e- → χ₁χ₂ of the table in every row to 1e-6, with a photon to 1e-5", () => {
    expect(pairs.rows).toHaveLength(22);
    for (const row of pairs.rows) {
      const model = matter(row);
      expect(off(section(made(model)), row[5])).toBeLessThan(1e-6);
      expect(off(section(made(model, "photon"), cuts), row[6])).toBeLessThan(1e-5);
    }
  });

  it("has e+e- → χ₁χ₂h′ of the table in every row, to 1e-5, but for the width in the first propagator", () => {
    expect(higgs.rows).toHaveLength(58);
    for (const row of higgs.rows) {
      const m2 = (row[0] * row[2]) ** 2;
      // The table has 1/(s − m²)² there.
      const gap = (sqrtS ** 2 - m2) ** 2;
      const narrow = (gap + m2 * row[5] ** 2) / gap;
      const process = made(matter(row, row[4]), "dark Higgs boson");
      expect(off(section(process) * narrow, row[6])).toBeLessThan(1e-5);
    }
  });

  it.each([
    ["alone", undefined, {}],
    ["with a photon", "photon", cuts],
    ["with h'", "dark Higgs boson", {}],
  ] as const)("makes events %s whose cross section is that of the quadrature", (_, beside, own) => {
    for (const row of [pairs.rows[7], pairs.rows[21]]) {
      // A dark photon of 3 GeV in the pair, and one above the energy.
      const process = made(matter(row, 1), beside);
      const exact = section(process, own) * 1000 * epsilon ** 2;
      const events = generate(process, { sqrtS, cuts: own, events: 1500, seed: 1 });
      expect(events.valid).toBe(true);
      expect(events.overweight).toBeLessThan(0.02);
      const { value, error } = events.crossSection;
      expect(Math.abs(value - exact)).toBeLessThan(4 * error + 1e-6 * exact);
      expect(error / exact).toBeLessThan(0.03);
    }
  });

  it("is γA′ for a small α_D, and 14 % more at 0.1 for the tail of soft photons", () => {
    const ratio = (alphaD: number): number => {
      const model = matter([0.5, 0.4, 3, alphaD]);
      const alone = gammaX(darkPhoton({ mass: 1.5, epsilon }));
      return section(made(model, "photon"), cuts) / section(alone, cuts);
    };
    expect(off(ratio(1e-6), 1)).toBeLessThan(1e-5);
    expect(off(ratio(0.1), 1.14)).toBeLessThan(0.01);
  });

  it("decays χ₂ in its events, displaced, with the three bodies at its mass", () => {
    const model = inelasticDarkMatter({ mass: 1, splitting: 0.2, darkPhotonMass: 3, epsilon: 1e-3, alphaD: 0.1 });
    const table = mediatorDecays(model.chi2, { channels: ["chi1 e+ e-"], masses: { 52: 1 } });
    const events = generate(inelasticPair(model, { beside: "photon" }), {
      sqrtS,
      cuts,
      events: 200,
      seed: 3,
      decays: [table],
    });
    expect(events.valid).toBe(true);
    const { pdgId, status, px, py, pz, e } = events.particles;
    for (let k = 0; k < events.length; k++) {
      const at = events.offsets[k];
      expect([...pdgId.slice(at, at + 8)]).toEqual([11, -11, 52, 9900012, 22, 52, -11, 11]);
      expect(status[at + 3]).toBe(2);
      for (const column of [px, py, pz, e]) {
        expect(Math.abs(column[at + 3] - column[at + 5] - column[at + 6] - column[at + 7])).toBeLessThan(1e-9);
      }
    }
  });

  it("goes with ε² and, where the dark photon is far off, with α_D, and refuses h′ that is not there", () => {
    const model = inelasticDarkMatter({ mass: 1, splitting: 0.1, darkPhotonMass: 40, epsilon: 1e-3, alphaD: 0.1 });
    const twice = inelasticDarkMatter({ mass: 1, splitting: 0.1, darkPhotonMass: 40, epsilon: 2e-3, alphaD: 0.1 });
    expect(off(section(made(twice)) / section(made(model)), 4)).toBeLessThan(1e-5);
    expect(() => made(model, "dark Higgs boson")).toThrow("the model must have a dark Higgs boson, got none");
    expect(() => crossSection(made(model, "photon"), { sqrtS })).toThrow("a photon needs energy > 0");
  });
});

describe("A′h′ of a dark Higgs boson of charge 2", () => {
  it("has the cross sections of the table in every row, and those of charge 1, to 1e-6", () => {
    expect(strahlung.rows).toHaveLength(18);
    for (const [mA, mass, alphaD, two, one] of strahlung.rows) {
      const vacuumPolarisation = false;
      // Light states: the charge is what matters here.
      const model = inelasticDarkMatter({
        mass: mA / 3,
        splitting: 0.1,
        darkPhotonMass: mA,
        epsilon,
        alphaD,
        darkHiggsMass: mass,
      });
      const { darkHiggs: double } = model;
      if (double === undefined) throw new Error("no dark Higgs boson");
      const single = darkHiggs({ mass, darkPhotonMass: mA, epsilon, alphaD });
      const photon = darkPhoton({ mass: mA, epsilon });
      const of = (boson: typeof single): number =>
        section(darkHiggsstrahlung({ darkPhoton: photon, darkHiggs: boson, vacuumPolarisation }));
      expect(off(of(double), two)).toBeLessThan(1e-6);
      expect(off(of(single), one)).toBeLessThan(1e-6);
    }
  });
});
