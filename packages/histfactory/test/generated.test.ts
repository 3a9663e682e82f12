import { describe, expect, it } from "vitest";
import { minimise } from "@belladonna/stats";
import { histFactory } from "../src/index.js";
import { generatedWorkspace, threeLeptons } from "./generated-workspace.js";
import { expectOneMinimum } from "./one-minimum.js";

describe("a workspace as that of a search in three leptons", () => {
  it("has 197 parameters and a verified minimum, the same from near and from far", () => {
    expectOneMinimum(1);
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
