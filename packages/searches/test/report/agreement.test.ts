import { limit } from "@belladonna/limits";
import { describe, expect, it } from "vitest";
import { agreement, projectionAgreement, rangeOf } from "../../src/report/agreement.js";
import { ratiosOf } from "../../src/report/ratios.js";
import { indexPage } from "../../src/report/index-page.js";
import { largestExcess, largestExcesses } from "../../src/report/largest-excess.js";
import type { ComparedMass, Measured, Search } from "../../src/search.js";
import { summaryOf } from "../../src/report/summary.js";
import { validationPage } from "../../scripts/validation-page/text.js";

const curve = (id: string, value: number[], luminosity: number) => {
  const info = { id, observable: "sigma", unit: "fb", cl: 0.9, kind: "expected" as const, luminosity };
  return limit({ ...info, shape: "curve", mass: [1, 2, 4], value });
};

const row = (mass: number, expected: number, published: number, significance = Number.NaN): ComparedMass => ({
  mass,
  efficiency: 0.3,
  triggerEfficiency: 0.9,
  resolution: 0.01,
  background: 10,
  expected,
  observed: Number.NaN,
  significance,
  published,
});

const measured: Measured = {
  name: "cross-section",
  process: "e⁺e⁻ → X",
  axis: "σ, |cos θ| < 0.9 [fb]",
  limit: curve("ours", [1, 2, 3], 50_000),
  published: [],
  projections: [curve("theirs", [2, 4, 6], 50_000), curve("at another luminosity", [1, 1, 1], 20)],
  masses: [row(1, 1, 1), row(2, 2, 1), row(4, 3, Number.NaN)],
};

describe("agreement", () => {
  it("is the ratio of the expected to the published limit where there is one", () => {
    expect(ratiosOf(measured)).toEqual({ count: 2, median: 2, low: 1, high: 2, within: 0.5 });
    expect(agreement(measured)).toBe(
      "expected / published limit: median 2.00, from 1.00 to 2.00; within a factor 1.5 at 50 % of the masses",
    );
  });

  it("is the range where only that is published", () => {
    const masses = measured.masses.map((m) => ({ ...m, published: Number.NaN }));
    const only = { ...measured, masses, range: { low: 0.5, high: 2.5, from: 1, to: 4 } };
    expect(rangeOf(only)).toEqual({ low: 1, high: 3, inside: 2 / 3 });
    expect(agreement(only)).toBe(
      "expected limits 1.0 to 3.0 fb, published observed ones 0.50 to 2.5; inside that range at 67 % of the masses",
    );
    expect(agreement({ ...measured, masses })).toContain("no published limit");
  });

  it("compares with the projections of the same luminosity", () => {
    const result = { measured: [measured] as const, interpreted: [], notes: [] };
    expect(projectionAgreement({ luminosity: 50_000, result })).toEqual([
      "e⁺e⁻ → X at 50 ab⁻¹: 0.50 times the projection of theirs (0.50 to 0.50)",
    ]);
    expect(projectionAgreement({ luminosity: 1000, result })).toEqual([]);
  });
});

describe("the largest excess", () => {
  it("is less significant globally than locally", () => {
    const scan = Array.from({ length: 40 }, (_, i) => row(i + 1, 1, 1, i === 20 ? 3.5 : i % 4 === 0 ? 1 : 0));
    expect(largestExcess({ masses: scan })).toMatch(
      /3\.5 standard deviations locally at 21\.000 GeV, 2\.[0-9] globally/,
    );
    expect(largestExcess(measured)).toBeUndefined();
    expect(largestExcess({ masses: scan.map((one) => ({ ...one, significance: 0 })) })).toBeUndefined();
  });

  it("is said once where limits have it in common", () => {
    const scan = (at: number) => Array.from({ length: 20 }, (_, i) => row(i + 1, 1, 1, i === at ? 2 : 0));
    const limits = [3, 3, 5].map((at, i) => ({ ...measured, process: `lifetime ${i}`, masses: scan(at) }));
    expect(largestExcesses(limits).map((text) => text.slice(0, 10))).toEqual(["lifetime 0", "lifetime 2"]);
  });
});

describe("the pages", () => {
  const defaults = { luminosity: 1, level: 0.9, method: "cls", masses: { from: 1, to: 4 }, events: 1000 } as const;
  const search: Search = {
    name: "x",
    title: "e+e- -> X & more",
    reference: "none",
    defaults,
    dataColumns: ["mass"],
    facts: [],
    run: () => Promise.reject(new Error("not run")),
  };
  const result = { measured: [measured] as const, interpreted: [], notes: ["a <note>"] };
  const options = { ...defaults, seed: 1, toys: 0 };
  const run = { options, result, projection: { luminosity: 50_000, result }, files: [], seconds: 3 };

  it("show every plot and ratio, with text that is text", () => {
    const page = indexPage([{ search, run }]);
    expect(page).toContain('src="x/cross-section.svg"');
    expect(page).toContain("a &lt;note&gt;");
    expect(page).toContain("X &amp; more");
    expect(page).toContain("median 2.00");
  });

  it("of the documentation has the date, the version and the numbers", () => {
    const runs = [{ ...summaryOf(search, run), date: "2026-01-02" }];
    const page = validationPage({ version: "1.2.3", commit: "abc", runs, likeForLike: [] });
    expect(page).toContain("runs of 2026-01-02 with version 1.2.3 (abc)");
    expect(page).toContain(
      String.raw`| x | e⁺e⁻ → X | σ, \|cos θ\| < 0.9 | cls | – | 90 % | 2 | 2.00 | 1.00 | 2.00 | 50 % |`,
    );
    expect(page).toContain("![x: cross-section](validation/x/cross-section.svg)");
  });
});
