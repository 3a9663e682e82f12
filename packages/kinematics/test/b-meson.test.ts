import { describe, expect, it } from "vitest";
import { beamPreset, deltaE, fromPThetaPhi, mBc, particle, reducedMass, type FourVector } from "../src/index.js";
import { relativeError } from "./reference.js";

describe("B candidates", () => {
  const beams = beamPreset("upsilon4S");
  const mass = particle(511).mass;
  const momentum = Math.sqrt((beams.sqrtS / 2) ** 2 - mass ** 2);
  const inLab = (v: FourVector): FourVector => beams.toLab(v);

  it("have the B mass and no energy difference when they are a B of the pair", () => {
    const candidate = inLab(fromPThetaPhi(momentum, 1, 2, mass));
    expect(relativeError(mBc(beams, candidate), mass)).toBeLessThan(1e-14);
    expect(Math.abs(deltaE(beams, candidate))).toBeLessThan(1e-14);
  });

  it("keep the mass by momentum and show the energy when a mass was mistaken", () => {
    const candidate = inLab(fromPThetaPhi(momentum, 1, 2, mass - 0.1));
    expect(relativeError(mBc(beams, candidate), mass)).toBeLessThan(1e-14);
    expect(deltaE(beams, candidate)).toBeLessThan(-0.09);
    expect(mBc(beams, inLab(fromPThetaPhi(6, 1, 2, 0)))).toBeNaN();
  });
});

describe("reducedMass", () => {
  it("is twice the break-up momentum, and passes threshold with its sign", () => {
    expect(relativeError(reducedMass(3, 0.1), 2 * Math.sqrt(2.25 - 0.01))).toBeLessThan(1e-15);
    expect(reducedMass(0.2, 0.1)).toBe(0);
    expect(relativeError(reducedMass(0.1, 0.1), -Math.sqrt(0.03))).toBeLessThan(1e-15);
  });
});
