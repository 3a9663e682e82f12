import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels } from "../src/labels.js";
import { textSize } from "../src/text-size.js";
import type { Point } from "../src/simplify.js";

const frame = { x0: 0, y0: 0, x1: 600, y1: 400 };

describe("placeLabels", () => {
  it("lets no text overlap another, leave the frame or touch an obstacle", () => {
    const coordinate = fc.record({
      x: fc.double({ min: 0, max: 600, noNaN: true }),
      y: fc.double({ min: 0, max: 400, noNaN: true }),
    });
    const requests = fc.array(fc.array(coordinate, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 14 });
    const obstacle = { x0: 400, y0: 0, x1: 600, y1: 100 };
    fc.assert(
      fc.property(requests, (lines) => {
        const wanted = lines.map((l, i) => ({
          text: `Limit ${i}`,
          lines: [l.map(({ x, y }): Point => [x, y])],
          inside: [],
        }));
        const placed = placeLabels(wanted, frame, 14, [obstacle]);
        const boxes = placed.flatMap((p, i) => {
          if (!p) return [];
          const { width, height } = textSize(wanted[i].text, 14);
          return [{ x0: p.x - width / 2, x1: p.x + width / 2, y0: p.y - height / 2, y1: p.y + height / 2 }];
        });
        boxes.push(obstacle);
        boxes.forEach((a, i) => {
          expect(a.x0 >= 0 && a.x1 <= 600 && a.y0 >= 0 && a.y1 <= 400).toBe(true);
          for (const b of boxes.slice(i + 1)) {
            expect(a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1).toBe(false);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it("puts a text into its region where there is room", () => {
    const region: Point[] = [
      [100, 100],
      [400, 100],
      [400, 300],
      [100, 300],
      [100, 100],
    ];
    const [p] = placeLabels([{ text: "BaBar", lines: [region], inside: [region] }], frame, 14);
    expect(p && p.x > 100 && p.x < 400 && p.y > 100 && p.y < 300).toBe(true);
  });

  it("keeps a text off the lines and areas that belong to none", () => {
    const line: Point[] = [
      [0, 200],
      [600, 200],
    ];
    const above: Point[] = [
      [0, 100],
      [600, 100],
      [600, 199],
      [0, 199],
    ];
    const request = { text: "this run", lines: [line], inside: [] };
    const y = (background: Parameters<typeof placeLabels>[4]): number =>
      placeLabels([request], frame, 14, [], background)[0]?.y ?? NaN;
    expect(y(undefined)).toBeLessThan(200);
    expect(y({ lines: [], fills: [above] })).toBeGreaterThan(200);
    const across = [185, 190, 195].map((at): Point[] => [
      [0, at],
      [600, at],
    ]);
    expect(y({ lines: across, fills: [] })).toBeGreaterThan(200);
  });

  it("gives up a text whose line cannot be seen", () => {
    expect(
      placeLabels(
        [
          {
            text: "away",
            lines: [
              [
                [-9, -9],
                [-5, -5],
              ],
            ],
            inside: [],
          },
        ],
        frame,
        14,
      ),
    ).toEqual([undefined]);
  });
});
