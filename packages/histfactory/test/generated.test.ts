import { describe, expect, it } from "vitest";
import { fit, minimise } from "@belladonna/stats";
import { histFactory } from "../src/index.js";
import { generatedWorkspace, threeLeptons } from "./generated-workspace.js";

describe("a workspace as that of a search in three leptons", () => {
  it("has 197 parameters and a verified minimum, the same from near and from far", () => {
    for (const seed of [1, 2, 3]) {
      const model = histFactory(generatedWorkspace(seed, threeLeptons));
      expect(model.parameters.length).toBe(197);
      const best = fit(model);
      expect(best.valid, best.reason).toBe(true);
      expect(best.minimum.iterations).toBeLessThan(60);
      const far = fit(model, { fix: { mu: 12 } });
      expect(far.valid, far.reason).toBe(true);
      const back = fit(model, { start: far.theta });
      expect(Math.abs(back.value - best.value)).toBeLessThan(1e-6);
      expect(far.value).toBeGreaterThan(best.value);
    }
  });

  it("ends in the lower of mirrored minima where one-sided shapes make the Hessian indefinite", () => {
    const model = histFactory(generatedWorkspace(2, { ...threeLeptons, size: 0.1 }));
    const best = minimise(model, model.parameters);
    expect(best.valid).toBe(true);
    // With the signal held far from its best value the same valley is found, and no lower one.
    const held = minimise(model, model.parameters, { fix: { mu: 0 } });
    expect(best.value).toBeLessThan(held.value + 1e-6);
    expect(best.value).toBeLessThan(402.366);
  });
});
