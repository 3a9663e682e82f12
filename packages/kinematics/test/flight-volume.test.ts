import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decayProbability, decayProbabilityInside, fromPThetaPhi, stretchesInside } from "../src/index.js";
import { relativeError } from "./reference.js";

const chamber = { rMin: 16, rMax: 113, zMin: -80, zMax: 160 };

describe("stretchesInside", () => {
  it("of a flight from the origin are the radii over sin(theta)", () => {
    const [one, ...others] = stretchesInside(chamber, [0, 0, 0], fromPThetaPhi(1, 1, 0.3, 0));
    expect(others).toEqual([]);
    expect(relativeError(one.from, 16 / Math.sin(1))).toBeLessThan(1e-14);
    expect(relativeError(one.to, 113 / Math.sin(1))).toBeLessThan(1e-14);
  });

  it("end at the end plates", () => {
    const [one] = stretchesInside(chamber, [0, 0, 0], fromPThetaPhi(1, 0.3, 2, 0));
    expect(relativeError(one.to, 160 / Math.cos(0.3))).toBeLessThan(1e-14);
    expect(stretchesInside(chamber, [0, 0, 0], fromPThetaPhi(1, 0, 0, 0))).toEqual([]);
    expect(stretchesInside(chamber, [50, 0, 0], fromPThetaPhi(1, Math.PI, 0, 0))[0].to).toBe(80);
  });

  it("are two when the flight crosses the hole", () => {
    const two = stretchesInside(chamber, [-100, 0, 0], fromPThetaPhi(1, Math.PI / 2, 0, 0));
    expect(two.map(({ from, to }) => [from, to].map(Math.round))).toEqual([
      [0, 84],
      [116, 213],
    ]);
  });

  it("hold every point that is inside and none that is not", () => {
    const coordinate = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(coordinate, coordinate, coordinate),
        fc.double({ min: 0.01, max: 3.1, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (origin, theta, phi, at) => {
          const momentum = fromPThetaPhi(1, theta, phi, 0);
          const x = origin[0] + at * momentum.px;
          const y = origin[1] + at * momentum.py;
          const z = origin[2] + at * momentum.pz;
          const r = Math.hypot(x, y);
          const margin = Math.min(
            ...[r - chamber.rMin, r - chamber.rMax, z - chamber.zMin, z - chamber.zMax].map(Math.abs),
          );
          fc.pre(margin > 1e-6);
          const inside = r > chamber.rMin && r < chamber.rMax && z > chamber.zMin && z < chamber.zMax;
          const listed = stretchesInside(chamber, origin, momentum).some(({ from, to }) => at >= from && at <= to);
          expect(listed).toBe(inside);
        },
      ),
    );
  });

  it("need a direction", () => {
    expect(() => stretchesInside(chamber, [0, 0, 0], fromPThetaPhi(0, 0, 0, 1))).toThrow("must have a direction");
  });
});

describe("decayProbabilityInside", () => {
  it("sums over the stretches", () => {
    const v = fromPThetaPhi(2, Math.PI / 2, 0, 0.5);
    const whole = decayProbabilityInside(chamber, [-100, 0, 0], v, 20);
    const parts = stretchesInside(chamber, [-100, 0, 0], v).map((s) =>
      decayProbability({ betaGamma: 4, ctau: 20, ...s }),
    );
    expect(relativeError(whole, parts[0] + parts[1])).toBeLessThan(1e-15);
    expect(decayProbabilityInside(chamber, [0, 0, 500], v, 20)).toBe(0);
  });

  it("needs a mass", () => {
    expect(() => decayProbabilityInside(chamber, [0, 0, 0], fromPThetaPhi(1, 1, 1, 0), 1)).toThrow("mass must be > 0");
  });
});
