// Every row of the tables of models-2 at its tolerance: 1e-3 without cuts, three errors of the table with them.
import { describe, expect, it } from "vitest";
import { crossSection } from "../../src/index.js";
import total from "../data/lfv_zprime_emu.json";
import within from "../data/lfv_zprime_emu_cuts.json";
import { flavourChange, flavourChangeByAnnihilation, sqrtS } from "../lfv-z-prime.js";

describe("e+e- → e-μ+Z′ by the general amplitude", () => {
  it.each(total.rows)("has the cross section of the table at %s GeV", { timeout: 600_000 }, (mass, want) => {
    const found = crossSection(flavourChange(mass), { sqrtS, relativeError: 2.5e-4 });
    expect(found.valid).toBe(true);
    expect(Math.abs(found.value / 1000 / want - 1)).toBeLessThan(1e-3);
  });

  it.each(total.rows)("has the s channel alone at %s GeV", { timeout: 600_000 }, (mass, ...row) => {
    const [, , want, error] = row;
    const found = crossSection(flavourChangeByAnnihilation(mass), { sqrtS, relativeError: 6e-4 });
    expect(found.valid).toBe(true);
    // The errors of the table are 0.7e-3 to 2.4e-3 here.
    expect(Math.abs(found.value / 1000 / want - 1)).toBeLessThan(Math.max(1e-3, (3 * error) / want));
  });

  it.each(within.rows)("has that within cuts at %s GeV", { timeout: 600_000 }, (mass, want, error) => {
    const cuts = { cosTheta: 0.9, momentum: 0.5 };
    const found = crossSection(flavourChange(mass), { sqrtS, cuts, relativeError: 3e-4 });
    expect(found.valid).toBe(true);
    const combined = Math.sqrt(error ** 2 + (found.error / 1000) ** 2);
    expect(Math.abs(found.value / 1000 - want)).toBeLessThan(3 * combined);
  });
});
