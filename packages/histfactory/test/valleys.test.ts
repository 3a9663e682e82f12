import { random } from "@belladonna/numerics";
import { fit } from "@belladonna/stats";
import { describe, expect, it } from "vitest";
import { histFactory } from "../src/index.js";
import { generatedWorkspace } from "./generated-workspace.js";

/** Few parameters with variations of up to 30 % of the samples, half of the shapes one-sided; drawn from the number `k`. */
function largeVariations(k: number): ReturnType<typeof histFactory> {
  const s = random(5).stream(k);
  const pick = (most: number): number => 1 + Math.floor(s.uniform() * most);
  return histFactory(
    generatedWorkspace(5000 + k, {
      channels: pick(4),
      bins: pick(5),
      samples: 1 + pick(3),
      scales: pick(6),
      shapes: pick(6),
      oneSided: 0.5,
      factors: Math.floor(2 * s.uniform()),
      alike: 0,
      lumi: 0.02,
      perBin: k % 2 === 0 ? "none" : "staterror",
      size: 0.1,
      mu: 2 * s.uniform(),
    }),
  );
}

describe("the fit of one-sided shapes", () => {
  it("ends in the lowest of the minima that descents from many starts find", () => {
    let otherwise = 0;
    for (let k = 0; k < 16; k++) {
      const model = largeVariations(k);
      // The same function of which no valleys are known.
      const bare = { ...model, valleys: [] };
      for (const held of [{}, { mu: 1 }, { mu: 12 }]) {
        const found = fit(model, { fix: held });
        expect(found.minimum.reason).toBe("");
        const alone = fit(bare, { fix: held }).value;
        const stream = random(99).stream(k);
        let lowest = alone;
        for (let i = 0; i < 10; i++) {
          const start = Float64Array.from(model.parameters, ({ start: x, min = -Infinity, max = Infinity, fixed }) =>
            fixed === true ? x : Math.min(Math.max(x + (min > -5 ? 0.3 : 1.5) * stream.normal(), min + 1e-3), max),
          );
          const other = fit(bare, { fix: held, start });
          if (other.minimum.valid) lowest = Math.min(lowest, other.value);
        }
        expect(found.value, `workspace ${k}, ${JSON.stringify(held)}`).toBeLessThan(lowest + 1e-6);
        if (alone > found.value + 1e-6) otherwise++;
      }
    }
    // Were no fit in a higher minimum without, nothing would have been tried.
    expect(otherwise).toBeGreaterThan(2);
  });
});
