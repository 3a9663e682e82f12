import { integrate } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { bToKaonNeutrinos } from "../src/index.js";

describe("bToKaonNeutrinos", () => {
  it("integrates to the Standard Model's branching fraction that Belle II takes for a signal strength of one", () => {
    const total = integrate(bToKaonNeutrinos, 0, 23);
    // arXiv:2311.14647: 4.97e-6 without the tau; its digits, and masses of the B and K here that are not their averages.
    expect(Math.abs(total / 4.97e-6 - 1)).toBeLessThan(3e-3);
  });

  it("goes as the cube of the momentum of the kaon at its end, and is 0 beyond", () => {
    const end = (5.27941 - 0.493677) ** 2;
    const [near, nearer] = [bToKaonNeutrinos(end - 1e-3), bToKaonNeutrinos(end - 2.5e-4)];
    // p goes with the root of the distance: a quarter of it is an eighth of the rate.
    expect(Math.abs(near / nearer / 8 - 1)).toBeLessThan(1e-2);
    expect(bToKaonNeutrinos(end + 1e-3)).toBe(0);
    expect(bToKaonNeutrinos(30)).toBe(0);
  });

  it("has f+(0) = 0.332 of the lattice", () => {
    // arXiv:2207.12468 quotes f+(0) = 0.332(12); from the formula of the rate at q² = 0, where p = (m_B² - m_K²)/(2 m_B).
    const p = (5.27941 ** 2 - 0.493677 ** 2) / (2 * 5.27941);
    const rest =
      ((1.638e-12 / 6.582119569e-25) * (1.1663788e-5 * 1.468 * 0.04185) ** 2) /
      ((127.952 * 0.23124) ** 2 * 32 * Math.PI ** 5);
    expect(Math.abs(Math.sqrt(bToKaonNeutrinos(0) / (rest * p ** 3)) - 0.332)).toBeLessThan(5e-4);
  });

  it("refuses a q² that is none", () => {
    expect(() => bToKaonNeutrinos(-1)).toThrow(/bToKaonNeutrinos: q2, GeV², must be/);
  });
});
