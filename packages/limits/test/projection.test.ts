import { describe, expect, it } from "vitest";
import type { Standing } from "@belladonna/sources";
import { limit } from "../src/limit.js";
import type { CurveLimit } from "../src/limit.js";
import { luminosityText } from "../src/luminosity-text.js";
import { luminosityTimeline, project, projectExactly, projectionExponent } from "../src/projection.js";
import { published } from "../src/published/published.js";
import { curve, info, relative } from "./helpers.js";

async function curveOf(id: string): Promise<CurveLimit> {
  const l = await published.get(id);
  if (l.shape !== "curve") throw new Error(`${id} is no curve`);
  return l;
}

describe("project", () => {
  // At the best coupling; mass by mass the 50/ab studies assume better analyses than a scaling of the old data gives.
  it.each([
    ["BelleII_ALP_gammagamma_2020_g", "projection_BelleII_ALP_3gamma_50ab"],
    ["BaBar_darkphoton_visible_2014", "projection_BelleII_darkphoton_visible_50ab"],
  ])("brings the best coupling of %s within 5 %% of that of %s by L^(-1/4)", async (id, target) => {
    const now = await curveOf(id);
    const goal = await curveOf(target);
    const then = project(now, { luminosity: 50_000, regime: "background-limited" });
    expect(relative(Math.min(...then.value), Math.min(...goal.value))).toBeLessThan(0.05);
    expect(then).toMatchObject({ kind: "projection", luminosity: 50_000, reference: now.reference });
  });

  it.each([
    ["background-limited", "rate", -1 / 2],
    ["background-limited", "coupling", -1 / 4],
    ["background-free", "rate", -1],
    ["background-free", "coupling", -1 / 2],
    ["displaced-lower-edge", "rate", -1],
    ["displaced-lower-edge", "coupling", -1 / 4],
  ] as const)("scales a %s %s with luminosity to the %d", (regime, observable, exponent) => {
    expect(projectionExponent(regime, observable)).toBe(exponent);
    const l = curve([1, 2], [3, Infinity], { luminosity: 10, observable: observable === "rate" ? "BF(x)" : "gPhoton" });
    const got = project(l, { luminosity: 160, regime });
    expect(relative(got.value[0], 3 * 16 ** exponent)).toBeLessThan(1e-14);
    expect(got.value[1]).toBe(Infinity);
  });

  it("scales bands with the limit, and lifetimes grids, and keeps upper edges", () => {
    const l = curve([1], [4], { luminosity: 1, expected: { median: [2], plus2: [8] } });
    expect(project(l, { luminosity: 4, regime: "background-limited" }).expected).toEqual({ median: [1], plus2: [4] });
    const grid = limit({ ...info, luminosity: 1, shape: "grid", mass: [1], ctau: [1, 2], value: [[2], [4]] });
    expect(project(grid, { luminosity: 2, regime: "background-free" }).value).toEqual([[1], [2]]);
    const dump = limit({ ...info, observable: "sinTheta", shape: "interval", mass: [1], lower: [16], upper: [32] });
    const then = project(dump, { luminosity: 16, from: 1, regime: "displaced-lower-edge" });
    expect([then.lower, then.upper]).toEqual([[8], [32]]);
  });

  it("needs both luminosities", () => {
    expect(() => project(curve([1], [1]), { luminosity: 1, regime: "background-free" })).toThrow(/got undefined/);
    const l = curve([1], [1], { luminosity: 1 });
    expect(() => project(l, { luminosity: 0, regime: "background-free" })).toThrow(/got 0/);
  });
});

describe("what is no projection", () => {
  const data = curve([1], [1], { luminosity: 1 });
  it.each([
    [
      { luminosity: 2 },
      /regime must be one of background-limited, background-free, displaced-lower-edge, got undefined/,
    ],
    [{ luminosity: 2, regime: "background-limted" }, /did you mean "background-limited"/],
    [
      { luminosity: 2, regime: "background-free", observable: "Rate" },
      /observable must be one of rate, coupling, got "Ra/,
    ],
    [
      { luminosity: 2, regime: "background-free", lumi: 3 },
      /option must be one of luminosity, regime, from,.*got "lumi"/,
    ],
    [{ luminosity: NaN, regime: "background-free" }, /luminosity must be > 0 fb\^-1, got NaN/],
  ])("is refused: %j", (options, message) => {
    expect(() => project(data, options as never)).toThrow(message);
    expect(() => project(data, options as never)).toThrow(RangeError);
  });

  it("has no exponent, and no limit", () => {
    expect(() => projectionExponent("bg" as never, "rate")).toThrow(/regime must be one of .*, got "bg"/);
    expect(() => projectionExponent("background-free", "sigma" as never)).toThrow(/got "sigma"/);
    expect(() => project(null as never, { luminosity: 1, regime: "background-free" })).toThrow(/must be given a limit/);
    expect(() => projectExactly([1], [0], () => 1, info)).toThrow(/luminosity must be finite and > 0 fb\^-1, got 0/);
  });
});

describe("projectExactly", () => {
  it("agrees with both regimes where a counting experiment is in them", () => {
    // Median 95 % limit of a Poisson count, Gaussian for many background events, 3 events for none.
    const events = (b: number): number => (b < 1e-3 ? 3 : 1.64 * Math.sqrt(b) + 2.7);
    const at = (background: number, lumis: number[]): number[] =>
      projectExactly([1], lumis, (_m, l) => events(background * l) / l, info).map((c) => c.value[0]);
    const [a, b] = at(1e6, [1, 100]);
    expect(relative(b / a, 100 ** -0.5)).toBeLessThan(2e-3);
    const [c, d] = at(0, [1, 100]);
    expect(relative(d / c, 1 / 100)).toBeLessThan(1e-14);
  });
});

describe("luminosityTimeline", () => {
  it("goes from the data of 2022 to the goal", () => {
    expect(luminosityTimeline.map((t) => t.luminosity)).toEqual([424, 1000, 5000, 50_000]);
  });
});

describe("the standing of a projection", () => {
  it("is derived, unless the numbers it is from are not known", () => {
    const standingFrom = (standing: Standing): Standing | undefined =>
      project(curve([1, 2], [1, 1], { luminosity: 1, provenance: { source: "x", standing } }), {
        luminosity: 2,
        regime: "background-free",
      }).provenance?.standing;
    expect((["published", "digitised", "derived"] as const).map(standingFrom)).toEqual([
      "derived",
      "derived",
      "derived",
    ]);
    const unknown = ["unverified", "recalled", "stand-in"] as const;
    expect(unknown.map(standingFrom)).toEqual(unknown);
  });
});

describe("luminosityText", () => {
  it("takes the unit that suits", () => {
    expect([0.445, 79.7, 424.123, 50_000].map(luminosityText)).toEqual([
      "445 pb⁻¹",
      "79.7 fb⁻¹",
      "424.1 fb⁻¹",
      "50 ab⁻¹",
    ]);
  });
});
