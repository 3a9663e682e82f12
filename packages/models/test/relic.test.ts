// Tables of models-2: an own computation with the degrees of freedom of src/data, formulae in the doc comments here.
import { describe, expect, it } from "vitest";
import { alp, bMinusL, portals, relicDensity, relicTarget, vectorMediator } from "../src/index.js";
import type { RelicDarkMatter, RelicModel } from "../src/index.js";
import { E_CHARGE } from "../src/physical-constants.js";
import { annihilationTable, thermalAverage } from "../src/relic/thermal-average.js";
import { visibleWidth } from "../src/relic/visible-width.js";
import { distances, matter, tableModel } from "./relic-tables.js";
import type { Cells } from "./relic-tables.js";
import baryonLepton from "./data/relic_targets_B-L.json";
import baryonLeptonLeptons from "./data/relic_targets_B-L_leptons.json";
import hadronsOfBaryonLepton from "./data/relic_BL_hadron_nodes.json";
import muonTau from "./data/relic_targets_Lmu-Ltau.json";
import omegas from "./data/relic_omega_leptons.json";
import averages from "./data/relic_sigmav_leptons.json";
import photonHadrons from "./data/relic_targets_dark_photon.json";
import photonLeptons from "./data/relic_targets_dark_photon_leptons.json";
import ratio from "./data/relic_R_nodes.json";

const photon = { e: 1, mu: 1, tau: 1 };
const lepton = { ...photon, nue: 1, numu: 1, nutau: 1 };
const electronMuon = tableModel({ e: 1, mu: 1 }, E_CHARGE);

describe("thermal average", () => {
  it("is that of the table in every row within 1e-6", () => {
    const off = averages.rows.map((row) => {
      const [mass, mediatorMass, alphaD, x, value] = row.slice(2) as number[];
      const dark = matter(row, mediatorMass / mass, alphaD);
      return Math.abs(thermalAverage(annihilationTable(visibleWidth(electronMuon), dark, mediatorMass), x) / value - 1);
    });
    expect(off).toHaveLength(75);
    expect(Math.max(...off)).toBeLessThan(1e-6);
  });
});

describe("relicDensity", () => {
  it("is that of the table in every row within 1e-4", () => {
    const off = omegas.rows.map((row) => {
      const [m, mass, alphaD, coupling, value] = row.slice(2) as number[];
      return Math.abs(relicDensity(electronMuon, matter(row, mass / m, alphaD), { mass, coupling }) / value - 1);
    });
    expect(off).toHaveLength(45);
    expect(Math.max(...off)).toBeLessThan(1e-4);
  });
});

describe("relicTarget", () => {
  it.each<[string, Cells, RelicModel]>([
    ["dark photon, leptons", photonLeptons.rows, tableModel(photon, E_CHARGE)],
    ["dark photon, R", photonHadrons.rows, tableModel(photon, E_CHARGE, ratio.rows)],
    ["B − L, leptons", baryonLeptonLeptons.rows, tableModel(lepton)],
    ["B − L", baryonLepton.rows, tableModel(lepton, 1, hadronsOfBaryonLepton.rows)],
    ["Lμ − Lτ", muonTau.rows, tableModel({ mu: 1, tau: 1, numu: 1, nutau: 1 })],
  ])("is that of the table in every 13th row within 1e-4 (all rows: test/slow): %s", (_, rows, of) => {
    const off = distances(
      rows.filter((_row, k) => k % 13 === 0),
      of,
    );
    expect(off).toHaveLength(12);
    expect(Math.max(...off)).toBeLessThan(1e-4);
  });

  it.each<[string, Cells, RelicModel, number, number]>([
    ["dark photon", photonHadrons.rows, portals[0], 0.05, 0.15],
    [
      "B − L",
      baryonLepton.rows,
      {
        name: "my B-L",
        power: 2,
        typical: 1e-4,
        make: (mass, coupling) => vectorMediator({ mass, coupling, charges: bMinusL }),
      },
      0.05,
      0.05,
    ],
  ])("is near the table with hadrons of this package: %s", (_, rows, of, below, above) => {
    const some = rows.filter((row) => row[0] === "scalar" && row[2] === 3 && row[3] === 0.1);
    const off = distances(some, of);
    expect(some.length).toBeGreaterThan(5);
    some.forEach((row, k) => {
      expect(off[k]).toBeLessThan((row[4] as number) < 2 ? below : above);
    });
  });

  const dark: RelicDarkMatter = { kind: "dirac", alphaD: 0.1, massRatio: 3 };

  it("leaves the density at the coupling that it gives, and one that is asked for", () => {
    const target = relicTarget(electronMuon, dark, { masses: [0.3], density: 0.06 });
    const { coupling, mass, y } = target.points[0];
    expect(relicDensity(electronMuon, dark, { mass: 0.3, coupling })).toBeCloseTo(0.06, 7);
    expect(mass).toBeCloseTo(0.1, 14);
    expect(y).toBeCloseTo((coupling ** 2 * 0.1) / 81, 14);
    expect(target).toMatchObject({ model: "of the table", darkMatter: dark, density: 0.06 });
  });

  it("goes over two decades of masses either side of the GeV by itself", () => {
    const { points } = relicTarget(electronMuon, dark);
    expect(points).toHaveLength(25);
    expect(points[0].mediatorMass).toBeCloseTo(0.01, 12);
    expect(points[24].mediatorMass).toBeCloseTo(10, 12);
    expect(points.every((p) => p.valid)).toBe(true);
  });

  it("says where there is nothing to annihilate to", () => {
    const [point] = relicTarget(tableModel({ tau: 1 }), dark, { masses: [0.1] }).points;
    expect(point).toMatchObject({ valid: false, coupling: Number.NaN });
    expect(point.reason).toContain("nothing to annihilate to");
  });

  it("refuses what it does not hold for", () => {
    const target = (change: object): unknown => relicTarget(electronMuon, { ...dark, ...change });
    expect(() => target({ massRatio: 2 })).toThrow("relicTarget: massRatio must be above 2, where dark matter");
    expect(() => target({ kind: "inelastic", splitting: 0.4, massRatio: 2.4 })).toThrow("must be above 2.4");
    expect(() => target({ kind: "inelastic" })).toThrow("relicTarget: splitting must be finite and > 0, got NaN");
    expect(() => target({ splitting: 0.1 })).toThrow('splitting is for kind "inelastic", got 0.1');
    expect(() => target({ kind: "vector" })).toThrow("relicTarget: kind must be one of");
    expect(() => target({ alphaD: 0 })).toThrow("relicTarget: alphaD must be in [1e-30, 1e+30], got 0");
    expect(() => relicTarget(electronMuon, dark, { masses: [-1] })).toThrow(
      "relicTarget: masses must be finite and > 0",
    );
    const axion: RelicModel = { name: "a", power: 2, typical: 1e-4, make: (mass, gPhoton) => alp({ mass, gPhoton }) };
    expect(() => relicTarget(axion, dark)).toThrow("relicTarget: model must be a vector");
    expect(() => relicDensity(electronMuon, dark, { mass: 1, coupling: 0 })).toThrow(
      "at.coupling must be non-zero and at most 1e+30 in size, got 0",
    );
  });
});
