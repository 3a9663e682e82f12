import { describe, expect, it } from "vitest";
import { alphaS } from "../src/hadronic/alpha-s.js";
import { openCharmRatio, perturbativeR, quarkoniumR } from "../src/hadronic/r-ratio.js";
import { table } from "../src/tables/table.js";
import { integrateEnds, integrateGauss } from "@belladonna/numerics";
import { off } from "./tables.js";

describe("the strong coupling", () => {
  it("is the world average at m_Z and within the measured one at m_tau, 0.314 +- 0.014", () => {
    expect(off(alphaS(91.1879), 0.118)).toBeLessThan(1e-9);
    expect(Math.abs(alphaS(1.77693) - 0.314)).toBeLessThan(0.014);
  });

  it("obeys the four-loop equation between thresholds", () => {
    // d alpha/d ln mu^2 = -alpha^2 (b0 + b1 alpha + b2 alpha^2 + b3 alpha^3), five flavours
    const [a, h, nf] = [alphaS(20), 1e-3, 5];
    const b = [
      (33 - 2 * nf) / (12 * Math.PI),
      (153 - 19 * nf) / (24 * Math.PI ** 2),
      (2857 - (5033 / 9) * nf + (325 / 27) * nf ** 2) / (128 * Math.PI ** 3),
    ];
    const slope = (alphaS(20 * Math.exp(h)) - alphaS(20 * Math.exp(-h))) / (4 * h);
    // the fourth loop is 1.1e-3 of the slope here
    expect(off(slope, -a * a * (b[0] + a * (b[1] + a * b[2])))).toBeLessThan(1.5e-3);
  });

  it("falls with the scale, all but continuous at the quark thresholds", () => {
    for (const m of [1.273, 4.183]) expect(off(alphaS(m * (1 - 1e-9)), alphaS(m * (1 + 1e-9)))).toBeLessThan(0.01);
    for (let mu = 1.05; mu < 90; mu *= 1.1) expect(alphaS(mu * 1.1)).toBeLessThan(alphaS(mu));
  });

  it("is held below 1 GeV", () => {
    expect(alphaS(0.3)).toBe(alphaS(1));
  });
});

describe("the hadronic ratio", () => {
  const photon = { u: 2 / 3, d: -1 / 3, s: -1 / 3, c: 2 / 3, b: -1 / 3 };
  const sum = (r: Record<string, number>): number => Object.values(r).reduce((a, b) => a + b, 0);

  it("tends to 2, 10/3 and 11/3 with three, four and five quarks, up to QCD", () => {
    for (const [m, quarks] of [
      [3, 2],
      [9, 10 / 3],
      [30, 11 / 3],
    ] as const) {
      expect(sum(perturbativeR(m, photon)) / quarks).toBeGreaterThan(1.04);
      expect(sum(perturbativeR(m, photon)) / quarks).toBeLessThan(1.09);
    }
  });

  it("is the measured one in the open-charm region for a photon: 4.5 at the psi(4040), 3.0 at 4.25 GeV", () => {
    const r = (m: number): number => {
      const light = perturbativeR(m, photon, Infinity, Infinity);
      return light.u + light.d + light.s + openCharmRatio(m, 2 / 3);
    };
    expect(off(r(4.0272), 4.504)).toBeLessThan(1e-9);
    expect(off(r(4.2481), 2.964)).toBeLessThan(1e-9);
  });

  it("has no charm for a mediator that charm does not couple to", () => {
    expect(openCharmRatio(4, 0)).toBe(0);
    expect(quarkoniumR(3.0969, "c", 0)).toBe(0);
  });
});

describe("a table", () => {
  it("is linear between points, 0 below and held above", () => {
    const f = table([1, 2, 4], [10, 20, 0]);
    expect([f(0.5), f(1), f(1.5), f(3), f(4), f(9)]).toEqual([0, 10, 15, 10, 0, 0]);
    expect([f.first, f.last]).toEqual([1, 4]);
  });
});

describe("quadrature", () => {
  it("is exact for polynomials and good to 1e-12 for square-root ends", () => {
    expect(
      off(
        integrateGauss((x) => x ** 9, 0, 2, 5),
        102.4,
      ),
    ).toBeLessThan(1e-13);
    const half = integrateEnds((x) => Math.sqrt(x * (1 - x)), 0, 1);
    expect(off(half, Math.PI / 8)).toBeLessThan(1e-10);
    const inverse = integrateEnds((x) => 1 / Math.sqrt(x), 0, 1);
    expect(off(inverse, 2)).toBeLessThan(1e-10);
  });
});
