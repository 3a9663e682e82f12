import { muonphilicScalar } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { crossSection, templateName } from "../src/index.js";

describe("templateName", () => {
  it("goes with the square of the coupling", () => {
    const of = (g: number) =>
      crossSection(templateName(muonphilicScalar({ mass: 2, g })), { sqrtS: 10.58, relativeError: 0.05 }).value;
    expect(of(0.02) / of(0.01)).toBeCloseTo(4, 6);
  });

  it("has the squared amplitude and the cross section of another program", () => {
    expect.fail("fill in: squared amplitudes at fixed momenta and a cross section, with a tolerance and its reason");
  });
});
