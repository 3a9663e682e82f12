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

/** A peak over a falling background, with tails of which next to nothing is expected or known. */
function unknownTails(k: number): ReturnType<typeof histFactory> {
  const bins = Array.from({ length: 10 }, (_, b) => b);
  const peak = (width: number): number[] => bins.map((b) => 4 * Math.exp(-0.5 * ((b - 5.5) / width) ** 2));
  const falling = (slope: number): number[] => bins.map((b) => 27 * Math.exp(-slope * b));
  const stream = random(7).stream(k);
  const shape = (name: string, high: number[], low: number[]) => ({
    name,
    type: "histosys" as const,
    data: { hi_data: high, lo_data: low },
  });
  const unknown = (name: string, data: number[]) => ({ name, type: "shapesys" as const, data });
  const mu = { name: "mu", type: "normfactor" as const, data: null };
  return histFactory({
    version: "1.0.0",
    channels: [
      {
        name: "channel",
        samples: [
          {
            name: "signal",
            data: peak(1.1),
            modifiers: [
              mu,
              shape("width", peak(1.8), peak(0.7)),
              unknown(
                "tails",
                peak(1.1).map((x) => 0.03 + 0.7 * Math.sqrt(x)),
              ),
            ],
          },
          {
            name: "background",
            data: falling(0.3),
            modifiers: [
              shape("slope", falling(0.2), falling(0.45)),
              unknown(
                "statistics",
                falling(0.3).map((x) => 0.2 * Math.sqrt(x)),
              ),
            ],
          },
        ],
      },
    ],
    observations: [
      { name: "channel", data: falling(0.3).map((x) => Math.max(0, Math.round(x + Math.sqrt(x) * stream.normal()))) },
    ],
    measurements: [{ name: "fit", config: { poi: "mu", parameters: [] } }],
  });
}

/** How many fits, the signal free and held, end above the lowest of the minima that descents from ten starts find. */
function higher(models: readonly ReturnType<typeof histFactory>[], strengths: readonly number[]): number {
  let otherwise = 0;
  let higher = 0;
  models.forEach((model, k) => {
    // The same function of which no valleys are known.
    const bare = { ...model, valleys: [] };
    for (const held of [{}, ...strengths.map((mu) => ({ mu }))]) {
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
      if (found.value > lowest + 1e-6) higher++;
      if (alone > found.value + 1e-6) otherwise++;
    }
  });
  // Were no fit in a higher minimum without, nothing would have been tried.
  expect(otherwise).toBeGreaterThan(2);
  return higher;
}

const sixteen = Array.from({ length: 16 }, (_, k) => k);

describe("the fit ends in the lowest of the minima that descents from many starts find", () => {
  it("of one-sided shapes", () => {
    expect(higher(sixteen.map(largeVariations), [1, 12])).toBe(0);
  });

  it("of a peak with tails that are free, but for one in 32", () => {
    expect(higher(sixteen.map(unknownTails), [1])).toBeLessThan(2);
  });
});
