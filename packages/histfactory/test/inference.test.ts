import { describe, expect, it } from "vitest";
import { fit, hypothesisTest, significance, upperLimit } from "@belladonna/stats";
import { histFactory, uncorrelatedBackground } from "../src/index.js";
import { cases, likelihoodOf } from "./cases.js";

// Also where interpolation is piecewise and minima lie at kinks.
const TOLERANCE = 1e-6;

describe.each(cases.filter((c) => c.hypotests.length > 0).map((c) => [c.name, c] as const))("%s", (_name, c) => {
  const likelihood = likelihoodOf(c);
  it.each(c.hypotests.map((h) => [h.mu, h] as const))("CLs at %d", (mu, want) => {
    const got = hypothesisTest(likelihood, mu);
    expect(got.reason).toBe("");
    expect(Math.abs(got.q - want.q_mu_tilde)).toBeLessThan(1e-6 * (1 + want.q_mu_tilde));
    expect(Math.abs(got.qA / want.q_mu_A - 1)).toBeLessThan(TOLERANCE);
    const relative = (p: number, reference: number): number => (p === reference ? 0 : Math.abs(p / reference - 1));
    expect(relative(got.cls, want.CLs_obs)).toBeLessThan(TOLERANCE);
    want.CLs_exp.forEach((p, k) => {
      expect(relative(got.expected[k], p)).toBeLessThan(TOLERANCE);
    });
  });
  it("limits", () => {
    for (const [key, level] of [
      ["cl95", 0.95],
      ["cl90", 0.9],
    ] as const) {
      const want = c.upper_limits?.[key];
      if (!want) continue;
      const got = upperLimit(likelihood, { level });
      expect(got.valid, got.reason).toBe(true);
      if (want.obs !== null) expect(Math.abs(got.observed / want.obs - 1)).toBeLessThan(TOLERANCE);
      want.exp_m2_m1_0_p1_p2.forEach((x, k) => {
        if (x !== null) expect(Math.abs(got.expected[k] / x - 1)).toBeLessThan(TOLERANCE);
      });
    }
  });
  it("discovery", () => {
    if (c.discovery === null) return;
    const got = significance(likelihood);
    expect(Math.abs(got.q0 - c.discovery.q0)).toBeLessThan(1e-6);
  });
});

describe("parameters held outside their bounds", () => {
  const workspace = uncorrelatedBackground({ signal: [1, 1], background: [50, 52], observed: [51, 48] }, [3, 7]);
  const model = histFactory(workspace);

  it("are held where they are said to be", () => {
    const held = fit(model, { fix: { mu: 12 } });
    expect(held.parameters.mu).toBe(12);
    expect(held.minimum.value).toBeGreaterThan(fit(model, { fix: { mu: 10 } }).minimum.value);
    expect(hypothesisTest(model, 20).cls).toBeLessThan(0.5 * hypothesisTest(model, 12).cls);
  });

  it("do not end a limit at the bound of the scan: 11.668, and its bands", () => {
    const limit = upperLimit(model);
    expect(limit.valid).toBe(true);
    expect(limit.observed).toBeCloseTo(11.668, 3);
    expect(Math.max(...limit.expected)).toBeGreaterThan(20);
  });
});
