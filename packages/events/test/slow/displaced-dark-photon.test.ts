// Samples of 1.2 million events a mass against the quadrature, which the quick tests hold on the tables: to 0.3 % where the
// sample is good to a third of that, to 3.5 errors elsewhere. Rows of which nearly no event decays inside say nothing.
import { darkPhoton } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { crossSectionInside, gammaX } from "../../src/index.js";
import byLength from "../data/displaced_aprime_ctau.json";
import byMixing from "../data/displaced_aprime_eps.json";
import { flying, inside, polarAngle, sharp, volumes } from "../displaced-dark-photon.js";

const rows = [
  ...byLength.rows.map(([mass, ctau]) => [mass, ctau] as const),
  ...byMixing.rows.map(([mass, , , ctau]) => [mass, ctau] as const),
];
const masses = [...new Set(rows.map(([mass]) => mass))];
const SEEDS = [1, 2, 3];

describe("γA′ events with displaced decays", () => {
  it.each(masses)("are inside as often as by quadrature at %s GeV", { timeout: 600_000 }, (mass) => {
    const lengths = rows.flatMap(([m, ctau]) => (m === mass ? [ctau] : []));
    const asked = lengths.flatMap((ctau) => volumes.map((volume) => ({ ctau, volume, value: 0, error: 0 })));
    for (const seed of SEEDS) {
      const events = flying(mass, 4e5, seed);
      for (const one of asked) {
        const { value, error } = inside(events, one.volume, one.ctau);
        one.value += value / SEEDS.length;
        one.error = Math.sqrt(one.error ** 2 + (error / SEEDS.length) ** 2);
      }
    }
    const process = gammaX(darkPhoton({ mass, epsilon: 1e-3 }));
    let told = 0;
    for (const { ctau, volume, value, error } of asked) {
      if (!(error < 0.05 * value)) continue;
      told++;
      const exact = crossSectionInside(process, { beams: sharp, volume, polarAngle, ctau });
      const allowed = error < 1e-3 * exact ? 3e-3 * exact : 3.5 * error;
      expect(Math.abs(value - exact)).toBeLessThan(allowed);
    }
    expect(told).toBeGreaterThan(0);
  });
});
