import { GEV_PER_TESLA_CM } from "@belladonna/kinematics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  helixX,
  helixY,
  helixZ,
  newHelix,
  reach,
  setHelix,
  turnToClosest,
  turnToPlane,
  turnToRadius,
  turnToSurface,
  type Helix,
} from "../../src/detector/helix.js";
import { belle2 } from "../../src/index.js";

const arbitrary = fc
  .record({
    q: fc.constantFrom(-1, 1),
    px: fc.double({ min: -3, max: 3, noNaN: true }),
    py: fc.double({ min: -3, max: 3, noNaN: true }),
    pz: fc.double({ min: -3, max: 3, noNaN: true }),
    x: fc.double({ min: -40, max: 40, noNaN: true }),
    y: fc.double({ min: -40, max: 40, noNaN: true }),
    z: fc.double({ min: -10, max: 10, noNaN: true }),
  })
  .filter((h) => Math.hypot(h.px, h.py) > 0.05 && Math.abs(h.pz) > 1e-3);

const helixOf = (h: { q: number; px: number; py: number; pz: number; x: number; y: number; z: number }): Helix => {
  const helix = newHelix();
  setHelix(helix, h.q, h.px, h.py, h.pz, h.x, h.y, h.z, 1.5);
  return helix;
};
const radiusAt = (h: Helix, alpha: number): number => Math.hypot(helixX(h, alpha), helixY(h, alpha));

describe("a helix", () => {
  it("starts at the given point in the direction of the momentum", () => {
    fc.assert(
      fc.property(arbitrary, (given) => {
        const h = helixOf(given);
        expect(helixX(h, 0)).toBeCloseTo(given.x, 9);
        expect(helixY(h, 0)).toBeCloseTo(given.y, 9);
        const step = 1e-6;
        const turned = Math.atan2(helixY(h, step) - given.y, helixX(h, step) - given.x);
        expect(Math.cos(turned - Math.atan2(given.py, given.px))).toBeGreaterThan(1 - 1e-6);
        expect(helixZ(h, 0)).toBeCloseTo(given.z, 12);
      }),
    );
  });

  it("bends a positive charge to the right of its direction, by the Lorentz force", () => {
    const h = helixOf({ q: 1, px: 1, py: 0, pz: 0, x: 0, y: 0, z: 0 });
    expect(helixY(h, 0.1)).toBeLessThan(0);
    expect(h.radius).toBeCloseTo(1 / (GEV_PER_TESLA_CM * 1.5), 9);
  });

  it("of 0.3 GeV has the 66.7 cm radius the track finder assumes", () => {
    expect(helixOf({ q: 1, px: 0.3, py: 0, pz: 1, x: 0, y: 0, z: 0 }).radius).toBeCloseTo(66.7, 1);
  });

  it("is on the cylinder where turnToRadius says and inside it before", () => {
    fc.assert(
      fc.property(arbitrary, fc.double({ min: 60, max: 200, noNaN: true }), (given, rho) => {
        const h = helixOf(given);
        const alpha = turnToRadius(h, rho);
        if (alpha === Infinity) {
          expect(h.centre + h.radius).toBeLessThanOrEqual(rho);
          return;
        }
        expect(radiusAt(h, alpha)).toBeCloseTo(rho, 6);
        for (let i = 1; i < 50; i++) expect(radiusAt(h, (alpha * i) / 50)).toBeLessThan(rho + 1e-6);
      }),
    );
  });

  it("is closest to the axis where turnToClosest says", () => {
    fc.assert(
      fc.property(arbitrary, (given) => {
        const h = helixOf(given);
        const best = radiusAt(h, turnToClosest(h));
        expect(Math.abs(turnToClosest(h))).toBeLessThanOrEqual(Math.PI);
        for (let i = -30; i <= 30; i++) expect(radiusAt(h, i / 10)).toBeGreaterThan(best - 1e-6);
      }),
    );
  });

  it("reaches as far as its points inside the chamber do", () => {
    fc.assert(
      fc.property(arbitrary, (given) => {
        const h = helixOf(given);
        const end = Math.min(turnToRadius(h, 113), turnToPlane(h, h.cot > 0 ? 159 : -83), 2 * Math.PI);
        let far = 0;
        for (let i = 0; i <= 400; i++) far = Math.max(far, radiusAt(h, (end * i) / 400));
        expect(Math.abs(reach(h, 113, -83, 159) - far)).toBeLessThan(0.02 * 113);
      }),
    );
  });

  it("of low transverse momentum reaches the endcap or nothing, not the barrel", () => {
    const inBarrel = (pt: number): number =>
      turnToSurface(helixOf({ q: -1, px: pt, py: 0, pz: 0.1, x: 0, y: 0, z: 0 }), belle2.calorimeter);
    expect(inBarrel(0.285)).toBeLessThan(Math.PI);
    expect(inBarrel(0.275)).toBe(Infinity);
  });
});
