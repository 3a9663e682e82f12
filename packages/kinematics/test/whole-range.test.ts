import { describe, expect, it } from "vitest";
import * as k from "../src/index.js";

const v = k.fourVector({ px: 1, py: 2, pz: 3, m: 0.5 });
const w = k.fourVector({ px: -0.3, py: 0.2, pz: 1, m: 0.1 });
const times = (a: k.FourVector, f: number): k.FourVector => k.scale(a, f);
/** Powers of two, by which nothing is rounded, up to both ends of the range of doubles. */
const SCALES = [2 ** 1000, 2 ** 600, 2 ** -600, 2 ** -1000];

describe("over the whole range of numbers", () => {
  it.each(["angle", "deltaPhi", "deltaEta", "deltaR"] as const)("%s does not depend on the unit", (name) => {
    for (const a of [...SCALES, 1]) {
      for (const b of [...SCALES, 1]) {
        expect(Math.abs(k[name](times(v, a), times(w, b)) / k[name](v, w) - 1)).toBeLessThan(1e-15);
      }
    }
  });
  it.each(SCALES)("masses, momenta and boosts go with the unit %d", (a) => {
    expect(k.invariantMass(times(v, a), times(w, a)) / a).toBe(k.invariantMass(v, w));
    expect(k.add(times(v, a), times(w, a)).m / a).toBe(k.add(v, w).m);
    expect(k.boost(times(v, a), [0, 0, 0.6]).e / a).toBe(k.boost(v, [0, 0, 0.6]).e);
    expect(k.boostToRestOf(times(v, a), w).pz / a).toBe(k.boostToRestOf(v, w).pz);
    expect(k.boostToRestOf(v, times(w, a)).pz).toBe(k.boostToRestOf(v, w).pz);
    expect(k.transverseEnergy(times(v, a)) / a).toBe(k.transverseEnergy(v));
    expect(k.breakupMomentum(5 * a, a, 2 * a) / a).toBe(k.breakupMomentum(5, 1, 2));
    expect(k.reducedMass(5 * a, a) / a).toBeCloseTo(k.reducedMass(5, 1), 14);
  });
  it("is infinite, and no more, beside the beam", () => {
    const beam = k.fourVector({ px: 0, py: 0, pz: 7, m: 0 });
    const across = k.fourVector({ px: 1, py: 0, pz: 0, m: 0 });
    expect(k.deltaR(beam, across)).toBe(Infinity);
    expect(k.deltaR(beam, k.fourVector({ px: 0, py: 0, pz: -4, m: 0 }))).toBe(Infinity);
    // ln(2 pz/pT) where the ratio is no number.
    const near = { px: 1e-300, py: 0, pz: 1e300, e: 1e300, m: 0 };
    expect(k.eta(near)).toBeCloseTo(Math.LN2 + 600 * Math.LN10, 10);
  });
  it("of a stable particle no decay is seen, and none of a particle in a volume that is none", () => {
    expect(k.decayProbability({ betaGamma: 1, ctau: Infinity })).toBe(0);
    expect(k.decayLength({ betaGamma: 1e300, ctau: 1e300, to: 4 }, 0.25)).toBe(1);
    expect(() => k.stretchesInside({ rMax: Number.NaN, zMin: 0, zMax: 1 }, [0, 0, 0], v)).toThrow("got 0, NaN");
    expect(() => k.rotateX(v, Infinity)).toThrow("got Infinity");
  });
});
