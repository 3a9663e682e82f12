import { fit } from "@belladonna/stats";
import { expect } from "vitest";
import { histFactory } from "../src/index.js";
import { generatedWorkspace, threeLeptons } from "./generated-workspace.js";

/** A workspace of 197 parameters has a verified minimum, the same from near and from far. */
export function expectOneMinimum(seed: number): void {
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
