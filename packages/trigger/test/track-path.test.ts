import { eventTable } from "@belladonna/kinematics";
import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { belle2 } from "../src/detector/belle2.js";
import { detect } from "../src/detector/detect.js";
import { trackPath } from "../src/detector/track-path.js";

const muon = (px: number, py: number, pz: number) => {
  const m = 0.1056583755;
  return { pdgId: -13, status: 1, mother: -1, px, py, pz, e: Math.sqrt(px * px + py * py + pz * pz + m * m), m };
};
const events = eventTable((table) =>
  table
    .event()
    .particle(muon(1.2, 0.4, 0.3))
    .particle(muon(0.12, 0, 0.01)),
);
const detected = detect(events, belle2, random(1));

describe("trackPath", () => {
  it("begins at the closest approach along the momentum, and ends at the calorimeter", () => {
    const { tracks } = detected;
    const { x, y, z } = trackPath(detected, 0, 400);
    expect((x[0] * tracks.py[0] - y[0] * tracks.px[0]) / Math.hypot(tracks.px[0], tracks.py[0])).toBeCloseTo(
      tracks.d0[0],
      12,
    );
    expect(x[0] * tracks.px[0] + y[0] * tracks.py[0]).toBeCloseTo(0, 12);
    expect(z[0]).toBe(tracks.z0[0]);
    expect(Math.atan2(y[1] - y[0], x[1] - x[0])).toBeCloseTo(Math.atan2(tracks.py[0], tracks.px[0]), 2);
    expect(Math.hypot(x[399], y[399])).toBeCloseTo(belle2.calorimeter.radius, 9);
    // A circle of R = pt / (0.003 B) cm for GeV and T.
    const radius = Math.hypot(tracks.px[0], tracks.py[0]) / (0.00299792458 * belle2.field);
    const [a, b, c] = [0, 200, 399].map((i): [number, number] => [x[i], y[i]]);
    const side = (p: readonly number[], q: readonly number[]): number => Math.hypot(p[0] - q[0], p[1] - q[1]);
    const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
    expect((side(a, b) * side(b, c) * side(c, a)) / (4 * area) / radius).toBeCloseTo(1, 6);
  });

  it("refuses a track that is not there", () => {
    expect(() => trackPath(detected, -1)).toThrow(/row must be from 0/);
    expect(() => trackPath(detected, 99)).toThrow(/got 99/);
  });
});
