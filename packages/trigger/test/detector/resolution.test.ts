import { describe, expect, it } from "vitest";
import { belle2, energyResolution, positionResolution } from "../../src/index.js";
import { interpolate } from "../../src/detector/resolution.js";
import curve from "../data/ecl-energy-resolution.json";

describe("energyResolution", () => {
  it.each(curve.energyGeV.map((e, i) => [e, curve.y[i], curve.yQuadrature[i]] as const))(
    "at %d GeV agrees with the published curves to the digits they give",
    (e, linear, quadrature) => {
      expect(Math.abs(energyResolution(e, belle2.calorimeter, "linear") - linear)).toBeLessThan(1e-5);
      expect(Math.abs(energyResolution(e, belle2.calorimeter, "quadrature") - quadrature)).toBeLessThan(1e-5);
    },
  );
});

describe("positionResolution", () => {
  it("is 5.47 mm at 1 GeV and worse below", () => {
    expect(positionResolution(1, belle2.calorimeter)).toBeCloseTo(0.547, 12);
    expect(positionResolution(0.1, belle2.calorimeter)).toBeGreaterThan(1.3);
  });
});

describe("interpolate", () => {
  it("is linear between points and constant beyond", () => {
    const c = [
      [1, 2],
      [3, 6],
      [4, 0],
    ] as const;
    expect([0, 1, 2, 3, 3.5, 9].map((x) => interpolate(c, x))).toEqual([2, 2, 4, 6, 3, 0]);
  });
});
