import { expect, it } from "vitest";
import { expectOneMinimum } from "../one-minimum.js";

it.each([2, 3])("has a verified minimum, the same from near and from far: seed %d", (seed) => {
  expectOneMinimum(seed);
  expect.assertions(8);
});
