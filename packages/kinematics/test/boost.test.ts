import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  boost,
  boostFromRestOf,
  boostToRestOf,
  boostVector,
  dot,
  fourVector,
  p,
  type FourVector,
} from "../src/index.js";
import { massive, vectors, velocities } from "./four-vectors-arbitrary.js";
import { cases, componentError, relativeError } from "./reference.js";

type P4 = [number, number, number, number];
const make = ([px, py, pz, e]: P4): FourVector => fourVector({ px, py, pz, e });
const list = (v: FourVector): number[] => [v.px, v.py, v.pz, v.e];

describe("boost", () => {
  type Row = { p4: P4; beta: [number, number, number]; exact: P4 };

  it.each(cases<Row>("boosts"))("$tag", ({ p4, beta, exact }) => {
    const v = make(p4);
    const boosted = boost(v, beta);
    const gamma = 1 / Math.sqrt(1 - beta[0] ** 2 - beta[1] ** 2 - beta[2] ** 2);
    expect(componentError(list(boosted), exact)).toBeLessThanOrEqual(gamma > 100 ? 1e-12 : 1e-14);
    expect(boosted.m).toBe(v.m);
  });

  it("is active: what was at rest moves along +beta", () => {
    const moving = boost(fourVector({ px: 0, py: 0, pz: 0, m: 2 }), [0.1, 0.2, 0.3]);
    expect(componentError([...boostVector(moving)], [0.1, 0.2, 0.3])).toBeLessThan(1e-15);
  });

  it("inverts with the opposite velocity", () => {
    fc.assert(
      fc.property(vectors, velocities, (v, [x, y, z]) => {
        const there = boost(v, [x, y, z]);
        expect(componentError(list(boost(there, [-x, -y, -z])), list(v))).toBeLessThan(
          (1e-14 * there.e) / (v.e || 1) + 1e-12,
        );
      }),
    );
  });

  it("composes along one axis as velocities add", () => {
    const velocity = fc.double({ min: -0.99, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(vectors, velocity, velocity, (v, a, b) => {
        const twice = boost(boost(v, [0, 0, a]), [0, 0, b]);
        const once = boost(v, [0, 0, (a + b) / (1 + a * b)]);
        expect(componentError(list(twice), list(once))).toBeLessThan(1e-11);
      }),
    );
  });

  it("does not move invariants", () => {
    fc.assert(
      fc.property(vectors, massive, velocities, (a, b, velocity) => {
        const moved = dot(boost(a, velocity), boost(b, velocity));
        expect(relativeError(moved, dot(a, b))).toBeLessThan(1e-10);
        expect(relativeError(add(boost(a, velocity), boost(b, velocity)).m, add(a, b).m)).toBeLessThan(1e-10);
      }),
    );
  });

  it("refuses the speed of light", () => {
    expect(() => boost(make([0, 0, 1, 1]), [0, 0.6, 0.8])).toThrow("boost: |beta| must be < 1, got (0, 0.6, 0.8)");
    expect(() => boost(make([0, 0, 1, 1]), [Number.NaN, 0, 0])).toThrow(RangeError);
  });
});

describe("rest frames", () => {
  type Row = { p4: P4; frame: P4; exact: P4 };

  it.each(cases<Row>("rest_frame"))("$tag", ({ p4, frame, exact }) => {
    const f = make(frame);
    const seen = boostToRestOf(make(p4), f);
    expect(componentError(list(seen), exact)).toBeLessThanOrEqual(f.e / f.m > 100 ? 1e-12 : 1e-14);
  });

  it("go to and fro", () => {
    fc.assert(
      fc.property(vectors, massive, (v, frame) => {
        const back = boostFromRestOf(boostToRestOf(v, frame), frame);
        const blowUp = (frame.e / frame.m) ** 2;
        expect(componentError(list(back), list(v))).toBeLessThan(1e-14 * blowUp + 1e-14);
      }),
    );
  });

  it("are the boost by the opposite of the frame's velocity", () => {
    fc.assert(
      fc.property(vectors, massive, (v, frame) => {
        const [x, y, z] = boostVector(frame);
        const a = list(boostToRestOf(v, frame));
        expect(componentError(list(boost(v, [-x, -y, -z])), a)).toBeLessThan(1e-13 * (frame.e / frame.m) ** 2 + 1e-13);
      }),
    );
  });

  it("see their own particle at rest with its mass", () => {
    fc.assert(
      fc.property(massive, (frame) => {
        const rest = boostToRestOf(frame, frame);
        expect(relativeError(rest.e, frame.m)).toBeLessThan(2e-15);
        expect(p(rest)).toBeLessThan(1e-14 * frame.m);
      }),
    );
  });

  it("exist only for time-like frames with positive energy", () => {
    const v = make([0, 0, 1, 2]);
    expect(() => boostToRestOf(v, make([0, 0, 1, 1]))).toThrow("boostToRestOf: frame must be time-like");
    expect(() => boostFromRestOf(v, make([0, 0, 1, -2]))).toThrow("boostFromRestOf: frame must be time-like");
  });
});
