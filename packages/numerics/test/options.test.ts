import { describe, expect, it } from "vitest";
import { didYouMean } from "../src/did-you-mean.js";
import { requireChoice, requireOptions } from "../src/options.js";

describe("didYouMean", () => {
  const words = ["experiment", "portal", "observable", "cl", "kind"];

  it.each([
    ["experimnt", "experiment"],
    ["Portal", "portal"],
    ["obsrevable", "observable"],
    ["CL", "cl"],
    ["kin", "kind"],
  ])("takes %s for %s", (wrong, right) => {
    expect(didYouMean(wrong, words)).toBe(` (did you mean "${right}"?)`);
  });

  it("is silent where nothing is near, two are, or there is nothing", () => {
    expect(didYouMean("luminosity", words)).toBe("");
    expect(didYouMean("mat", ["mut", "met"])).toBe("");
    expect(didYouMean("x", [])).toBe("");
    expect(didYouMean("x".repeat(1e6), ["x".repeat(1e6)])).toBe("");
  });
});

describe("requireOptions and requireChoice", () => {
  it("name the word that may be meant", () => {
    expect(() => {
      requireOptions("f", { levl: 0.9 }, ["level", "poi"]);
    }).toThrow(new RangeError('f: option must be one of level, poi, got "levl" (did you mean "level"?)'));
    expect(() => {
      requireChoice("f: method", "CLS", ["CLs", "profile"]);
    }).toThrow(new RangeError('f: method must be one of CLs, profile, got "CLS" (did you mean "CLs"?)'));
    expect(() => {
      requireChoice("f: method", undefined, ["CLs"]);
    }).toThrow(new RangeError("f: method must be one of CLs, got undefined"));
    expect(() => {
      requireOptions("f", null as unknown as object, ["a"]);
    }).toThrow(new RangeError("f: options must be an object, got null"));
  });
});
