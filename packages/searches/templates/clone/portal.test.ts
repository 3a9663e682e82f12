import { describe, expect, it } from "vitest";
import { templateName } from "../src/index.js";

describe("templateName", () => {
  it("refuses what is not a mass or a coupling", () => {
    expect(() => templateName({ mass: 0, coupling: 1e-3 })).toThrow("templateName: mass must be");
    expect(() => templateName({ mass: 1, coupling: 0 })).toThrow("templateName: coupling must be");
  });

  it("has the numbers of the paper", () => {
    expect.fail("fill in: widths or branching fractions that others computed, with a tolerance and its reason");
  });
});
