import { describe, expect, it } from "vitest";
import { lfvZPrime } from "../src/index.js";
import { MASS } from "../src/masses.js";
import { vectorToDarkMatter, vectorToFermions, vectorToUnequalFermions } from "../src/widths.js";

const off = (got: number, want: number): number => Math.abs(got / want - 1);

describe("vectorToUnequalFermions", () => {
  it("is the width to a pair for equal masses, and to inelastic dark matter for a coupling g_D", () => {
    expect(off(vectorToUnequalFermions(3, 1.2, 1.2, 0.3), vectorToFermions(3, 1.2, 0.3))).toBeLessThan(1e-14);
    const dark = { kind: "inelastic", mass: 0.5, splitting: 0.4, alphaD: 0.1 } as const;
    const coupling = Math.sqrt(4 * Math.PI * 0.1);
    expect(off(vectorToUnequalFermions(2, 0.7, 0.5, coupling), vectorToDarkMatter(2, dark))).toBeLessThan(1e-14);
  });

  it("is symmetric in the masses, and opens as the velocity", () => {
    expect(vectorToUnequalFermions(3, 1, 0.2, 1)).toBe(vectorToUnequalFermions(3, 0.2, 1, 1));
    expect(vectorToUnequalFermions(1.2, 1, 0.2, 1)).toBe(0);
    const [near, nearer] = [1e-8, 1e-10].map((x) => vectorToUnequalFermions(1.2 * (1 + x), 1, 0.2, 1));
    expect(off(near / nearer, 10)).toBeLessThan(1e-5);
  });
});

describe("lfvZPrime", () => {
  it("decays to both charges alike, with g² m / 12π each far above threshold", () => {
    const z = lfvZPrime({ mass: 10, coupling: 2e-3 });
    expect(z.channels().map(({ name, products }) => [name, products])).toEqual([
      ["mu- e+", [13, -11]],
      ["mu+ e-", [-13, 11]],
    ]);
    expect(off(z.width("e+ mu-"), (4e-6 * 10) / (12 * Math.PI))).toBeLessThan(2e-4);
    expect(z.branchingFraction("mu+ e-")).toBe(0.5);
    expect(z.couplings).toEqual({ flavourChanging: { leptons: ["mu", "e"], vector: 2e-3 } });
  });

  it("is stable below m_i + m_j, and invisible with dark matter", () => {
    expect(lfvZPrime({ mass: MASS.mu, coupling: 1e-3 }).ctau).toBe(Infinity);
    expect(lfvZPrime({ mass: 1.8, coupling: 1e-3, leptons: ["tau", "mu"] }).width()).toBe(0);
    const dark = { mass: 0.4, alphaD: 0.1 };
    const z = lfvZPrime({ mass: 2, coupling: 1e-3, dark });
    expect(z.width("invisible")).toBe(vectorToDarkMatter(2, dark));
    expect(z.branchingFraction("invisible")).toBeGreaterThan(0.999);
  });

  it("names what is wrong", () => {
    expect(() => lfvZPrime({ mass: 1, coupling: 0 })).toThrow("lfvZPrime: coupling must be non-zero");
    expect(() => lfvZPrime({ mass: 1, coupling: 1e-3, leptons: ["e", "mu"] })).toThrow(
      "lfvZPrime: leptons must be given heavier first, got e, mu",
    );
    const dark = { kind: "inelastic", mass: 0.1, splitting: 0.1, alphaD: 0.1 } as const;
    expect(() => lfvZPrime({ mass: 1, coupling: 1e-3, dark })).toThrow('got "inelastic"');
  });
});
