import { eventTable, fourVector } from "@belladonna/kinematics";
import { belle2 } from "@belladonna/trigger";
import { describe, expect, it } from "vitest";
import { radiateElectrons } from "../src/electron-radiation.js";

const N = 10_000;
const ELECTRON = 0.00051099895;

/** Mean share of energy that electrons keep which start at a distance from the axis, across the beams. */
function kept(rho: number, pair: number): number {
  const events = eventTable((builder) => {
    for (let i = 0; i < N; i++) {
      builder.event();
      const at = { vx: rho, vy: 0, vz: 0, vt: 0 };
      builder.particle({ ...fourVector({ px: 2, py: 0, pz: 0, m: ELECTRON }), ...at, pdgId: 11 });
      builder.particle({ ...fourVector({ px: 2, py: 0, pz: 0, m: 0.105 }), ...at, pdgId: 13 });
    }
  });
  const { particles } = radiateElectrons(events, pair, 1);
  let sum = 0;
  for (let i = 0; i < N; i++) {
    expect(particles.px[2 * i + 1]).toBe(2);
    expect(particles.py[2 * i]).toBe(0);
    sum += particles.px[2 * i] / 2 / N;
  }
  return sum;
}

describe("radiateElectrons", () => {
  it("keeps exp(-t) of the energy on average in t radiation lengths, less the photons of the pair", () => {
    const beta = (1 / 137.036 / Math.PI) * (2 * Math.log(1 / ELECTRON) - 1);
    // The mean of 1 - u^(1/beta) is 1/(1 + beta). Of z by the Gamma density of shape t/ln 2 it is 2^(-t/ln 2) = e^-t.
    const atPipe = Math.exp(-belle2.tracker.material) / (1 + beta);
    expect(Math.abs(kept(0.5, 1) - atPipe)).toBeLessThan(4 * 0.0014);
    expect(Math.abs(kept(20, 1) - 1 / (1 + beta))).toBeLessThan(4 * 0.001);
    const halfWay = 1 + (belle2.tracker.chamberRadius[0] - 1) / 2;
    const half = Math.exp(-belle2.tracker.material / 2) / (1 + beta);
    expect(Math.abs(kept(halfWay, 1) - half)).toBeLessThan(4 * 0.0014);
  }, 60_000);

  it("takes more from heavier pairs", () => {
    expect(kept(20, 0.05)).toBeGreaterThan(kept(20, 4));
  }, 60_000);
});
