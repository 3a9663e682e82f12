import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipLine, clipPolygon } from "../src/clip.js";
import type { Point } from "../src/simplify.js";

const frame = { x0: 0, y0: 0, x1: 10, y1: 5 };
const coordinate = fc.double({ min: -20, max: 20, noNaN: true });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 12 });
const inside = ([x, y]: Point): boolean => x >= -1e-9 && x <= 10 + 1e-9 && y >= -1e-9 && y <= 5 + 1e-9;

function area(ring: readonly Point[]): number {
  return Math.abs(
    ring.reduce((s, [x, y], i) => s + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0) / 2,
  );
}

describe("clipPolygon", () => {
  it("stays inside the frame", () => {
    fc.assert(fc.property(points, (ring) => clipPolygon(ring, frame).every(inside)));
  });

  it("keeps a polygon inside, empties one outside, and cuts one that covers the frame to the frame", () => {
    const small: Point[] = [
      [1, 1],
      [2, 1],
      [2, 2],
    ];
    expect(clipPolygon(small, frame)).toEqual(small);
    expect(
      clipPolygon(
        small.map(([x, y]): Point => [x + 50, y]),
        frame,
      ),
    ).toEqual([]);
    expect(
      area(
        clipPolygon(
          [
            [-9, -9],
            [99, -9],
            [99, 99],
            [-9, 99],
          ],
          frame,
        ),
      ),
    ).toBe(50);
  });

  it("has the area of the overlap", () => {
    expect(
      area(
        clipPolygon(
          [
            [8, 1],
            [14, 1],
            [14, 3],
            [8, 3],
          ],
          frame,
        ),
      ),
    ).toBeCloseTo(4, 12);
  });
});

describe("clipLine", () => {
  it("stays inside the frame", () => {
    fc.assert(fc.property(points, (line) => clipLine(line, frame).flat().every(inside)));
  });

  it("falls into pieces where the line leaves", () => {
    const pieces = clipLine(
      [
        [1, 1],
        [1, 9],
        [5, 9],
        [5, 1],
        [6, 1],
      ],
      frame,
    );
    expect(pieces).toEqual([
      [
        [1, 1],
        [1, 5],
      ],
      [
        [5, 5],
        [5, 1],
        [6, 1],
      ],
    ]);
    expect(
      clipLine(
        [
          [-1, 1],
          [-2, 9],
        ],
        frame,
      ),
    ).toEqual([]);
  });
});
