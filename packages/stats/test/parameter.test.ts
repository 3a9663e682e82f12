import { describe, expect, it } from "vitest";
import { parameter } from "../src/index.js";

describe("parameter", () => {
  it("keeps name, start and bounds, frozen", () => {
    const p = parameter("mu", 1, { min: 0, max: 5 });
    expect(p).toEqual({ name: "mu", start: 1, min: 0, max: 5 });
    expect(Object.isFrozen(p)).toBe(true);
  });
  it.each([
    ["", 1, {}, /name must not be empty/],
    ["a", Number.NaN, {}, /start of a must be finite, got NaN/],
    ["a", 1, { min: 2 }, /within \[2, Infinity\], got 1/],
    ["a", 1, { min: 3, max: 2 }, /min < max, got min=3, max=2/],
  ])("refuses %j, %d, %j", (name, start, options, message) => {
    expect(() => parameter(name, start, options)).toThrow(message);
  });
});
