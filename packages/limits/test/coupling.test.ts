import { alp, darkPhoton } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { couplingLimit } from "../src/coupling.js";
import type { DecayingParticle } from "../src/coupling.js";
import { limitFromResults } from "../src/from-results.js";
import { limit } from "../src/limit.js";
import { exclusion } from "../src/exclusion.js";
import { excludedAt } from "../src/value-at-mass.js";
import { published } from "../src/published/published.js";
import { curve, info, relative } from "./helpers.js";

/** A particle of width g² m: cτ = ħc / (g² m), all decays visible. */
const HBAR_C_CM = 1.973269804e-14;
const particle = (mass: number, g: number): DecayingParticle => ({
  ctau: HBAR_C_CM / (g * g * mass),
  branchingFraction: (c) => (c === "visible" ? 1 : c === "half" ? 0.5 : 0),
});
const sigma = (_p: DecayingParticle, _m: number, g: number): number => 1e6 * g * g;
const base = { model: particle, production: sigma, coupling: "g", range: [1e-8, 1] as const };

describe("couplingLimit", () => {
  it("is the square root of the ratio where the signal goes as the square", () => {
    const data = curve([1, 2, 4], [1, 4, 1e4]);
    for (const scaling of ["quadratic", "general"] as const) {
      const got = couplingLimit(data, { ...base, channel: "visible", scaling });
      if (got.shape !== "curve") throw new Error("a curve was expected");
      got.value.forEach((g, i) => {
        expect(relative(g, Math.sqrt(data.value[i] / 1e6))).toBeLessThan(1e-11);
      });
    }
  });

  it("turns the cross sections of the Belle II ALP search into the couplings derived from them elsewhere", async () => {
    const rate = await published.get("BelleII_ALP_gammagamma_2020_xsec");
    const derived = await published.get("BelleII_ALP_gammagamma_2020_g_from_xsec");
    if (rate.shape !== "curve" || derived.shape !== "curve") throw new Error("curves were expected");
    const got = couplingLimit(rate, {
      model: (mass, gPhoton) => alp({ mass, gPhoton }),
      // alpha g^2 / 24 (1 - m^2/s)^3, in fb.
      production: (_a, m, g) => ((3.893793721e11 * g * g) / (24 * 137.036)) * (1 - (m / 10.58) ** 2) ** 3,
      channel: "gamma gamma",
      coupling: "gPhoton",
      scaling: "quadratic",
    });
    if (got.shape !== "curve") throw new Error("a curve was expected");
    const deviations = got.value.map((g, i) => relative(g, derived.value[i]));
    expect(Math.max(...deviations)).toBeLessThan(1e-3);
    expect(deviations).toHaveLength(391);
  });

  it("multiplies by the branching fractions of the channels named", () => {
    const got = couplingLimit(curve([1], [1]), { ...base, channel: ["half", "none"], scaling: "quadratic" });
    expect(got.shape === "curve" && relative(got.value[0], Math.sqrt(2e-6)) < 1e-12).toBe(true);
  });

  it("says of pseudo-data that they are, as the limit that it converts", () => {
    const drawn = limit({ ...curve([1, 2], [1, 4]), data: "pseudo-data" });
    const options = { ...base, channel: "visible", scaling: "quadratic" } as const;
    expect(couplingLimit(drawn, options).data).toBe("pseudo-data");
    expect(couplingLimit(curve([1, 2], [1, 4]), options).data).toBeUndefined();
  });

  it("converts observed limit and bands alike", () => {
    const data = limitFromResults(
      { ...info, kind: "bands" },
      [1, 2],
      [
        { observed: 3, expected: [1, 2, 4, 8, 16] },
        { observed: 5, expected: [1, 2, 4, 8, 16] },
      ],
    );
    const got = couplingLimit(data, { ...base, scaling: "quadratic" });
    const { minus2, minus1, median, plus1, plus2 } = got.expected ?? { median: [] };
    const row = [minus2, minus1, median, plus1, plus2].map((b) => b?.[1] ?? 0);
    row.forEach((g, k) => {
      expect(relative(g, Math.sqrt(2 ** k / 1e6))).toBeLessThan(1e-12);
    });
    expect(got).toMatchObject({ kind: "bands", id: "test:g", observable: "g", unit: "1", cl: 0.95 });
  });

  it("gives both edges where a long-lived particle escapes at small and decays too early at large coupling", () => {
    // Decays between 1 cm and 10 cm at βγ = 1.
    const efficiency = (p: DecayingParticle): number => Math.exp(-1 / p.ctau) - Math.exp(-10 / p.ctau);
    const got = couplingLimit(curve([1, 2], [1e-13, 1e-13]), { ...base, efficiency, range: [1e-10, 1] });
    if (got.shape !== "interval") throw new Error("intervals were expected");
    const rate = (m: number, g: number): number => 1e6 * g * g * efficiency(particle(m, g));
    got.mass.forEach((m, i) => {
      expect(relative(rate(m, got.lower[i]), 1e-13)).toBeLessThan(1e-9);
      expect(relative(rate(m, got.upper[i]), 1e-13)).toBeLessThan(1e-9);
      expect(got.upper[i] / got.lower[i]).toBeGreaterThan(10);
    });
    // Small couplings: rate → 1e6 g² · 9 cm / cτ, so g⁴ = 1e-19 ħc / (9 m), up to O(9 cm / cτ).
    expect(relative(got.lower[0], ((1e-19 * HBAR_C_CM) / 9) ** 0.25)).toBeLessThan(2e-2);
    expect(got.scanned).toEqual([1e-10, 1]);
  });

  it("reads a (mass, lifetime) grid at the lifetime of the particle", () => {
    const grid = limit({
      ...info,
      shape: "grid",
      mass: [1, 2],
      ctau: [1e-3, 1, 1e3],
      value: [
        [1e-3, 1e-3],
        [1e-5, 1e-5],
        [1e-2, 1e-2],
      ],
    });
    const got = couplingLimit(grid, { ...base, production: (_p, _m, g) => 1e12 * g * g });
    if (got.shape !== "interval") throw new Error("intervals were expected");
    // The grid ends at cτ = 1e-3 cm and 1e3 cm: nothing is claimed beyond.
    expect(relative(got.upper[0], Math.sqrt(HBAR_C_CM / 1e-3))).toBeLessThan(1e-9);
    const g = got.lower[0];
    const { ctau } = particle(1, g);
    expect(relative(1e12 * g * g, 1e-5 * (1e-2 / 1e-5) ** (Math.log(ctau) / Math.log(1e3)))).toBeLessThan(1e-9);
  });

  it("bridges no mass at which nothing is excluded", () => {
    const efficiency = (p: DecayingParticle): number => Math.exp(-1 / p.ctau) - Math.exp(-10 / p.ctau);
    const data = curve([1, 2, 3], [1e-13, 1e9, 1e-13]);
    const got = couplingLimit(data, { ...base, efficiency, range: [1e-10, 1] });
    expect([1, 1.5, 2, 2.5, 3].map((m) => excludedAt(got, m).length)).toEqual([1, 0, 0, 0, 1]);
    expect(exclusion(got).rings(1)).toEqual([]);
  });

  it("is infinite where no coupling in range is excluded, and drops no mass", () => {
    const got = couplingLimit(curve([1, 2], [1, 1e12]), { ...base, scaling: "quadratic" });
    expect(got.shape === "curve" && got.value[1]).toBe(Infinity);
  });

  it("refuses an empty range, and a claim of quadratic scaling that is false", () => {
    expect(() => couplingLimit(curve([1], [1]), { ...base, range: [1, 1] })).toThrow(/got \[1, 1\]/);
    const efficiency = (p: DecayingParticle): number => Math.exp(-1 / p.ctau);
    expect(() => couplingLimit(curve([1], [1]), { ...base, efficiency, scaling: "quadratic" })).toThrow(/"quadratic"/);
  });

  it("searches by default what the model allows: a dark photon mixes by 1 at most", () => {
    const rate = (_p: DecayingParticle, _m: number, epsilon: number): number => 1e3 * epsilon * epsilon;
    const model = (mass: number, epsilon: number): DecayingParticle => darkPhoton({ mass, epsilon });
    const got = couplingLimit(curve([1, 2], [1e-3, 1e4]), { model, production: rate, coupling: "epsilon" });
    if (got.shape !== "curve") throw new Error("a curve was expected");
    expect(relative(got.value[0], 1e-3)).toBeLessThan(1e-11);
    expect(got.value[1]).toBe(Infinity);
    expect(got.provenance?.note).toContain("couplings from 1e-9 to 1 searched");
    // A range that is asked for is not cut in silence.
    const range = [1e-9, 10] as const;
    expect(() => couplingLimit(curve([1], [1]), { model, production: rate, coupling: "epsilon", range })).toThrow(
      /darkPhoton: epsilon must be non-zero and at most 1/,
    );
    expect(() =>
      couplingLimit(curve([1], [1]), {
        model: () => {
          throw new RangeError("no such particle");
        },
        production: rate,
        coupling: "epsilon",
      }),
    ).toThrow("no such particle");
  });

  it.each([
    [
      "effciency",
      { effciency: () => 0.1 },
      /option must be one of model,.*got "effciency" \(did you mean "efficiency"\?\)/,
    ],
    [
      "scaling",
      { scaling: "quadratc" },
      /scaling must be one of general, quadratic, got "quadratc" \(did you mean "quad/,
    ],
    ["samples", { samples: NaN }, /samples must be an integer from 3 to 1e6, got NaN/],
    ["samples", { samples: 2 }, /got 2/],
    ["masses", { masses: [NaN] }, /masses must be finite and >= 0 GeV, got \[NaN\]/],
    ["range", { range: [0, 1] }, /range must be 0 < low < high < Infinity, got \[0, 1\]/],
    ["efficiency", { efficiency: () => 2 }, /efficiency must be in \[0, 1\], got 2 at mass 1, coupling/],
    ["efficiency", { efficiency: () => NaN }, /efficiency must be in \[0, 1\], got NaN/],
    ["efficiency", { efficiency: () => -1 }, /efficiency must be in \[0, 1\], got -1/],
    ["production", { production: () => -1 }, /production must be finite and >= 0, got -1/],
    ["production", { production: () => NaN }, /production must be finite and >= 0, got NaN/],
    ["production", { production: undefined }, /production must be a function, got undefined/],
    ["coupling", { coupling: undefined }, /coupling must be its name, got undefined/],
  ])("refuses a wrong %s", (_name, wrong, message) => {
    for (const scaling of ["general", "quadratic"]) {
      const options = { ...base, scaling, ...wrong } as never;
      expect(() => couplingLimit(curve([1], [1]), options)).toThrow(message);
      expect(() => couplingLimit(curve([1], [1]), options)).toThrow(RangeError);
    }
  });

  it("takes what rounding puts above 1 for 1", () => {
    const efficiency = (): number => 1 + 2 ** -50;
    const got = couplingLimit(curve([1], [1]), { ...base, efficiency });
    expect(got.shape === "curve" && relative(got.value[0], 1e-3) < 1e-11).toBe(true);
  });
});
