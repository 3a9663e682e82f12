import { describe, expect, it } from "vitest";
import { citationText } from "@belladonna/sources";
import { limits as alpLimits } from "../src/published/alp.js";
import { published } from "../src/published/published.js";
import { isExcluded, valueAt } from "../src/value-at-mass.js";
import { relative } from "./helpers.js";

const all = published.find({ unverified: true, redigitisations: true });

describe("published", () => {
  it("finds by experiment, portal, observable, final state and kind", () => {
    expect(published.find({ experiment: "Belle" }).every((e) => e.experiment === "Belle")).toBe(true);
    expect(published.find({ portal: "hnl" })).toHaveLength(61);
    expect(
      published.find({ portal: "dark-photon", finalState: "invisible", kind: "observed" }).map((e) => e.id),
    ).toEqual([
      "BaBar_darkphoton_invisible_2017",
      "LEP_monophoton_2011",
      "NA64_invisible_2019",
      "NA62_dark-photon_invisible_2019",
      "NA64_dark-photon_invisible_2016",
      "NA64_dark-photon_invisible_2017",
      "NA64_dark-photon_invisible_2023",
      "NA64_dark-photon_invisible_2023-b",
      "NA64mu_dark-photon_invisible_2024",
    ]);
    expect(() => published.find({ portal: "dark-photn" })).toThrow(
      /portalId: name must be .*did you mean "dark-photon"/,
    );
    expect(() => published.find({ experiment: "Babr" })).toThrow(/experiment must be one of .*did you mean "BaBar"/);
    for (const portal of ["dark photon", "darkPhoton", "Dark_Photon", "A'"]) {
      expect(published.find({ portal })).toEqual(published.find({ portal: "dark-photon" }));
    }
    expect(published.find({ experiment: "belle-ii" })).toEqual(published.find({ experiment: "Belle II" }));
    const pairs = published.find({ finalState: "mu+ mu-" });
    for (const finalState of ["mumu", "mu- mu+", "μ⁺μ⁻", "dimuon"]) {
      const found = published.find({ finalState });
      expect(found.length).toBeGreaterThan(30);
      expect(found.every((e) => pairs.includes(e))).toBe(true);
    }
    const misspelt = { experimnt: "Belle" } as object;
    expect(() => published.find(misspelt)).toThrow("published.find: option must be one of experiment, portal,");
  });

  it("leaves out what nobody checked, unless asked", () => {
    expect(published.find().some((e) => e.standing === "unverified")).toBe(false);
    expect(all.filter((e) => e.standing === "unverified")).toHaveLength(20);
  });

  it("marks further digitisations of one result, and leaves them out unless asked", () => {
    const alp = { portal: "alp", experiment: "Belle II", observable: "gPhoton", kind: "observed" } as const;
    expect(published.find(alp).map((e) => e.id)).toEqual(["BelleII_ALP_gammagamma_2020_g"]);
    expect(published.find({ ...alp, redigitisations: true })).toHaveLength(3);
    expect(published.find().some((e) => e.redigitisationOf !== undefined)).toBe(false);
    for (const e of all.filter((x) => x.redigitisationOf)) expect(all.map((x) => x.id)).toContain(e.redigitisationOf);
  });

  it.each(all.map((e) => e.id))("loads %s as its entry describes it", async (id) => {
    const entry = all.find((e) => e.id === id);
    const l = await published.get(id);
    expect(l).toMatchObject({ id, portal: entry?.portal, cl: entry?.cl, kind: entry?.kind, shape: entry?.shape });
    expect([Math.min(...l.mass), Math.max(...l.mass)]).toEqual(entry?.massRange);
    expect(l.provenance?.source.length).toBeGreaterThan(5);
    expect(l.reference && citationText(l.reference).length).toBeGreaterThan(5);
    expect(entry?.label.length).toBeGreaterThan(1);
    expect(l.reference).toEqual(entry?.reference);
    expect(l.provenance?.standing).toBe(entry?.standing);
  });

  it("gives the numbers of the sources at their points", async () => {
    // From the tables named in the provenance of each.
    const points: [id: string, mass: number, value: number][] = [
      ["BelleII_ALP_gammagamma_2020_g", 0.206914, 0.001141],
      ["BelleII_ALP_gammagamma_2020_xsec", 0.255882, 120],
      ["BaBar_darkphoton_visible_2014", 0.020241, 0.0017477],
      ["BelleII_Zprime_invisible_2020", 0.002, 0.050998],
      ["BelleII_tau_e_alpha_2023", 0.5, 0.00115],
      ["projection_BelleII_ALP_3gamma_50ab", 0.167242, 8.7449e-5],
    ];
    for (const [id, mass, value] of points) {
      const l = await published.get(id);
      expect(l.shape === "curve" && relative(valueAt(l, mass), value)).toBeLessThan(1e-12);
    }
    const e137 = await published.get("E137_2009_darkphoton");
    expect([7e-8, 1e-6, 1e-3].map((g) => isExcluded(e137, 0.01, g))).toEqual([false, true, false]);
    const grid = await published.get("BelleII_LLP_BKplus_S_mumu_2023");
    expect(grid.shape === "grid" && relative(valueAt(grid, 0.21341, { ctau: 0.001 }), 2.498e-7)).toBeLessThan(1e-12);
    expect(grid.mass).toHaveLength(2067);
  });

  it("knows the same numbers by their other names", async () => {
    expect((await published.get("llp_belleII_BKmumu_displ")).id).toBe("BelleII_LLP_BKplus_S_mumu_2023");
  });

  it("gives all limits on axion-like particles by their sub-path, though they are two pieces", async () => {
    const ids = alpLimits.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(alpLimits.map(({ portal }) => portal))).toEqual(new Set(["alp"]));
    const listed = published.find({ portal: "alp" }).map(({ id }) => id);
    expect(listed.filter((id) => !ids.includes(id))).toEqual([]);
    expect(alpLimits.find(({ id }) => id === listed[0])).toEqual(await published.get(listed[0]));
  });

  it("has a name of one scheme for every limit: experiment, portal, final state, year", async () => {
    const scheme =
      /^[\w+-]+_[a-z0-9-]+_[a-z0-9-]+_(\d{4}|undated)(_(projection|recast|derived))?(_lifetimes)?(-[b-k])?$/;
    const names = all.map((e) => [e.id, ...(e.aliases ?? [])].filter((name) => scheme.test(name)));
    expect(all.filter((_, i) => names[i].length === 0).map((e) => e.id)).toEqual([]);
    const every = all.flatMap((e) => [e.id, ...(e.aliases ?? [])]);
    expect(new Set(every).size).toBe(every.length);
    expect((await published.get("NA64_dark-photon_invisible_2019")).id).toBe("NA64_invisible_2019");
    expect((await published.get("NA64_invisible_2023")).id).toBe("NA64_dark-photon_invisible_2023");
  });

  it("suggests what is like a name that is wrong", async () => {
    await expect(published.get("NA64_invisble_2023")).rejects.toThrow(/such as NA64_invisible_2023, /);
    await expect(published.get("Belle2_ALP_gammagamma_2020")).rejects.toThrow("BelleII_ALP_gammagamma_2020_");
    await expect(published.get("zzz")).rejects.toThrow(/published.find\(\), got "zzz"/);
  });

  it("never calls an end of a fitted interval, a thermal target or what has no level a limit", async () => {
    expect(all.some((e) => /2body|thermal|SN1987A/.test([e.id, ...(e.aliases ?? [])].join()))).toBe(false);
    const fit = await published.referenceCurve("BelleII_BK_inv_2body_2023_recast");
    const at = fit.x.findIndex((m) => m >= 2);
    // arXiv:2311.14629: (8.8 ± 2.5)e-6 at 2 GeV.
    expect(Math.abs((fit.yCentral?.[at] ?? 0) / 8.8e-6 - 1)).toBeLessThan(0.02);
    expect(Math.abs((fit.y[at] - (fit.yCentral?.[at] ?? 0)) / 2.5e-6 - 1)).toBeLessThan(0.05);
    expect(fit.note).toContain("no upper limit");
    for (const id of ["thermal_target_majorana_ESPP", "SN1987A_darkphoton", "gminus2_band_Zprime_2021"]) {
      expect((await published.referenceCurve(id)).note).toBeDefined();
    }
  });

  it("excludes nothing at masses a search vetoed", async () => {
    const l = await published.get("BESIII_Jpsi_gamma_a_gammagamma_2024");
    expect(l.shape === "curve" && valueAt(l, 0.885)).toBe(Infinity);
  });

  it("says what is known of a slot, and what it takes, instead of inventing a curve", async () => {
    expect(published.slots()).toHaveLength(8);
    for (const slot of published.slots()) {
      await expect(published.get(slot.id)).rejects.toThrow(/published.fill/);
      const l = published.fill(slot.id, "1,0.5\n2,0.6\n");
      expect(l).toMatchObject({ id: slot.id, unit: slot.unit, cl: slot.cl, provenance: { standing: "read" } });
    }
  });

  it("refuses unknown names", async () => {
    await expect(published.get("nothing")).rejects.toThrow(/got "nothing"/);
    await expect(published.referenceCurve("nothing")).rejects.toThrow(/got "nothing"/);
    await expect(published.get("KLOE_2014_mumugama")).rejects.toThrow(/such as KLOE_2014_mumugamma, /);
    expect(() => published.find({ kind: "observd" as never })).toThrow(/did you mean "observed"\?/);
    expect(() => published.fill("nothing", "1,1")).toThrow(/got "nothing"/);
  });

  it("has curves that are no limits apart", async () => {
    const curve = await published.referenceCurve("derived_sigma_mumuX_V");
    expect(curve.y[curve.x.indexOf(1)]).toBe(99563);
  });
});
