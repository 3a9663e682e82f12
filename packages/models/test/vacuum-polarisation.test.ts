// Tables of models-2: leptons by an own computation of 25 digits; hadrons by HLMNT v2.2, Ignatov's NSK v2.9 and Jegerlehner's
// alphaQED of 2023, found in cm-cc/BabaYagaNLO (commit f568c58).
import { describe, expect, it } from "vitest";
import { leptonVacuumPolarisation, vacuumPolarisation, vacuumPolarisationFactor } from "../src/index.js";
import { continuumR } from "../src/vacuum-polarisation/continuum.js";
import { dispersionIntegral } from "../src/vacuum-polarisation/dispersion.js";
import { addOneLoop, kallenSabry } from "../src/vacuum-polarisation/leptons.js";
import { hadronsAndTwoLoops } from "../src/tables/vacuum-polarisation.js";
import { tabulateSmoothPart } from "../src/vacuum-polarisation/tabulate.js";
import leptons from "./data/vacuum_polarisation_leptons.json";
import total from "./data/vacuum_polarisation_total.json";

const ALPHA = 1 / 137.035999084;
const column = ({ columns }: { columns: string[] }, name: string): number => columns.indexOf(name);

describe("leptons", () => {
  it.each(leptons.rows)("are those of the table, one loop and two, at %f GeV", (...row) => {
    const at = column(leptons, "Re_sum_1loop");
    const s = row[0] ** 2;
    const values = [...leptonVacuumPolarisation(s, 1), ...leptonVacuumPolarisation(s, 2)];
    values.forEach((value, k) => {
      expect(Math.abs(value - row[at + k])).toBeLessThan(1e-9);
    });
  });

  it("go over smoothly where forms change, and are 0 at rest", () => {
    expect([...leptonVacuumPolarisation(0)]).toEqual([0, 0]);
    const one = (s: number): number => {
      const out = new Float64Array(2);
      addOneLoop(s, 0.5, out);
      return out[0];
    };
    // 4m² = 1: the series ends at 0.01, the threshold is at 1.
    expect(one(1 + 1e-9) / one(1 - 1e-9)).toBeCloseTo(1, 3);
    expect(one(0.00999999999) / one(0.01000000001)).toBeCloseTo(1, 8);
    // −αs/(15πm²).
    expect(one(1e-6) / ((-ALPHA * 1e-6) / (15 * Math.PI * 0.25))).toBeCloseTo(1, 6);
  });

  it("have a spectral function of second order that is 3/4 at high energy and Coulomb's at rest", () => {
    expect(kallenSabry(1 - 1e-7)).toBeCloseTo(0.75, 5);
    expect(kallenSabry(1e-6)).toBeCloseTo((3 * Math.PI ** 2) / 4, 4);
  });
});

describe("with hadrons", () => {
  it.each(total.rows)("|1 − Δα|⁻² agrees with HLMNT within its error at %f GeV", (...row) => {
    const [m] = row;
    const error = 2 * row[column(total, "err_Re_all")];
    const other = row[column(total, "F_HLMNT")];
    expect(Math.abs(vacuumPolarisationFactor(m ** 2) - other)).toBeLessThan(5e-4 + error);
  });

  it("is 1.075(1) on the Υ(4S) and 1.073(1) below", () => {
    expect(Math.abs(vacuumPolarisationFactor(10.58 ** 2) - 1.075)).toBeLessThan(1e-3);
    expect(Math.abs(vacuumPolarisationFactor(10.52 ** 2) - 1.073)).toBeLessThan(1e-3);
  });

  it("is that of the Z's mass: hadrons 0.0276", () => {
    const s = 91.1876 ** 2;
    const hadrons = vacuumPolarisation(s)[0] - leptonVacuumPolarisation(s)[0];
    expect(Math.abs(hadrons - 0.0276)).toBeLessThan(3e-4);
  });

  it("is what the dispersion integral gives of today's R: the table is fresh", () => {
    const made = tabulateSmoothPart();
    const { energies, real, imaginary } = hadronsAndTwoLoops();
    expect(energies).toHaveLength(made.energies.length);
    for (let k = 0; k < energies.length; k++) {
      expect(Math.abs(energies[k] - made.energies[k])).toBeLessThan(1e-6 * energies[k] + 1e-12);
      expect(Math.abs(real[k] - made.real[k])).toBeLessThan(1e-6);
      expect(Math.abs(imaginary[k] - made.imaginary[k])).toBeLessThan(1e-6);
    }
  });

  it("dips below the φ and rises above it, and has R as its imaginary part", () => {
    const re = (m: number): number => vacuumPolarisation(m * m)[0];
    expect(re(1.01)).toBeLessThan(re(0.9));
    expect(re(1.03)).toBeGreaterThan(re(1.06));
    const s = 2.5 ** 2;
    const hadrons = vacuumPolarisation(s)[1] - leptonVacuumPolarisation(s)[1];
    expect(hadrons / ((-ALPHA * continuumR(2.5)) / 3)).toBeCloseTo(1, 2);
  });

  it("has narrow peaks as high as they are, or broadened to their tails", () => {
    const jpsi = 3.0969 ** 2;
    // On the peak 1/(1 − Δα) is the resonance itself; a width of 20 MeV leaves it 3 Γee/(αΓ) = 0.11.
    expect(Math.max(...[-3, -1, 1, 3].map((k) => vacuumPolarisationFactor((3.0969 + k * 1e-3) ** 2)))).toBeGreaterThan(
      1.5,
    );
    expect(Math.abs(vacuumPolarisation(jpsi, undefined, 0.02)[1])).toBeLessThan(0.13);
    expect(vacuumPolarisationFactor(10.52 ** 2, 0.02) / vacuumPolarisationFactor(10.52 ** 2)).toBeCloseTo(1, 4);
  });

  it("refuses what is not time-like or beyond its table", () => {
    expect(() => vacuumPolarisation(-1)).toThrow("vacuumPolarisation: q2 must be in [0, 1e6] GeV², got -1");
    expect(() => vacuumPolarisation(Number.NaN)).toThrow("got NaN");
    expect(() => vacuumPolarisation(2e6)).toThrow("got 2000000");
    expect(() => leptonVacuumPolarisation(-1)).toThrow("leptonVacuumPolarisation: q2 must be >= 0, got -1");
  });
});

describe("dispersion", () => {
  it("gives a constant R its logarithm, from one threshold on", () => {
    const squares = Float64Array.from({ length: 2000 }, (_, k) => 1.01 ** k);
    const ratios = new Float64Array(2000).fill(1);
    for (const s of [0.5, 37.3, 1e4]) {
      expect(
        dispersionIntegral(s, squares, ratios) / ((ALPHA / (3 * Math.PI)) * Math.log(Math.abs(1 - s))),
      ).toBeCloseTo(1, 9);
    }
  });
});
