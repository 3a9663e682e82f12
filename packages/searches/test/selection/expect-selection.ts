import { expect } from "vitest";
import type { Fact } from "../../src/fact.js";
import type { Cut } from "../../src/selection/cut.js";
import type { CutFlow } from "../../src/selection/cut-flow.js";
import { factOf } from "../../src/selection/quantity.js";

/** Each step of a cut flow keeps no more events than were there before. */
export function expectMonotone({ generated, steps }: CutFlow): void {
  steps.forEach(({ name, events }, i) => {
    // Sums of weights round.
    const before = (i === 0 ? generated : steps[i - 1].events) * (1 + 1e-12);
    expect(events, name).toBeLessThanOrEqual(before);
    expect(events, name).toBeGreaterThanOrEqual(0);
  });
}

/** Every number that cuts use is printed, with its standing and its source. */
export function expectPrinted(cuts: readonly Cut<never>[], facts: readonly Fact[]): void {
  for (const { name, numbers } of cuts) {
    expect(numbers.length, name).toBeGreaterThan(0);
    for (const number of numbers) expect(facts).toContainEqual(factOf(number));
  }
}
