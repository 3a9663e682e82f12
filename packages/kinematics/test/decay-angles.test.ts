import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  boost,
  boostFromRestOf,
  boostToRestOf,
  decayAngle,
  fromPThetaPhi,
  helicityAngle,
  planesAngle,
  rotate,
} from "../src/index.js";
import { velocities } from "./four-vectors-arbitrary.js";

const angles = fc.double({ min: 0.1, max: 3, noNaN: true });

describe("decayAngle", () => {
  it("is the angle the daughter was given in the rest frame of its mother", () => {
    fc.assert(
      fc.property(angles, (a) => {
        const mother = fromPThetaPhi(2, 0, 0, 1);
        const daughter = boostFromRestOf(fromPThetaPhi(0.3, a, 1, 0.1), mother);
        expect(Math.abs(decayAngle(daughter, mother) - a)).toBeLessThan(1e-14);
      }),
    );
  });
});

describe("helicityAngle", () => {
  it("is the daughter's angle to the mother's flight in the grandmother's rest frame, seen by anyone", () => {
    fc.assert(
      fc.property(angles, velocities, (a, velocity) => {
        // Grandmother at rest, mother along z, daughter at angle a; then the whole boosted and turned.
        const grandmother = fromPThetaPhi(0, 0, 0, 5);
        const mother = fromPThetaPhi(2, 0, 0, 1);
        const daughter = boostFromRestOf(fromPThetaPhi(0.3, a, 1, 0.1), mother);
        const [d, m, g] = [daughter, mother, grandmother].map((v) => rotate(boost(v, velocity), [1, 2, 3], 0.7));
        expect(Math.abs(helicityAngle(d, m, g) - a)).toBeLessThan(1e-11);
      }),
    );
  });
});

describe("planesAngle", () => {
  it("is the azimuth between the first daughters about the flight of A", () => {
    fc.assert(
      fc.property(fc.double({ min: -3.1, max: 3.1, noNaN: true }), velocities, (chi, velocity) => {
        const a = fromPThetaPhi(2, 0, 0, 1);
        const b = fromPThetaPhi(2, Math.PI, 0, 1);
        const a1 = boostFromRestOf(fromPThetaPhi(0.4, 1, 0.3, 0.1), a);
        const b1 = boostFromRestOf(fromPThetaPhi(0.4, 2, 0.3 + chi, 0.1), b);
        const other = (of: typeof a, one: typeof a): typeof a => {
          const rest = boostToRestOf(one, of);
          return boostFromRestOf({ ...rest, px: -rest.px, py: -rest.py, pz: -rest.pz }, of);
        };
        const four = [a1, other(a, a1), b1, other(b, b1)].map((v) => boost(v, velocity));
        expect(Math.abs(planesAngle(four[0], four[1], four[2], four[3]) - chi)).toBeLessThan(1e-9);
        expect(add(...four).m).toBeGreaterThan(2);
      }),
    );
  });
});
