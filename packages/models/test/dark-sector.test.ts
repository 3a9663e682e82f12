import { describe, expect, it } from "vitest";
import { darkHiggs, darkPhoton, lfvAlp, lfvDecay, mediatorId, zPrime } from "../src/index.js";
import { off } from "./tables.js";

describe("a lepton-flavour-violating axion", () => {
  it("has the width of the massless limit m^3/(16 pi F^2) (1-m_a^2/m^2)^2", () => {
    const f = 1e7;
    const F = (2 * f) / Math.hypot(0.6, 0.8);
    const { width } = lfvDecay(lfvAlp({ mass: 1, leptons: ["tau", "e"], cVector: 0.6, cAxial: 0.8, decayConstant: f }));
    const want = (1.77693 ** 3 / (16 * Math.PI * F * F)) * (1 - 1 / 1.77693 ** 2) ** 2;
    expect(off(width, want)).toBeLessThan(2e-4); // m_e/m_tau
  });

  it("tells vector from axial by the muon mass", () => {
    const width = (cVector: number, cAxial: number): number =>
      lfvDecay(lfvAlp({ mass: 1, cVector, cAxial, decayConstant: 1e7 })).width;
    expect(width(1, 0) / width(0, 1)).toBeGreaterThan(1.1);
  });

  it("has asymmetry +1, -1, 0 for V+A, V-A, V", () => {
    const asymmetry = (cVector: number, cAxial: number): number =>
      lfvDecay(lfvAlp({ mass: 1, cVector, cAxial, decayConstant: 1e7 })).asymmetry;
    expect([asymmetry(1, 1), asymmetry(1, -1), asymmetry(1, 0)]).toEqual([1, -1, 0]);
  });

  it("is produced below and decays above the sum of the lepton masses", () => {
    const light = lfvAlp({ mass: 1.67, cVector: 1, cAxial: 0, decayConstant: 1e6 });
    expect(light.ctau).toBe(Infinity);
    expect(lfvDecay(light).branchingFraction).toBeGreaterThan(0);
    const heavy = lfvAlp({ mass: 1.9, cVector: 1, cAxial: 0, decayConstant: 1e6 });
    expect(heavy.width("tau- mu+")).toBeGreaterThan(0);
    expect(lfvDecay(heavy).branchingFraction).toBe(0);
  });

  it("with equal masses would be the flavour-diagonal axial width c^2 m_l^2 m beta/(8 pi f^2): crossing of the two formulae", () => {
    // The sum over both charges at m >> m_tau: 2 (C_V^2 + C_A^2) m_i^2 m/(32 pi f^2)
    const heavy = lfvAlp({ mass: 1000, leptons: ["tau", "e"], cVector: 1, cAxial: 1, decayConstant: 1e6 });
    expect(off(heavy.width(), (2 * 2 * 1.77693 ** 2 * 1000) / (32 * Math.PI * 1e12))).toBeLessThan(2e-5);
  });

  it("refuses nonsense", () => {
    expect(() => lfvAlp({ mass: 1, leptons: ["mu", "tau"], cVector: 1, cAxial: 0, decayConstant: 1 })).toThrow(
      "lfvAlp: leptons must be given heavier first, got mu, tau",
    );
    expect(() => lfvAlp({ mass: 1, cVector: 0, cAxial: 0, decayConstant: 1 })).toThrow(/must be non-zero/);
    expect(() => lfvDecay(zPrime({ mass: 1, gPrime: 1e-3 }))).toThrow(/must have a flavour-violating coupling/);
  });
});

describe("the dark Higgs boson", () => {
  const base = { darkPhotonMass: 1, epsilon: 1e-3, alphaD: 0.1 };

  it("has the width of a Higgs boson to two vector bosons", () => {
    const r = 1 / 9;
    const want = ((0.1 * 27) / 8) * Math.sqrt(1 - 4 * r) * (1 - 4 * r + 12 * r * r);
    expect(off(darkHiggs({ mass: 3, ...base }).width("A' A'"), want)).toBeLessThan(1e-12);
  });

  it("lists its dark photons under the number they have in events", () => {
    const pair = darkHiggs({ mass: 3, ...base }).channels()[0].products;
    const id = mediatorId(darkPhoton({ mass: 1, epsilon: 1e-3 }));
    expect(pair).toEqual([id, id]);
  });

  it("goes through one virtual dark photon between one and two masses, and through the loop below one", () => {
    expect(darkHiggs({ mass: 1.8, ...base }).branchingFraction("A' A'*")).toBeGreaterThan(0.999);
    const light = darkHiggs({ mass: 0.5, ...base });
    expect(light.branchingFraction("dark")).toBe(0);
    expect(light.branchingFraction("mu+ mu- (loop)")).toBeGreaterThan(0.99);
    expect(light.ctau).toBeGreaterThan(1e5); // leaves the detector: the search sees missing energy
  });

  it("joins the narrow-width limit at twice the mass: the virtual width stays below the width above", () => {
    const below = darkHiggs({ mass: 1.999, ...base }).width();
    const above = darkHiggs({ mass: 2.001, ...base }).width();
    expect(below).toBeGreaterThan(0);
    expect(below).toBeLessThan(above);
  });

  it("adds Higgs mixing, scaled by its square", () => {
    const mixed = darkHiggs({ mass: 0.5, ...base, sinTheta: 1e-4 });
    expect(mixed.width("pi pi")).toBeGreaterThan(0);
    const half = darkHiggs({ mass: 0.5, ...base, sinTheta: 5e-5 });
    expect(off(mixed.width("pi pi") / half.width("pi pi"), 4)).toBeLessThan(1e-12);
  });

  it("refuses a dark photon without mass", () => {
    expect(() => darkHiggs({ mass: 1, ...base, darkPhotonMass: 0 })).toThrow(
      "darkHiggs: darkPhotonMass must be finite and > 0 GeV, got 0",
    );
  });
});
