import { describe, expect, it } from "vitest";
import { above, below, between, percent } from "../../src/selection/bounds.js";
import { factOf } from "../../src/selection/quantity.js";

const made = { quantity: "x", standing: "recalled", source: "here" } as const;

describe("bounds are printed from the numbers they are made of", () => {
  it.each([
    [above({ ...made, value: 0.1, unit: "GeV" }), "> 0.1 GeV"],
    [below({ ...made, value: 0.4, unit: "GeV" }), "< 0.4 GeV"],
    [below({ ...made, value: 0.45, unit: "1" }), "< 0.45"],
    [between({ ...made, value: [10, 11], unit: "GeV" }), "10 to 11 GeV"],
    [between({ ...made, value: [-15, 15], unit: "widths" }), "−15 to 15 widths"],
    [between({ ...made, value: [37.3, 123.7], unit: "°" }), "37.3° to 123.7°"],
    [percent({ ...made, value: 0.95, unit: "1" }), "95 %"],
    [percent({ ...made, value: 0.07, unit: "1" }), "7 %"],
  ])("%#", (quantity, text) => {
    expect(factOf(quantity).value).toBe(text);
  });
});
