import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { belle2, detect, level1InputNames, level1Inputs, bit, takeDetected } from "../../src/index.js";
import { tableOf } from "../events.js";

// Muons reach the muon system, pions and photons make clusters, so that every table has rows and references.
const events = tableOf(
  Array.from({ length: 200 }, (_, i) => [
    { pdgId: 13, p: 2 + i / 100, theta: 60, phi: 10 + i, m: 0.10566 },
    { pdgId: -211, p: 1.5, theta: 80 + (i % 30), phi: 190 + i, m: 0.13957 },
    { pdgId: 22, p: 1, theta: 100, phi: 90 + i },
    ...(i % 3 === 0 ? [{ pdgId: 11, p: 1, theta: 70, phi: 300, m: 0.000511 }] : []),
  ]),
);
const all = detect(events, belle2, random(1));

describe("takeDetected", () => {
  it("gives the same table when every event is taken", () => {
    expect(
      takeDetected(
        all,
        Int32Array.from({ length: 200 }, (_, i) => i),
      ),
    ).toEqual(all);
  });

  it("keeps what belongs to an event, with the references between its tables", () => {
    const chosen = [150, 3, 4, 77];
    const taken = takeDetected(all, chosen);
    const energies = ({ tracks, clusters }: typeof all, event: number): number[] =>
      Array.from({ length: tracks.offsets[event + 1] - tracks.offsets[event] }, (_, k) => {
        const row = tracks.cluster[tracks.offsets[event] + k];
        return row < 0 ? -1 : clusters.energy[row];
      });
    chosen.forEach((event, i) => {
      expect(energies(taken, i)).toEqual(energies(all, event));
    });
    taken.clusters.track.forEach((track, row) => {
      if (track >= 0) expect(taken.tracks.particle[track]).toBe(taken.clusters.particle[row]);
    });
    taken.muons.track.forEach((track, row) => {
      expect(taken.tracks.particle[track]).toBe(taken.muons.particle[row]);
    });
  });

  it("fires the trigger as before", () => {
    const chosen = [9, 8, 100];
    const [before, after] = [level1Inputs(all), level1Inputs(takeDetected(all, chosen))];
    for (const name of level1InputNames) {
      chosen.forEach((event, i) => {
        expect(bit(after, name, i)).toBe(bit(before, name, event));
      });
    }
  });

  it("refuses events that are not there", () => {
    expect(() => takeDetected(all, [200])).toThrow("takeDetected: events must be from 0 to 199, got 200");
  });
});
