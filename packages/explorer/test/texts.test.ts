import { describe, expect, it } from "vitest";
import { factorText, numberText, percentText } from "../src/text/number-text.js";
import { particleNames } from "../src/text/particle-names.js";

describe("numbers on the screen", () => {
  it.each([
    [0.3, "0.3"],
    [3.47369e-10, "3.474·10⁻¹⁰"],
    [12345.67, "12350"],
    [1.5e7, "1.5·10⁷"],
    [0, "0"],
    [Infinity, "∞"],
    [NaN, "–"],
    [9.9996e-4, "0.001"],
  ])("%d is %s", (value, text) => {
    expect(numberText(value)).toBe(text);
  });
  it("have two digits in factors and three in per cent", () => {
    expect([4.12, 0.5911, 23.4, 12345].map(factorText)).toEqual(["4.1", "0.59", "23", "12000"]);
    expect([0.46527, 1, 1e-7].map(percentText)).toEqual(["46.5 %", "100 %", "1·10⁻⁵ %"]);
  });
});

describe("names of particles", () => {
  it.each([
    ["mu+ mu-", "μ⁺ μ⁻"],
    ["gamma gamma", "γ γ"],
    ["pi+ pi- pi0", "π⁺ π⁻ π⁰"],
    ["tau -> e alpha", "τ → e α"],
    ["nue nuebar", "νe ν̄e"],
    ["c cbar", "c c̄"],
  ])("%s is %s", (name, text) => {
    expect(particleNames(name)).toBe(text);
  });
});
