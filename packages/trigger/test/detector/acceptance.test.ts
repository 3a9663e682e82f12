import { describe, expect, it } from "vitest";
import { belle2, regionAt } from "../../src/index.js";
import { straightToSurface } from "../../src/detector/acceptance.js";

const rad = Math.PI / 180;

describe("regionAt", () => {
  it.each([
    [12.3, "none"],
    [12.5, "forward"],
    [31.3, "forward"],
    [31.8, "none"],
    [32.3, "barrel"],
    [128.6, "barrel"],
    [129.7, "none"],
    [130.8, "backward"],
    [155.2, "none"],
  ])("of the calorimeter at %d degrees is %s", (degrees, region) => {
    expect(regionAt(degrees * rad, belle2.calorimeter)).toBe(region);
  });
});

describe("straightToSurface", () => {
  const c = belle2.calorimeter;

  it("reaches barrel and endcaps from the origin where the acceptance says", () => {
    expect(straightToSurface(0, 0, 0, 1, 0, 0, c)).toBe(125);
    expect(straightToSurface(0, 0, 0, 0, 0, 1, c)).toBe(196.2);
    expect(straightToSurface(0, 0, 0, 0, 0, -1, c)).toBe(102.2);
    const theta = 20 * rad;
    expect(straightToSurface(0, 0, 0, Math.sin(theta), 0, Math.cos(theta), c) * Math.cos(theta)).toBeCloseTo(196.2, 10);
  });

  it("is shorter and longer by the offset on either side of a displaced vertex", () => {
    expect(straightToSurface(25, 0, 0, 1, 0, 0, c)).toBeCloseTo(100, 12);
    expect(straightToSurface(25, 0, 0, -1, 0, 0, c)).toBeCloseTo(150, 12);
  });

  it("is NaN from outside", () => {
    expect(straightToSurface(126, 0, 0, -1, 0, 0, c)).toBeNaN();
    expect(straightToSurface(0, 0, 200, 0, 0, -1, c)).toBeNaN();
  });
});
