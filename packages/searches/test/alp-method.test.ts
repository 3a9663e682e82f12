// Which kind of limit is the published one? Its points scatter about their median as the limits of that kind do.
import { normalCdf, normalUpperQuantile } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { alpToPhotonsSearch } from "../src/alp-to-photons/search.js";
import { publishedCurve, smoothed } from "../src/limit/published-curve.js";

/** Deviations of the background, standard deviations. */
const BANDS = [-2, -1, 1, 2] as const;

/** Upper limits at deviations of the background over the median one, for many events; in standard deviations of the signal. */
const limits = {
  cls: (n: number): number => n + normalUpperQuantile(0.05 * normalCdf(n)),
  // Held at the lower edge of the 68 % band.
  profile: (n: number): number => Math.max(n, -1) + normalUpperQuantile(0.05),
};

async function scatter(): Promise<number[]> {
  const curve = await publishedCurve("BelleII_ALP_gammagamma_2020_xsec", "fb");
  const ratios = curve.value.map((value, i) => value / smoothed(curve, curve.mass[i])).sort((a, b) => a - b);
  return BANDS.map((n) => ratios[Math.floor(normalCdf(n) * (ratios.length - 1))]);
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, x, i) => sum + Math.log(x / b[i]) ** 2, 0));

describe("the published limit on the cross section", () => {
  it("scatters as CLs limits do, and not as power-constrained profile limits", async () => {
    const found = await scatter();
    const of = (kind: keyof typeof limits): number[] => BANDS.map((n) => limits[kind](n) / limits[kind](0));
    found.forEach((x, i) => {
      expect(Math.abs(x / [0.51, 0.71, 1.34, 1.86][i] - 1)).toBeLessThan(0.02);
    });
    expect(of("cls").map((x) => Math.round(100 * x) / 100)).toEqual([0.54, 0.72, 1.39, 1.87]);
    expect(of("profile").map((x) => Math.round(100 * x) / 100)).toEqual([0.39, 0.39, 1.61, 2.22]);
    expect(distance(found, of("cls"))).toBeLessThan(0.2);
    expect(distance(found, of("profile"))).toBeGreaterThan(0.6);
  });

  it("is therefore what the search makes by default", () => {
    expect(alpToPhotonsSearch.defaults.method).toBe("cls");
  });
});
