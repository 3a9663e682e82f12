import { describe, expect, it } from "vitest";
import {
  beta,
  cosTheta,
  eta,
  fourVector,
  fromPThetaPhi,
  fromPtEtaPhi,
  gamma,
  massSquared,
  p,
  phi,
  pt,
  rapidity,
  theta,
  transverseEnergy,
  transverseMass,
  type FourVector,
} from "../src/index.js";
import { cases, componentError, relativeError } from "./reference.js";

type Scalar = { p4: [number, number, number, number]; values: Record<string, { exact: number | null }> };

const quantities: Record<string, (v: FourVector) => number> = {
  pt,
  p,
  phi,
  theta,
  m2: massSquared,
  m: (v) => v.m,
  E: (v) => v.e,
  costheta: cosTheta,
  eta,
  rapidity,
  beta,
  gamma,
  Et: transverseEnergy,
  mt: transverseMass,
};

describe("scalars of a four-vector", () => {
  const table = cases<Scalar>("scalars").flatMap(({ tag, p4, values }) =>
    Object.entries(values).flatMap(([name, { exact }]) => {
      if (exact === null) return [];
      // The table holds the squares of these two.
      return name === "Et2" || name === "mt2"
        ? exact > 0 && exact < 2.3e-308
          ? []
          : [{ tag, name: name.slice(0, 2), p4, exact: Math.sqrt(exact) }]
        : [{ tag, name, p4, exact }];
    }),
  );

  it("covers all 41 vectors", () => {
    expect(new Set(table.map((row) => row.tag)).size).toBe(41);
  });

  it.each(table)("$tag: $name is exact to 4e-16", ({ name, p4: [px, py, pz, e], exact }) => {
    const got = quantities[name](fourVector({ px, py, pz, e }));
    // A square below the normal range has no 16 digits to give, nor has the root of the table's.
    const subnormal = name === "m2" && Math.abs(exact) > 0 && Math.abs(exact) < 2.3e-308;
    expect(subnormal ? Math.abs(got - exact) <= 1e-323 : relativeError(got, exact) <= 4e-16).toBe(true);
  });
});

describe("limits are what the documentation says", () => {
  const zero = fourVector({ px: 0, py: 0, pz: 0, e: 0 });
  const forward = fourVector({ px: 0, py: 0, pz: 2, m: 0 });
  const backward = fourVector({ px: 0, py: 0, pz: -2, m: 0 });
  const spacelike = fourVector({ px: 3, py: 0, pz: 0, e: 1 });

  it.each([
    ["eta forward", eta(forward), Infinity],
    ["eta backward", eta(backward), -Infinity],
    ["eta at rest", eta(zero), 0],
    ["theta at rest", theta(zero), 0],
    ["cosTheta at rest", cosTheta(zero), 1],
    ["rapidity forward", rapidity(forward), Infinity],
    ["rapidity backward", rapidity(backward), -Infinity],
    ["rapidity of zero", rapidity(zero), Number.NaN],
    ["rapidity beyond the light cone", rapidity(fourVector({ px: 0, py: 0, pz: 3, e: 1 })), Number.NaN],
    ["gamma light-like", gamma(forward), Infinity],
    ["gamma space-like", gamma(spacelike), Number.NaN],
    ["beta light-like", beta(forward), 1],
    ["beta space-like", beta(spacelike), 3],
    ["beta of zero", beta(zero), Number.NaN],
    ["mass space-like", spacelike.m, -Math.sqrt(8)],
  ])("%s", (_name, got, want) => {
    expect(got).toBe(want);
  });
});

describe("construction", () => {
  type Coordinates = { from: string; in: [number, number, number, number]; p4_exact: number[] };

  it.each(cases<Coordinates>("coordinates"))("$tag agrees to 1e-15 of the largest component", (row) => {
    const make = { ptEtaPhiM: fromPtEtaPhi, pThetaPhiM: fromPThetaPhi }[row.from];
    expect(make).toBeDefined();
    const v = make?.(...row.in);
    expect(componentError(v ? [v.px, v.py, v.pz, v.e] : [], row.p4_exact)).toBeLessThanOrEqual(1e-15);
    expect(v?.m).toBe(row.in[3]);
  });

  it("keeps the energy and mass of a Les Houches line as they are", () => {
    expect(fourVector({ px: 1, py: 2, pz: 3, e: 5, m: 3.3 })).toEqual({ px: 1, py: 2, pz: 3, e: 5, m: 3.3 });
  });

  it("gives a space-like vector its real energy from a negative mass", () => {
    expect(fourVector({ px: 5, py: 0, pz: 0, m: -4 }).e).toBe(3);
  });

  it("refuses what is not a four-vector, by name and value", () => {
    expect(() => fourVector({ px: 1, py: 0, pz: 0 })).toThrow("fourVector: e or m must be given");
    expect(() => fourVector({ px: Number.NaN, py: 0, pz: 0, m: 1 })).toThrow("got NaN, 0, 0");
    expect(() => fourVector({ px: 1, py: 0, pz: 0, m: -2 })).toThrow(RangeError);
    expect(() => fromPtEtaPhi(-1, 0, 0, 0)).toThrow("fromPtEtaPhi: pt must be >= 0 GeV, got -1");
    expect(() => fromPThetaPhi(-1, 0, 0, 0)).toThrow("fromPThetaPhi: p must be >= 0 GeV, got -1");
  });
});
