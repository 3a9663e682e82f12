import { helicityAngle, particle, particleAt, superKekb } from "@belladonna/kinematics";
import { describe, expect, it } from "vitest";
import {
  bPair,
  bToKaonDecays,
  crossSection,
  generate,
  kShortDecays,
  neutralKaonDecays,
  pi0Decays,
} from "../src/index.js";
import { decaySample, imbalance, pValue } from "./decay-sample.js";

const B = particle(521).mass;
const S = { pdgId: 4900025, mass: 1 };

describe("bToKaonDecays", () => {
  const options = { ...S, kaon: "K*", charge: "+", branchingFraction: 1e-5 } as const;
  const sample = decaySample([bToKaonDecays(options)], 521, B, 30000, [0.3, 0, 1]);
  const rows = [...sample.offsets.subarray(0, sample.length)];

  it("conserves energy and momentum and lists the K*", () => {
    expect(imbalance(sample)).toBeLessThan(1e-12);
    const { pdgId, mother, status } = sample.particles;
    for (const r of rows) {
      expect(pdgId[r + 1]).toBe(323);
      expect(status[r + 1]).toBe(2);
      expect(pdgId[r + 4]).toBe(S.pdgId);
      expect([...mother.subarray(r + 1, r + 5)]).toEqual([0, 1, 1, 0]);
    }
  });

  it("gives the kaon of a K* with helicity 0 the distribution cos² of the helicity angle", () => {
    const cosines = rows.map((r) => {
      const at = (k: number) => particleAt(sample.particles, r + k);
      return Math.cos(helicityAngle(at(2), at(1), at(0)));
    });
    expect(pValue(cosines, -1, 1, 20, (c) => c * c)).toBeGreaterThan(1e-3);
  });

  it("gives K pi the line shape of the K*, with the momenta of the P waves", () => {
    const { mass, width } = particle(323);
    const neutral = rows.filter((r) => sample.particles.pdgId[r + 2] === 311);
    const m = neutral.map((r) => sample.particles.m[r + 1]);
    const breakup = (M: number, a: number, b: number): number =>
      Math.sqrt((M * M - (a + b) ** 2) * (M * M - (a - b) ** 2)) / (2 * M);
    const density = (x: number): number => {
      const propagator = (x * x - mass * mass) ** 2 + (mass * (width ?? 0)) ** 2;
      return (breakup(x, 0.497611, 0.13957039) ** 3 * breakup(B, x, S.mass) ** 3) / (x * x * propagator);
    };
    expect(pValue(m, 0.75, 1.05, 30, density)).toBeGreaterThan(1e-3);
    expect(Math.abs(neutral.length / 30000 - 2 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / 30000));
  });

  it("takes another table for the other B where there is one", () => {
    const signal = bToKaonDecays({ ...S, kaon: "K", charge: "+", branchingFraction: 1e-5 });
    const tag = { ...signal, channels: [{ name: "K pi pi", products: [321, 211, -211], fraction: 1 }] };
    const events = generate(bPair({ charge: "+", crossSection: 5.4e5 }), {
      beams: superKekb,
      events: 50,
      seed: 3,
      decays: [signal, { ...tag, conjugate: true }],
    });
    for (let i = 0; i < events.length; i++) {
      const ids = [...events.particles.pdgId.subarray(events.offsets[i] + 4, events.offsets[i + 1])];
      expect(ids).toEqual([321, S.pdgId, -321, -211, 211]);
    }
  });

  it("decays one B of an event to the signal and leaves the other", () => {
    const process = bPair({ charge: "0", crossSection: 5.4e5 });
    const decays = [
      bToKaonDecays({ ...S, kaon: "K", charge: "0", branchingFraction: 1e-5 }),
      neutralKaonDecays(),
      kShortDecays(["pi+ pi-"]),
    ];
    const events = generate(process, { sqrtS: 10.5794, seed: 2, events: 3000, decays });
    // K_L stays as it is, with fraction 1; the K_S is forced, so it is seen less often than half.
    expect(events.branchingFraction).toBeCloseTo(1e-5 * (0.5 + 0.5 * 0.692), 18);
    const { pdgId, status } = events.particles;
    let short = 0;
    for (let i = 0; i < pdgId.length; i++) {
      if (pdgId[i] === 310) short++;
      if (pdgId[i] === -511) expect(status[i]).toBe(1);
      if (pdgId[i] === 511) expect(status[i]).toBe(2);
    }
    const share = 0.692 / 1.692;
    expect(Math.abs(short / 3000 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 3000));
  });

  it("names bad input", () => {
    expect(() => bToKaonDecays({ ...options, mass: 0 })).toThrow(
      "bToKaonDecays: mass must be finite and > 0 GeV, got 0",
    );
    expect(() => bToKaonDecays({ ...options, branchingFraction: 2 })).toThrow("branchingFraction must be in [0, 1]");
  });
});

describe("kShortDecays", () => {
  it("flies 2.68 cm in its own time, exponentially, and makes pions by their fractions", () => {
    const sample = decaySample([kShortDecays(), pi0Decays()], 310, 0.497611, 20000, [0, 0, 1]);
    expect(imbalance(sample)).toBeLessThan(1e-12);
    const { pdgId, vz, vt } = sample.particles;
    const rows = [...sample.offsets.subarray(0, sample.length)];
    const flights = rows.map((r) => vz[r + 1] * 0.497611);
    expect(pValue(flights, 0, 12, 24, (x) => Math.exp(-x / 2.684))).toBeGreaterThan(1e-3);
    const beta = 1 / Math.sqrt(1 + 0.497611 ** 2);
    for (const r of rows) expect(vz[r + 1]).toBeCloseTo(vt[r + 1] * 29.9792458 * beta, 10);
    // The neutral pions decay in their turn, by a table with a fraction of 0.988 each.
    const neutral = 0.3069 * 0.98823 ** 2;
    const share = neutral / (neutral + 0.692);
    const found = rows.filter((r) => pdgId[r + 1] === 111).length / 20000;
    expect(Math.abs(found - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 20000));
  });
});

describe("bPair", () => {
  const process = bPair({ charge: "+", crossSection: 5.7e5 });

  it("has the given cross section at the peak, and half of it about half a width off", () => {
    const at = (sqrtS: number): number => crossSection(process, { sqrtS, seed: 1 }).value;
    expect(at(10.5794) / 5.7e5).toBeCloseTo(1, 2);
    const off = 10.5794 + 0.0205 / 2;
    const p = (x: number): number => (x * x) / 4 - B * B;
    const rise = (p(off) / p(10.5794)) ** 1.5;
    const gap = off ** 2 - 10.5794 ** 2;
    const fall = 1 / (1 + (gap / (10.5794 * 0.0205)) ** 2);
    expect(at(off) / (5.7e5 * rise * fall * (10.5794 / off) ** 3)).toBeCloseTo(1, 2);
  });

  it("makes B mesons as sin² of the polar angle", () => {
    const events = generate(process, { sqrtS: 10.5794, seed: 4, events: 20000 });
    const { px, py, pz } = events.particles;
    const rows = [...events.offsets.subarray(0, events.length)];
    const cosines = rows.map((r) => pz[r + 2] / Math.sqrt(px[r + 2] ** 2 + py[r + 2] ** 2 + pz[r + 2] ** 2));
    expect(pValue(cosines, -1, 1, 20, (c) => 1 - c * c)).toBeGreaterThan(1e-3);
  });
});
