import { planes } from "@belladonna/limits/plot";
import { gMinus2, muonAnomaly, portals, relicDensity } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { bandNames, bandsOn } from "../src/state/band-names.js";
import { bandEntries } from "../src/answers/bands.js";

const portal = (name: string) => portals.find((p) => p.name === name) ?? portals[0];

describe("bands that are no limits", () => {
  it("are offered on planes that there are, and each of them on one", () => {
    const offered = planes.flatMap((p) => bandsOn(p.id));
    expect([...new Set(offered)].sort()).toEqual([...bandNames].sort());
    expect(bandsOn("hnl-e")).toEqual([]);
  });

  it.each([
    ["dark photon", "theory2020", "mu2020"],
    ["B-L", "theory2020", "mu2020"],
    ["Lmu-Ltau Z'", "theory2025", "mu2025"],
  ] as const)("of %s has edges at which (g−2) of the muon is two standard deviations from %s", (name, theory, band) => {
    const [{ limit }] = bandEntries(band, "b-minus-l", portal(name), [0.01, 5]);
    if (limit.shape !== "interval") throw new Error(limit.shape);
    const { value, error } = muonAnomaly[theory];
    for (const i of [0, 30, 60]) {
      const at = (g: number): number => gMinus2({ mediator: portal(name).make(limit.mass[i], g), lepton: "mu" });
      expect(at(limit.upper[i]) / (value + 2 * error)).toBeCloseTo(1, 9);
      if (value > 2 * error) expect(at(limit.lower[i]) / (value - 2 * error)).toBeCloseTo(1, 9);
      else expect(limit.lower[i]).toBe(0);
    }
  });

  // One freeze-out takes a second or so; the table has 150.
  it("of the relic density leave what they say, at one mass of each kind of dark matter", () => {
    const entries = bandEntries("relic0.1", "dark-photon-invisible", portal("dark photon"), [1e-3, 100]);
    expect(entries.map((e) => e.limit.id)).toEqual(["relic0.1-scalar", "relic0.1-majorana", "relic0.1-dirac"]);
    (["scalar", "majorana", "dirac"] as const).forEach((kind, k) => {
      const { limit } = entries[k];
      if (limit.shape !== "curve") throw new Error(limit.shape);
      const i = 6 + 5 * k;
      const at = { mass: limit.mass[i], coupling: limit.value[i] };
      // The table has six digits of a coupling that goes in squared.
      const dark = { kind, alphaD: 0.1, massRatio: 3 };
      expect(relicDensity(portal("dark photon"), dark, at)).toBeCloseTo(0.12, 5);
    });
  });

  it("on the plane of scattering is the same line in y over the mass of dark matter", () => {
    const of = (plane: string) => bandEntries("relic0.5", plane, portal("dark photon"), [1e-3, 10])[0].limit;
    const [epsilon, y] = [of("dark-photon-invisible"), of("dark-matter-y")];
    if (epsilon.shape !== "curve" || y.shape !== "curve") throw new Error("no curves");
    epsilon.mass.forEach((m, i) => {
      expect(y.mass[i]).toBe(m / 3);
      expect(y.value[i] / (epsilon.value[i] ** 2 * 0.5)).toBeCloseTo(1 / 81, 12);
    });
  });
});
