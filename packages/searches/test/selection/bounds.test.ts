import { describe, expect, it } from "vitest";
import { below, between, percent } from "../../src/selection/bounds.js";
import { factOf } from "../../src/selection/quantity.js";

const origin = { unit: "GeV", standing: "recalled", source: "here" } as const;

describe("bounds as they are printed", () => {
  it.each([
    [between("m", 10, 11, origin), "10 to 11 GeV"],
    [between("window", -15, 15, { ...origin, unit: "widths" }), "−15 to 15 widths"],
    [between("angle", 37.3, 123.7, { ...origin, unit: "°" }), "37.3° to 123.7°"],
    [below("E", 0.4, origin), "< 0.4 GeV"],
    [below("score", 0.5, { ...origin, unit: "1" }), "< 0.5"],
    [percent("level", 0.95, origin), "95 %"],
    [percent("chance", 0.07, origin), "7 %"],
  ])("%o", (bound, text) => {
    expect(factOf(bound).value).toBe(text);
  });
});
