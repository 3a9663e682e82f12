// A bin that background leaves empty, with an event in it: background alone is impossible, a limit on the signal is not.
import { describe, expect, it } from "vitest";
import { hypothesisTest, significance, toys, upperLimit } from "@belladonna/stats";
import { histFactory } from "../src/index.js";
import type { Modifier, Workspace } from "../src/index.js";

const workspace = (
  inSecond: number,
  onSignal: readonly Modifier[] = [],
  onRest: readonly Modifier[] = [],
): Workspace => ({
  channels: [
    {
      name: "a",
      samples: [
        { name: "s", data: [1, 2, 1], modifiers: [{ name: "mu", type: "normfactor", data: null }, ...onSignal] },
        { name: "b", data: [10, 0, 5], modifiers: onRest },
        { name: "c", data: [0, inSecond, 0], modifiers: [] },
      ],
    },
  ],
  observations: [{ name: "a", data: [11, 1, 4] }],
  measurements: [{ name: "m", config: { poi: "mu", parameters: [] } }],
  version: "1.0.0",
});

describe("a bin without background and with an event", () => {
  it("has the CLs limits of pyhf 0.7.6, which are those by hand", () => {
    const limit = upperLimit(histFactory(workspace(0)), { level: 0.95 });
    expect(limit.valid).toBe(true);
    const got = [limit.observed, ...limit.expected];
    [1.645185, 0.2711959, 0.4818916, 0.9045086, 1.6800408, 2.8678168].forEach((want, i) => {
      expect(Math.abs(got[i] / want - 1)).toBeLessThan(1e-6);
    });
  });

  it("is the limit of ever smaller backgrounds, with nuisance parameters of the background", () => {
    const onSignal: Modifier[] = [{ name: "k", type: "normsys", data: { lo: 0.8, hi: 1.2 } }];
    const onRest: Modifier[] = [{ name: "n", type: "normsys", data: { lo: 0.9, hi: 1.1 } }];
    const of = (inSecond: number, signals: readonly Modifier[] = []): number[] => {
      const { observed, expected, valid } = upperLimit(histFactory(workspace(inSecond, signals, onRest)));
      expect(valid).toBe(true);
      return [observed, ...expected];
    };
    const none = of(0);
    of(1e-9).forEach((small, i) => {
      expect(Math.abs(none[i] / small - 1)).toBeLessThan(1e-6);
    });
    // Those of the signal follow the event that only signal can have made.
    const pulled = of(0, onSignal);
    of(1e-9, onSignal).forEach((small, i) => {
      expect(Math.abs(pulled[i] / small - 1)).toBeLessThan(5e-2);
    });
  });

  it("excludes background alone, whatever the method", () => {
    const model = histFactory(workspace(0));
    expect(significance(model)).toMatchObject({ z: Infinity, pValue: 0, valid: true });
    const test = hypothesisTest(model, 1, { calculator: toys({ toys: 50, seed: 1 }) });
    expect(test).toMatchObject({ valid: true, clb: 1 });
    expect(test.clsb).toBeGreaterThan(0.02);
    expect(test.clsb).toBeLessThan(0.5);
  });
});
