import { describe, expect, it } from "vitest";
import { above, below, between } from "../../src/selection/interval.js";
import { factOf } from "../../src/selection/quantity.js";

describe("an interval is printed from the numbers it is made of", () => {
  const made = { quantity: "x", standing: "recalled", source: "here" } as const;

  it.each([
    [above({ ...made, value: 0.1, unit: "GeV" }), "> 0.1 GeV"],
    [below({ ...made, value: 0.45, unit: "1" }), "< 0.45"],
    [between({ ...made, value: [37, 120], unit: "°" }), "37 to 120°"],
  ])("%#", (quantity, text) => {
    expect(factOf(quantity).value).toBe(text);
  });
});
