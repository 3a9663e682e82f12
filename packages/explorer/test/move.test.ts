import { planeEntries } from "@belladonna/limits/plot";
import { exclusion } from "@belladonna/limits";
import { describe, expect, it } from "vitest";
import { alongEnvelope, moved, pointIn, zoomed } from "../src/plane/move.js";
import { defaults, fourDigits } from "../src/state/state.js";

const plain = { shift: false, alt: false };

describe("arrows", () => {
  const state = { ...defaults("dark-photon-visible"), mass: 1, coupling: 1e-3 };
  it("move by 2, 20 and 0.2 %", () => {
    expect(moved(state, "ArrowRight", plain)).toEqual({ mass: 1.02, coupling: 1e-3 });
    expect(moved(state, "ArrowUp", { shift: true, alt: false })).toEqual({ mass: 1, coupling: 1.2e-3 });
    expect(moved(state, "ArrowDown", { shift: false, alt: true })).toEqual({
      mass: 1,
      coupling: fourDigits(1e-3 / 1.002),
    });
    expect(moved(state, "a", plain)).toBeUndefined();
  });
  it("stop at the ends of the plane", () => {
    expect(moved({ ...state, mass: 79.9 }, "ArrowRight", plain)).toMatchObject({ mass: 80 });
    expect(pointIn("dark-photon-visible", 1e9, 1e-99)).toEqual({ mass: 80, coupling: 1e-8 });
  });
  it("reach zero on a linear axis", () => {
    const tau = { ...defaults("tau-to-e-alpha"), mass: 0.02 };
    expect(moved(tau, "ArrowLeft", plain)).toMatchObject({ mass: 0 });
  });
});

describe("brackets", () => {
  it("step along the envelope of what was measured", async () => {
    const { limits } = await planeEntries("dark-photon-invisible");
    const measured = limits.filter((l) => l.kind === "observed");
    const next = alongEnvelope({ ...defaults("dark-photon-invisible"), mass: 0.1 }, limits, 1);
    expect(next).toEqual({ mass: 0.102, coupling: fourDigits(exclusion(measured).envelope(0.102)) });
  });
});

describe("zoom", () => {
  it("keeps the value under the pointer where it is, and ends at the whole plane", () => {
    const to = zoomed([1e-3, 10], 0.1, 0.5, false, [1e-3, 10]);
    expect(to).toEqual([0.01, 1]);
    expect(zoomed(to ?? [1, 2], 0.1, 4, false, [1e-3, 10])).toBeUndefined();
  });
});
