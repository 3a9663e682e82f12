import { describe, expect, it } from "vitest";
import { fit, upperLimit } from "@belladonna/stats";
import {
  carryFit,
  correlationMatrix,
  distributions,
  expectedYields,
  histFactory,
  likelihoodScan,
  prefitCovariance,
  pruneWorkspace,
  saturatedGoodness,
  simplifiedWorkspace,
  uncorrelatedBackground,
  yieldsTable,
} from "../src/index.js";
import type { Sample, Workspace } from "../src/index.js";
import { caseNamed, likelihoodOf } from "./cases.js";
import { everyModifier } from "./every-modifier.js";

const starts = (l: ReturnType<typeof histFactory>): Float64Array => Float64Array.from(l.parameters, (p) => p.start);

/** A signal region of two bins and a control region that measures the background's free factor. */
const regions: Workspace = {
  channels: [
    {
      name: "signal region",
      samples: [
        { name: "signal", data: [10, 20], modifiers: [{ name: "mu", type: "normfactor", data: null }] },
        {
          name: "background",
          data: [400, 100],
          modifiers: [
            { name: "k", type: "normfactor", data: null },
            { name: "tilt", type: "histosys", data: { lo_data: [380, 104], hi_data: [420, 96] } },
          ],
        },
      ],
    },
    {
      name: "control region",
      samples: [{ name: "background", data: [10000], modifiers: [{ name: "k", type: "normfactor", data: null }] }],
    },
  ],
  observations: [
    { name: "signal region", data: [455, 120] },
    { name: "control region", data: [11000] },
  ],
  measurements: [{ name: "fit", config: { poi: "mu", parameters: [] } }],
  version: "1.0.0",
};

describe("saturatedGoodness", () => {
  it("is the deviance of bins and constraints, with bins less free parameters as degrees of freedom", () => {
    const model = histFactory(regions);
    const theta = starts(model);
    theta[model.parameters.findIndex((p) => p.name === "tilt")] = 0.5;
    const d = (n: number, nu: number): number => 2 * (nu - n + n * Math.log(n / nu));
    const found = saturatedGoodness(model, { theta });
    expect(found.channels["control region"]).toBeCloseTo(d(11000, 10000), 8);
    expect(found.channels["signal region"]).toBeCloseTo(d(455, 420) + d(120, 118), 8);
    expect(found.constraints).toBeCloseTo(0.25, 12);
    expect(found.degreesOfFreedom).toBe(1);
    expect(saturatedGoodness(model, { theta }, { held: ["mu"] }).degreesOfFreedom).toBe(2);
    // Two degrees of freedom: exp(-x / 2).
    const two = saturatedGoodness(model, fit(model, { fix: { mu: 0 } }), { held: ["mu"] });
    expect(Math.abs(two.pValue / Math.exp(-0.5 * two.statistic) - 1)).toBeLessThan(1e-12);
  });

  it("is the difference from a model with a free factor in each bin", () => {
    const model = histFactory(
      uncorrelatedBackground({ signal: [5, 6], background: [50, 52], observed: [70, 40] }, [3, 7]),
    );
    const best = fit(model);
    const saturated = fit(model.withData([...model.expected(best.theta).slice(0, 2)]));
    // With the rates as data nothing is left of the bins; the constraints' part is that of the best fit itself.
    const own = saturatedGoodness(model, best);
    expect(saturatedGoodness(model.asimov(best.theta), { theta: best.theta }).statistic).toBeLessThan(1e-20);
    expect(own.statistic).toBeGreaterThan(saturatedGoodness(model, saturated).constraints);
    expect(own.statistic).toBeCloseTo(
      best.value - model.asimov(best.theta).value(best.theta) + normOf(model) - normOf(model.asimov(best.theta)),
      9,
    );
  });
});

/** The value less the deviance: it depends on the data alone. */
function normOf(l: ReturnType<typeof histFactory>): number {
  const theta = starts(l);
  return -(l.value(theta) - saturatedGoodness(l, { theta }).statistic);
}

describe("correlationMatrix", () => {
  const model = histFactory(regions);
  const best = fit(model);
  it("is the covariance over the errors", () => {
    const { names, rows } = correlationMatrix(model, best);
    expect(names).toEqual(["tilt", "mu", "k"].sort((a, b) => names.indexOf(a) - names.indexOf(b)));
    const at = (name: string): number => model.parameters.findIndex((p) => p.name === name);
    names.forEach((a, i) => {
      names.forEach((b, j) => {
        const covariance = rows[i][j] * best.errors[a] * best.errors[b];
        expect(covariance).toBeCloseTo(best.covariance[at(a) * model.parameters.length + at(b)], 12);
        expect(rows[i][j]).toBe(rows[j][i]);
      });
    });
  });
  it("leaves out what is not correlated, and refuses a fit without covariance", () => {
    const rows = correlationMatrix(model, best, { threshold: 0.3 });
    expect(rows.names).not.toContain("k");
    expect(() => correlationMatrix(model, { covariance: new Float64Array(0), reason: "why" })).toThrow("why");
    expect(() => correlationMatrix(model, best, { threshold: 2 })).toThrow("threshold");
  });
});

describe("distributions", () => {
  const model = histFactory(regions);
  const yields = expectedYields(model, starts(model), prefitCovariance(model));
  it("stack the samples to the expected events, and divide the data by them", () => {
    const [control, region] = distributions(yields);
    expect(control.channel).toBe("control region");
    expect(control.bins[0]).toMatchObject({ observed: 11000, expected: 10000, expectedError: 0, ratio: 1.1, band: 0 });
    expect(region.samples).toEqual(["signal", "background"]);
    expect(region.bins[0].stack).toEqual([
      [0, 10],
      [10, 410],
    ]);
    expect(region.bins[0].expectedError).toBeCloseTo(20, 12);
    expect(region.bins[0].band).toBeCloseTo(20 / 410, 12);
    expect(region.chi2).toBeCloseTo(45 ** 2 / (410 + 400) + 0, 10);
  });
});

describe("yieldsTable", () => {
  const model = histFactory(regions);
  const yields = expectedYields(model, starts(model), prefitCovariance(model)).slice(1);
  it("is aligned text", () => {
    expect(yieldsTable(yields)).toBe(`signal region     bin 0        bin 1  all bins
----------------------------------------------
background     400 ± 20  100.0 ± 4.0  500 ± 16
signal               10           20        30
----------------------------------------------
total          410 ± 20  120.0 ± 4.0  530 ± 16
data                455          120       575`);
  });
  it("is LaTeX whose names are escaped", () => {
    const renamed = yields.map((y) => ({ ...y, name: "SR_1 & 50%" }));
    const text = yieldsTable(renamed, "latex");
    expect(text).toContain("\\begin{tabular}{lrrr}\n  \\hline\n  SR\\_1 \\& 50\\% & bin 0 & bin 1 & all bins \\\\");
    expect(text).toContain("  background & $400 \\pm 20$ & $100.0 \\pm 4.0$ & $500 \\pm 16$ \\\\");
  });
  it("is JSON of the same numbers", () => {
    const [back] = JSON.parse(yieldsTable(yields, "json")) as { bins: number[]; samples: { name: string }[] }[];
    expect(back.bins).toEqual([410, 120]);
    expect(() => yieldsTable(yields, "csv" as "json")).toThrow('got "csv"');
  });
});

describe("likelihoodScan", () => {
  it("goes three profile intervals up from a bound", () => {
    const model = histFactory(
      uncorrelatedBackground({ signal: [12, 11], background: [50, 52], observed: [51, 48] }, [3, 7]),
    );
    const best = fit(model);
    expect(best.atBound).toEqual(["mu"]);
    const { values, rises } = likelihoodScan(model, best, "mu", { points: 4 });
    expect(values[0]).toBe(0);
    // A third of the range is one interval, whose end is a rise of 1.
    expect(rises[1]).toBeCloseTo(1, 6);
  });
  it("is the profile: 1 at the ends of the profile interval", () => {
    const model = histFactory(regions);
    const best = fit(model);
    const { upper, lower } = best.minos("mu");
    const range = [best.parameters.mu + lower, best.parameters.mu + upper] as const;
    const { values, rises } = likelihoodScan(model, best, "mu", { range, points: 3 });
    expect(values[0]).toBe(range[0]);
    expect(values[1]).toBeCloseTo(0.5 * (range[0] + range[1]), 12);
    expect(values[2]).toBe(range[1]);
    expect(rises[0]).toBeCloseTo(1, 6);
    expect(rises[2]).toBeCloseTo(1, 6);
    expect(rises[1]).toBeLessThan(0.01);
    const whole = likelihoodScan(model, best, "k");
    expect(whole.values.length).toBe(21);
    expect(whole.rises[0]).toBeCloseTo(9, 0);
    expect(() => likelihoodScan(model, best, "ghost")).toThrow("no parameter ghost");
    expect(() => likelihoodScan(model, best, "mu", { range: [2, 1] })).toThrow("ascend");
  });
});

describe("carryFit", () => {
  const control = histFactory(pruneWorkspace(regions, { channels: ["signal region"] }), { poi: null });
  const full = histFactory(regions);
  it("predicts a region that was not fitted", () => {
    const best = fit(control);
    const { theta, covariance, added, dropped } = carryFit(best, control, full);
    expect(dropped).toEqual([]);
    expect([...added].sort()).toEqual(["mu", "tilt"]);
    const region = expectedYields(full, theta, covariance)[1].samples[0];
    // k = 1.1 with the error sqrt(11000) / 10000, tilt as its constraint says.
    expect(region.bins[0]).toBeCloseTo(440, 4);
    expect(region.errors[0]).toBeCloseTo(Math.hypot(400 * (Math.sqrt(11000) / 10000), 1.1 * 20), 4);
  });
  it("is the fit itself on the same model, and back", () => {
    const model = likelihoodOf(caseNamed("belle_20bin"));
    const best = fit(model);
    const same = carryFit(best, model, model);
    expect(same).toMatchObject({ added: [], dropped: [] });
    expect([...same.theta]).toEqual([...best.theta]);
    expect([...same.covariance]).toEqual([...best.covariance]);
    expect([...carryFit(fit(full), full, control).dropped].sort()).toEqual(["mu", "tilt"]);
    expect(() => carryFit({ ...best, covariance: new Float64Array(0), reason: "why" }, model, model)).toThrow("why");
  });
});

describe("simplifiedWorkspace", () => {
  it("has the limit of the full likelihood where that is nearly Gaussian, with two parameters of three", () => {
    const full = histFactory(regions);
    const small = histFactory(simplifiedWorkspace(full));
    expect(small.channels.map((c) => c.name)).toEqual(["signal region"]);
    expect(small.parameters.map((p) => p.name)).toEqual(["mode_0", "mode_1", "mu"]);
    const [a, b] = [upperLimit(full), upperLimit(small)];
    expect(Math.abs(b.observed / a.observed - 1)).toBeLessThan(5e-3);
    expect(Math.abs(b.expected[2] / a.expected[2] - 1)).toBeLessThan(5e-3);
    // One mode is left when the small one may be dropped.
    expect(histFactory(simplifiedWorkspace(full, { dropped: 0.2 })).parameters.length).toBe(2);
  });

  it("is near the full likelihood of 69 parameters", () => {
    // The signal without uncertainties of its own, and in the signal regions only: what the simplified one supposes.
    const { workspace } = likelihoodOf(caseNamed("atlas_2018_06_3LeRJR_100_20"));
    const { poi } = workspace.measurements[0].config;
    const isSignal = (s: Sample): boolean => s.modifiers.some((m) => m.name === poi);
    const full = histFactory({
      ...workspace,
      channels: workspace.channels.map((c) => ({
        ...c,
        samples: c.samples.flatMap((s) =>
          !isSignal(s)
            ? [s]
            : c.name.startsWith("CR")
              ? []
              : [{ ...s, modifiers: s.modifiers.filter((m) => m.name === poi) }],
        ),
      })),
    });
    const small = histFactory(simplifiedWorkspace(full, { channels: ["SRlow_cuts", "SRISR_cuts"] }));
    expect(small.parameters.length).toBe(3);
    const [a, b] = [upperLimit(full), upperLimit(small)];
    expect(Math.abs(b.observed / a.observed - 1)).toBeLessThan(0.05);
    expect(Math.abs(b.expected[2] / a.expected[2] - 1)).toBeLessThan(0.05);
  });

  it("refuses a free background that nothing determines", () => {
    const alone = pruneWorkspace(regions, { channels: ["control region"] });
    expect(() => simplifiedWorkspace(histFactory(alone))).toThrow("no control channel determines the free parameter k");
    expect(() => simplifiedWorkspace(histFactory(regions, { poi: null }))).toThrow("no parameter of interest");
    expect(() =>
      simplifiedWorkspace(histFactory(everyModifier), { signal: ["signal", "background", "other"] }),
    ).toThrow("no sample but signal");
  });
});
