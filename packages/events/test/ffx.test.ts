import { describe, expect, it } from "vitest";
import { crossSection, dalitzDensity, dalitzIntegral, ffX, generate } from "../src/index.js";
import { mediator, zPrime } from "@belladonna/models";
import type { Couplings, Mediator } from "@belladonna/models";
import type { Process } from "../src/index.js";
import table from "./data/xsec-ffx-10p58.json?raw";
import { ALPHA_MG, rows } from "./reference.js";

const KINDS = { Zprime: "vector", S: "scalar", a: "pseudoscalar" } as const;
type Name = keyof typeof KINDS;

function process(lepton: "mu" | "tau", name: Name, mass: number, coupling: number, tau = 1.77686): Process {
  const couplings: Couplings = { [KINDS[name]]: { [lepton]: coupling } };
  const X: Mediator = mediator({ name, kind: KINDS[name], mass, couplings, channels: () => [] });
  return ffX({
    lepton,
    mediator: X,
    alpha: ALPHA_MG,
    vacuumPolarisation: false,
    masses: { e: 0.51099895e-3, mu: 0.1056583755, tau },
  });
}

describe("ffX", () => {
  const forms = (JSON.parse(table) as { rows: [number, number, string, string, number, string][] }).rows;

  it("has the tabulated cross sections to their last digit", () => {
    expect(forms).toHaveLength(126);
    for (const [mass, coupling, text, , value] of forms) {
      const lepton = text.includes("tau") ? "tau" : "mu";
      const name = /-(Zprime|S|a)$/.exec(text)?.[1] as Name;
      const found = crossSection(process(lepton, name, mass, coupling, 1.77693), { sqrtS: 10.58 });
      expect(found.method).toBe("closed form");
      // Six digits: half a unit of the last, and 1e-7 for a value on the edge.
      const half = 0.5 * 10 ** (Math.floor(Math.log10(value)) - 5);
      expect(Math.abs(found.value / 1000 - value), `${text} at ${mass} GeV`).toBeLessThan(half + 1e-7 * value);
    }
  });

  const compared = rows.filter(({ key }) => /^(mumu|tautau)(zp|s|alp)_/.test(key));

  it("has 47 rows of MadGraph to meet", () => {
    expect(compared).toHaveLength(47);
  });

  it.each(compared)("has MadGraph's cross section $key", ({ key, parameters: p, value, err }) => {
    const lepton = key.startsWith("mu") ? "mu" : "tau";
    const name = key.includes("zp_") ? "Zprime" : key.includes("alp_") ? "a" : "S";
    const mass = { Zprime: p.mZp, S: p.mS, a: p.ma }[name];
    const coupling = { Zprime: p.gZp, S: p[`y_S_${lepton}`], a: p[`y_P_${lepton}`] }[name];
    const found = crossSection(process(lepton, name, mass, coupling), { sqrtS: 10.58 });
    expect(Math.abs(found.value / 1000 - value)).toBeLessThan(3.2 * err);
    expect(Math.abs(found.value / 1000 / value - 1)).toBeLessThan(0.01);
  });

  it("has a Monte Carlo integral of the recursion equal to the Dalitz integral", () => {
    for (const [lepton, name, mass] of [
      ["mu", "Zprime", 1],
      ["tau", "S", 3],
      ["mu", "a", 0.3],
    ] as const) {
      const closed = process(lepton, name, mass, 1);
      const exact = crossSection(closed, { sqrtS: 10.58 });
      const open = { ...closed, closedForm: () => undefined };
      const found = crossSection(open, { sqrtS: 10.58, relativeError: 3e-3 });
      expect(found.method).toBe("monte carlo");
      expect(Math.abs(found.value - exact.value)).toBeLessThan(3.5 * found.error);
    }
  });

  it("is symmetric in the two fermions", () => {
    for (const kind of Object.values(KINDS)) {
      const one = dalitzDensity(kind, 112, 0.1, 1, 3, 20);
      expect(Math.abs(dalitzDensity(kind, 112, 0.1, 1, 20, 3) / one - 1)).toBeLessThan(1e-14);
    }
    expect(dalitzIntegral("vector", 16, 1.7, 1)).toBe(0);
  });

  it("takes the Lmu-Ltau boson as it is, and decays it", () => {
    const X = zPrime({ mass: 1, gPrime: 1e-3 });
    const events = generate(ffX({ lepton: "mu", mediator: X }), {
      sqrtS: 10.58,
      seed: 1,
      events: 200,
      decay: "mu+ mu-",
    });
    expect(events.length).toBe(200);
    expect([...events.particles.pdgId.slice(0, 7)]).toEqual([11, -11, 13, -13, 4900023, -13, 13]);
    expect(Math.abs(events.branchingFraction - X.branchingFraction("mu+ mu-"))).toBeLessThan(1e-15);
  });

  it("refuses a mediator that does not couple to the lepton", () => {
    const X = mediator({ name: "X", kind: "vector", mass: 1, couplings: {}, channels: () => [] });
    const electrons = { lepton: "e" as "mu", mediator: X };
    expect(() => ffX(electrons)).toThrow("ffX: lepton must be mu or tau, got e: electrons have a t channel too");
    expect(() => ffX({ lepton: "mu", mediator: X })).toThrow("ffX: X must couple to mu in one way, has 0 couplings");
  });
});
