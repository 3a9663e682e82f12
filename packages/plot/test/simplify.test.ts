import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceToSegment, simplify } from "../src/simplify.js";
import type { Point } from "../src/simplify.js";

const coordinate = fc.double({ min: 0, max: 500, noNaN: true });
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 60 });

describe("simplify", () => {
  it("keeps both ends, and every point within the tolerance of the line drawn", () => {
    fc.assert(
      fc.property(line, (points) => {
        const kept = simplify(points, 2);
        expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
        for (const p of points) {
          const d = Math.min(...kept.slice(1).map((b, i) => distanceToSegment(p, kept[i], b)));
          expect(d).toBeLessThanOrEqual(2 + 1e-9);
        }
      }),
    );
  });

  it("makes two points of a straight line", () => {
    const points = Array.from({ length: 1000 }, (_, i): Point => [i, 2 * i]);
    expect(simplify(points, 0.01)).toEqual([points[0], points[999]]);
  });
});

describe("distanceToSegment", () => {
  it("is to the line beside the piece and to the end beyond it", () => {
    expect(distanceToSegment([1, 3], [0, 0], [2, 0])).toBe(3);
    expect(distanceToSegment([5, 4], [0, 0], [2, 0])).toBe(5);
    expect(distanceToSegment([3, 4], [0, 0], [0, 0])).toBe(5);
  });
});
