import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import {
  belle2,
  countSet,
  detect,
  highLevel,
  hltMenu,
  hltVariables,
  parseHltMenu,
  type Detected,
} from "../../src/index.js";
import { fitVertex, newPairVertex, pairVertex, type Vertex } from "../../src/hlt/vertices.js";
import { copies, type TestParticle } from "../events.js";

const pion = (
  p: number,
  theta: number,
  phi: number,
  pdgId: number,
  vertex: readonly [number, number, number, number] = [0, 0, 0, 0],
): TestParticle => ({ pdgId, p, theta, phi, m: 0.13957039, vertex });
const N = 3000;

describe("fitVertex", () => {
  /** True when the pair of tracks of an event was found. */
  const pairs = (d: Detected): number[] =>
    Array.from({ length: d.length }, (_, i) => i).filter((i) => d.tracks.offsets[i + 1] - d.tracks.offsets[i] === 2);

  it.each([
    [0, 6, 2],
    [15, -12, -4],
    [-30, 20, 10],
  ])("finds a decay at (%d, %d, %d) cm", (x, y, z) => {
    const along = (Math.atan2(y, x) * 180) / Math.PI;
    const vertex = [x, y, z, 1] as const;
    const d = detect(
      copies(N, [pion(1.2, 70, along + 15, 211, vertex), pion(0.9, 80, along - 20, -211, vertex)]),
      belle2,
      random(1),
    );
    const found: Vertex = { probability: 0, rho: 0, theta: 0 };
    const residuals: number[] = [];
    let good = 0;
    for (const i of pairs(d)) {
      fitVertex(d.tracks, d.tracks.offsets[i], d.tracks.offsets[i] + 1, belle2, found);
      residuals.push(found.rho - Math.hypot(x, y));
      if (found.probability > 0.005) good++;
      expect(Math.abs(found.theta - Math.atan2(Math.hypot(x, y), z))).toBeLessThan(0.1);
    }
    residuals.sort((a, b) => a - b);
    expect(residuals.length).toBeGreaterThan(300);
    expect(Math.abs(residuals[residuals.length >> 1])).toBeLessThan(0.03);
    expect(good / residuals.length).toBeGreaterThan(0.9);
  });
});

describe("pairVertex", () => {
  it("gives position and momenta at the vertex: the mass of a displaced pair, where momenta at the axis miss it", () => {
    const [x, y, z] = [9, 8, 3];
    const along = Math.atan2(y, x);
    const m = 0.13957039;
    const d = detect(
      copies(N, [
        { pdgId: 211, p: 1, theta: 75, phi: (180 / Math.PI) * along + 20, m, vertex: [x, y, z, 1] },
        { pdgId: -211, p: 0.7, theta: 75, phi: (180 / Math.PI) * along - 15, m, vertex: [x, y, z, 1] },
      ]),
      belle2,
      random(4),
    );
    const cosine =
      Math.sin((75 * Math.PI) / 180) ** 2 * Math.cos((35 * Math.PI) / 180) + Math.cos((75 * Math.PI) / 180) ** 2;
    const truth = Math.sqrt(2 * (m * m + Math.hypot(1, m) * Math.hypot(0.7, m) - 0.7 * cosine));
    const mass = (a: ArrayLike<number>, i: number, b: ArrayLike<number>, j: number): number => {
      const [pa, pb] = [Math.hypot(a[i], a[i + 1], a[i + 2]), Math.hypot(b[j], b[j + 1], b[j + 2])];
      const inner = a[i] * b[j] + a[i + 1] * b[j + 1] + a[i + 2] * b[j + 2];
      return Math.sqrt(2 * (m * m + Math.hypot(pa, m) * Math.hypot(pb, m) - inner));
    };
    const found = newPairVertex();
    const [masses, atAxis, gaps]: number[][] = [[], [], []];
    const { offsets, px, py, pz } = d.tracks;
    for (let i = 0; i < d.length; i++) {
      const k = offsets[i];
      if (offsets[i + 1] !== k + 2) continue;
      pairVertex(d.tracks, k, k + 1, belle2, found);
      masses.push(mass(found.momenta, 0, found.momenta, 3));
      atAxis.push(mass([px[k], py[k], pz[k]], 0, [px[k + 1], py[k + 1], pz[k + 1]], 0));
      gaps.push(Math.hypot(found.x - x, found.y - y, found.z - z));
    }
    const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1];
    expect(masses.length).toBeGreaterThan(1000);
    // A few MeV of resolution over the square root of the number.
    expect(Math.abs(median(masses) - truth)).toBeLessThan(5e-4);
    expect(Math.abs(median(atAxis) - truth)).toBeGreaterThan(0.02);
    expect(median(gaps)).toBeLessThan(0.1);
  });
});

describe("highLevel", () => {
  it("counts displaced pairs between 3 and 60 cm only, as coming from the two tracks", () => {
    const at = (r: number): number => {
      const vertex = [r, 0, 0, 1] as const;
      const d = detect(
        copies(N, [pion(1.5, 75, 25, 211, vertex), pion(1.1, 80, -20, -211, vertex)]),
        belle2,
        random(2),
      );
      return hltVariables(d).columns.displacedVertex.reduce((a, b) => a + b, 0) / N;
    };
    expect(at(0)).toBeLessThan(0.01);
    expect(at(1)).toBeLessThan(0.01);
    // Both tracks found: 0.9 - 0.45 x 9/19 = 0.687 at 10 cm.
    expect(Math.abs(at(10) - 0.687)).toBeLessThan(0.07);
    expect(at(62)).toBeLessThan(0.02);
  });

  it("keeps single photons in the barrel by their line, others by its prescale", () => {
    const line = "1_photon_Estargt1_GeV_clust_in_45115_and_no_other_clust_Estargt0.3_GeV";
    const barrel = highLevel(detect(copies(N, [{ pdgId: 22, p: 1.9, theta: 75, phi: 0 }]), belle2, random(3)), hltMenu);
    expect(Math.abs(countSet(barrel.fired, line) / N - belle2.calorimeter.showerShape)).toBeLessThan(0.02);
    expect(countSet(barrel.kept, "kept")).toBeGreaterThanOrEqual(countSet(barrel.fired, line));
    const soft = highLevel(detect(copies(N, [{ pdgId: 22, p: 0.3, theta: 75, phi: 0 }]), belle2, random(3)), hltMenu);
    // Only the pass-through of one in 10 000 is left.
    expect(countSet(soft.kept, "kept")).toBeLessThan(5);
    expect(soft.keepProbability[0]).toBeCloseTo(1e-4, 12);
  });

  it("takes prescales from the event's number, so that a sample may be divided", () => {
    const menu = parseHltMenu("all / 7 : true");
    const events = (n: number): Detected => detect(copies(n, []), belle2, random(4));
    const whole = highLevel(events(1000), menu, { seed: 5 });
    const second = highLevel(events(400), menu, { seed: 5, firstEvent: 600 });
    const word = (r: typeof whole, i: number): number => (r.kept.words[i >>> 5] >>> (i & 31)) & 1;
    for (let i = 0; i < 400; i++) expect(word(second, i)).toBe(word(whole, 600 + i));
    const kept = countSet(whole.kept, "kept");
    expect(Math.abs(kept - 1000 / 7)).toBeLessThan(5 * Math.sqrt((1000 / 7) * (6 / 7)));
  });

  it("rejects what a reject line holds for, whatever its prescale, unless in accept mode another accepts", () => {
    const text = "all / 1 : true\nveto / 0 reject : nTrkLoose == 0";
    const nothing = detect(copies(10, []), belle2, random(6));
    const filter = highLevel(nothing, parseHltMenu(text));
    expect([countSet(filter.kept, "kept"), filter.keepProbability[0]]).toEqual([0, 0]);
    const accepting = highLevel(nothing, parseHltMenu(text, { acceptMode: true }));
    expect([countSet(accepting.kept, "kept"), accepting.keepProbability[0]]).toEqual([10, 1]);
  });
});
