import type { EventTable } from "@belladonna/kinematics";
import { describe, expect, it } from "vitest";
import { decayEvents, etaDecays, generate, omegaDecays, pi0Decays, qed, tauDecays, treeProcess } from "../src/index.js";
import { decaySample, imbalance } from "./decay-sample.js";

const process = treeProcess({ model: qed(), outgoing: [15, -15] });
const tag = { ...tauDecays({ channels: ["pi nu"] }), conjugate: false };
const tagged = generate(process, { sqrtS: 10.58, seed: 4, events: 500, decays: [tag] });
const signal = [tauDecays({ channels: ["mu nu nu"] })];

/** Rows of final particles with a PDG number, in one event. */
const final = ({ offsets, particles }: EventTable, event: number, pdgId: number): number[] =>
  Array.from({ length: offsets[event + 1] - offsets[event] }, (_, k) => offsets[event] + k).filter(
    (k) => particles.status[k] === 1 && particles.pdgId[k] === pdgId,
  );

describe("decayEvents", () => {
  const decayed = decayEvents(tagged, { decays: signal, seed: 5, copies: 3 });
  const { particles: p, offsets } = decayed;

  it("decays what had been left, and leaves what had decayed", () => {
    expect(decayed.length).toBe(1500);
    for (let i = 0; i < decayed.length; i++) {
      expect(final(decayed, i, -13)).toHaveLength(1);
      expect(final(decayed, i, -211)).toHaveLength(1);
      expect(final(decayed, i, 15)).toHaveLength(0);
      expect(final(decayed, i, -15)).toHaveLength(0);
    }
  });

  it("conserves energy and momentum", () => {
    for (let i = 0; i < decayed.length; i++) {
      const sum = [p.px, p.py, p.pz, p.e].map((column) => {
        let total = 0;
        for (let k = offsets[i]; k < offsets[i + 1]; k++) if (p.status[k] === 1) total += column[k];
        return total;
      });
      [0, 0, 0, 10.58].forEach((expected, c) => {
        expect(Math.abs(sum[c] - expected)).toBeLessThan(1e-11);
      });
    }
  });

  it("gives copies the same tag and another decay", () => {
    for (let i = 0; i < tagged.length; i++) {
      const pions = [0, 1, 2].map((c) => p.px[final(decayed, 3 * i + c, -211)[0]]);
      const muons = [0, 1, 2].map((c) => p.px[final(decayed, 3 * i + c, -13)[0]]);
      expect(new Set(pions).size).toBe(1);
      expect(pions[0]).toBe(tagged.particles.px[final(tagged, i, -211)[0]]);
      expect(new Set(muons).size).toBe(3);
    }
  });

  it("has decays of its own for each event, whatever the number of events", () => {
    const fewer = decayEvents({ ...tagged, length: 10 }, { decays: signal, seed: 5, copies: 3 });
    expect(fewer.particles.px).toEqual(p.px.slice(0, fewer.particles.px.length));
  });

  it("refuses copies that are no whole number", () => {
    expect(() => decayEvents(tagged, { decays: signal, seed: 1, copies: 0 })).toThrow(
      "decayEvents: copies must be an integer >= 1, got 0",
    );
  });
});

describe("omegaDecays, etaDecays", () => {
  it("conserve energy and momentum, in the fractions of the Particle Data Group", () => {
    for (const [id, mass, table, photons] of [
      // Photons an eta: 2, 6, 2, 1; an omega: 2, 3, 0.
      [223, 0.78266, omegaDecays(), (2 * 0.892 + 3 * 0.0835) / 0.9908],
      [221, 0.547862, etaDecays(), (2 * 0.3936 + 6 * 0.3257 + 2 * 0.2302 + 0.0428) / 0.9923],
    ] as const) {
      // The pi0 to two photons each time, as no other decay of it is in the table.
      const sample = decaySample([table, pi0Decays()], id, mass, 20000, [0.5, -1, 2]);
      expect(imbalance(sample)).toBeLessThan(1e-11);
      let seen = 0;
      for (const pdgId of sample.particles.pdgId) if (pdgId === 22) seen++;
      // Five standard errors: 1.8 photons of spread over 20 000 decays.
      expect(Math.abs(seen / 20000 - photons)).toBeLessThan(0.07);
    }
  });
});
