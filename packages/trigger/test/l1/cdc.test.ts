import { describe, expect, it } from "vitest";
import { LEVEL1_FULL, LEVEL1_NEURAL, singleTrack, type TrackColumns } from "../../src/index.js";
import { codedMomentum } from "../../src/l1/cdc.js";
import { decideChamber, newChamberDecision } from "../../src/l1/level1-tracks.js";
import { B2B3, B2B5, B2B7, B2B9, OPEN30, OPEN90, pairClasses, sectorDistance, sectorOf } from "../../src/l1/sectors.js";
import reference from "../data/l1-cdc-cases.json";

type Case = (typeof reference.cases)[number];

/** Columns with one row a two-dimensional track, then one row a neural track. */
function columns({ tracks2D_phi: phi, neuro }: Case): TrackColumns {
  const n = phi.length + neuro.length;
  const column = (pick: (t: Case["neuro"][number]) => number): Float64Array =>
    Float64Array.from([...phi.map(() => 0), ...neuro.map(pick)]);
  return {
    level1: Uint8Array.from([...phi.map(() => LEVEL1_FULL), ...neuro.map(() => LEVEL1_NEURAL)]),
    level1Phi: Float64Array.from([...phi, ...neuro.map(() => 0)]),
    level1Omega: column((t) => t.omega),
    level1CotTheta: column((t) => t.cotTheta),
    level1Z: column((t) => t.z0),
    level1FitZ: new Float64Array(n),
  } as unknown as TrackColumns;
}

describe("decideChamber", () => {
  it("has 90 cases to agree with", () => {
    expect(reference.cases).toHaveLength(90);
  });

  it.each(reference.cases.map((c, i) => [i, c] as const))("decides case %i exactly", (_i, c) => {
    const d = newChamberDecision();
    const n = c.tracks2D_phi.length + c.neuro.length;
    decideChamber(columns(c), 0, n, "asCoded", d);
    const oneHot = (count: number, name: string): Record<string, boolean> => ({
      [`${name}_0`]: count === 1,
      [`${name}_1`]: count === 2,
      [`${name}_2`]: count === 3,
      [`${name}_3`]: count > 3,
    });
    const is = (pairs: number): boolean => (d.fullPairs & pairs) !== 0;
    expect({
      ...oneHot(d.full, "t2"),
      ...oneHot(d.neural, "ty"),
      typ: d.single,
      cdc_open90: is(OPEN90),
      f2f30: is(OPEN30),
      cdc_b2b3: is(B2B3),
      cdc_b2b5: is(B2B5),
      cdc_b2b7: is(B2B7),
      cdc_b2b9: is(B2B9),
    }).toEqual(c.expect);
    expect(c.neuro.map((t) => codedMomentum(t.omega, t.cotTheta))).toEqual(c.p_in_100MeV);
  });
});

describe("singleTrack", () => {
  const curvature = (pt: number): number => (0.3 * 1.5) / 100 / pt;

  it("as documented needs 0.7 GeV, whatever the angle and charge", () => {
    for (const cot of [-0.8, 0, 1.5]) {
      const pt = 0.7 / Math.sqrt(1 + cot * cot);
      expect(singleTrack(0, curvature(pt * 1.001), cot, "asDocumented")).toBe(true);
      expect(singleTrack(0, -curvature(pt * 0.999), cot, "asDocumented")).toBe(false);
    }
  });

  it("as coded fails at 0.75 GeV where the documentation passes, and passes at 0.85 GeV", () => {
    // At 57 degrees the polar angle is in the middle of its bin; curvature bins are 6 % wide there.
    const cot = 1 / Math.tan(10.5 * 0.098125);
    const sine = Math.sin(10.5 * 0.098125);
    expect(singleTrack(0, curvature(0.72 * sine), cot, "asDocumented")).toBe(true);
    expect(singleTrack(0, curvature(0.72 * sine), cot, "asCoded")).toBe(false);
    expect(singleTrack(0, curvature(0.85 * sine), cot, "asCoded")).toBe(true);
  });

  it("needs the track to come from within 15 cm, and as coded to bend", () => {
    expect(singleTrack(15, curvature(2), 0.1, "asDocumented")).toBe(false);
    expect(singleTrack(-14.9, curvature(2), 0.1, "asDocumented")).toBe(true);
    expect(singleTrack(0, curvature(11), 0.1, "asCoded")).toBe(false);
    expect(codedMomentum(curvature(11), 0.1)).toBeNaN();
  });
});

describe("sectors", () => {
  it("are ten degrees wide and wrap around", () => {
    expect([0, 0.17, 0.18, 3.2, 6.28, 6.29, -0.01].map(sectorOf)).toEqual([0, 0, 1, 18, 35, 0, 35]);
    expect([sectorDistance(0, 35), sectorDistance(3, 21), sectorDistance(5, 5)]).toEqual([1, 18, 0]);
  });

  it("classify pairs by the published limits, both ways round", () => {
    for (let a = 0; a < 36; a++) {
      for (let b = 0; b < 36; b++) {
        const d = Math.abs(a - b);
        const within = (low: number, high: number): boolean => d >= low && d <= high;
        expect([B2B3, B2B5, B2B7, B2B9, OPEN90, OPEN30].map((c) => (pairClasses(a, b) & c) !== 0)).toEqual([
          within(17, 19),
          within(16, 20),
          within(15, 21),
          within(14, 22),
          within(9, 27),
          within(3, 33),
        ]);
      }
    }
  });
});
