// Do bundled limits say what they are? Contours that cross themselves are points out of order; least values are held against
// what the abstracts quote.
import { describe, expect, it } from "vitest";
import type { ContourLimit, Limit } from "../src/limit.js";
import { published } from "../src/published/published.js";
import { valueAt } from "../src/value-at-mass.js";

const entries = published.find({ unverified: true });
const contours = entries.filter(({ shape }) => shape === "contour").map(({ id }) => id);

/** Corners of a contour in decades of mass and value, or its mass as it is where it begins at 0. */
function corners({ mass, value }: ContourLimit): [number, number][] {
  const least = Math.min(...mass.filter((m) => m > 0));
  return mass.map((m, i) => [Math.log10(Math.max(m, least)), Math.log10(value[i])]);
}

/** Twice the area of a triangle, positive where it turns left. */
const turn = (a: number[], b: number[], c: number[]): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Pairs of edges that cross, ends apart. */
function crossings(points: [number, number][]): number {
  const n = points.length;
  let count = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      const [a, b, c, d] = [points[i], points[i + 1], points[j], points[(j + 1) % n]];
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) count++;
    }
  }
  return count;
}

const length = (points: [number, number][]): number =>
  points.reduce((sum, p, i) => {
    const q = points[(i + 1) % points.length];
    return sum + Math.hypot(p[0] - q[0], p[1] - q[1]);
  }, 0);

/** Length of the tour after all exchanges of two edges that make it shorter. */
function shortened(points: [number, number][]): number {
  const tour = points.slice();
  for (let better = true; better;) {
    better = false;
    for (let i = 0; i + 2 < tour.length; i++) {
      for (let j = i + 2; j < tour.length; j++) {
        const [a, b, c, d] = [tour[i], tour[i + 1], tour[j], tour[(j + 1) % tour.length]];
        const far = (p: number[], q: number[]): number => Math.hypot(p[0] - q[0], p[1] - q[1]);
        if (far(a, c) + far(b, d) < far(a, b) + far(c, d) - 1e-9) {
          tour.splice(i + 1, j - i, ...tour.slice(i + 1, j + 1).reverse());
          better = true;
        }
      }
    }
  }
  return length(tour);
}

/** Contours that cross themselves, with the number of crossings. */
const crossed: Readonly<Partial<Record<string, number>>> = {
  // The notch between its two regions ends at the frame of the figure, 0.01, along which the contour closes.
  LSND_dark_scalar: 2,
  // Outlines that are open in the source: the edge that closes them means nothing.
  "LHCb_dark-photon_mumu_2016_projection": 1,
  "SHiP_dark-photon_ee-mumu_undated_projection": 5,
};

describe("contours", () => {
  it.each(contours)("%s does not cross itself and goes no detour", async (id) => {
    const points = corners((await published.get(id)) as ContourLimit);
    expect(crossings(points)).toBe(crossed[id] ?? 0);
    expect(length(points) / shortened(points)).toBeLessThan(1.5);
  });
});

const least = (one: Limit): number =>
  Math.min(...(one.shape === "interval" ? one.lower : one.shape === "grid" ? one.value.flat() : one.value));

describe("what the abstracts quote", () => {
  // Identifier, abstract's number, and how far off a reading of the figure may be.
  it.each([
    ["BaBar_Zprime_mumu_2016", 7e-4, 0.05, "g' down to 7e-4, arXiv:1606.03501"],
    ["BelleII_X_tautau_2023", 0.7, 0.02, "0.7 to 24 fb, arXiv:2306.12294"],
    ["Belle_HNL_Ue_2013", 3e-5, 0.15, "3.0e-5 near 2 GeV (recalled, with erratum), arXiv:1301.1105"],
    ["Belle_HNL_Umu_2013", 3e-5, 0.15, "3.0e-5 near 2 GeV (recalled, with erratum), arXiv:1301.1105"],
  ])("is the least value of %s: %f within %f", async (id, quoted, share) => {
    expect(Math.abs(least(await published.get(id)) / quoted - 1)).toBeLessThan(share);
  });

  it.each([
    // Identifier, quantity of the curve, the number quoted, how far off, and where it is quoted.
    ["BelleII_z-prime_tautau_2023", "first mass", 3.6, 0.01, "3.6 to 10 GeV, arXiv:2306.12294"],
    ["CMS_z-prime_4mu_2018", "least", 4e-3, 0.2, "0.004 to 0.3 for 5 to 70 GeV, arXiv:1808.03684"],
    ["CMS_z-prime_4mu_2018", "first mass", 5, 0.05, "0.004 to 0.3 for 5 to 70 GeV, arXiv:1808.03684"],
    ["Belle_leptophilic-scalar_ee-mumu_2022", "first mass", 0.04, 0.02, "0.04 to 6.5 GeV, arXiv:2207.07476"],
    ["Belle_leptophilic-scalar_ee-mumu_2022", "last mass", 6.5, 0.02, "0.04 to 6.5 GeV, arXiv:2207.07476"],
    // Read off to 0.12 GeV, where phase space has all but closed it.
    ["NA62_dark-photon_invisible_2019", "last mass", 0.135, 0.12, "up to the mass of the pion, arXiv:1903.08767"],
    ["CCFR_z-prime_nu-mumu-trident_1991_recast", "least", 1e-3, 0.2, "g' below 1e-3 when light, arXiv:1406.2332"],
    ["ATLAS_hnl-e_displaced_2022", "first mass", 3, 0.25, "3 to 15 GeV, arXiv:2204.11988"],
  ])("of %s is the %s, %f within %f", async (id, what, quoted, share) => {
    const one = await published.get(id);
    const values = { least: least(one), "first mass": Math.min(...one.mass), "last mass": Math.max(...one.mass) };
    expect(Math.abs(values[what as keyof typeof values] / quoted - 1)).toBeLessThan(share);
  });

  it("is the mean of TWIST's limit from 13 to 80 MeV, 9e-6", async () => {
    const one = await published.get("TWIST_lfv-alp_e-invisible_2015");
    if (one.shape !== "curve") throw new Error("a curve");
    const inside = one.value.filter((_, i) => one.mass[i] >= 0.013 && one.mass[i] <= 0.08);
    expect(Math.abs(inside.reduce((a, b) => a + b, 0) / inside.length / 9e-6 - 1)).toBeLessThan(0.05);
  });

  it("improves with the electrons on NA64's target, and by its resonance at 0.3 GeV with positrons", async () => {
    const at = async (id: string, mass: number): Promise<number> => valueAt(await published.get(id), mass);
    const ratio = (await at("NA64_dark-photon_invisible_2023", 0.1)) / (await at("NA64_invisible_2019", 0.1));
    // 9.37e11 against 2.84e11 without an event: the root is 0.55.
    expect(Math.abs(ratio / 0.55 - 1)).toBeLessThan(0.15);
    const positrons = (mass: number) => at("NA64_dark-photon_invisible_2023-b", mass);
    const gain = async (mass: number) => (await positrons(mass)) / (await at("NA64_dark-photon_invisible_2023", mass));
    expect(await gain(0.3)).toBeLessThan((await gain(0.1)) / 5);
  });

  it("is the interval of NA64's visible search at 16.7 MeV, and nothing like it in the invisible one", async () => {
    const visible = await published.get("NA64_visible_2019");
    if (visible.shape !== "interval") throw new Error("an interval");
    const at = visible.mass.findIndex((m) => m > 0.0165);
    expect(visible.lower[at] / 1.2e-4).toBeCloseTo(1, 0);
    expect(visible.upper[at] / 6.8e-4).toBeCloseTo(1, 0);
    const invisible = await published.get("NA64_invisible_2019");
    expect([invisible.shape, invisible.reference?.eprint]).toEqual(["curve", "1906.00176"]);
    // Three decades of mass beyond the visible one.
    expect(Math.max(...invisible.mass)).toBeGreaterThan(0.5);
  });

  it("is found by the names under which the numbers went before", async () => {
    const mumu = await published.get("BaBar_Zprime_mumu_2016_as_epsilon");
    expect([mumu.id, mumu.observable]).toEqual(["BaBar_Zprime_mumu_2016", "gPrime"]);
    expect((await published.get("slot_BelleII_X_tautau_2023")).id).toBe("BelleII_X_tautau_2023");
  });
});
