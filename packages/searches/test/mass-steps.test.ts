import { describe, expect, it } from "vitest";
import { massSteps } from "../src/mass-steps.js";

describe("masses in equal steps", () => {
  it("reach the last one whatever rounding does, and go no further", () => {
    expect(massSteps({ from: 0.1, to: 0.3, step: 0.1 }, 1)).toEqual([0.1, 0.2, 0.3]);
    expect(massSteps({ from: 1, to: 2.9, step: 1 }, 0.1)).toEqual([1, 2]);
    expect(massSteps({ from: 2, to: 2, step: 0.5 }, 1)).toEqual([2]);
  });

  it("have the usual step where none is said", () => {
    expect(massSteps({ from: 1, to: 2 }, 0.5)).toEqual([1, 1.5, 2]);
  });
});
