import { describe, expect, it } from "vitest";
import {
  aliasTable,
  chi2Sf,
  erfc,
  philox4x32,
  poissonCdf,
  poissonPmf,
  random,
  type RandomStream,
} from "../src/index.js";

describe("philox4x32", () => {
  // Known-answer vectors of Random123 (kat_vectors, philox 4x32 10).
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [-1, -1, -1, -1],
      [-1, -1],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])("gives the published words for counter %j, key %j", ([c0, c1, c2, c3], [k0, k1], want) => {
    const out = new Uint32Array(4);
    philox4x32(out, c0, c1, c2, c3, k0, k1);
    expect([...out]).toEqual(want);
  });
});

describe("random", () => {
  it("gives the same numbers at the same address, whatever was drawn elsewhere", () => {
    const a = random(7);
    a.uniform();
    const b = random(7).stream(3).stream(5);
    expect(a.stream(3).stream(5).uniform()).toBe(b.uniform());
    expect(random(7).stream(3).uniform()).not.toBe(random(7).stream(4).uniform());
    expect(random(7).stream(3).uniform()).not.toBe(random(8).stream(3).uniform());
  });
});

describe("uniform", () => {
  it("lies in the open interval even where all bits are set or clear", () => {
    // The same arithmetic at the extreme words.
    const largest = (0x3ffffff * 0x4000000 + 0x3ffffff + 0.5) / 2 ** 52;
    expect(largest).toBeLessThan(1);
    expect(0.5 / 2 ** 52).toBeGreaterThan(0);
    const stream = random(1);
    for (let i = 0; i < 1e5; i++) {
      const u = stream.uniform();
      if (!(u > 0 && u < 1)) expect.fail(`${u}`);
    }
  });
  it("is the generator's words in order", () => {
    const words = new Uint32Array(4);
    const stream = random(0x123456789).stream(4);
    for (let block = 0; block < 100; block++) {
      philox4x32(words, block, 0, 5, 0, 0x23456789, 1);
      for (const k of [0, 2]) {
        expect(stream.uniform()).toBe(((words[k] >>> 6) * 2 ** 26 + (words[k + 1] >>> 6) + 0.5) / 2 ** 52);
      }
    }
  });
  it("fill gives the numbers of uniform from any position and for any length", () => {
    for (const before of [0, 1, 3, 4, 5, 70]) {
      for (const length of [0, 1, 4, 7, 100, 1001]) {
        const a = random(5).stream(before);
        const b = random(5).stream(before);
        for (let i = 0; i < before; i++) expect(a.uniform()).toBe(b.uniform());
        const out = new Float64Array(length);
        a.fill(out);
        for (const u of out) if (u !== b.uniform()) expect.fail("differs");
        expect(a.uniform()).toBe(b.uniform());
      }
    }
  });
  it("streams of one seed share no number among their first thousand", () => {
    const seen = new Set<number>();
    const out = new Float64Array(1000);
    for (let i = 0; i < 100; i++) {
      random(3).stream(i).fill(out);
      for (const u of out) seen.add(u);
    }
    expect(seen.size).toBe(100_000);
  });
});

/** p-value of n draws in bins against their exact probabilities; bins expecting fewer than 10 are merged. */
function chi2P(counts: Map<number, number>, n: number, probability: (k: number) => number, kMax: number): number {
  let chi2 = 0;
  let bins = 0;
  let observed = 0;
  let expected = 0;
  for (let k = 0; k <= kMax; k++) {
    observed += counts.get(k) ?? 0;
    expected += n * probability(k);
    if (expected > 10) {
      chi2 += (observed - expected) ** 2 / expected;
      bins++;
      observed = expected = 0;
    }
  }
  return chi2Sf(chi2, bins - 1);
}

function histogram(n: number, draw: () => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const k = draw();
    counts.set(k, (counts.get(k) ?? 0) + 1);
  }
  return counts;
}

// Fixed seeds; each of these would fail by chance once in a thousand seeds.
const ALARM = 1e-3;

describe("distributions", () => {
  it.each([0.01, 0.7, 3, 9.99, 10, 30.5, 1000, 1e6])("Poisson of mean %d follows its exact probabilities", (mu) => {
    const stream = random(11).stream(Math.round(mu * 100));
    const n = 100_000;
    // Bins of width about a tenth of the spread for large means.
    const width = Math.max(1, Math.floor(Math.sqrt(mu) / 10));
    const counts = histogram(n, () => Math.floor(stream.poisson(mu) / width));
    const p = (k: number): number =>
      width === 1 ? poissonPmf(k, mu) : poissonCdf((k + 1) * width - 1, mu) - poissonCdf(k * width - 1, mu);
    const kMax = Math.ceil((mu + 12 * Math.sqrt(mu) + 20) / width);
    expect(chi2P(counts, n, p, kMax)).toBeGreaterThan(ALARM);
  });
  it("Poisson of mean 0 is 0", () => {
    expect(random(1).poisson(0)).toBe(0);
  });

  const binned = (draw: (s: RandomStream) => number, cdf: (x: number) => number): number => {
    const stream = random(12);
    return chi2P(
      histogram(100_000, () => Math.floor(100 * cdf(draw(stream)))),
      100_000,
      () => 0.01,
      99,
    );
  };
  it("normal deviates have the normal distribution function", () => {
    expect(
      binned(
        (s) => s.normal(),
        (x) => 0.5 * erfc(-x * Math.SQRT1_2),
      ),
    ).toBeGreaterThan(ALARM);
  });
  it("exponential deviates have the exponential distribution function", () => {
    expect(
      binned(
        (s) => s.exponential(),
        (x) => -Math.expm1(-x),
      ),
    ).toBeGreaterThan(ALARM);
  });
  it("uniforms fill the interval evenly", () => {
    expect(
      binned(
        (s) => s.uniform(),
        (x) => x,
      ),
    ).toBeGreaterThan(ALARM);
  });

  const weights = [0, 1, 5, 0.5, 0, 3.5, 0];
  it.each([
    ["discrete", (s: RandomStream) => s.discrete(weights)],
    ["aliasTable", aliasTable(weights)],
  ])("%s draws indices in proportion to the weights, none of weight zero", (_name, draw) => {
    const stream = random(13);
    const counts = histogram(100_000, () => draw(stream));
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 5]);
    expect(chi2P(counts, 100_000, (k) => weights[k] / 10, 6)).toBeGreaterThan(ALARM);
  });
  it("integers cover their range evenly", () => {
    const stream = random(14);
    expect(
      chi2P(
        histogram(100_000, () => stream.integer(37)),
        100_000,
        () => 1 / 37,
        36,
      ),
    ).toBeGreaterThan(ALARM);
  });
});

describe("bad input", () => {
  it("is refused with the value", () => {
    expect(() => random(-1)).toThrow("random: seed must be an integer from 0 to 2^53 - 1, got -1");
    expect(() => random(1).stream(0.5)).toThrow(RangeError);
    expect(() => random(1).poisson(Number.NaN)).toThrow("got NaN");
    expect(() => random(1).integer(0)).toThrow(RangeError);
    expect(() => random(1).discrete([1, -1])).toThrow("discrete: weights must be >= 0, got -1 at 1");
    expect(() => aliasTable([0, 0])).toThrow("positive sum");
  });
});
