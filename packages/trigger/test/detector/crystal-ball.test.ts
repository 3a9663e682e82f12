import { describe, expect, it } from "vitest";
import { crystalBallDeviate } from "../../src/detector/crystal-ball.js";

describe("crystalBallDeviate", () => {
  it("is continuous and rises with the uniform where core and tail meet", () => {
    const z = Array.from({ length: 9999 }, (_, i) => crystalBallDeviate((i + 1) / 10000, 1.2, 4));
    for (let i = 1; i < z.length; i++) expect(z[i]).toBeGreaterThan(z[i - 1]);
    const near = z.filter((x) => Math.abs(x + 1.2) < 0.1);
    // The density there is 0.1 a width or more, so neighbours of 10 000 are less than 0.002 apart.
    for (let i = 1; i < near.length; i++) expect(near[i] - near[i - 1]).toBeLessThan(0.002);
  });

  it("is a normal deviate where the tail starts far out", () => {
    for (const [u, z] of [
      [0.5, 0],
      [0.841344746, 1],
      [0.022750132, -2],
    ]) {
      expect(Math.abs(crystalBallDeviate(u, 8, 4) - z)).toBeLessThan(1e-6);
    }
  });
});
