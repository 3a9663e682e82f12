import { expect, it } from "vitest";
import { someOf } from "../../src/selection/some-of.js";

it("is all of a short list, and of a long one entries evenly spread with both ends", () => {
  const shown = (n: number) => someOf([...Array(n).keys()], 3);
  expect([0, 1, 2, 3, 8, 9].map(shown)).toEqual([[], [0], [0, 1], [0, 1, 2], [0, 4, 7], [0, 4, 8]]);
});
