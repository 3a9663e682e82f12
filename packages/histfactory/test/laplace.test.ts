import { bayesianUpperLimit, type Likelihood } from "@belladonna/stats";
import { describe, expect, it } from "vitest";
import { histFactory } from "../src/index.js";

describe("Laplace's method", () => {
  const bins = [0, 1, 2, 3, 4, 5, 6, 7];
  /** Eight bins of 200 events, each with an uncertainty of its own, and signal in two of them. */
  const model = (relative: number): Likelihood =>
    histFactory({
      channels: [
        {
          name: "channel",
          samples: [
            {
              name: "signal",
              data: bins.map((b) => (b === 3 || b === 4 ? 20 : 0)),
              modifiers: [{ name: "mu", type: "normfactor", data: null }],
            },
            {
              name: "background",
              data: bins.map(() => 200),
              modifiers: [
                { name: "norm", type: "normfactor", data: null },
                { name: "mc", type: "staterror", data: bins.map(() => 200 * relative) },
              ],
            },
          ],
        },
      ],
      observations: [{ name: "channel", data: [196, 214, 190, 205, 199, 203, 188, 207] }],
      measurements: [{ name: "m", config: { poi: "mu", parameters: [] } }],
      version: "1.0.0",
    });

  it("agrees with samples where the likelihood is nearly Gaussian", () => {
    const laplace = bayesianUpperLimit(model(0.03), { level: 0.9, samples: 0 });
    const sampled = bayesianUpperLimit(model(0.03), { level: 0.9, samples: 8192 });
    expect(laplace.valid && sampled.valid).toBe(true);
    expect(Math.abs(laplace.observed / sampled.observed - 1)).toBeLessThan(0.01);
  });

  it("takes no negative number of samples", () => {
    expect(() => bayesianUpperLimit(model(0.03), { samples: -1 })).toThrow("samples must be an integer >= 0, got -1");
  });
});
