import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { fit, hypothesisTest, upperLimit } from "@belladonna/stats";
import { histFactory } from "../src/index.js";
import type { Workspace } from "../src/index.js";

const workspace = (
  signal: readonly number[],
  background: readonly number[],
  observed: readonly number[],
  lo: readonly number[],
  hi: readonly number[],
): Workspace => ({
  channels: [
    {
      name: "c",
      samples: [
        { name: "s", data: signal, modifiers: [{ name: "mu", type: "normfactor", data: null }] },
        {
          name: "b",
          data: background,
          modifiers: [{ name: "a", type: "histosys", data: { lo_data: lo, hi_data: hi } }],
        },
      ],
    },
  ],
  observations: [{ name: "c", data: observed }],
  measurements: [{ name: "m", config: { poi: "mu", parameters: [] } }],
  version: "1.0.0",
});

describe("a minimum at a rate of 0", () => {
  // Rates 1 + 2a and 20 + mu with counts 0 and 25: -2 ln L = 2 (1 + 2a) + a^2 + const ends at a = -1/2 with the slope 3.
  const model = histFactory(workspace([0, 1], [1, 20], [0, 25], [-1, 20], [3, 20]));

  it("is found where the function ends, with its value", () => {
    const best = fit(model);
    expect(best.valid, best.reason).toBe(true);
    expect(best.parameters.a).toBeCloseTo(-0.5, 7);
    const at = model.parameters.map((p) => (p.name === "a" ? -0.5 : 5));
    expect(best.value).toBeCloseTo(model.value(Float64Array.from(at)), 8);
    // The edge holds the parameter; the other has the error of its count.
    expect(best.errors.a).toBeLessThan(1e-4);
    expect(best.errors.mu).toBeCloseTo(5, 3);
  });

  it("gives the limit: that of the other bin alone", () => {
    const alone = histFactory(workspace([1], [20], [25], [20], [20]));
    const [limit, single] = [upperLimit(model), upperLimit(alone)];
    expect(limit.valid, limit.reason).toBe(true);
    expect(Math.abs(limit.observed / single.observed - 1)).toBeLessThan(1e-6);
  });

  it("gives the same with a signal in the empty bin, where the profile is linear in it", () => {
    // mu + 1 + 2a >= 0, a^2: for mu < 1/2 the edge a = -(1 + mu) / 2, with -2 ln L = a^2; for more a = -2 is out of reach.
    const linear = histFactory(workspace([1], [1], [0], [-1], [3]));
    for (const mu of [0, 1, 2, 2.9]) {
      const held = fit(linear, { fix: { mu } });
      expect(held.valid, held.reason).toBe(true);
      expect(held.parameters.a).toBeCloseTo(-(1 + mu) / 2, 6);
      expect(held.value - held.parameters.a ** 2).toBeCloseTo(Math.log(2 * Math.PI), 7);
    }
    // Beyond mu = 3 the slope 4 + 2a of the constraint and the count vanishes inside: a = -2.
    expect(fit(linear, { fix: { mu: 5 } }).parameters.a).toBeCloseTo(-2, 6);
    expect(fit(linear, { fix: { mu: 5 } }).value).toBeCloseTo(Math.log(2 * Math.PI) + 4 + 2 * 2, 7);
    expect(hypothesisTest(linear, 2).valid).toBe(true);
  });
});

describe("a limit whose fits end at a rate of 0", () => {
  // A background that another uncertainty than its own takes away in the empty last bin.
  const bins: Workspace = {
    channels: [
      {
        name: "c",
        samples: [
          { name: "s", data: [4, 6, 1], modifiers: [{ name: "mu", type: "normfactor", data: null }] },
          {
            name: "b",
            data: [22, 7, 1.5],
            modifiers: [
              { name: "a", type: "histosys", data: { lo_data: [21, 6, -0.5], hi_data: [23, 8, 3.5] } },
              { name: "n", type: "shapesys", data: [2, 1, 0.5] },
            ],
          },
        ],
      },
    ],
    observations: [{ name: "c", data: [20, 5, 0] }],
    measurements: [{ name: "m", config: { poi: "mu", parameters: [] } }],
    version: "1.0.0",
  };
  it("is found, and each held fit is as low as any point near it", () => {
    const model = histFactory(bins);
    const limit = upperLimit(model);
    expect(limit.valid, limit.reason).toBe(true);
    const held = fit(model, { fix: { mu: limit.observed } });
    expect(held.valid, held.reason).toBe(true);
    const stream = random(2).stream(0);
    for (let k = 0; k < 300; k++) {
      const near = held.theta.map((x, i) => (model.parameters[i].name === "mu" ? x : x + 0.01 * stream.normal()));
      expect(model.value(near)).toBeGreaterThan(held.value - 1e-8);
    }
  });
});

describe("events where none are expected", () => {
  it("are named, with the bin", () => {
    const model = histFactory(workspace([0, 1], [0, 20], [3, 20], [0, 19], [0, 21]));
    const best = fit(model);
    expect(best.valid).toBe(false);
    expect(best.reason).toContain('bin 0 of the channel "c" expects 0 events where 3 were seen');
    const limit = upperLimit(model);
    expect(limit.valid).toBe(false);
    expect(limit.reason).toContain("expects 0 events where 3 were seen");
  });

  it("of background alone have the limit of a background that is all but empty", () => {
    const of = (tiny: number) => histFactory(workspace([2, 1], [tiny, 20], [3, 20], [tiny, 19], [tiny, 21]));
    const limit = upperLimit(of(0));
    expect(limit.valid, limit.reason).toBe(true);
    const near = upperLimit(of(1e-7));
    expect(near.valid, near.reason).toBe(true);
    expect(Math.abs(limit.observed / near.observed - 1)).toBeLessThan(0.05);
  });
});
