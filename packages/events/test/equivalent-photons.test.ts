import { describe, expect, it } from "vitest";
import { alp, mediator, zPrime } from "@belladonna/models";
import {
  crossSection,
  equivalentPhotons,
  lowCrossSection,
  photonSpectrum,
  qed,
  treeProcess,
  withMediator,
} from "../src/index.js";
import type { Mediator } from "@belladonna/models";
import table from "./data/xsec-2to2-10p58.json?raw";
import { ALPHA_MG } from "./reference.js";

function axion(mass: number, photon: number): Mediator {
  return mediator({ name: "a", kind: "pseudoscalar", mass, couplings: { photon }, channels: () => [] });
}

describe("lowCrossSection", () => {
  it("has the tabulated values", () => {
    const rows = (JSON.parse(table) as { rows: [number, number, string, string, number, string][] }).rows;
    const low = rows.filter(([, , process]) => process.includes("Low"));
    expect(low).toHaveLength(25);
    for (const [mass, coupling, , , value] of low) {
      const found = lowCrossSection(axion(mass, coupling), { sqrtS: 10.58, alpha: ALPHA_MG }) / 1000;
      // Seven digits, masses to five: 1e-5 GeV on the mass is up to 2e-5 on the value where it is rounded.
      expect(Math.abs(found / value - 1), `${mass} GeV`).toBeLessThan(5e-5);
    }
  });
});

describe("equivalentPhotons", () => {
  it.each([
    [0.3, 0.7, 0.9],
    [1, 0.8, 0.95],
    [4, 0.95, 1.1],
    [8, 1.1, 1.3],
  ])("is near the full amplitude at %s GeV: between %s and %s of it", (mass, low, high) => {
    const a = axion(mass, 1e-3);
    const model = withMediator(qed(), a);
    const process = treeProcess({ model, outgoing: [11, -11, 9000006], propagating: ["e", "photon"] });
    const full = crossSection(process, { sqrtS: 10.58, relativeError: 1e-2 });
    expect(full.valid).toBe(true);
    const ratio = equivalentPhotons(a, { sqrtS: 10.58 }) / full.value;
    expect(ratio).toBeGreaterThan(low);
    expect(ratio).toBeLessThan(high);
  });

  it("grows with the square of the coupling and with the virtuality allowed", () => {
    const one = equivalentPhotons(axion(1, 1e-3), { sqrtS: 10.58 });
    expect(Math.abs(equivalentPhotons(axion(1, 2e-3), { sqrtS: 10.58 }) / one - 4)).toBeLessThan(1e-12);
    expect(equivalentPhotons(axion(1, 1e-3), { sqrtS: 10.58, maximumVirtuality: 10 })).toBeGreaterThan(one);
    expect(equivalentPhotons(axion(11, 1e-3), { sqrtS: 10.58 })).toBe(0);
  });

  it("has no photons beyond the virtuality, and the leading 2 ln / x for soft ones", () => {
    expect(photonSpectrum(0.5, 1e-9)).toBe(0);
    const x = 1e-4;
    const leading = (1 / 137.035999 / Math.PI / x) * Math.log(1 / (0.51099895e-3 * x) ** 2);
    expect(Math.abs(photonSpectrum(x, 1) / leading - 1)).toBeLessThan(0.05);
  });

  it("refuses what does not couple to photons", () => {
    expect(() => equivalentPhotons(zPrime({ mass: 1, gPrime: 1e-3 }), { sqrtS: 10.58 })).toThrow(
      "must be a pseudoscalar coupled to photons",
    );
    expect(() => equivalentPhotons(alp({ mass: 1, gPhoton: 1e-3 }), { sqrtS: -1 })).toThrow("sqrtS must be finite");
  });
});
