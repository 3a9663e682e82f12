// The elementary functions against 25 digits of mpmath, ECMAScript's special values, symmetries, order across the ends of
// reductions, and the bits of 100 000 results each, which are the same on every engine: this file runs in Node and Chromium.
import { describe, expect, it } from "vitest";
import * as elementary from "../src/elementary.js";
import { turn } from "../src/elementary/trigonometric.js";
import { random } from "../src/index.js";
import reference from "./data/elementary.json";
import { ulps } from "./special/ulps.js";

type Scalar = (x: number) => number;
const { atan2, pow, square, cube, integerPower, hypot, ...one } = elementary;
const ofOne: Record<string, Scalar> = one;
const ofTwo: Record<string, (x: number, y: number) => number> = { atan2, pow };
const rows = reference.rows as unknown as Record<string, [...number[], string][]>;

it("has reference values of each function", () => {
  expect(Object.keys(rows).sort()).toEqual([...Object.keys(ofOne), "atan2", "pow"].sort());
});

describe("against mpmath", () => {
  it.each(Object.entries(rows))("%s is within 0.95 ulp, atan2 within 1.3", (name, table) => {
    let worst = 0;
    for (const row of table) {
      const arguments_ = row.slice(0, -1) as number[];
      const value = row.length === 2 ? ofOne[name](arguments_[0]) : ofTwo[name](arguments_[0], arguments_[1]);
      const miss = ulps(value, String(row[row.length - 1]));
      // A subnormal result has no place of 0.95: it is the nearest, or one beside it where the value is close to half way.
      const limit = name === "atan2" ? 1.3 : Math.abs(value) < 2.3e-308 ? 1 : 0.95;
      if (!(miss <= limit)) expect.fail(`${name}(${arguments_.join()}) = ${String(value)}: ${String(miss)} ulp`);
      worst = Math.max(worst, miss);
    }
    expect(worst).toBeGreaterThan(0.4);
  });
});

const ENDS = [0, -0, 1, -1, 2, -2, 0.5, -0.5, Infinity, -Infinity, NaN, 5e-324, -5e-324, 1.7976931348623157e308];
const FURTHER = [-1.7976931348623157e308, 710.5, -710.5, -746, 1e-9, -1e-9, 3, -3, 9007199254740992, -9007199254740991];

describe("special values", () => {
  /** Zeros of either sign, infinities, NaN and whole numbers are exact in ECMAScript; what is left open is compared above. */
  const isFixed = (x: number): boolean => x === 0 || !Number.isFinite(x) || Math.abs(x) === 1;
  it.each(Object.keys(ofOne))("%s has those of ECMAScript", (name) => {
    const engine = (x: number): number => Math[name as "exp"](x);
    for (const x of [...ENDS, ...FURTHER]) if (isFixed(engine(x))) expect([x, ofOne[name](x)]).toEqual([x, engine(x)]);
  });

  it.each(["atan2", "pow"] as const)("%s has those of ECMAScript", (name) => {
    for (const x of [...ENDS, ...FURTHER])
      for (const y of [...ENDS, ...FURTHER]) {
        const [got, want] = [ofTwo[name](x, y), Math[name](x, y)];
        if (isFixed(want)) expect([x, y, got]).toEqual([x, y, want]);
        // Where the last bit is open: a double at most is between.
        else if (Math.abs(got - want) > 3e-16 * Math.abs(want)) expect([x, y, got]).toEqual([x, y, want]);
      }
  });

  it("are exact where the result is whole", () => {
    for (let k = -1074; k <= 1023; k++) expect(elementary.log2(pow(2, k))).toBe(k);
    for (let k = -300; k <= 308; k++) expect(elementary.log10(Number(`1e${k}`))).toBe(k);
    for (let k = 0; k <= 22; k++) expect(pow(10, k)).toBe(Number(`1e${k}`));
    for (let n = 0; n < 2000; n++) expect(pow(n * n, 0.5)).toBe(n);
  });
});

it("products are powers of whole exponents", () => {
  for (const x of [-3, -0.5, 0.1, 1.5, 7]) {
    expect(square(x)).toBe(x * x);
    expect(cube(x)).toBe(x * x * x);
    expect(hypot(3 * x, 4 * x, 12 * x)).toBe(Math.abs(13 * x));
    for (let n = 0; n < 12; n++) expect(Math.abs(integerPower(x, n) / pow(x, n) - 1)).toBeLessThan(n * 2e-16 + 2e-16);
  }
});

describe("symmetry", () => {
  const draw = random(3);
  const sizes = Array.from({ length: 2000 }, () => elementary.exp(60 * draw.uniform() - 40));
  const odd = ["sin", "tan", "asin", "atan", "sinh", "tanh", "asinh", "atanh"];
  it.each(odd)("%s is odd, to the bit", (name) => {
    for (const x of sizes) expect(ofOne[name](-x)).toBe(-ofOne[name](x));
  });
  it.each(["cos", "cosh"])("%s is even, to the bit", (name) => {
    for (const x of sizes) expect(ofOne[name](-x)).toBe(ofOne[name](x));
  });
  it("atan2 is odd in y, and turns by right angles within the last place", () => {
    for (let i = 1; i < sizes.length; i++) {
      const [y, x] = [sizes[i - 1], sizes[i]];
      expect(atan2(-y, x)).toBe(-atan2(y, x));
      expect(Math.abs(atan2(y, x) + atan2(x, y) - Math.PI / 2)).toBeLessThanOrEqual(4.5e-16);
    }
  });
});

it("turns are cosine and sine of their angle, quarters exactly", () => {
  const out = new Float64Array(2);
  const draw = random(4);
  for (let i = 0; i < 2000; i++) {
    const u = 8 * draw.uniform() - 4;
    turn(u, out);
    // The angle in radians has a rounding of its own, up to 2^-51 of 8 pi.
    expect(Math.abs(out[0] - elementary.cos(2 * Math.PI * u))).toBeLessThan(6e-15);
    expect(Math.abs(out[1] - elementary.sin(2 * Math.PI * u))).toBeLessThan(6e-15);
  }
  for (const [u, want] of [
    [0, [1, 0]],
    [0.25, [0, 1]],
    [0.5, [-1, 0]],
    [-0.25, [0, -1]],
  ] as [number, number[]][]) {
    turn(u, out);
    expect([...out].map((v) => v + 0)).toEqual(want);
  }
});

describe("order", () => {
  /** Doubles side by side around a place. */
  const beside = (x: number): number[] =>
    Array.from({ length: 401 }, (_, i) => x * (1 + (i - 200) * 2.220446049250313e-16));
  const LN2 = 0.6931471805599453;
  const places: Record<string, number[]> = {
    exp: [0.5 * LN2, 1.5 * LN2, 10.5 * LN2, -0.5 * LN2, -20.5 * LN2, 707.9999, -707.9999],
    expm1: [0.3465, 0.5 * LN2, 1.5 * LN2, -0.3465, -0.5 * LN2, 39.9999999],
    log: [0.7071067811865476, 1.4142135623730951, 1, 2.8284271247461903, 5656.854249492381],
    log1p: [0.41421356237309503, -0.2928932188134524, 1e-17, 1],
    log2: [0.7071067811865476, 1.4142135623730951, 1],
    log10: [0.7071067811865476, 1.4142135623730951, 1, 1000],
    sin: [0.7853981633974483, 1e-8],
    tan: [0.7853981633974483, 1e-8],
    asin: [0.2873478855663454, 0.6246950475544243, 0.7071067811865476, 1e-8],
    atan: [0.3, 0.8, 1, 1.25, 1 / 0.3, 1e-8, 1e30],
    sinh: [0.3465, 0.5 * LN2, 1.5 * LN2, 1e-8, 39.9999999],
    cosh: [0.3465, 0.5 * LN2, 1.5 * LN2, 39.9999999],
    tanh: [0.17325, 0.25 * LN2, 0.75 * LN2, 1e-8, 21.9999999],
    asinh: [0.3535533905932738, 1.0606601717798212, 1e-8, 1e9],
    acosh: [1.0606601717798212, 1e9],
    atanh: [0.17157287525380988, 1 / 3, 1e-8],
  };
  it.each(Object.entries(places))(
    "%s never falls by more than its last place where a reduction changes",
    (name, at) => {
      const f = ofOne[name];
      for (const place of at) {
        const points = place < 0 ? beside(place).reverse() : beside(place);
        for (let i = 1; i < points.length; i++) {
          const [before, after] = [f(points[i - 1]), f(points[i])];
          if (after < before) expect((before - after) / Math.abs(before)).toBeLessThanOrEqual(2.220446049250313e-16);
        }
      }
    },
  );
});

/** FNV-1a of the bytes of doubles, the lowest first. */
function hash(values: Float64Array): string {
  const bytes = new DataView(values.buffer);
  let h = 0x811c9dc5;
  for (let i = 0; i < values.length; i++)
    for (const word of [bytes.getUint32(8 * i, true), bytes.getUint32(8 * i + 4, true)])
      for (let shift = 0; shift < 32; shift += 8) h = Math.imul(h ^ ((word >>> shift) & 255), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, "0");
}

describe("the same bits on every engine", () => {
  const N = 100_000;
  const stream = random(20);
  /** Signs, and sizes from 2^-30 to 2^10: whole powers of two and uniform mantissas, which are exact. */
  const x = Float64Array.from({ length: N }, () => {
    const size = (1 + stream.uniform()) * integerPower(2, Math.floor(41 * stream.uniform())) * 9.313225746154785e-10;
    return stream.uniform() < 0.5 ? -size : size;
  });
  /** Arguments in each function's domain. */
  const domain: Record<string, (x: number) => number> = {
    log: Math.abs,
    log2: Math.abs,
    log10: Math.abs,
    log1p: Math.abs,
    asin: (x) => x / (1 + Math.abs(x)),
    acos: (x) => x / (1 + Math.abs(x)),
    atanh: (x) => x / (1 + Math.abs(x)),
    acosh: (x) => 1 + Math.abs(x),
  };
  it.each(Object.keys(ofOne))("%s", (name) => {
    const to = domain[name] ?? ((t: number) => t);
    expect(`${name} ${hash(x.map((t) => ofOne[name](to(t))))}`).toBe(`${name} ${BITS[name]}`);
  });
  it("atan2", () => {
    expect(`atan2 ${hash(x.map((t, i) => atan2(t, x[N - 1 - i])))}`).toBe(`atan2 ${BITS.atan2}`);
  });
  it("pow", () => {
    expect(`pow ${hash(x.map((t, i) => pow(Math.abs(t), x[N - 1 - i] / 8)))}`).toBe(`pow ${BITS.pow}`);
  });
});

/** Hashes of the results. */
const BITS: Record<string, string> = {
  exp: "479f925a",
  expm1: "5da2025d",
  log: "22499e53",
  log10: "724c0e03",
  log1p: "c95b08cc",
  log2: "ce470bbb",
  cos: "7902f932",
  sin: "a25528ac",
  tan: "bb61872f",
  acos: "2989e136",
  asin: "82cb7106",
  atan: "532dd71f",
  cosh: "5ff517f6",
  sinh: "dbe06683",
  tanh: "89bc0131",
  acosh: "2baee63f",
  asinh: "339dc0ba",
  atanh: "695a0ed2",
  atan2: "ad8389c0",
  pow: "ca249dc1",
};
