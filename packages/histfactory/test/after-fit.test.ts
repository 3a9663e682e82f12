import { describe, expect, it } from "vitest";
import { expectedYields, histFactory, impacts, prefitCovariance, pulls } from "../src/index.js";
import { fit } from "@belladonna/stats";
import type { Workspace } from "../src/index.js";
import { caseNamed, cases, likelihoodOf } from "./cases.js";

/** One channel of two bins with one sample, all of whose modifiers are given. */
const single = (modifiers: Workspace["channels"][0]["samples"][0]["modifiers"]): Workspace => ({
  channels: [{ name: "c", samples: [{ name: "s", data: [100, 400], modifiers }] }],
  observations: [{ name: "c", data: [90, 441] }],
  measurements: [{ name: "m", config: { poi: "", parameters: [] } }],
  version: "1.0.0",
});

describe("pulls", () => {
  it.each(cases.map((c) => [c.name, c] as const))(
    "are the reference's parameters less their centres, over the widths: %s",
    (_, c) => {
      const likelihood = likelihoodOf(c);
      const found = pulls(likelihood, fit(likelihood));
      const constrained = likelihood.parameterSets.filter((s) => s.constraint !== "none");
      expect(found.map((p) => p.name)).toEqual(
        constrained.flatMap((s) => c.config.par_names.slice(s.offset, s.offset + s.size)),
      );
      for (const { name, pull, error, width } of found) {
        const i = c.config.par_names.indexOf(name);
        const sigma = c.fit.hesse_uncertainties[i];
        const centre = c.fit.pars[i] - pull * width;
        // Centres are 0 for shifts, 1 for factors, by construction.
        expect(Math.abs(centre - Math.round(centre))).toBeLessThan(1e-3 * width);
        if (sigma !== null) expect(Math.abs(error * width - sigma)).toBeLessThan(1e-3 * Math.max(sigma, 1e-12));
      }
    },
  );

  it("are zero, with errors of at most one, for the Asimov data of the start values", () => {
    const observed = likelihoodOf(caseNamed("belle_20bin"));
    const likelihood = observed.asimov(Float64Array.from(observed.parameters, (p) => p.start));
    for (const { pull, error } of pulls(likelihood, fit(likelihood))) {
      expect(Math.abs(pull)).toBeLessThan(1e-6);
      expect(error).toBeLessThan(1 + 1e-9);
    }
  });

  it("measure a Poisson constraint in units of its own error", () => {
    const likelihood = histFactory(single([{ name: "g", type: "shapesys", data: [10, 20] }]));
    const [first] = pulls(likelihood, fit(likelihood));
    // tau = 100; the best factor is (90 + 100) / (100 + 100), its error sqrt(190) / 200, the width 1 / 10.
    expect(first.width).toBeCloseTo(0.1, 12);
    expect(first.pull).toBeCloseTo(-0.5, 6);
    expect(first.error).toBeCloseTo((Math.sqrt(190) / 200) * 10, 5);
  });
});

describe("impacts", () => {
  it("are what moves from background to signal in a single bin", () => {
    const likelihood = histFactory({
      channels: [
        {
          name: "c",
          samples: [
            { name: "signal", data: [20], modifiers: [{ name: "mu", type: "normfactor", data: null }] },
            { name: "background", data: [50], modifiers: [{ name: "g", type: "shapesys", data: [5] }] },
          ],
        },
      ],
      observations: [{ name: "c", data: [65] }],
      measurements: [{ name: "m", config: { poi: "mu", parameters: [] } }],
      version: "1.0.0",
    });
    const [impact] = impacts(likelihood, fit(likelihood));
    // 20 mu + 50 g = 65 whatever g, which is 1 +- 1/10 from its constraint alone.
    expect(impact.name).toBe("g[0]");
    expect(impact.up).toBeCloseTo(-0.25, 7);
    expect(impact.down).toBeCloseTo(0.25, 7);
    expect(impact.prefitUp).toBeCloseTo(-0.25, 7);
    expect(impact.prefitDown).toBeCloseTo(0.25, 7);
  });

  it("are the shifts that separate fits give, the largest first, and stop at bounds", () => {
    const likelihood = likelihoodOf(caseNamed("uncorr_deficit"));
    const best = fit(likelihood);
    const found = impacts(likelihood, best, { of: "uncorr_bkguncrt[0]" });
    const sizes = found.map(({ up, down }) => Math.max(Math.abs(up), Math.abs(down)));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    for (const { name, up } of found) {
      const held = fit(likelihood, { fix: { [name]: best.parameters[name] + best.errors[name] } });
      expect(up).toBeCloseTo(held.parameters["uncorr_bkguncrt[0]"] - best.parameters["uncorr_bkguncrt[0]"], 6);
    }
    expect(() => impacts(likelihood, best, { of: "ghost" })).toThrow(RangeError);
  });

  it("tell their progress", () => {
    const likelihood = likelihoodOf(caseNamed("uncorr_2bin_readme"));
    const seen: string[] = [];
    impacts(likelihood, fit(likelihood), { onProgress: (done, total) => seen.push(`${done}/${total}`) });
    expect(seen).toEqual(["1/2", "2/2"]);
  });
});

describe("expectedYields", () => {
  it("after a fit with one free factor a bin are the observed counts with their square roots", () => {
    const likelihood = histFactory(single([{ name: "f", type: "shapefactor", data: null }]));
    const best = fit(likelihood);
    const [channel] = expectedYields(likelihood, best.theta, best.covariance);
    expect(channel.bins[1]).toBeCloseTo(441, 5);
    expect(channel.errors[1]).toBeCloseTo(21, 5);
    expect(channel.total).toBeCloseTo(531, 5);
    expect(channel.totalError).toBeCloseTo(Math.sqrt(531), 5);
    expect([...channel.observed]).toEqual([90, 441]);
  });

  it("before a fit have the uncertainties of the modifiers, added in quadrature", () => {
    const likelihood = histFactory(
      single([
        { name: "n", type: "normsys", data: { lo: 0.9, hi: 1.1 } },
        { name: "t", type: "staterror", data: [5, 8] },
        { name: "h", type: "histosys", data: { lo_data: [98, 390], hi_data: [102, 410] } },
      ]),
    );
    const start = Float64Array.from(likelihood.parameters, (p) => p.start);
    const [channel] = expectedYields(likelihood, start, prefitCovariance(likelihood));
    // The polynomial's slope at 0 is the coefficient a1, not exactly 0.1.
    const slope =
      (15 * 0.1 -
        3.5 * (1.1 * Math.log(1.1) - 0.9 * Math.log(0.9)) +
        (1.1 * Math.log(1.1) ** 2 - 0.9 * Math.log(0.9) ** 2) / 2) /
      8;
    expect(channel.errors[0]).toBeCloseTo(Math.hypot(100 * slope, 5, 2), 9);
    expect(channel.errors[1]).toBeCloseTo(Math.hypot(400 * slope, 8, 10), 9);
    expect(channel.totalError).toBeCloseTo(Math.hypot(500 * slope, 5, 8, 12), 9);
    expect(channel.samples[0].errors).toEqual(channel.errors);
  });

  it("of the samples sum to the channel's", () => {
    const likelihood = likelihoodOf(caseNamed("atlas-ttz-4l"));
    const best = fit(likelihood);
    for (const { bins, samples, errors } of expectedYields(likelihood, best.theta, best.covariance)) {
      expect(samples.reduce((sum, s) => sum + s.bins[0], 0)).toBeCloseTo(bins[0], 8);
      // No more than if all were fully correlated.
      expect(errors[0]).toBeLessThan(samples.reduce((sum, s) => sum + s.errors[0], 0) + 1e-9);
    }
  });

  it("need a covariance", () => {
    const likelihood = likelihoodOf(caseNamed("uncorr_2bin_readme"));
    expect(() => expectedYields(likelihood, Float64Array.from([1, 1, 1]), new Float64Array(0))).toThrow(RangeError);
  });
});
