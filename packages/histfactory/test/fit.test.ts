import { describe, expect, it } from "vitest";
import { fit } from "@belladonna/stats";
import { cases, likelihoodOf } from "./cases.js";

describe.each(cases.map((c) => [c.name, c] as const))("the fit of %s", (_, c) => {
  const likelihood = likelihoodOf(c);
  const free = fit(likelihood);
  // The reference writes 0 where a parameter is fixed or at a bound.
  const sigma = c.fit.hesse_uncertainties.map((s) => (s === 0 ? null : s));

  it("has the reference's minimum to 1e-6, and says that it is one", () => {
    expect(free.reason).toBe("");
    expect(free.valid).toBe(true);
    expect(Math.abs(free.value - c.fit.twice_nll)).toBeLessThan(1e-6);
  });

  it("has the reference's parameters to 1e-4 of their errors", () => {
    c.fit.pars.forEach((x, i) => {
      expect(Math.abs(free.theta[i] - x), c.config.par_names[i]).toBeLessThan(1e-4 * (sigma[i] ?? 1));
    });
    expect([...free.atBound].sort()).toEqual([...c.fit.at_bound].sort());
  });

  it("has the reference's errors to 1e-3", () => {
    sigma.forEach((s, i) => {
      const name = c.config.par_names[i];
      if (s === null) return;
      expect(Math.abs(free.errors[name] / s - 1), name).toBeLessThan(1e-3);
    });
  });

  it("has the reference's minima at fixed parameter of interest to 1e-6", () => {
    for (const { mu, fixed_poi_twice_nll, fixed_poi_pars } of c.hypotests) {
      const held = fit(likelihood, { fix: { [c.config.poi_name]: mu } });
      expect(held.valid).toBe(true);
      expect(Math.abs(held.value - fixed_poi_twice_nll)).toBeLessThan(1e-6);
      fixed_poi_pars?.forEach((x, i) => {
        expect(Math.abs(held.theta[i] - x), c.config.par_names[i]).toBeLessThan(1e-4 * (sigma[i] ?? 1));
      });
    }
  });

  it("has the reference's profile interval of the parameter of interest to 1e-3", () => {
    const { lower, upper } = free.minos(c.config.poi_name);
    const { up, down } = c.fit.poi_minos;
    if (up !== null) expect(Math.abs(upper / up - 1)).toBeLessThan(1e-3);
    if (down !== null) expect(Math.abs(lower / down - 1)).toBeLessThan(1e-3);
  });
});
