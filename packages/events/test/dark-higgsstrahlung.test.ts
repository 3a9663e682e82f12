import { describe, expect, it } from "vitest";
import { crossSection, darkHiggsstrahlung } from "../src/index.js";
import { mediator } from "@belladonna/models";
import type { Mediator } from "@belladonna/models";
import type { Process } from "../src/index.js";
import table from "./data/xsec-darkhiggsstrahlung-10p58.json?raw";
import { ALPHA_MG, rows } from "./reference.js";

const CHARGE = Math.sqrt(4 * Math.PI * ALPHA_MG);

function process(mA: number, mh: number, epsilon: number, alphaD: number): Process {
  const none = { channels: () => [] };
  const couplings = { vector: { e: epsilon * CHARGE } };
  const darkPhoton: Mediator = mediator({ name: "A'", kind: "vector", mass: mA, couplings, ...none });
  const darkHiggs: Mediator = mediator({ name: "h'", kind: "scalar", mass: mh, couplings: {}, ...none });
  return darkHiggsstrahlung({ darkPhoton, darkHiggs, alphaD, alpha: ALPHA_MG, vacuumPolarisation: false });
}

describe("darkHiggsstrahlung", () => {
  it("has the tabulated cross sections to their last digit", () => {
    const forms = (JSON.parse(table) as { rows: [number, number, string, string, string, number, string][] }).rows;
    expect(forms).toHaveLength(43);
    for (const [mA, mh, , , , value] of forms) {
      const found = crossSection(process(mA, mh, 1, ALPHA_MG), { sqrtS: 10.58 }).value / 1000;
      // Seven digits; hbar c enters with a rounding of 1e-9.
      expect(Math.abs(found / value - 1), `${mA}, ${mh} GeV`).toBeLessThan(1e-6);
    }
  });

  const compared = rows.filter(({ key }) => key.startsWith("aphp_"));

  it.each(compared)("has MadGraph's cross section $key", ({ parameters: p, value, err }) => {
    const found = crossSection(process(p.mAp, p.mhp, p.epsilon, p.gD ** 2 / (4 * Math.PI)), { sqrtS: 10.58 });
    expect(found.method).toBe("closed form");
    expect(Math.abs(found.value / 1000 - value)).toBeLessThan(3 * err);
  });

  it("has a Monte Carlo integral of the recursion equal to the closed form", () => {
    const closed = process(3, 2, 1e-3, 0.1);
    const exact = crossSection(closed, { sqrtS: 10.58 });
    const found = crossSection({ ...closed, closedForm: () => undefined }, { sqrtS: 10.58, relativeError: 1e-3 });
    expect(Math.abs(found.value - exact.value)).toBeLessThan(3.5 * found.error);
  });

  it("names what is missing", () => {
    expect(() => process(1, 1, 0, 0.1)).toThrow("A' must be a vector coupled to electrons");
    expect(() => process(1, 1, 1e-3, 0)).toThrow("alphaD must be > 0");
  });
});
