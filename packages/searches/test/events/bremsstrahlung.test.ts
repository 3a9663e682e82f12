import { eventTable, fourVector } from "@belladonna/kinematics";
import { belle2 } from "@belladonna/trigger";
import { describe, expect, it } from "vitest";
import { bremsstrahlung } from "../../src/events/bremsstrahlung.js";
import { displaceDecays } from "../../src/events/displaced.js";

const N = 10_000;
const ELECTRON = 0.00051099895;

/** Mean share of energy that electrons keep which start at a distance from the axis, across the beams. */
function kept(rho: number): number {
  const events = eventTable((builder) => {
    for (let i = 0; i < N; i++) {
      builder.event();
      const at = { vx: rho, vy: 0, vz: 0, vt: 0 };
      builder.particle({ ...fourVector({ px: 2, py: 0, pz: 0, m: ELECTRON }), ...at, pdgId: 11 });
      builder.particle({ ...fourVector({ px: 2, py: 0, pz: 0, m: 0.105 }), ...at, pdgId: 13 });
    }
  });
  const { particles } = bremsstrahlung(events, 1);
  let sum = 0;
  for (let i = 0; i < N; i++) {
    expect(particles.px[2 * i + 1]).toBe(2);
    expect(particles.py[2 * i]).toBe(0);
    sum += particles.px[2 * i] / 2 / N;
  }
  return sum;
}

describe("bremsstrahlung", () => {
  it("keeps exp(-t) of the energy on average in t radiation lengths", () => {
    // The mean of z by the Gamma density of shape t/ln 2 is 2^(-t/ln 2) = e^-t.
    expect(Math.abs(kept(0.5) - Math.exp(-belle2.tracker.material))).toBeLessThan(4 * 0.0014);
    expect(kept(20)).toBeCloseTo(1, 12);
    const halfWay = 1 + (belle2.tracker.chamberRadius[0] - 1) / 2;
    expect(Math.abs(kept(halfWay) - Math.exp(-belle2.tracker.material / 2))).toBeLessThan(4 * 0.0014);
  });

  it("does not know how far the mother of the electrons flew, also with the same seed", () => {
    const n = 20_000;
    const made = eventTable((builder) => {
      for (let i = 0; i < n; i++) {
        builder.event();
        builder.particle({ ...fourVector({ px: 4, py: 0, pz: 0, m: 1 }), pdgId: 4900025, status: 2 });
        builder.particle({ ...fourVector({ px: 2, py: 0, pz: 0, m: ELECTRON }), pdgId: 11, mother: 0 });
      }
    });
    const { proper } = displaceDecays(made, 4900025, [1e-3], 5);
    const { particles } = bremsstrahlung(made, 5);
    const kept = Array.from({ length: n }, (_, i) => particles.px[2 * i + 1]);
    const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, x) => sum + x, 0) / n;
    const [a, b] = [mean(kept), mean(proper)];
    const spread = (values: ArrayLike<number>, centre: number): number =>
      Math.sqrt(mean(Array.from(values, (x) => (x - centre) ** 2)));
    const correlation = mean(kept.map((x, i) => (x - a) * (proper[i] - b))) / (spread(kept, a) * spread(proper, b));
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(n));
  });
});
