import { exclusion, published } from "@belladonna/limits";
import { planeEntries } from "@belladonna/limits/plot";
import { portalNamed, vectorMediator } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { pinCsv, pinTable } from "../src/answers/pin-table.js";
import { exponentText, projections } from "../src/answers/projecting.js";
import { carried } from "../src/answers/recasting.js";

describe("recasting a plane", () => {
  it("carries each limit or says why not, at no more masses than a page shows", async () => {
    const { limits } = await planeEntries("dark-photon-visible");
    const results = limits.map((l) => carried(l, portalNamed("dark photon"), portalNamed("B-L")));
    expect(results.filter((c) => c.done).length).toBeGreaterThan(12);
    for (const c of results) {
      if (c.done) expect(new Set(c.limit.mass).size).toBeLessThanOrEqual(58);
      else expect(c.reason.length).toBeGreaterThan(20);
    }
    expect(results.find((c) => c.origin.id === "LHCb_prompt_2019")).toMatchObject({ done: false });
  });

  it("is exact at a mass asked for", async () => {
    const babar = await published.get("BaBar_darkphoton_visible_2014");
    const one = carried(babar, portalNamed("dark photon"), portalNamed("B-L"), [0.3]);
    if (!one.done) throw new Error(one.reason);
    expect(exclusion(one.limit).envelope(0.3).toPrecision(4)).toBe("0.0003408");
  });
});

describe("charges of one's own", () => {
  it("carry limits as those of a portal with the same charges do", async () => {
    const babar = await published.get("BaBar_darkphoton_visible_2014");
    const charges = "e=-1,mu=-1,tau=-1,nue=-1,numu=-1,nutau=-1,d=1/3,u=1/3,s=1/3,c=1/3,b=1/3";
    const [own, same] = [charges, "B-L"].map((to) =>
      carried(babar, portalNamed("dark photon"), portalNamed(to), [0.3, 3]),
    );
    if (!own.done || !same.done) throw new Error("not carried");
    for (const m of [0.3, 3]) {
      expect(exclusion(own.limit).envelope(m)).toBe(exclusion(same.limit).envelope(m));
      expect(exclusion(own.limit).envelope(m)).toBeLessThan(1e-2);
    }
  });

  it("that leave out what makes or shows the particle exclude nothing", async () => {
    const babar = await published.get("BaBar_darkphoton_visible_2014");
    const dark = carried(babar, portalNamed("dark photon"), portalNamed("nue=1,numu=1"), [0.3]);
    expect(dark.done ? exclusion(dark.limit).envelope(0.3) : 0).toBe(Infinity);
    expect(vectorMediator({ mass: 0.3, coupling: 1e-3, charges: { mu: 1 } }).width()).toBe(
      portalNamed("mu=1").make(0.3, 1e-3).width(),
    );
  });
});

describe("other luminosities", () => {
  it("scale what was measured and states its luminosity", async () => {
    const { limits } = await planeEntries("dark-photon-visible");
    const at50 = projections(limits, 50_000, "background-limited");
    expect(at50[0].id).toBe("BaBar_darkphoton_visible_2014:50000fb");
    for (const { id } of at50) {
      const origin = limits.find((l) => id === `${l.id}:50000fb`);
      expect([origin?.kind, (origin?.luminosity ?? Infinity) < 50_000]).toEqual(["observed", true]);
    }
    const babar = await published.get("BaBar_darkphoton_visible_2014");
    const factor = exclusion(at50[0]).envelope(0.3) / exclusion(babar).envelope(0.3);
    expect(factor).toBeCloseTo((50_000 / 514) ** -0.25, 10);
    expect(projections(limits, 1e-3, "background-limited")).toEqual([]);
    expect(exponentText("epsilon", "background-limited")).toBe("L^−0.25");
    expect(exponentText("|U_tau|^2", "background-free")).toBe("L^−1");
  });
});

describe("kept points", () => {
  it("make the table of benchmarks", async () => {
    const { limits } = await planeEntries("dark-photon-visible");
    const pins = [
      { mass: 0.3, coupling: 5e-4 },
      { mass: 0.3, coupling: 1e-5 },
    ];
    const rows = pinTable(pins, () => limits, portalNamed("dark photon"));
    expect(rows[0].excludedBy).toEqual(["LHCb"]);
    expect(rows[1].excludedBy).toEqual([]);
    expect(rows[0].width / rows[1].width).toBeCloseTo(2500, 6);
    expect(pinCsv(rows, "ε").split("\n")).toHaveLength(4);
    expect(pinTable(pins, () => limits, undefined)[0].ctau).toBeNaN();
  });
});
