import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  angle,
  beta,
  boost,
  boostFromRestOf,
  boostToRestOf,
  columns,
  cosTheta,
  deltaEta,
  deltaPhi,
  deltaR,
  dot,
  eta,
  fromPThetaPhi,
  fromPtEtaPhi,
  gamma,
  invariantMass,
  massSquared,
  negate,
  p,
  phi,
  pt,
  rapidity,
  recoil,
  rotate,
  rotateX,
  rotateY,
  rotateZ,
  scale,
  subtract,
  superKekb,
  theta,
  type FourVector,
  type FourVectors,
} from "../src/index.js";
import { massive, vectors } from "./four-vectors-arbitrary.js";
import { relativeError } from "./reference.js";
import { stream } from "./streams.js";

const random = stream(3);
const between = (low: number, high: number): number => low + (high - low) * random.uniform();
const sample = (n: number, mass: () => number): FourVector[] =>
  Array.from({ length: n }, () => fromPThetaPhi(between(0.05, 6), between(0.02, 3.1), between(-3.1, 3.1), mass()));
// More than one block, and not a whole number of them.
const n = 5000;
const listA = sample(n, () => (random.uniform() < 0.3 ? 0 : 0.139));
const listB = sample(n, () => between(0.05, 2));
const listC = sample(n, () => 0.000511);
const [a, b, c] = [listA, listB, listC].map(columns.fromObjects);

/** Largest difference of a column from scalar results, relative to the scale given for each row. */
function worst(got: Float64Array, want: (i: number) => number, scaleOf: (i: number) => number = () => 1): number {
  let most = 0;
  for (let i = 0; i < n; i++) {
    const w = want(i);
    const error = got[i] === w ? 0 : Math.abs(got[i] - w) / scaleOf(i);
    most = Math.max(most, Number.isNaN(error) ? Infinity : error);
  }
  return most;
}

function worstVector(got: FourVectors, want: (i: number) => FourVector, scaleOf: (i: number) => number): number {
  return Math.max(...(["px", "py", "pz", "e"] as const).map((k) => worst(got[k], (i) => want(i)[k], scaleOf)));
}

describe("columns of scalars are the scalars", () => {
  it.each([
    ["p", columns.p, p],
    ["pt", columns.pt, pt],
    ["theta", columns.theta, theta],
    ["cosTheta", columns.cosTheta, cosTheta],
    ["phi", columns.phi, phi],
    ["eta", columns.eta, eta],
    ["rapidity", columns.rapidity, rapidity],
    ["massSquared", columns.massSquared, massSquared],
    ["beta", columns.beta, beta],
    ["gamma", columns.gamma, gamma],
  ] as [string, (vs: FourVectors, out?: Float64Array) => Float64Array, (v: FourVector) => number][])(
    "%s to 2e-15",
    (_name, column, scalar) => {
      const out = new Float64Array(n);
      expect(column(a, out)).toBe(out);
      expect(
        worst(
          out,
          (i) => scalar(listA[i]),
          (i) => Math.abs(scalar(listA[i])),
        ),
      ).toBeLessThan(2e-15);
      expect(column(a)).toEqual(out);
    },
  );

  it("has the same limits on the axis and at rest", () => {
    const special = columns.fromObjects([
      fromPThetaPhi(2, 0, 0, 0),
      fromPThetaPhi(2, 0, 0, 1),
      fromPThetaPhi(0, 0, 0, 1),
    ]);
    expect([...columns.eta(special)]).toEqual([Infinity, Infinity, 0]);
    expect([...columns.rapidity(special)]).toEqual([Infinity, Math.asinh(2), 0]);
    expect([...columns.gamma(special)]).toEqual([Infinity, Math.sqrt(5), 1]);
    expect([...columns.cosTheta(special)]).toEqual([1, 1, 1]);
  });
});

describe("columns of pairs are the pairs", () => {
  const energies = (i: number): number => listA[i].e * listB[i].e;

  it.each([
    ["dot", columns.dot, dot, 1e-14],
    ["invariantMass", columns.invariantMass, invariantMass, 1e-14],
    ["angle", columns.angle, angle, 1e-14],
    ["deltaPhi", columns.deltaPhi, deltaPhi, 1e-14],
    ["deltaEta", columns.deltaEta, deltaEta, 1e-14],
    ["deltaR", columns.deltaR, deltaR, 1e-14],
  ] as [
    string,
    (a: FourVectors, b: FourVectors, out?: Float64Array) => Float64Array,
    (a: FourVector, b: FourVector) => number,
    number,
  ][])("%s", (_name, column, scalar, tolerance) => {
    expect(
      worst(
        column(a, b),
        (i) => scalar(listA[i], listB[i]),
        (i) => Math.max(1, energies(i)),
      ),
    ).toBeLessThan(tolerance);
  });

  it("keep the mass of a light pair at high energy", () => {
    const half = Math.asin(0.001 / 5);
    const one = columns.fromObjects([fromPThetaPhi(2.5, half, 0, 0)]);
    const two = columns.fromObjects([fromPThetaPhi(2.5, half, Math.PI, 0)]);
    expect(relativeError(columns.invariantMass(one, two)[0], 0.001)).toBeLessThan(1e-14);
    expect(relativeError(columns.add(one, two).m[0], 0.001)).toBeLessThan(1e-14);
    expect(relativeError(columns.sum([one, two]).m[0], 0.001)).toBeLessThan(1e-14);
  });
});

describe("columns of vectors are the vectors", () => {
  const energy = (i: number): number => listA[i].e + listB[i].e + listC[i].e;
  const mass = (got: FourVectors, want: (i: number) => FourVector): number => worst(got.m, (i) => want(i).m);

  it("add and sum", () => {
    const two = columns.add(a, b);
    const three = columns.sum([a, b, c]);
    expect(worstVector(two, (i) => add(listA[i], listB[i]), energy)).toBeLessThan(1e-15);
    expect(mass(two, (i) => add(listA[i], listB[i]))).toBeLessThan(2e-14);
    expect(worstVector(three, (i) => add(listA[i], listB[i], listC[i]), energy)).toBeLessThan(1e-15);
    expect(mass(three, (i) => add(listA[i], listB[i], listC[i]))).toBeLessThan(2e-14);
    expect(() => columns.sum([])).toThrow("sum: there must be at least one term");
  });

  it("subtract, negate, scale", () => {
    const d = columns.subtract(a, b);
    expect(worstVector(d, (i) => subtract(listA[i], listB[i]), energy)).toBe(0);
    const squares = columns.massSquared(d);
    const square = (i: number): number => massSquared(subtract(listA[i], listB[i]));
    expect(worst(squares, square, (i) => energy(i) ** 2)).toBeLessThan(1e-15);
    expect(worstVector(columns.negate(a), (i) => negate(listA[i]), energy)).toBe(0);
    expect(mass(columns.scale(a, -2), (i) => scale(listA[i], -2))).toBe(0);
  });

  it("boost by one velocity", () => {
    const velocity = [0.3, -0.5, 0.6] as const;
    expect(worstVector(columns.boost(a, velocity), (i) => boost(listA[i], velocity), energy)).toBeLessThan(2e-15);
    expect(mass(columns.boost(a, velocity), (i) => listA[i])).toBe(0);
    expect(() => columns.boost(a, [1, 0, 0])).toThrow("boost: |beta| must be < 1, got (1, 0, 0)");
  });

  it("boost to and from one frame", () => {
    const frame = listB[0];
    expect(
      worstVector(
        columns.boostToRestOf(a, frame),
        (i) => boostToRestOf(listA[i], frame),
        (i) => (energy(i) * frame.e) / frame.m,
      ),
    ).toBeLessThan(2e-15);
    expect(
      worstVector(
        columns.boostFromRestOf(a, frame),
        (i) => boostFromRestOf(listA[i], frame),
        (i) => (energy(i) * frame.e) / frame.m,
      ),
    ).toBeLessThan(2e-15);
    expect(() => columns.boostToRestOf(a, listA.find(({ m }) => m === 0) ?? frame)).toThrow("frame must be time-like");
  });

  it("boost to and from a frame each", () => {
    const blowUp = (i: number): number => (energy(i) * listB[i].e) / listB[i].m;
    expect(worstVector(columns.boostToRestOf(a, b), (i) => boostToRestOf(listA[i], listB[i]), blowUp)).toBeLessThan(
      2e-15,
    );
    expect(worstVector(columns.boostFromRestOf(a, b), (i) => boostFromRestOf(listA[i], listB[i]), blowUp)).toBeLessThan(
      2e-15,
    );
    expect(worst(columns.boostToRestOf(b, b).e, (i) => listB[i].m)).toBeLessThan(4e-15);
  });

  it("keep the energy of a light frame's daughter to 1e-13", () => {
    const frame = fromPThetaPhi(5, 1, 1, 0.001);
    const daughter = boostFromRestOf(fromPThetaPhi(0.0005, 2, 2, 0), frame);
    const seen = columns.boostToRestOf(columns.fromObjects([daughter]), columns.fromObjects([frame]));
    expect(relativeError(seen.e[0], boostToRestOf(daughter, frame).e)).toBeLessThan(1e-12);
  });

  it("rotate", () => {
    const same = (got: FourVectors, want: (v: FourVector) => FourVector): void => {
      expect(worstVector(got, (i) => want(listA[i]), energy)).toBeLessThan(2e-15);
    };
    same(columns.rotateX(a, 0.7), (v) => rotateX(v, 0.7));
    same(columns.rotateY(a, 0.7), (v) => rotateY(v, 0.7));
    same(columns.rotateZ(a, 0.7), (v) => rotateZ(v, 0.7));
    same(columns.rotate(a, [1, 2, 3], 0.7), (v) => rotate(v, [1, 2, 3], 0.7));
  });

  it.each(["boost", "boost-and-rotate"] as const)("change frames by %s", (convention) => {
    const cms = columns.toCms(superKekb, a, { convention });
    expect(worstVector(cms, (i) => superKekb.toCms(listA[i], { convention }), energy)).toBeLessThan(2e-15);
    expect(worstVector(columns.toLab(superKekb, cms, { convention }), (i) => listA[i], energy)).toBeLessThan(4e-15);
  });

  it("recoil", () => {
    const two = columns.recoil(superKekb, [a, b]);
    expect(
      worstVector(
        two,
        (i) => recoil(superKekb, listA[i], listB[i]),
        () => 11,
      ),
    ).toBeLessThan(1e-15);
    expect(
      worst(
        two.m,
        (i) => recoil(superKekb, listA[i], listB[i]).m,
        (i) => 121 / Math.abs(two.m[i]),
      ),
    ).toBeLessThan(1e-14);
    const one = columns.recoil(superKekb.total, [a]);
    expect(
      worstVector(
        one,
        (i) => recoil(superKekb.total, listA[i]),
        () => 11,
      ),
    ).toBe(0);
  });

  it("are made from coordinates", () => {
    const px = columns.pt(a);
    expect(worstVector(columns.fromMass(a.px, a.py, a.pz, a.m), (i) => listA[i], energy)).toBeLessThan(2e-16);
    expect(worst(columns.fromEnergy(a.px, a.py, a.pz, a.e).m, (i) => listA[i].m)).toBeLessThan(3e-7);
    const made = columns.fromPtEtaPhi(px, columns.eta(a), columns.phi(a), 0.5);
    const want = (i: number): FourVector => fromPtEtaPhi(pt(listA[i]), eta(listA[i]), phi(listA[i]), 0.5);
    expect(worstVector(made, want, energy)).toBeLessThan(1e-14);
    const polar = columns.fromPThetaPhi(columns.p(a), columns.theta(a), columns.phi(a), a.m);
    expect(worstVector(polar, (i) => listA[i], energy)).toBeLessThan(1e-15);
  });
});

describe("storage", () => {
  it("does not matter: results may overwrite their inputs", () => {
    const copy = (vs: FourVectors): FourVectors =>
      columns.fromObjects(Array.from({ length: n }, (_, i) => columns.fourVectorAt(vs, i)));
    const verbs: [(vs: FourVectors, out?: FourVectors) => FourVectors][] = [
      [(vs, out) => columns.add(vs, b, out)],
      [(vs, out) => columns.subtract(vs, b, out)],
      [(vs, out) => columns.boost(vs, [0, 0.2, 0.5], out)],
      [(vs, out) => columns.boostToRestOf(vs, listB[1], out)],
      [(vs, out) => columns.boostToRestOf(vs, b, out)],
      [(vs, out) => columns.rotate(vs, [1, 1, 0], 1, out)],
      [(vs, out) => columns.toCms(superKekb, vs, {}, out)],
      [(vs, out) => columns.negate(vs, out)],
    ];
    for (const [verb] of verbs) {
      const overwritten = copy(a);
      expect(verb(overwritten, overwritten)).toBe(overwritten);
      expect(overwritten).toEqual(verb(a));
    }
  });

  it("does not matter: one row alone gives what it gives among many", () => {
    fc.assert(
      fc.property(vectors, massive, (v, frame) => {
        const alone = columns.boostToRestOf(columns.fromObjects([v]), columns.fromObjects([frame]));
        const among = columns.boostToRestOf(
          columns.fromObjects([v, frame, v]),
          columns.fromObjects([frame, frame, frame]),
        );
        expect(columns.fourVectorAt(among, 2)).toEqual(columns.fourVectorAt(alone, 0));
      }),
    );
  });

  it("slices without copying", () => {
    const some = columns.slice(a, 10, 20);
    expect(some.px.buffer).toBe(a.px.buffer);
    expect(columns.fourVectorAt(some, 3)).toEqual(listA[13]);
  });
});
