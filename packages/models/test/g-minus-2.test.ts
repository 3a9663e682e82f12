// Closed integrals: every row of the table (Gauss-Legendre, eight digits) to 1e-7.
import { describe, expect, it } from "vitest";
import {
  alp,
  anomalyAtUnitCoupling,
  gMinus2,
  gMinus2Band,
  muonAnomaly,
  muonphilicScalar,
  zPrime,
} from "../src/index.js";
import { off, tablesOfFile } from "./tables.js";

const { misses, rows, unlisted } = tablesOfFile();

describe("one-loop g-2", () => {
  it("is the tabulated integral for vector, scalar and pseudoscalar", () => {
    const kind = (type: string) => type.split(" ")[0] as "vector" | "scalar" | "pseudoscalar";
    const all = rows("gminus2_muon");
    expect(all.length).toBe(87);
    expect(misses(all, (r) => anomalyAtUnitCoupling(kind(r.type), r.mass_GeV, "mu"), 1e-7)).toEqual([]);
  });

  it("of a vector is g^2/8 pi^2 when light and g^2 m^2/(12 pi^2 M^2) when heavy", () => {
    expect(off(anomalyAtUnitCoupling("vector", 1e-7, "mu"), 1 / (8 * Math.PI ** 2))).toBeLessThan(1e-5);
    const heavy = 0.1056583755 ** 2 / (12 * Math.PI ** 2 * 1e8);
    expect(off(anomalyAtUnitCoupling("vector", 1e4, "mu"), heavy)).toBeLessThan(1e-6);
  });

  it("adds what the mediator couples, and is 0 for one that does not", () => {
    const g = 5e-4;
    expect(
      off(
        gMinus2({ mediator: zPrime({ mass: 0.2, gPrime: g }), lepton: "mu" }),
        g * g * anomalyAtUnitCoupling("vector", 0.2, "mu"),
      ),
    ).toBeLessThan(1e-14);
    expect(gMinus2({ mediator: muonphilicScalar({ mass: 1, g }), lepton: "tau" })).toBe(0);
    expect(gMinus2({ mediator: alp({ mass: 1, cLepton: 1, decayConstant: 100 }), lepton: "mu" })).toBeLessThan(0);
  });
});

describe("the anomaly", () => {
  it("is the difference of measurement and prediction, errors in quadrature, 1e-11", () => {
    for (const [{ value, error }, measured, predicted] of [
      [muonAnomaly.theory2020, [116592059, 22], [116591810, 43]],
      [muonAnomaly.theory2025, [116592071.5, 14.5], [116592033, 62]],
    ] as const) {
      expect(Math.abs(value * 1e11 - (measured[0] - predicted[0]))).toBeLessThan(1);
      expect(Math.abs(error * 1e11 - Math.hypot(measured[1], predicted[1]))).toBeLessThan(1);
    }
  });
});

describe("the band", () => {
  it("brackets the coupling that gives the central value", () => {
    const band = gMinus2Band("vector", 0.1, "mu", muonAnomaly.theory2020);
    expect(band).not.toBeNull();
    const [low, high] = band ?? [0, 0];
    const at = (g: number): number => gMinus2({ mediator: zPrime({ mass: 0.1, gPrime: g }), lepton: "mu" });
    expect(off(at(low), 2.49e-9 - 9.6e-10)).toBeLessThan(1e-10);
    expect(off(at(high), 2.49e-9 + 9.6e-10)).toBeLessThan(1e-10);
  });

  it("starts at 0 for the prediction of 2025 and is absent for a pseudoscalar in 2020", () => {
    expect(gMinus2Band("scalar", 0.1, "mu", muonAnomaly.theory2025)?.[0]).toBe(0);
    expect(gMinus2Band("pseudoscalar", 0.1, "mu", muonAnomaly.theory2020)).toBeNull();
    expect(() => gMinus2Band("vector", 0, "mu", muonAnomaly.theory2020)).toThrow(
      "gMinus2Band: mass must be finite and > 0 GeV, got 0",
    );
  });
});

it("holds every row of its tables against something, but for those listed", () => {
  expect(unlisted([])).toEqual([]);
});
