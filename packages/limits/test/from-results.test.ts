import { describe, expect, it } from "vitest";
import { limitFromResults } from "../src/from-results.js";
import { info } from "./helpers.js";

const expected = [1, 2, 3, 4, 5];

describe("limitFromResults", () => {
  it("puts each band in its column, times the scale of its mass", () => {
    const l = limitFromResults(
      info,
      [1, 2],
      [
        { observed: 7, expected },
        { observed: 8, expected },
      ],
      [1, 10],
    );
    expect(l.value).toEqual([7, 80]);
    expect(l.expected).toEqual({ minus2: [1, 10], minus1: [2, 20], median: [3, 30], plus1: [4, 40], plus2: [5, 50] });
  });

  it("shows the median where nothing was observed, and no band where one is missing", () => {
    expect(limitFromResults(info, [1], [{ expected }]).value).toEqual([3]);
    expect(limitFromResults(info, [1, 2], [{ observed: 1, expected }, { observed: 2 }]).expected).toBeUndefined();
  });

  it("refuses results that do not match the masses or are empty", () => {
    expect(() => limitFromResults(info, [1], [])).toThrow(/got 0 for 1/);
    expect(() => limitFromResults(info, [1], [{}])).toThrow(/result 0/);
  });
});
