import { describe, expect, it } from "vitest";
import { HBAR_C_GEV_CM, particle, particles, pdgEdition } from "../src/index.js";
import { reference, relativeError } from "./reference.js";

type Table = { rows: [id: number, name: string, mass: number, error: number, width: number, ctauMm: number | null][] };

describe("particles", () => {
  it.each(reference<Table>("particles_pdg").rows)("%d (%s) is the PDG's", (id, _name, mass, error, width, ctauMm) => {
    const got = particle(id);
    expect(relativeError(got.mass, Math.max(0, mass) / 1e3)).toBeLessThan(1e-15);
    expect(relativeError(got.massError, Math.max(0, error) / 1e3)).toBeLessThan(1e-15);
    // The neutrinos' missing masses and widths are zero here; other missing widths are null.
    if (width >= 0) expect(relativeError(got.width ?? Number.NaN, width / 1e3)).toBeLessThan(1e-15);
    else if (mass >= 0) expect(got.width).toBeNull();
    if (ctauMm !== null) expect(relativeError(got.ctau ?? Number.NaN, ctauMm / 10)).toBeLessThan(1e-6);
  });

  it("names the edition", () => {
    expect(pdgEdition).toContain("PDG 2026");
  });

  it("flips the charge of antiparticles and lists both", () => {
    expect(particle(-11)).toMatchObject({ pdgId: -11, name: "e+", charge: 1 });
    expect(particle(-321)).toMatchObject({ name: "K-", charge: -1 });
    expect(particle(-421)).toMatchObject({ name: "anti-D0", charge: 0 });
    expect(particles().reduce((sum, q) => sum + q.charge, 0)).toBe(0);
    expect(particles().filter((q) => q.pdgId === 22 || q.pdgId === -22)).toHaveLength(1);
  });

  it("never decays what is stable", () => {
    expect(particle(22).ctau).toBe(Infinity);
    expect(particle(513).ctau).toBeNull();
    expect(particle(15).ctau).toBe(HBAR_C_GEV_CM / 2.267e-12);
  });

  it("refuses what it does not know, and antiphotons", () => {
    expect(() => particle(99)).toThrow("particle: the table must hold the PDG number, got 99");
    expect(() => particle(-22)).toThrow(RangeError);
  });
});
