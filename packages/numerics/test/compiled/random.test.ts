import { afterEach, describe, expect, it, vi } from "vitest";
import { random, type RandomStream } from "@belladonna/numerics";
import { compiledRandom } from "@belladonna/numerics/compiled";
import { firstDifference } from "./bits.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What is drawn in turn, in amounts around those at which the way of drawing changes. */
function drawn(root: RandomStream): Float64Array {
  const all: number[] = [];
  for (const stream of [root, root.stream(3), root.stream(2 ** 40), root.stream(5).stream(7)]) {
    for (const n of [0, 1, 3, 64, 100, 1, 1023, 1024, 1025, 1026, 5000]) {
      const out = new Float64Array(n);
      stream.fill(out);
      all.push(...out);
      stream.fillNormal(out);
      all.push(...out, stream.uniform(), stream.normal());
    }
  }
  return Float64Array.from(all);
}

describe("compiledRandom", () => {
  it("gives the numbers of random around the place where it goes on in WebAssembly", () => {
    const [one, many] = [random(9), compiledRandom(9)];
    const [a, b] = [new Float64Array(30_003), new Float64Array(30_003)];
    for (let time = 0; time < 10; time++) {
      one.fill(a);
      many.fill(b);
      expect(firstDifference(a, b), `time ${time}`).toBe(-1);
    }
  });

  it("gives the numbers of random bit for bit, whatever is drawn in turn", () => {
    for (const seed of [0, 1, 2 ** 53 - 1, 987654321012]) {
      expect(firstDifference(drawn(compiledRandom(seed)), drawn(random(seed)))).toBe(-1);
    }
  });

  it("has the normal deviates of one-by-one calls", () => {
    for (const make of [random, compiledRandom]) {
      const [one, many] = [make(4), make(4)];
      const out = new Float64Array(100_001);
      many.normal();
      many.fillNormal(out);
      one.normal();
      expect(
        firstDifference(
          out.map(() => one.normal()),
          out,
        ),
      ).toBe(-1);
      expect(many.normal()).toBe(one.normal());
    }
  });

  it("gives them without WebAssembly too", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(firstDifference(drawn(compiledRandom(1)), drawn(random(1)))).toBe(-1);
  });

  it("refuses what is no seed", () => {
    expect(() => compiledRandom(-1)).toThrow("compiledRandom: seed must be an integer from 0 to 2^53 - 1, got -1");
  });
});
