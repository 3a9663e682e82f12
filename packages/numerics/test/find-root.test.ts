import { describe, expect, it } from "vitest";
import { findRoot } from "../src/index.js";

describe("findRoot", () => {
  it("finds roots of smooth and of nasty functions to the tolerance asked", () => {
    const cases: [(x: number) => number, number, number, number][] = [
      [Math.cos, 0, 3, Math.PI / 2],
      [(x) => x ** 9, -1, 3, 0],
      [(x) => Math.exp(x) - 2, -50, 50, Math.LN2],
      [(x) => (x < 0.3 ? -Infinity : x - 0.7), 0, 2, 0.7],
    ];
    for (const [f, a, b, root] of cases) {
      for (const options of [{}, { absolute: 1e-13 }, { fa: f(a), fb: f(b), absolute: 1e-13 }]) {
        const got = findRoot(f, a, b, options);
        expect(Math.abs(got - root)).toBeLessThan(f(root + 1e-3) < 1e-20 ? 1e-2 : 2e-13);
      }
    }
  });

  it("does not go on once the bracket is as narrow as asked", () => {
    const calls = (options: object): number => {
      let n = 0;
      findRoot((x) => (n++, Math.cos(x) - x ** 3), 0, 1, options);
      return n;
    };
    expect(calls({ relative: 1e-3 })).toBeLessThan(calls({}));
    expect(calls({ absolute: 1e-3 })).toBeLessThan(calls({}));
  });

  it("bisects where the function is infinite at an end", () => {
    let n = 0;
    const root = findRoot((x) => (n++, x < 0.3 ? -Infinity : x - 0.7), 0, 2);
    expect(Math.abs(root - 0.7)).toBeLessThan(1e-15);
    expect(n).toBeLessThan(20);
  });

  it("takes an end that is a root", () => {
    expect(findRoot((x) => x, 0, 1)).toBe(0);
    expect(findRoot((x) => x - 1, 0, 1)).toBe(1);
  });
});
