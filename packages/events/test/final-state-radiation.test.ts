import type { EventTable } from "@belladonna/kinematics";
import { eventTable } from "@belladonna/kinematics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constants, darkPhoton, zPrime } from "@belladonna/models";
import { ffX, finalStateRadiation, generate, qed, tauDecays, treeProcess } from "../src/index.js";

const ALPHA = constants.alpha.value;
const MUON = 0.1056583755;
const ELECTRON = 0.00051099895;

/** Pairs of one mass at rest, back to back along x. */
const pairs = (events: number, mass: number, pdgId: 11 | 13): EventTable => {
  const m = pdgId === 11 ? ELECTRON : MUON;
  const p = Math.sqrt((mass * mass) / 4 - m * m);
  return eventTable((builder) => {
    for (let i = 0; i < events; i++) {
      builder.event();
      for (const sign of [1, -1]) {
        builder.particle({ pdgId: sign * pdgId, px: sign * p, py: 0, pz: 0, e: mass / 2, m });
      }
    }
  });
};

/** Energies of the photons of each event. */
const photonsOf = ({ offsets, particles: p, length }: EventTable): number[][] =>
  Array.from({ length }, (_, i) => {
    const found: number[] = [];
    for (let k = offsets[i]; k < offsets[i + 1]; k++) if (p.pdgId[k] === 22) found.push(p.e[k]);
    return found;
  });

const sumOf = ({ offsets, particles: p }: EventTable, i: number): number[] =>
  [p.px, p.py, p.pz, p.e].map((column) => {
    let sum = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) if (p.status[k] === 1) sum += column[k];
    return sum;
  });

describe("finalStateRadiation", () => {
  it.each([
    [11, ELECTRON, 1],
    [13, MUON, 10.58],
    [13, MUON, 0.5],
  ] as const)(
    "gives pairs of %d, mass %d, the mean number of soft photons of the eikonal factor at %d GeV",
    (pdgId, m, mass) => {
      const n = 20_000;
      const [low, high] = [1e-6, 1e-4];
      const counts = photonsOf(finalStateRadiation(pairs(n, mass, pdgId), { seed: 1, leastEnergy: low })).map(
        (photons) => photons.filter((e) => e < high).length,
      );
      const b = Math.sqrt(1 - ((2 * m) / mass) ** 2);
      const mean =
        ((2 * ALPHA) / Math.PI) * Math.log(high / low) * (((1 + b * b) / (2 * b)) * Math.log((1 + b) / (1 - b)) - 1);
      const found = counts.reduce((sum, c) => sum + c, 0) / n;
      expect(Math.abs(found - mean)).toBeLessThan(4 * Math.sqrt(mean / n));
      // Poisson: the variance is the mean.
      const variance = counts.reduce((sum, c) => sum + (c - found) ** 2, 0) / (n - 1);
      expect(Math.abs(variance / mean - 1)).toBeLessThan(0.06);
    },
  );

  it("gives single photons the first-order spectrum α/π (1+(1-x)²)/x [ln(M²(1-x)/m²) - 1]", () => {
    const n = 200_000;
    const mass = 10;
    const events = photonsOf(finalStateRadiation(pairs(n, mass, 13), { seed: 2, leastEnergy: 0.05 }));
    const edges = [0.02, 0.1, 0.3, 0.5, 0.7, 0.9];
    const spectrum = (x: number): number =>
      (ALPHA / Math.PI) * ((1 + (1 - x) ** 2) / x) * (Math.log((mass * mass * (1 - x)) / MUON ** 2) - 1);
    for (let b = 0; b + 1 < edges.length; b++) {
      const [low, high] = [edges[b], edges[b + 1]];
      const steps = 2000;
      let expected = 0;
      for (let s = 0; s < steps; s++)
        expected += (spectrum(low + ((s + 0.5) / steps) * (high - low)) * (high - low)) / steps;
      const found = events.flat().filter((e) => (2 * e) / mass > low && (2 * e) / mass < high).length;
      expect(Math.abs(found - n * expected)).toBeLessThan(4 * Math.sqrt(n * expected) + 0.01 * n * expected);
    }
  }, 900_000);

  it("conserves momentum, keeps leptons on their shells and neutral neighbours where they are", () => {
    const made = generate(ffX({ lepton: "mu", mediator: zPrime({ mass: 2, gPrime: 0.1 }) }), {
      sqrtS: 10.58,
      events: 2000,
      seed: 3,
    });
    const radiated = finalStateRadiation(made, { seed: 4 });
    let photons = 0;
    for (let i = 0; i < made.length; i++) {
      const [before, after] = [sumOf(made, i), sumOf(radiated, i)];
      before.forEach((x, c) => {
        expect(Math.abs(after[c] - x)).toBeLessThan(1e-10);
      });
      const { particles: p, offsets } = radiated;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const square = p.e[k] ** 2 - p.px[k] ** 2 - p.py[k] ** 2 - p.pz[k] ** 2;
        expect(Math.abs(square - p.m[k] ** 2)).toBeLessThan(1e-9);
        if (p.pdgId[k] === 22) photons++;
        else if (Math.abs(p.pdgId[k]) !== 13) expect(p.px[k]).toBe(made.particles.px[made.offsets[i] + k - offsets[i]]);
      }
    }
    expect(photons).toBeGreaterThan(200);
  });

  it("radiates in the decay of a tau, its mother's momentum kept, and not where the muon of one tau could pair with another's", () => {
    const made = generate(treeProcess({ model: qed(), outgoing: [15, -15] }), {
      sqrtS: 10.58,
      seed: 5,
      events: 20_000,
      decays: [tauDecays({ channels: ["mu nu nu"] })],
    });
    const radiated = finalStateRadiation(made, { seed: 6, leastEnergy: 1e-5 });
    const { particles: p, offsets } = radiated;
    let soft = 0;
    let expected = 0;
    for (let i = 0; i < made.length; i++) {
      for (const tau of [2, 3]) {
        const rows: number[] = [];
        for (let k = offsets[i]; k < offsets[i + 1]; k++) if (p.mother[k] === tau) rows.push(k);
        for (const column of [p.px, p.py, p.pz, p.e]) {
          expect(Math.abs(rows.reduce((s, k) => s + column[k], 0) - column[offsets[i] + tau])).toBeLessThan(1e-10);
        }
        // The energies in the rest frame of the tau, before and after.
        const q = offsets[i] + tau;
        const inRest = (k: number): number =>
          (p.e[k] * p.e[q] - p.px[k] * p.px[q] - p.py[k] * p.py[q] - p.pz[k] * p.pz[q]) / p.m[q];
        soft += rows.filter((k) => p.pdgId[k] === 22 && inRest(k) < 1e-3).length;
        const m = made.particles;
        for (let k = made.offsets[i]; k < made.offsets[i + 1]; k++) {
          if (m.mother[k] !== tau || Math.abs(m.pdgId[k]) !== 13) continue;
          const t = made.offsets[i] + tau;
          const e = (m.e[k] * m.e[t] - m.px[k] * m.px[t] - m.py[k] * m.py[t] - m.pz[k] * m.pz[t]) / m.m[t];
          const b = Math.sqrt(1 - (MUON / e) ** 2);
          expected += (ALPHA / Math.PI) * Math.log(1e-3 / 1e-5) * (Math.log((1 + b) / (1 - b)) / b - 2);
        }
      }
    }
    expect(Math.abs(soft / expected - 1)).toBeLessThan(4 / Math.sqrt(expected) + 0.01);
  }, 900_000);

  it("radiates off an electron and a muon that the collision makes alone, their sum kept, and off no other such pair", () => {
    const event = (extra: boolean, mother: number): EventTable =>
      eventTable((builder) => {
        const p = 4;
        for (let i = 0; i < 4000; i++) {
          builder.event();
          for (const [pdgId, pz] of [
            [11, 5],
            [-11, -5],
          ]) {
            builder.particle({ pdgId, px: 0, py: 0, pz, e: Math.hypot(pz, ELECTRON), m: ELECTRON, status: -1 });
          }
          builder.particle({ pdgId: 11, px: p, py: 0, pz: 0, e: Math.hypot(p, ELECTRON), m: ELECTRON, mother });
          builder.particle({ pdgId: -13, px: -p, py: 0, pz: 0, e: Math.hypot(p, MUON), m: MUON, mother });
          if (extra) builder.particle({ pdgId: 13, px: 0, py: 1, pz: 0, e: Math.hypot(1, MUON), m: MUON, mother });
        }
      });
    const alone = finalStateRadiation(event(false, 0), { seed: 5 });
    expect(sumOf(alone, 0).map((x) => Math.round(1e6 * x))).toEqual(
      sumOf(event(false, 0), 0).map((x) => Math.round(1e6 * x)),
    );
    // Each lepton: α/π (ln(M²/m²) - 2) (1 + (1-x)²)/2x; some soft ones of the other fly its way, 3 % for the muon.
    const mean = (m: number): number =>
      ((alone.length * ALPHA) / Math.PI) * (Math.log(64 / m ** 2) - 2) * (Math.log(10) - 0.09 + 0.0099 / 4);
    const { pdgId, px, e } = alone.particles;
    for (const [sign, m] of [
      [1, ELECTRON],
      [-1, MUON],
    ]) {
      const found = pdgId.reduce(
        (n, id, k) => (id === 22 && e[k] > 0.04 && e[k] < 0.4 && sign * px[k] > 0 ? n + 1 : n),
        0,
      );
      expect(Math.abs(found / mean(m) - 1)).toBeLessThan(0.06 + 3 / Math.sqrt(mean(m)));
    }
    const photons = (table: EventTable): number => photonsOf(finalStateRadiation(table, { seed: 5 })).flat().length;
    expect(photons(event(false, -1))).toBe(0);
    // The muons are a pair, and the electron is left without partner.
    expect(photons(event(true, 0))).toBeLessThan(photons(event(false, 0)));
  });

  it("pairs the muons of a mediator and those of the collision each among themselves", () => {
    const mediator = darkPhoton({ mass: 3, epsilon: 1e-3 });
    const made = generate(ffX({ lepton: "mu", mediator }), { sqrtS: 10.58, events: 1000, seed: 7, decay: "mu+ mu-" });
    const { particles: p, offsets, length } = finalStateRadiation(made, { seed: 8 });
    for (let i = 0; i < length; i++) {
      const rows = Array.from({ length: offsets[i + 1] - offsets[i] }, (_, k) => offsets[i] + k).filter(
        (k) => p.mother[k] === 4,
      );
      const [x, y, z, e] = [p.px, p.py, p.pz, p.e].map((column) => rows.reduce((s, k) => s + column[k], 0));
      expect(Math.abs(Math.sqrt(e * e - x * x - y * y - z * z) - 3)).toBeLessThan(1e-9);
    }
  });

  it("has photons of its own for each event, in any frame, and only of the leptons asked for", () => {
    const events = pairs(50, 5, 13);
    const all = finalStateRadiation(events, { seed: 9 });
    const few = finalStateRadiation({ ...events, length: 10 }, { seed: 9 });
    expect(few.particles.px).toEqual(all.particles.px.slice(0, few.particles.px.length));
    expect(finalStateRadiation(events, { seed: 9, leptons: [11] }).particles).toEqual(events.particles);
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 0.9, noNaN: true }), fc.integer({ min: 0, max: 1000 }), (beta, seed) => {
        const gamma = 1 / Math.sqrt(1 - beta * beta);
        const { particles: p } = events;
        const px = p.px.map((x, k) => gamma * (x + beta * p.e[k]));
        const e = p.e.map((x, k) => gamma * (x + beta * p.px[k]));
        const boosted = finalStateRadiation({ ...events, particles: { ...p, px, e } }, { seed });
        const rest = finalStateRadiation(events, { seed });
        expect(boosted.particles.pdgId).toEqual(rest.particles.pdgId);
        rest.particles.px.forEach((x, k) => {
          expect(Math.abs(boosted.particles.px[k] - gamma * (x + beta * rest.particles.e[k]))).toBeLessThan(1e-8);
        });
      }),
      { numRuns: 30 },
    );
  });

  it("refuses a lowest energy of zero", () => {
    expect(() => finalStateRadiation(pairs(1, 5, 13), { seed: 1, leastEnergy: 0 })).toThrow(
      "leastEnergy must be positive",
    );
  });
});
