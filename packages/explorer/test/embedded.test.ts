import { expect, it } from "vitest";
import { embeddable, embedded } from "../src/shell/embedded.js";

it.each([
  ["", undefined],
  ["?other=1", undefined],
  ["?embed", "plane"],
  ["?embed=", "plane"],
  ["?embed=moon", { unknown: "moon" }],
  ...embeddable.map((view) => [`?embed=${view}`, view] as const),
] as const)("%s is %j", (search, view) => {
  expect(embedded(search)).toEqual(view);
});
