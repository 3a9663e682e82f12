import { describe, expect, it } from "vitest";
import { crossSection, generate, squaredAmplitude, threePhotons } from "../src/index.js";
import { ALPHA_MG, momentaOf, points, rows } from "./reference.js";

const process = threePhotons({ alpha: ALPHA_MG });

describe("threePhotons", () => {
  const reference = points.filter(({ name }) => name === "ggg");

  it("has six reference points", () => {
    expect(reference).toHaveLength(6);
  });

  // The reference keeps the electron mass: terms of order m_e² / (E² sin²θ), up to 1e-6 at these points.
  it.each(reference)("is MadGraph's |M|² at point $index up to the electron mass", (point) => {
    const value = squaredAmplitude(process, momentaOf(point)) / point.identical_factor;
    expect(Math.abs(value / point.msq - 1)).toBeLessThan(2e-6);
  });

  const cuts = {
    ggg_e02_c09_m02: { energy: 0.2, cosTheta: 0.9, pairMass: 0.2 },
    ggg_e02_c09_oa10: { energy: 0.2, cosTheta: 0.9, openingAngle: Math.PI / 18 },
    ggg_e05_c08_m05: { energy: 0.5, cosTheta: 0.8, pairMass: 0.5 },
  };

  it.each(rows.filter(({ key }) => key.startsWith("ggg_")))(
    "has MadGraph's cross section $key",
    ({ key, value, err }) => {
      const found = crossSection(process, {
        sqrtS: 10.58,
        cuts: cuts[key as keyof typeof cuts],
        relativeError: 1e-3,
      });
      expect(found.valid).toBe(true);
      const error = Math.hypot(found.error / 1000, err);
      expect(Math.abs(found.value / 1000 - value)).toBeLessThan(3 * error);
      expect(Math.abs(found.value / 1000 / value - 1)).toBeLessThan(0.005);
    },
  );

  it("generates unweighted events of which more than half the trials are accepted", () => {
    const events = generate(process, { sqrtS: 10.58, cuts: cuts.ggg_e02_c09_m02, events: 20000, seed: 7 });
    expect(events.length).toBe(20000);
    expect(events.efficiency).toBeGreaterThan(0.5);
    expect(events.overweight).toBeLessThan(0.01);
  });

  it("refuses cuts that leave the soft or the collinear divergence in", () => {
    expect(() => crossSection(process, { sqrtS: 10.58 })).toThrow("threePhotons: cuts.energy must be > 0");
    expect(() => crossSection(process, { sqrtS: 10.58, cuts: { energy: 0.1 } })).toThrow(
      "threePhotons: cuts.cosTheta must be < 1",
    );
  });
});
