import {
  bMinusL,
  baryonic,
  channel,
  darkPhoton,
  leMinusLmu,
  lmuMinusLtau,
  mediator,
  protophobic,
  zPrime,
} from "@belladonna/models";
import { vectorMediator } from "@belladonna/models";
import { vectorToFermions } from "@belladonna/models/widths";
import { references } from "@belladonna/sources";
import type { Charges, Couplings, Mediator } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { limit } from "../src/limit.js";
import type { IntervalLimit } from "../src/limit.js";
import { excludedAt } from "../src/value-at-mass.js";
import { published } from "../src/published/published.js";
import { recast } from "../src/recast.js";
import { productionRate, recastReasons, recastSearches } from "../src/recast-search.js";
import { curve, info, relative } from "./helpers.js";

type Row = [
  mass: number,
  limit: string,
  decay: string,
  low: number,
  high: number | null,
  gLow: number,
  gHigh: number | null,
];
interface Table {
  readonly name: string;
  readonly rows: Row[];
}
// Vite's glob works in node and in a browser; its types are not loaded here.
interface ViteMeta {
  readonly glob: (pattern: string, options: { eager: true; import: "default" }) => Record<string, Table>;
}
const tables = Object.values(
  (import.meta as unknown as ViteMeta).glob("./data/recast_darkcast_*.json", { eager: true, import: "default" }),
);

/** Its name in the table, and the search it is here. */
const searches = {
  A1_Merkel2014avp: "A1_2014",
  BaBar_Lees2014xha: "BaBar_darkphoton_visible_2014",
  BaBar_Lees2017lec: "BaBar_darkphoton_invisible_2017",
  E137_Bjorken2009mm: "E137_2009_darkphoton",
  E141_Riordan1987aw: "E141_1987_darkphoton",
  E774_Bross1989mp: "E774_1989",
  KEK_Konaka1986cb: "KEK_1986",
  KLOE_Anastasi2018azp_combined: "KLOE_2018_combined",
  NA48_Batley2015lha: "NA48_2_2015",
  NA64_Banerjee2019hmi: "NA64_visible_2019",
  NuCAL_Blumlein1991xh: "NuCal_1991_darkphoton",
  Orsay_Davier1989wz: "Orsay_1989_darkphoton",
} as const;

const charges: Record<string, Charges> = {
  "B-L_boson": bMinusL,
  B_boson: baryonic,
  "Le-Lmu_boson": leMinusLmu,
  "Lmu-Ltau_boson": lmuMinusLtau,
  protophobic,
};

/**
 * The widths the tables were made with: vector mesons at all masses, charm and bottom as bare quarks of 1.5 and 4.8 GeV,
 * and pi0 gamma open from 0.14 GeV instead of the mass of the pion.
 */
function asInTables(make: (mass: number, coupling: number) => Mediator) {
  return (mass: number, coupling: number): Mediator => {
    const own = make(mass, coupling);
    const { c = 0, b = 0 } = own.couplings.vector ?? {};
    const quark = (name: string, m: number, g: number) =>
      channel(name, [], vectorToFermions(mass, m, g, 3), "hadrons", references.Ilten2018);
    const opening = Math.max(0, (1 - (0.14 / mass) ** 2) / (1 - (0.1349768 / mass) ** 2)) ** 3;
    const given = () => own.channels().map((k) => (k.name === "pi0 gamma" ? { ...k, width: k.width * opening } : k));
    const channels = () => [...given(), quark("c", 1.5, c), quark("b", 4.8, b)];
    const { name, kind, couplings } = own;
    return mediator({ name, kind, mass, couplings, channels });
  };
}
const hadrons = { source: "vector-mesons" } as const;
const from = asInTables((mass, epsilon) => darkPhoton({ mass, epsilon, hadrons }));

/** pi0 → gamma X with the meson masses of the tables: in the protophobic model rho and omega all but cancel. */
function pionToPhoton({ vector = {} }: Couplings, mass: number): number {
  const { u = 0, d = 0 } = vector;
  const pole = (m: number): number => (m * m) / (m * m - mass * mass);
  return (((u - d) * pole(0.77549)) / 3 + (u + d) * pole(0.78265)) ** 2;
}

/**
 * The rows of two hadronic searches in the table of Le - Lmu were made with the quark couplings of Lmu - Ltau: the ratio of
 * couplings is that of 4.3705e-3, the loop of muon and tau at zero momentum, where the loop of electron and
 * muon changes by a factor 2. With these couplings in the production the rows come out; the decays are those of Le - Lmu.
 */
function madeAs(other: Charges, own: (mass: number, coupling: number) => Mediator) {
  return (mass: number, coupling: number): Mediator => {
    const { name, kind, couplings, channels } = own(mass, coupling);
    const { u = 0, d = 0 } = vectorMediator({ mass, coupling, charges: other }).couplings.vector ?? {};
    return mediator({ name, kind, mass, couplings: { vector: { ...couplings.vector, u, d } }, channels });
  };
}

describe.each(tables.map((t) => [t.name.replace("recast_darkcast_", ""), t] as const))(
  "recast to %s",
  (model, table) => {
    const to = asInTables((mass, coupling) => vectorMediator({ mass, coupling, charges: charges[model], hadrons }));
    const names = [...new Set(table.rows.map((r) => r[1]))] as (keyof typeof searches)[];

    it.each(names)("reproduces DarkCast for %s within its own 1e-2", (name) => {
      const rows = table.rows.filter((r) => r[1] === name);
      const foreign = model === "Le-Lmu_boson" && (name === "NA48_Batley2015lha" || name === "NuCAL_Blumlein1991xh");
      const target = foreign ? madeAs(lmuMinusLtau, to) : to;
      const known = recastSearches[searches[name]];
      const search = name === "NA48_Batley2015lha" ? { ...known, production: pionToPhoton } : known;
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
        const got = recast(one, { from, to: target, search, scaling: "quadratic" });
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
    const [b] = excludedAt(recast(l, { from: fromHere, to }), 0.02);
    expect(relative(a.lower, b.lower)).toBeLessThan(1e-8);
    expect(relative(a.upper, b.upper)).toBeLessThan(1e-8);
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
    const wanted = vectors.filter((e) => e.kind !== "projection" && /^(epsilon|gPrime|gBMinusL)$/.test(e.observable));
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
