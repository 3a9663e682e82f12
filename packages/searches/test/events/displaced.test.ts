import { eventTable, fourVector } from "@belladonna/kinematics";
import { describe, expect, it } from "vitest";
import { displaceDecays, lifetimeWeight } from "../../src/events/displaced.js";

const N = 40_000;
const MEANS = [0.1, 1, 10];
const LONG_LIVED = 4900025;

/** A particle of 2 GeV and momentum 1, 2, 2 GeV from (0.1, 0.2, 0.3) cm, its two daughters, and a bystander. */
const events = eventTable((builder) => {
  for (let i = 0; i < N; i++) {
    builder.event();
    const at = { vx: 0.1, vy: 0.2, vz: 0.3, vt: 1 };
    builder.particle({ ...fourVector({ px: 1, py: 2, pz: 2, m: 2 }), ...at, pdgId: LONG_LIVED, status: 2 });
    builder.particle({ ...fourVector({ px: 0.5, py: 1, pz: 1, m: 0.5 }), ...at, pdgId: 310, status: 2, mother: 0 });
    builder.particle({ ...fourVector({ px: 0.5, py: 1, pz: 1, m: 0.1 }), ...at, vx: 0.6, pdgId: 13, mother: 1 });
    builder.particle({ ...fourVector({ px: 0, py: 1, pz: 0, m: 0.1 }), ...at, pdgId: -13 });
  }
});

describe("displaceDecays", () => {
  const { events: moved, proper } = displaceDecays(events, LONG_LIVED, MEANS, 1);

  it("moves all that comes of the particle by its flight, and nothing else", () => {
    const { vx, vy, vz, vt } = moved.particles;
    for (const i of [0, 1, 2, 999]) {
      // 1, 2, 2 GeV over 2 GeV; an energy of √13 GeV.
      const t = proper[i];
      expect(vx[4 * i]).toBe(0.1);
      expect(vx[4 * i + 1]).toBeCloseTo(0.1 + t / 2, 9);
      expect(vy[4 * i + 1]).toBeCloseTo(0.2 + t, 9);
      expect(vz[4 * i + 2]).toBeCloseTo(0.3 + t, 9);
      // A grandchild keeps its distance from its mother.
      expect(vx[4 * i + 2] - vx[4 * i + 1]).toBeCloseTo(0.5, 9);
      expect(vt[4 * i + 1]).toBeCloseTo(1 + (t * Math.sqrt(13)) / 2 / 29.9792458, 9);
      expect([vx[4 * i + 3], vt[4 * i + 3]]).toEqual([0.1, 1]);
    }
  });

  it.each([0.02, 0.5, 4, 60, 1000])("with weights is a sample of any lifetime: ctau = %d cm", (ctau) => {
    for (const [from, to] of [
      [0, 0.1],
      [0.05, 2],
      [2, 20],
    ]) {
      let sum = 0;
      let squares = 0;
      for (const t of proper) {
        const w = t >= from && t < to ? lifetimeWeight(t, ctau, MEANS) : 0;
        sum += w / N;
        squares += (w / N) ** 2;
      }
      const truth = Math.exp(-from / ctau) - Math.exp(-to / ctau);
      // Four standard errors, and what no event of 40 000 could show.
      expect(Math.abs(sum - truth)).toBeLessThan(4 * Math.sqrt(squares) + 1e-5);
    }
  });

  it("leaves events without the particle as they are, and says so", () => {
    const { events: same, proper: none } = displaceDecays(events, 9900012, MEANS, 1);
    expect(same.particles.vx).toEqual(events.particles.vx);
    expect(none[0]).toBeNaN();
  });
});
