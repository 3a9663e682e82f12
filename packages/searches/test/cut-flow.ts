import { expect } from "vitest";
import type { CutFlow } from "../src/selection/cut-flow.js";

/** A cut flow starts with at most the generated events, never grows, and keeps something. */
export function expectToFall({ sample, generated, steps }: CutFlow): void {
  const events = steps.map((step) => step.events);
  const before = [generated, ...events.slice(0, -1)];
  events.forEach((n, i) => {
    expect(n, `${sample}: ${steps[i].name}`).toBeLessThanOrEqual(before[i]);
  });
  expect(events.at(-1), sample).toBeGreaterThan(0);
}
