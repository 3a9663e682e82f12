import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  angle,
  deltaEta,
  deltaPhi,
  deltaR,
  dot,
  fourVector,
  fromPThetaPhi,
  invariantMass,
  invariantMassSquared,
  massSquared,
  negate,
  p,
  parity,
  scale,
  subtract,
  type FourVector,
} from "../src/index.js";
import { vectors } from "./four-vectors-arbitrary.js";
import { cases, relativeError } from "./reference.js";

type P4 = [number, number, number, number];
type Pair = { a: P4; b: P4; values: Record<string, { exact: number | null }> };
const make = ([px, py, pz, e]: P4): FourVector => fourVector({ px, py, pz, e });

const quantities: Record<string, [(a: FourVector, b: FourVector) => number, tolerance: number]> = {
  deltaphi: [deltaPhi, 1e-12],
  deltaeta: [deltaEta, 1e-12],
  deltaR: [deltaR, 1e-12],
  angle: [angle, 1e-12],
  dot4: [dot, 4e-16],
  sum_m2: [(a, b) => invariantMassSquared(a, b), 4e-16],
  sum_m: [(a, b) => invariantMass(a, b), 4e-16],
};

describe("pairs of four-vectors", () => {
  const table = cases<Pair>("pairs").flatMap(({ tag, a, b, values }) =>
    Object.entries(values).flatMap(([name, { exact }]) => (exact === null ? [] : [{ tag, name, a, b, exact }])),
  );

  it("covers all 29 pairs", () => {
    expect(new Set(table.map((row) => row.tag)).size).toBe(29);
  });

  it.each(table)("$tag: $name", ({ name, a, b, exact }) => {
    const [quantity, tolerance] = quantities[name];
    const got = quantity(make(a), make(b));
    const error = name === "deltaphi" ? Math.abs(got - exact) % (2 * Math.PI) : Math.abs(got - exact);
    expect(error / (Math.abs(exact) || 1)).toBeLessThanOrEqual(tolerance);
  });
});

describe("sums", () => {
  it("keep 14 digits of the mass of a 1 MeV pair at 5 GeV", () => {
    // Two massless momenta of 2.5 GeV whose opening angle makes m = 1 MeV: m^2 = 2 p^2 (1 - cos).
    const half = Math.asin(0.001 / 5);
    const m = invariantMass(fromPThetaPhi(2.5, half, 0, 0), fromPThetaPhi(2.5, half, Math.PI, 0));
    expect(relativeError(m, 0.001)).toBeLessThan(1e-14);
  });

  it("of nothing are zero and of one are itself", () => {
    const v = fromPThetaPhi(1, 1, 1, 0.5);
    expect(add()).toEqual({ px: 0, py: 0, pz: 0, e: 0, m: 0 });
    expect(add(v)).toEqual(v);
    expect(invariantMass(v)).toBe(v.m);
  });

  it("do not depend on the order", () => {
    fc.assert(
      fc.property(fc.array(vectors, { minLength: 2, maxLength: 6 }), (vs) => {
        const there = add(...vs);
        const back = add(...[...vs].reverse());
        expect(Math.abs(there.m - back.m)).toBeLessThanOrEqual(1e-13 * there.m);
        expect(Math.abs(there.px - back.px)).toBeLessThanOrEqual(1e-13);
      }),
    );
  });

  it("agree with E^2 - p^2 of the components where nothing cancels", () => {
    fc.assert(
      fc.property(fc.array(vectors, { minLength: 2, maxLength: 6 }), (vs) => {
        const sum = add(...vs);
        const square = sum.e ** 2 - p(sum) ** 2;
        expect(Math.abs(massSquared(sum) - square)).toBeLessThanOrEqual(1e-13 * sum.e ** 2);
      }),
    );
  });

  it("are undone by differences", () => {
    fc.assert(
      fc.property(vectors, vectors, (a, b) => {
        const rest = subtract(add(a, b), b);
        expect(Math.abs(rest.e - a.e)).toBeLessThanOrEqual(1e-14 * (a.e + b.e));
        expect(subtract(a, a)).toEqual({ px: 0, py: 0, pz: 0, e: 0, m: 0 });
      }),
    );
  });
});

describe("products", () => {
  it("are symmetric to the last bit", () => {
    fc.assert(
      fc.property(vectors, vectors, (a, b) => {
        expect(dot(a, b)).toBe(dot(b, a));
      }),
    );
  });

  it("of a vector with itself are its mass squared", () => {
    fc.assert(
      fc.property(vectors, (a) => {
        expect(Math.abs(dot(a, a) - a.m ** 2)).toBeLessThanOrEqual(1e-15 * a.m ** 2);
      }),
    );
  });

  it("of parallel momenta without mass are zero, not a rounding of their energies", () => {
    for (const px of [3e-8, 1e-8, 0.3]) {
      const a = fourVector({ px: 6.569536635260084e-10 * px, py: 0, pz: 6.569536635260084e-10, m: 0 });
      expect(dot(a, a)).toBe(0);
      expect(dot(a, { ...a, px: 4 * a.px, pz: 4 * a.pz, e: 4 * a.e })).toBe(0);
    }
  });

  it("follow E E - p p beyond the exponents their fourth powers can hold", () => {
    const a = fourVector({ px: 3e90, py: 0, pz: 0, m: 4e90 });
    expect(relativeError(dot(a, a), 1.6e181)).toBeLessThan(1e-14);
  });
});

describe("signs and scales", () => {
  it("leave the signed mass what it was", () => {
    const v = fourVector({ px: 3, py: 0, pz: 1, e: 1 });
    expect(v.m).toBeLessThan(0);
    expect(negate(v)).toEqual({ px: -3, py: -0, pz: -1, e: -1, m: v.m });
    expect(parity(v)).toEqual({ px: -3, py: -0, pz: -1, e: 1, m: v.m });
    expect(scale(v, -2).m).toBe(2 * v.m);
    expect(relativeError(scale(v, -2).e ** 2 - p(scale(v, -2)) ** 2, -(scale(v, -2).m ** 2))).toBeLessThan(1e-15);
  });
});
