import { random } from "@belladonna/numerics";
import { belle2, detect, trackEfficiency } from "@belladonna/trigger";
import { describe, expect, it } from "vitest";
import { tableOf } from "../events.js";

const { tracker } = belle2;
const DEGREE = Math.PI / 180;

describe("efficiency of tracks", () => {
  it("rises with the transverse momentum and falls towards the ends of the drift chamber", () => {
    const momenta = [0.06, 0.1, 0.2, 0.4, 1, 2, 5];
    const found = momenta.map((pt) => trackEfficiency(tracker, pt, 1.2, 0));
    for (let i = 1; i < found.length; i++) expect(found[i]).toBeGreaterThan(found[i - 1]);
    expect(found.at(-1)).toBe(0.99);
    expect(trackEfficiency(tracker, 5, 18 * DEGREE, 0)).toBeLessThan(trackEfficiency(tracker, 5, 25 * DEGREE, 0));
    expect(trackEfficiency(tracker, 5, 149 * DEGREE, 0)).toBeLessThan(trackEfficiency(tracker, 5, 130 * DEGREE, 0));
  });

  it("loses a pair of tracks from a displaced vertex beside what each loses by its momentum", () => {
    const pair = (radius: number) => trackEfficiency(tracker, 0.15, 1, radius) ** 2;
    expect(pair(20) / pair(0)).toBeCloseTo(0.5, 12);
    expect(pair(1)).toBe(pair(0));
    expect(pair(100)).toBe(0);
  });

  it("is the share of prompt muons that the detector finds", () => {
    const events = 4000;
    for (const [p, theta] of [
      [0.15, 70],
      [4, 70],
      [3, 20],
    ]) {
      const table = tableOf(Array.from({ length: events }, () => [{ pdgId: 13, m: 0.1056583755, p, theta, phi: 20 }]));
      const { tracks } = detect(table, belle2, random(5));
      const expected = trackEfficiency(tracker, p * Math.sin(theta * DEGREE), theta * DEGREE, 0);
      const sigma = Math.sqrt((expected * (1 - expected)) / events);
      expect(Math.abs(tracks.px.length / events - expected)).toBeLessThan(4 * sigma);
    }
  });
});
