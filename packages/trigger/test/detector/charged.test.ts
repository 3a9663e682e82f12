import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import {
  belle2,
  detect,
  LEVEL1_FULL,
  LEVEL1_NEURAL,
  LEVEL1_SHORT,
  trackEfficiency,
  type Detected,
} from "../../src/index.js";
import { copies, moments, tableOf, type TestParticle } from "../events.js";

const rad = Math.PI / 180;
const MUON = 0.1056583755;
const PION = 0.13957039;
const muon = (p: number, theta: number, phi = 30, pdgId = 13): TestParticle => ({ pdgId, p, theta, phi, m: MUON });
const electron = (p: number, theta: number, phi = 30): TestParticle => ({ pdgId: 11, p, theta, phi, m: 0.000511 });
const pion = (p: number, theta: number, phi = 30): TestParticle => ({ pdgId: 211, p, theta, phi, m: PION });
const share = (d: Detected, n: number): number => d.tracks.px.length / n;
const binomial = (n: number, p: number): number => 5 * Math.sqrt((p * (1 - p)) / n);

describe("detect, for charged particles,", () => {
  it("finds prompt tracks with their efficiency, in 17 to 150 degrees only", () => {
    const n = 10_000;
    const expected = trackEfficiency(belle2.tracker, 2 * Math.sin(80 * rad), 80 * rad, 0);
    expect(Math.abs(share(detect(copies(n, [muon(2, 80)]), belle2, random(1)), n) - expected)).toBeLessThan(
      binomial(n, expected),
    );
    expect(share(detect(copies(100, [muon(2, 16)]), belle2, random(1)), 100)).toBe(0);
    expect(share(detect(copies(100, [muon(2, 151)]), belle2, random(1)), 100)).toBe(0);
    expect(share(detect(copies(100, [muon(0.04, 90)]), belle2, random(1)), 100)).toBe(0);
  });

  it("measures momentum, direction and impact parameters without bias, with the resolutions of the data", () => {
    const p = 3;
    const theta = 70;
    const { tracks } = detect(copies(10_000, [muon(p, theta, 200)]), belle2, random(2));
    const pt = p * Math.sin(theta * rad);
    const measured = moments(Array.from(tracks.px, (x, i) => Math.hypot(x, tracks.py[i])));
    const beta = p / Math.hypot(p, MUON);
    const sigma = pt * Math.hypot(0.0011 * pt, 0.0025 / beta);
    expect(Math.abs(measured.sigma / sigma - 1)).toBeLessThan(0.04);
    expect(Math.abs(measured.mean - pt)).toBeLessThan(0.05 * sigma);
    const phi = moments(Array.from(tracks.px, (x, i) => Math.atan2(-tracks.py[i], -x)));
    expect(Math.abs(phi.mean - 20 * rad)).toBeLessThan(5e-5);
    const impact = Math.hypot(0.0014, 0.003 / (p * beta * Math.sin(theta * rad) ** 1.5));
    expect(Math.abs(moments(tracks.d0).sigma / impact - 1)).toBeLessThan(0.04);
    expect(Math.abs(moments(tracks.z0).mean)).toBeLessThan(0.05 * impact * 2);
    expect(new Set(tracks.charge)).toEqual(new Set([-1]));
  });

  it("gives a displaced track the impact parameter of its helix and fewer hits, with falling efficiency", () => {
    const n = 10_000;
    const vertex = [0, 20, 5, 1] as const;
    const d = detect(copies(n, [{ ...pion(5, 90, 0), vertex }]), belle2, random(3));
    const expected = trackEfficiency(belle2.tracker, 5, 0.5 * Math.PI, 20);
    expect(Math.abs(share(d, n) - expected)).toBeLessThan(binomial(n, expected));
    // 5 GeV starting along x at y = 20 cm: R = 1111.9 cm, centre at y = 20 - R, so the axis is R - 20 from the centre.
    const d0 = moments(d.tracks.d0);
    expect(Math.abs(d0.mean - -20)).toBeLessThan(0.01);
    const hits = moments(d.tracks.chamberHits).mean;
    expect(hits).toBeLessThan(belle2.tracker.layers);
    expect(hits).toBeGreaterThan(0.9 * belle2.tracker.layers);
    expect(moments(d.tracks.z0).mean).toBeCloseTo(5, 2);
  });

  it("gives an electron a cluster of its energy and a muon that of a minimum-ionising particle, matched to the track", () => {
    const e = detect(copies(4000, [electron(3, 90)]), belle2, random(4));
    expect(Math.abs(moments(e.clusters.energy).mean - 3)).toBeLessThan(0.01);
    const m = detect(copies(4000, [muon(3, 90)]), belle2, random(5));
    const energies = [...m.clusters.energy].sort((a, b) => a - b);
    expect(energies[2000]).toBeGreaterThan(0.18);
    expect(energies[2000]).toBeLessThan(0.21);
    for (const { clusters, tracks } of [e, m]) {
      const matched = [...clusters.track].filter((t) => t >= 0).length;
      expect(matched).toBe(tracks.px.length);
      tracks.cluster.forEach((c, t) => {
        if (c >= 0) expect(clusters.track[c]).toBe(t);
      });
    }
  });

  it("puts the cluster where the helix meets the calorimeter", () => {
    const p = 0.6;
    const { clusters } = detect(copies(3000, [{ ...electron(p, 90, 0), pdgId: -11 }]), belle2, random(6));
    const bend = Math.asin(125 / (2 * (p / (0.00299792458 * 1.5))));
    expect(Math.abs(moments(clusters.phi).mean + bend)).toBeLessThan(5e-4);
  });

  it("sees muons in the muon system above 0.6 GeV, and punched-through pions rarely", () => {
    const reached = (particle: TestParticle, n: number): number =>
      detect(copies(n, [particle]), belle2, random(7)).muons.phi.length / n;
    expect(reached(muon(3, 90), 1000)).toBe(1);
    expect(reached(muon(0.55, 90), 1000)).toBe(0);
    expect(reached(muon(3, 16), 100)).toBe(0);
    // Survives 0.8 + 0.28 interaction lengths: 34 %.
    const n = 10_000;
    const through = Math.exp(-(0.8 + 0.28));
    expect(Math.abs(reached(pion(3, 90), n) - through)).toBeLessThan(binomial(n, through) + 0.002);
    const { muons } = detect(copies(3000, [pion(3, 90)]), belle2, random(8));
    expect(moments(muons.layers).mean).toBeLessThan(5);
    expect(moments(detect(copies(1000, [muon(3, 90)]), belle2, random(8)).muons.layers).mean).toBeGreaterThan(12.5);
  });

  it("identifies species with the efficiencies and fake rates of the data", () => {
    const n = 10_000;
    const fraction = (particle: TestParticle, as: number): number => {
      const { tracks } = detect(copies(n, [particle]), belle2, random(9));
      return [...tracks.pdgId].filter((id) => id === as).length / tracks.pdgId.length;
    };
    const id = belle2.identification;
    expect(Math.abs(fraction(electron(2, 80), 11) - id.electron)).toBeLessThan(binomial(n, id.electron));
    expect(Math.abs(fraction(muon(2, 80), 13) - id.muon)).toBeLessThan(binomial(n, id.muon));
    expect(Math.abs(fraction(muon(2, 80, 0, -13), -13) - id.muon)).toBeLessThan(binomial(n, id.muon));
    expect(fraction(muon(0.5, 80), 13)).toBe(0);
    expect(Math.abs(fraction(pion(2, 80), 321) - id.pionAsKaon)).toBeLessThan(binomial(n, id.pionAsKaon));
    expect(fraction(pion(2, 80), -11)).toBeLessThan(0.01);
  });

  it("makes full level-1 tracks above 0.3 GeV in the barrel, short ones forward, none below", () => {
    const n = 4000;
    const flags = (particle: TestParticle, mask: number): number => {
      const { tracks } = detect(copies(n, [particle]), belle2, random(10));
      return [...tracks.level1].filter((f) => (f & mask) !== 0).length / tracks.level1.length;
    };
    expect(Math.abs(flags(muon(1, 90), LEVEL1_FULL) - 0.95)).toBeLessThan(binomial(n, 0.95));
    expect(Math.abs(flags(muon(1, 90), LEVEL1_NEURAL) - 0.95 ** 2)).toBeLessThan(binomial(n, 0.95 ** 2));
    expect(flags(muon(2, 25), LEVEL1_FULL)).toBe(0);
    expect(flags(muon(2, 25), LEVEL1_SHORT)).toBeGreaterThan(0.9);
    expect(flags(muon(0.28, 90), LEVEL1_FULL)).toBe(0);
  });

  it("converts photons to pairs with the probability of the material, when asked", () => {
    const n = 20_000;
    const photon = { pdgId: 22, p: 2, theta: 90, phi: 0 };
    const none = detect(copies(n, [photon]), belle2, random(11));
    expect(none.tracks.px.length).toBe(0);
    const some = detect(copies(n, [photon]), belle2, random(11), { photonConversion: true });
    let converted = 0;
    for (let i = 0; i < n; i++) if (some.tracks.offsets[i + 1] > some.tracks.offsets[i]) converted++;
    const expected = 1 - Math.exp((-7 / 9) * 0.05);
    expect(converted / n).toBeLessThan(expected + binomial(n, expected));
    // Both tracks are lost only now and then.
    expect(converted / n).toBeGreaterThan(0.95 * expected - binomial(n, expected));
  });

  it("overlays background clusters and tracks of particle -1, leaving weights and lengths alone", () => {
    const n = 5000;
    const d = detect(copies(n, []), belle2, random(12), { background: 2 });
    expect(Math.abs(d.clusters.energy.length / n / 2 - 2 * (1 - 0.037))).toBeLessThan(0.35);
    expect([...d.clusters.particle].every((k) => k === -1)).toBe(true);
    expect(d.tracks.px.length).toBeGreaterThan(100);
    expect(d.length).toBe(n);
    expect(() => detect(copies(1, []), belle2, random(1), { background: -1 })).toThrow(
      "detect: background must be >= 0 and finite, got -1",
    );
  });

  it("matches a photon next to a track's entry point to the track", () => {
    const bend = Math.asin(125 / (2 * (4 / (0.00299792458 * 1.5)))) / rad;
    const close = detect(copies(200, [muon(4, 90, 0), { pdgId: 22, p: 1, theta: 90, phi: bend }]), belle2, random(13));
    const far = detect(copies(200, [muon(4, 90, 0), { pdgId: 22, p: 1, theta: 90, phi: 20 }]), belle2, random(13));
    const neutral = (d: Detected): number =>
      [...d.clusters.track].filter((t, c) => t < 0 && d.clusters.energy[c] > 0.6).length;
    expect(neutral(close)).toBeLessThan(25);
    expect(neutral(far)).toBe(200);
  });

  it("leaves a cluster of part of the energy for a neutral hadron that interacts", () => {
    const n = 10_000;
    const d = detect(copies(n, [{ pdgId: 130, p: 2, theta: 90, phi: 0, m: 0.497611 }]), belle2, random(14));
    const expected = 1 - Math.exp(-0.8);
    expect(Math.abs(d.clusters.energy.length / n - expected)).toBeLessThan(binomial(n, expected));
    expect(Math.max(...d.clusters.energy)).toBeLessThan(Math.hypot(2, 0.497611) - 0.497611);
  });

  it("keeps events and columns in step", () => {
    const d = detect(
      tableOf([[], [muon(2, 80), electron(2, 100, 200)], [], [{ pdgId: 22, p: 1, theta: 60, phi: 0 }]]),
      belle2,
      random(15),
    );
    expect([...d.clusters.offsets]).toEqual([0, 0, 2, 2, 3]);
    expect(d.tracks.offsets[4]).toBe(d.tracks.px.length);
    expect(d.muons.offsets[4]).toBe(1);
    expect([...d.clusters.particle]).toEqual([0, 1, 0]);
  });
});
