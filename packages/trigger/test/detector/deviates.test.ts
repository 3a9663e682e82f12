import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { newDeviates } from "../../src/detector/deviates.js";
import { moments } from "../events.js";

describe("deviates", () => {
  const n = 200_000;
  const draw = (pick: (d: ReturnType<typeof newDeviates>) => number, seed = 1): number[] => {
    const d = newDeviates();
    d.start(random(seed));
    return Array.from({ length: n }, () => pick(d));
  };

  it("are the words of xoshiro128** for its published start", () => {
    // State 1, 2, 3, 4: the first outputs of the reference implementation.
    const d = newDeviates();
    const uniforms = [(1 * 4294967296 + 2) / 2 ** 64, (3 * 4294967296 + 4) / 2 ** 64];
    let k = 0;
    d.start({ uniform: () => uniforms[k++] } as never);
    const outputs = Array.from({ length: 4 }, () => d.uniform() * 4294967296 - 0.5);
    expect(outputs.map(Math.round)).toEqual([11520, 0, 5927040, 70819200]);
  });

  it("are uniform in (0, 1), to five standard deviations in each tenth", () => {
    const counts = new Array<number>(10).fill(0);
    for (const u of draw((d) => d.uniform())) {
      expect(u > 0 && u < 1).toBe(true);
      counts[Math.floor(10 * u)]++;
    }
    for (const c of counts) expect(Math.abs(c - n / 10)).toBeLessThan(5 * Math.sqrt(n * 0.09));
  });

  it("are normal: mean, width, kurtosis, tail, and pairs without correlation", () => {
    const g = draw((d) => d.normal());
    const { mean, sigma } = moments(g);
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(sigma - 1)).toBeLessThan(5 / Math.sqrt(2 * n));
    expect(Math.abs(moments(g.map((x) => x ** 4)).mean - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
    const tail = 0.0026998;
    expect(Math.abs(g.filter((x) => Math.abs(x) > 3).length - n * tail)).toBeLessThan(5 * Math.sqrt(n * tail));
    expect(Math.abs(moments(g.slice(1).map((x, i) => x * g[i])).mean)).toBeLessThan(5 / Math.sqrt(n));
  });

  it("are exponential of mean 1", () => {
    const { mean, sigma } = moments(draw((d) => d.exponential()));
    expect(Math.abs(mean - 1)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(sigma - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  });

  it("start anew with each stream, unlike those of other streams", () => {
    const d = newDeviates();
    const first = (i: number): number[] => {
      d.start(random(3).stream(i));
      return [d.normal(), d.uniform(), d.normal()];
    };
    const once = first(4);
    expect(first(5)).not.toEqual(once);
    expect(first(4)).toEqual(once);
    // First deviates of neighbouring events are independent.
    const firsts = Array.from({ length: 20_000 }, (_, i) => first(i)[0]);
    expect(Math.abs(moments(firsts).sigma - 1)).toBeLessThan(5 / Math.sqrt(40_000));
    expect(Math.abs(moments(firsts.slice(1).map((x, i) => x * firsts[i])).mean)).toBeLessThan(5 / Math.sqrt(20_000));
  });
});
