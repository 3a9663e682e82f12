import { describe, expect, it } from "vitest";
import { crossSection, equivalentPhotonPairs, qed, treeProcess } from "../../src/index.js";

const ALPHA = 1 / 137.035999;
const ME = 0.51099895069e-3;
const sqrtS = 10.58;

describe("untagged pairs by the full amplitude", () => {
  const muons = treeProcess({ model: qed(), outgoing: [11, -11, 13, -13] });

  it.each([
    [1e-4, 0.004],
    [1e-3, 0.004],
    [3e-3, 0.004],
    // Q² reaches m_μ² at 20 mrad.
    [1e-2, 0.02],
  ])(
    "are those of equivalent photons for electrons within %s rad: to %s and three errors",
    { timeout: 600_000 },
    (maximumAngle, tolerance) => {
      const cuts = { only: { 11: { minCosTheta: Math.cos(maximumAngle) } } };
      const full = crossSection(muons, { sqrtS, cuts, relativeError: 4e-3 });
      const ratio = equivalentPhotonPairs({ lepton: "mu", sqrtS, maximumAngle }) / full.value;
      expect(full.valid).toBe(true);
      expect(Math.abs(ratio - 1)).toBeLessThan((3 * full.error) / full.value + tolerance);
    },
  );

  it("have the asymptotic total of e+e-e+e-, 7.3 mb at 10.58 GeV, to 2 %", { timeout: 600_000 }, () => {
    const electrons = treeProcess({ model: qed(), outgoing: [11, -11, 11, -11] });
    const total = crossSection(electrons, { sqrtS, relativeError: 6e-3 });
    expect(total.valid).toBe(true);
    // V. N. Baier, V. S. Fadin, V. A. Khoze, E. A. Kuraev, Phys. Rep. 78 (1981) 293, recalled:
    // σ = α⁴/(π m²) (1.03 L³ − 6.6 L² − 11.7 L + 104), L = ln s/m²; terms in m²/s are left out there, digits rounded.
    const L = Math.log((sqrtS / ME) ** 2);
    const bracket = (28 / 27) * L ** 3 - 6.6 * L ** 2 - 11.7 * L + 104;
    const expected = ((3.893793721e11 * ALPHA ** 4) / (Math.PI * ME * ME)) * bracket;
    expect(Math.abs(total.value / expected - 1)).toBeLessThan(0.02 + (3 * total.error) / total.value);
  });

  it("agree between seeds within their errors, at 0.3 %", { timeout: 600_000 }, () => {
    const found = [1, 2, 3, 4].map((seed) => crossSection(muons, { sqrtS, seed, relativeError: 3e-3 }));
    const mean = found.reduce((sum, { value }) => sum + value / 4, 0);
    const chi2 = found.reduce((sum, { value, error }) => sum + ((value - mean) / error) ** 2, 0);
    // Three degrees of freedom: 16.3 is exceeded in 1 of 1000.
    expect(chi2).toBeLessThan(16.3);
  });
});
