import { bMinusL, darkPhoton, vectorMediator, zPrime } from "@belladonna/models";
import type { Mediator } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { limit } from "../src/limit.js";
import type { IntervalLimit } from "../src/limit.js";
import { excludedAt } from "../src/value-at-mass.js";
import { published } from "../src/published/published.js";
import { recast } from "../src/recast.js";
import { productionRate, recastReasons, recastSearches } from "../src/recast-search.js";
import { asMade, from, searches, tables } from "./darkcast.js";
import { curve, info, relative } from "./helpers.js";

describe.each(tables.map((t) => [t.name.replace("recast_darkcast_", ""), t] as const))(
  "recast to %s",
  (model, table) => {
    const names = [...new Set(table.rows.map((r) => r[1]))] as (keyof typeof searches)[];

    it.each(names)("reproduces DarkCast for %s within its own 1e-2", (name) => {
      const rows = table.rows.filter((r) => r[1] === name);
      const { to, search } = asMade(model, name);
      const bad: string[] = [];
      for (const [mass, , , low, high, gLow, gHigh] of rows) {
        const one: IntervalLimit = limit({
          ...info,
          id: searches[name],
          shape: "interval",
          mass: [mass],
          lower: [low],
          upper: [high ?? Infinity],
        });
        const got = recast(one, { from, to, search, scaling: "quadratic" });
        const intervals = excludedAt(got, mass);
        const [i] = intervals;
        const d =
          intervals.length !== 1
            ? Infinity
            : Math.max(relative(i.lower, gLow), gHigh === null ? 0 : relative(i.upper, gHigh));
        if (!(d < 1e-2))
          bad.push(`${mass}: ${JSON.stringify(intervals)} for ${gLow}..${gHigh} (${d.toExponential(1)})`);
      }
      expect(bad).toEqual([]);
    });
  },
);

describe("productionRate", () => {
  const quarks = { vector: { u: 2 / 3, d: -1 / 3, e: -1, mu: -2 } };
  it("is the square of the coupling that makes the particle", () => {
    expect(productionRate("electron", quarks, 1)).toBe(1);
    expect(productionRate("muon", quarks, 1)).toBe(4);
    expect(relative(productionRate("proton", quarks, 1), 1)).toBeLessThan(1e-15);
    expect(productionRate("photon", { photon: 3 }, 1)).toBe(9);
    expect(productionRate("electron", {}, 1)).toBe(0);
  });

  it("makes a light vector in a pion decay as the photon, and none above the mass of the pion", () => {
    // Two equal terms for electric charges: (1/24 + 1/24)^2 at m = 0.
    expect(relative(productionRate("pi0-to-gamma", quarks, 1e-9), 1 / 144)).toBeLessThan(1e-12);
    expect(productionRate("pi0-to-gamma", quarks, 0.14)).toBe(0);
  });
});

describe("recast", () => {
  it("gives a limit back when both models are the same", async () => {
    for (const id of ["E141_1987_darkphoton", "NA48_2_2015", "KLOE_2018_combined"]) {
      const l = await published.get(id);
      if (l.shape === "grid") throw new Error("no grid was expected");
      const masses = l.mass.filter((_, i) => i % 20 === 0);
      const same = (mass: number, epsilon: number): Mediator => darkPhoton({ mass, epsilon });
      const got = recast(l, { from: same, to: same, masses, scaling: "quadratic" });
      for (const m of masses) {
        const [want] = excludedAt(l, m);
        const [have] = excludedAt(got, m);
        expect(relative(have.lower, want.lower)).toBeLessThan(1e-8);
        if (want.upper < Infinity) expect(relative(have.upper, want.upper)).toBeLessThan(1e-8);
      }
    }
  });

  it("finds the same by asking the models at every coupling as by their scaling", () => {
    const l: IntervalLimit = limit({
      ...info,
      id: "E137_2009_darkphoton",
      shape: "interval",
      mass: [0.02],
      lower: [1e-7],
      upper: [3e-5],
    });
    const to = (mass: number, coupling: number): Mediator => vectorMediator({ mass, coupling, charges: bMinusL });
    const fromHere = (mass: number, epsilon: number): Mediator => darkPhoton({ mass, epsilon });
    const [a] = excludedAt(recast(l, { from: fromHere, to, scaling: "quadratic" }), 0.02);
    const [b] = excludedAt(recast(l, { from: fromHere, to, scaling: "general" }), 0.02);
    expect(relative(a.lower, b.lower)).toBeLessThan(1e-8);
    expect(relative(a.upper, b.upper)).toBeLessThan(1e-8);
    // By itself it finds out that this model scales, and asks it at five couplings.
    const asked = new Set<number>();
    const counted = (mass: number, coupling: number): Mediator => {
      asked.add(coupling);
      return to(mass, coupling);
    };
    const [c] = excludedAt(recast(l, { from: fromHere, to: counted, range: [1e-8, 1e-3] }), 0.02);
    expect(asked.size).toBe(5);
    expect(relative(c.lower, b.lower)).toBeLessThan(1e-8);
    expect(relative(c.upper, b.upper)).toBeLessThan(1e-8);
  });

  it("follows decays to dark matter, whose share depends on the coupling", () => {
    const dark = { kind: "dirac", mass: 0.1, alphaD: 1e-6 } as const;
    const got = recast(curve([1], [1e-3], { id: "BaBar_darkphoton_visible_2014", observable: "epsilon" }), {
      from: (mass, epsilon) => darkPhoton({ mass, epsilon }),
      to: (mass, epsilon) => darkPhoton({ mass, epsilon, dark }),
      coupling: "epsilon",
    });
    const [i] = excludedAt(got, 1);
    const bf = (p: Mediator): number => p.branchingFraction("e+ e-") + p.branchingFraction("mu+ mu-");
    const rate = i.lower ** 2 * bf(darkPhoton({ mass: 1, epsilon: i.lower, dark }));
    expect(relative(rate, 1e-6 * bf(darkPhoton({ mass: 1, epsilon: 1e-3 })))).toBeLessThan(1e-9);
    expect(got).toMatchObject({ kind: "recast", observable: "epsilon" });
  });

  it("excludes nothing where the new model is not made", () => {
    const got = recast(curve([0.05], [1e-3], { id: "A1_2014" }), {
      from: (mass, epsilon) => darkPhoton({ mass, epsilon }),
      to: (mass, coupling) => vectorMediator({ mass, coupling, charges: { mu: 1, numu: 1 } }),
    });
    expect(excludedAt(got, 0.05)).toEqual([]);
  });

  it("takes missing energy of what escapes", () => {
    const search = {
      production: "electron",
      efficiency: { kind: "escape", length: 300, betaGamma: () => 10 },
    } as const;
    const same = (mass: number, epsilon: number): Mediator => darkPhoton({ mass, epsilon });
    const heavy = (mass: number, epsilon: number): Mediator => darkPhoton({ mass, epsilon: epsilon / 2 });
    const got = recast(curve([0.01], [1e-6]), { from: same, to: heavy, search, scaling: "quadratic" });
    // The rate e^2 exp(-t0/ctau) is the same at twice the coupling, whose lifetime is the same too.
    expect(relative(excludedAt(got, 0.01)[0].lower, 2e-6)).toBeLessThan(1e-9);
  });

  it("says which search it does not know, and that a dump needs two edges", () => {
    const same = (mass: number, epsilon: number): Mediator => darkPhoton({ mass, epsilon });
    expect(() => recast(curve([1], [1]), { from: same, to: same })).toThrow(/none is known for test/);
    expect(() => recast(curve([1], [1e-3]), { from: same, to: same, search: recastSearches.KEK_1986 })).toThrow(
      /two edges/,
    );
  });

  const model = (mass: number, epsilon: number): Mediator => darkPhoton({ mass, epsilon });
  const search = { production: "electron", efficiency: { kind: "all" } } as const;
  it.each([
    [{ serch: search }, /option must be one of from, to,.*got "serch" \(did you mean "search"\?\)/],
    [{ to: undefined }, /to must be a model, a function of mass and coupling, got undefined/],
    [{ scaling: "square" }, /scaling must be one of general, quadratic, got "square"/],
    [{ search: { ...search, production: "elecron" } }, /production must be one of.*did you mean "electron"/],
    [{ search: { ...search, chanels: [] } }, /got "chanels" \(did you mean "channels"\?\)/],
    [{ search: { ...search, efficiency: { kind: "promt" } } }, /did you mean "prompt"/],
    [{ search: { ...search, efficiency: { kind: "dump", ratio: NaN } } }, /ratio must be finite and > 0, got NaN/],
    [{ search: { ...search, efficiency: { kind: "dump", ratio: 1, length: 1 } } }, /got "length"/],
    [{ range: [1, NaN] }, /range must be 0 < low < high < Infinity/],
  ])("refuses %j", (wrong, message) => {
    const options = { from: model, to: model, search, ...wrong } as never;
    expect(() => recast(curve([1], [1e-3]), options)).toThrow(message);
    expect(() => recast(curve([1], [1e-3]), options)).toThrow(RangeError);
  });

  it("knows the rates it has a name for", () => {
    expect(productionRate("electron", { vector: { e: 2 } }, 1)).toBe(4);
    expect(() => productionRate("elecron" as never, { vector: { e: 2 } }, 1)).toThrow(
      /mode must be one of electron, muon, proton, pi0-to-gamma, photon, got "elecron" \(did you mean "electron"\?\)/,
    );
  });
});

describe("searches that can be recast", () => {
  it("are all bundled measurements on vectors but those that say why not", () => {
    const vectors = ["dark-photon", "z-prime", "b-minus-l"].flatMap((portal) => published.find({ portal }));
    const measured = vectors.filter((e) => e.kind !== "projection" && /^(epsilon|gPrime|gBMinusL)$/.test(e.observable));
    // Those with names of the later scheme are read by `constrainModel`, by observable and final state.
    const wanted = measured.filter(({ id }) => !/_(dark-photon|z-prime|b-minus-l)_/.test(id));
    for (const { id } of wanted) expect([id, id in recastSearches]).toEqual([id, !(id in recastReasons)]);
  });

  it("carry BaBar's four muons by the muon's coupling and the fraction to muons", async () => {
    const data = await published.get("BaBar_Zprime_mumu_2016");
    const from = (mass: number, gPrime: number): Mediator => zPrime({ mass, gPrime });
    const to = (mass: number, coupling: number): Mediator =>
      vectorMediator({ mass, coupling, charges: bMinusL, name: "B-L" });
    const [mass] = data.mass.filter((m) => m > 1);
    const carried = recast(data, { from, to, scaling: "quadratic", masses: [mass] });
    const old = excludedAt(data, mass)[0].lower;
    const [a, b] = [from(mass, 1e-3).branchingFraction("mu+ mu-"), to(mass, 1e-3).branchingFraction("mu+ mu-")];
    expect(relative(excludedAt(carried, mass)[0].lower, old * Math.sqrt(a / b))).toBeLessThan(1e-9);
  });

  it("stay expectations when they were", async () => {
    const data = await published.get("projection_BelleII_darkphoton_visible_50ab");
    const from = (mass: number, epsilon: number): Mediator => darkPhoton({ mass, epsilon });
    const [mass] = data.mass;
    expect(recast(data, { from, to: from, scaling: "quadratic", masses: [mass] }).kind).toBe("projection");
    const seen = await published.get("BESIII_2017_darkphoton");
    expect(recast(seen, { from, to: from, scaling: "quadratic", masses: [2] }).kind).toBe("recast");
  });

  it("carry phi -> eta e e by the coupling of strange quarks", async () => {
    const data = await published.get("KLOE_2013_phi_eta_ee");
    const from = (mass: number, epsilon: number): Mediator => darkPhoton({ mass, epsilon });
    const to = (mass: number, coupling: number): Mediator =>
      vectorMediator({ mass, coupling, charges: bMinusL, name: "B-L" });
    const carried = recast(data, { from, to, scaling: "quadratic", masses: [0.1] });
    const old = excludedAt(data, 0.1)[0].lower;
    const [p, q] = [from(0.1, 1e-3), to(0.1, 1e-3)];
    const rates = [p, q].map((x) => (x.couplings.vector?.s ?? 0) ** 2 * x.branchingFraction("e+ e-"));
    expect(relative(excludedAt(carried, 0.1)[0].lower, old * Math.sqrt(rates[0] / rates[1]))).toBeLessThan(1e-9);
  });
});
