import { darkPhoton, portals, vectorMediator } from "@belladonna/models";
import type { Mediator, Portal } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { constrainModel } from "../src/constrain/constrain-model.js";
import type { Constraints } from "../src/constrain/constraints.js";
import { excludedAt, isExcluded, valueAt } from "../src/value-at-mass.js";
import { limit } from "../src/limit.js";
import type { IntervalLimit, Limit } from "../src/limit.js";
import { published } from "../src/published/published.js";
import { asMade, from, searches, tables } from "./darkcast.js";
import { curve, info, relative } from "./helpers.js";

const portal = (name: string): Portal => {
  const found = portals.find((p) => p.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const wide = [1e-14, 1e5];
const logSpaced = (low: number, high: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => low * (high / low) ** (i / (n - 1)));

describe("against DarkCast", () => {
  it("has 1437 rows", () => {
    expect(tables.reduce((sum, t) => sum + t.rows.length, 0)).toBe(1437);
  });

  it.each(tables.map((t) => [t.name.replace("recast_darkcast_", ""), t] as const))(
    "has every row for %s within DarkCast's own 1e-2",
    async (model, table) => {
      const bad: string[] = [];
      for (const [mass, row, , low, high, gLow, gHigh] of table.rows) {
        const name = row as keyof typeof searches;
        const { to, search } = asMade(model, name);
        const edges = { mass: [mass], lower: [low], upper: [high ?? Infinity] };
        const one: IntervalLimit = limit({
          ...info,
          ...edges,
          id: searches[name],
          observable: "epsilon",
          shape: "interval",
        });
        const got = await constrainModel(
          { name: model, make: to, power: 2 },
          {
            masses: [mass],
            couplings: wide,
            limits: [one],
            searches: { [searches[name]]: search },
            references: { epsilon: { name: "dark photon", make: from, power: 2 } },
          },
        );
        const intervals = got.speaking.flatMap((s) => excludedAt(s.limit, mass));
        const [i] = intervals;
        const d =
          intervals.length === 1
            ? Math.max(relative(i.lower, gLow), gHigh === null ? 0 : relative(i.upper, gHigh))
            : Infinity;
        if (!(d < 1e-2)) bad.push(`${mass} ${name}: ${JSON.stringify(intervals)} for ${gLow}..${String(gHigh)}`);
      }
      expect(bad).toEqual([]);
    },
  );
});

describe("all limits on B − L", () => {
  const masses = logSpaced(0.012, 9, 12);
  const couplings = logSpaced(1e-9, 1e-1, 30);
  let plane: Constraints;

  it("come of the portal's own, of other vectors and of dumps", async () => {
    plane = await constrainModel(portal("B-L"), { masses, couplings, project: 50_000 });
    const methods = new Map(plane.speaking.map((s) => [s.origin.id, s.method]));
    expect(methods.get("BaBar_BL_visible_recast")).toBe("direct");
    expect(methods.get("BaBar_darkphoton_visible_2014")).toBe("recast");
    expect(methods.get("E137_2009_darkphoton")).toBe("recast");
    expect(methods.get("BaBar_darkphoton_invisible_2017")).toBe("recast");
    for (const { citation, origin } of plane.speaking) expect(citation.length).toBeGreaterThan(origin.id.length / 2);
    expect(new Set(plane.speaking.map((s) => s.origin.id)).size).toBe(plane.speaking.length);
  });

  it("BaBar's, recast here and by others, agree", () => {
    const by = (id: string) => plane.speaking.find((s) => s.origin.id === id)?.limit;
    const [here, there] = [by("BaBar_darkphoton_visible_2014"), by("BaBar_BL_visible_recast")];
    if (here === undefined || there === undefined) throw new Error("both speak");
    for (const mass of masses.filter((m) => m > 0.05 && m < 8)) {
      const ratio = excludedAt(here, mass)[0].lower / excludedAt(there, mass)[0].lower;
      // Widths of hadrons differ about the omega and above 1.5 GeV.
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.4);
    }
  });

  it("say of a point what the plane and the envelope say", () => {
    masses.forEach((mass, i) => {
      couplings.forEach((coupling, j) => {
        const verdicts = plane.at(mass, coupling).filter((v) => v.kind !== "projection");
        const factor = plane.factors[i][j];
        expect(factor).toBeCloseTo(verdicts.at(0)?.factor ?? 0, 10);
        if (Math.abs(factor - 1) > 1e-6) expect(isExcluded(plane.envelope, mass, coupling)).toBe(factor > 1);
        if (verdicts.length > 0) expect(plane.speaking[plane.strongest[i][j]].origin.id).toBe(verdicts[0].id);
        else expect(plane.strongest[i][j]).toBe(-1);
        expect(verdicts.every((v) => v.excluded === v.factor >= 1 && v.cl > 0.5)).toBe(true);
      });
    });
  });

  it("have a region whose outline is that of the envelope", () => {
    const inside = plane.polygons.flatMap((r) => r.value);
    expect(plane.polygons.length).toBeGreaterThan(0);
    expect(Math.max(...inside)).toBeLessThanOrEqual(couplings[29]);
    for (const ring of plane.polygons) {
      ring.mass.forEach((m, k) => {
        const edges = excludedAt(plane.envelope, m).flatMap((e) => [e.lower, Math.min(e.upper, couplings[29])]);
        expect(edges).toContain(ring.value[k]);
      });
    }
  });

  it("are projected by the fourth root of the luminosity, and never count as excluded", () => {
    const later = plane.speaking.filter((s) => s.origin.kind === "projection");
    expect(later.length).toBeGreaterThan(1);
    expect(plane.projected?.kind).toBe("projection");
    expect(plane.strongest.flat().some((k) => k >= 0 && plane.speaking[k].origin.kind === "projection")).toBe(false);
  });

  it("are silent with a reason", () => {
    expect(plane.silent.length).toBeGreaterThan(0);
    for (const { reason } of plane.silent) expect(reason).not.toBe("");
    expect(plane.silent.find((s) => s.id === "CHARM_2012_darkphoton")?.reason).toContain("model it was published for");
  });
});

describe("other models", () => {
  it("a dark photon has its own limits as published, but no invisible ones unless it decays so", async () => {
    const masses = [0.5, 2];
    const plane = await constrainModel(portal("dark photon"), { masses, couplings: [1e-6, 1e-1] });
    const babar = await published.get("BaBar_darkphoton_visible_2014");
    const mine = plane.speaking.find((s) => s.origin === babar);
    expect(mine?.method).toBe("direct");
    for (const m of masses)
      expect(relative(excludedAt(mine?.limit ?? babar, m)[0].lower, valueAt(babar, m))).toBeLessThan(1e-9);
    expect(plane.speaking.some((s) => s.origin.finalState === "invisible")).toBe(false);

    const dark = { kind: "dirac", mass: 0.1, alphaD: 0.1 } as const;
    const make = (mass: number, epsilon: number): Mediator => darkPhoton({ mass, epsilon, dark });
    const invisible = await constrainModel({ name: "mine", make }, { masses, couplings: logSpaced(1e-6, 1e-1, 101) });
    const missing = await published.get("BaBar_darkphoton_invisible_2017");
    const found = invisible.speaking.find((s) => s.origin === missing)?.limit;
    // Interpolated between couplings 12 % apart, where the factor is a straight line.
    for (const m of masses)
      expect(relative(excludedAt(found ?? missing, m)[0].lower, valueAt(missing, m))).toBeLessThan(1e-4);
  });

  it("charges of one's own: muons alone are seen by muons alone", async () => {
    const charges = { mu: 1, tau: -0.5, numu: 1 };
    const make = (mass: number, coupling: number): Mediator => vectorMediator({ mass, coupling, charges });
    const plane = await constrainModel({ name: "mine", make, power: 2 }, { masses: [0.5, 2], couplings: [1e-6, 1] });
    expect(plane.speaking.length).toBeGreaterThan(0);
    const muons = (l: Limit): boolean => l.observable === "gPrime" || l.experiment === "NA64 (muon beam)";
    expect(plane.speaking.filter((s) => !muons(s.origin)).map((s) => s.origin.id)).toEqual([]);
  });

  it("a leptophobic vector that is not seen, by pions alone", async () => {
    const charges = { u: 1 / 3, d: 1 / 3, s: 1 / 3 };
    const dark = { kind: "scalar", mass: 0.01, alphaD: 0.1 } as const;
    const make = (mass: number, coupling: number): Mediator => vectorMediator({ mass, coupling, charges, dark });
    const asked = { masses: [0.05, 0.1], couplings: logSpaced(1e-6, 0.3, 60) };
    const plane = await constrainModel({ name: "mine", make }, asked);
    expect(plane.speaking.map((s) => s.origin.id)).toEqual(["NA62_dark-photon_invisible_2019"]);
  });

  it("a dark scalar by branching fractions on grids of lifetime", async () => {
    const plane = await constrainModel(portal("dark scalar"), { masses: [0.5, 1], couplings: [1e-6, 1e-1] });
    const grid = plane.speaking.filter((s) => s.origin.shape === "grid");
    expect(grid.length).toBeGreaterThan(0);
    expect(grid.every((s) => s.method === "rate" && s.limit.shape !== "curve")).toBe(true);
  });

  it("an axion-like particle with photons and an unknown rate, given by the caller", async () => {
    const plain = { masses: [1], couplings: [1e-6, 1e-1] };
    const without = await constrainModel(portal("ALP, photons"), plain);
    expect(without.silent.find((s) => s.id === "BelleII_ALP_gammagamma_2020_xsec")?.reason).toContain(
      "needs sigma(e+ e- -> gamma X)",
    );
    expect(without.speaking.some((s) => s.origin.finalState === "invisible" && s.origin.shape === "curve")).toBe(false);
    // Any number will do; the limit is where it meets the table.
    const rates = { "sigma(e+ e- -> gamma X)": ({ couplings }: Mediator) => 1e9 * (couplings.photon ?? 0) ** 2 };
    const plane = await constrainModel(portal("ALP, photons"), { ...plain, rates });
    const table = await published.get("BelleII_ALP_gammagamma_2020_xsec");
    const found = plane.speaking.find((s) => s.origin === table);
    const edge = excludedAt(found?.limit ?? table, 1)[0].lower;
    expect(relative(1e9 * edge ** 2, valueAt(table, 1))).toBeLessThan(1e-6);
  });

  it("an electron's HNL, by the mixing itself", async () => {
    const plane = await constrainModel(portal("HNL, electron"), { masses: [1.5], couplings: [1e-9, 1] });
    expect(plane.speaking.some((s) => s.origin.observable === "|U_e|^2")).toBe(true);
    expect(plane.speaking.every((s) => s.method === "direct")).toBe(true);
  });
});

describe("options", () => {
  const mine = curve([0.1, 1], [1e-3, 1e-3], {
    id: "mine",
    observable: "epsilon",
    experiment: "BaBar",
    finalState: "e+ e-",
  });
  const plane = { masses: [0.5], couplings: [1e-6, 1e-1], limits: [mine] };

  it("leave recasts out", async () => {
    expect((await constrainModel(portal("B-L"), plane)).speaking).toHaveLength(1);
    const without = await constrainModel(portal("B-L"), { ...plane, recast: false });
    expect(without.speaking).toHaveLength(0);
    expect(without.silent).toEqual([{ id: "mine", reason: "recasting was not asked for" }]);
    expect(without.polygons).toEqual([]);
  });

  it("must make sense", async () => {
    const ask = (change: object): Promise<Constraints> => constrainModel(portal("B-L"), { ...plane, ...change });
    await expect(ask({ masses: [] })).rejects.toThrow(
      "constrainModel: masses must be at least 1 numbers > 0 that increase",
    );
    await expect(ask({ couplings: [1e-3] })).rejects.toThrow("constrainModel: couplings must be at least 2");
    await expect(ask({ masses: [2, 1] })).rejects.toThrow("that increase, got [2, 1]");
    await expect(ask({ recat: true })).rejects.toThrow("constrainModel: option must be one of masses");
    await expect(ask({ project: 0 })).rejects.toThrow("constrainModel: project must be finite and > 0");
  });
});
