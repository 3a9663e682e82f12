import { phaseSpace } from "@belladonna/kinematics";
import type { FourVector } from "@belladonna/kinematics";
import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import {
  crossSection,
  darkHiggsstrahlung,
  gammaX,
  generate,
  mediatorDecays,
  qed,
  squaredAmplitude,
  tauDecays,
  treeProcess,
  withMediator,
} from "../src/index.js";
import { darkHiggs, darkPhoton, hnl } from "@belladonna/models";
import type { Process } from "../src/index.js";
import { drawAtRest } from "../src/decays/rest-frame.js";
import { MASS } from "@belladonna/models/constants";
import { decaySample, imbalance } from "./decay-sample.js";

const photon = darkPhoton({ mass: 1, epsilon: 1e-5 });
const higgs = darkHiggs({ mass: 3, darkPhotonMass: 1, epsilon: 1e-5, alphaD: 0.1 });

describe("mediatorDecays", () => {
  it("gives two pions beside a lepton the rho between, of their charge", () => {
    const neutral = hnl({ mass: 1.5, mixing: { mu: 1e-6 }, nature: "majorana" });
    const { channels } = mediatorDecays(neutral);
    const resonances = channels.flatMap((c) => (c.resonance === undefined ? [] : [[c.name, c.resonance.pdgId]]));
    expect(resonances).toEqual([
      ["mu- pi+ pi0", 213],
      ["mu+ pi- pi0", -213],
      ["nu pi+ pi-", 113],
    ]);
    const charge = new Map([
      [13, -1],
      [211, 1],
      [111, 0],
    ]);
    for (const { name, products } of channels.filter((c) => c.name.startsWith("mu- pi"))) {
      const sum = products.reduce((q, id) => q + Math.sign(id) * (charge.get(Math.abs(id)) ?? NaN), 0);
      expect(sum, name).toBe(0);
    }
  });

  it("makes chains: h' to two A', each to muons at its own displaced vertex", () => {
    const process = darkHiggsstrahlung({ darkPhoton: photon, darkHiggs: higgs });
    const channels = ["mu+ mu-"];
    const decays = [mediatorDecays(higgs, { channels: ["A' A'"] }), mediatorDecays(photon, { channels })];
    const events = generate(process, { sqrtS: 10.58, seed: 5, events: 2000, decays });
    const { pdgId, mother, vx, vy, vz, px, py, pz } = events.particles;
    const mu = photon.branchingFraction("mu+ mu-");
    expect(events.branchingFraction / (mu ** 3 * higgs.branchingFraction("A' A'"))).toBeCloseTo(1, 10);
    let sum = 0;
    let n = 0;
    for (let i = 0; i < events.length; i++) {
      const from = events.offsets[i];
      const rows = [...pdgId.subarray(from, events.offsets[i + 1])];
      expect(rows.filter((id) => Math.abs(id) === 13)).toHaveLength(6);
      expect(rows.filter((id) => id === 4900023)).toHaveLength(3);
      for (let r = from; r < events.offsets[i + 1]; r++) {
        if (pdgId[r] !== 13) continue;
        const m = from + mother[r];
        const p = Math.hypot(px[m], py[m], pz[m]);
        sum += Math.hypot(vx[r] - vx[m], vy[r] - vy[m], vz[r] - vz[m]) / p;
        n++;
      }
    }
    expect(n).toBe(6000);
    expect(Math.abs(sum / n / photon.ctau - 1)).toBeLessThan(4 / Math.sqrt(n));
  });

  it("keeps the lepton number of a Dirac N and of its antiparticle, and none of a Majorana N", () => {
    const signs = (nature: "dirac" | "majorana", tau: 15 | -15): number[] => {
      const n = hnl({ mass: 1, mixing: { mu: 1e-6 }, nature });
      const lepton = mediatorDecays(n, { channels: nature === "dirac" ? ["mu- pi+"] : ["mu- pi+", "mu+ pi-"] });
      const made = { ...tauDecays(), channels: [{ name: "pi N", products: [-211, lepton.pdgId], fraction: 1 }] };
      const { pdgId } = decaySample([made, lepton], tau, MASS.tau, 200).particles;
      return [...new Set(pdgId.filter((id) => Math.abs(id) === 13))].sort((a, b) => a - b);
    };
    expect(signs("dirac", 15)).toEqual([13]);
    expect(signs("dirac", -15)).toEqual([-13]);
    expect(signs("majorana", 15)).toEqual([-13, 13]);
    expect(signs("majorana", -15)).toEqual([-13, 13]);
  });

  it("takes three pions of a vector by the amplitude of its width, with the resonances in the pairs", () => {
    // Γ ∝ ∫|p₊ × p₋|²|F|² p₁₂ p₃ dm₁₂ dΩ dΩ, without a factor that depends on the mass.
    const integral = (mass: number): number => {
      const vector = darkPhoton({ mass, epsilon: 1e-3 });
      const three = vector.channels().find(({ name }) => name === "pi+ pi- pi0");
      if (three?.dynamics === undefined) throw new Error("no matrix element");
      const masses = [MASS["pi+"], MASS["pi+"], MASS["pi+"]];
      const stream = random(7);
      const p = new Float64Array(12);
      const none = new Float64Array(3);
      let sum = 0;
      const draws = 20_000;
      for (let i = 0; i < draws; i++) {
        sum += drawAtRest(mass, masses, undefined, stream, p) * three.dynamics.value(p, none);
      }
      return ((mass - 3 * MASS["pi+"]) * sum) / draws / three.width;
    };
    const reference = integral(0.75);
    for (const mass of [0.6, 0.782, 0.9, 1.019, 1.3]) expect(integral(mass) / reference).toBeCloseTo(1, 1);
  });

  it("takes more than two bodies by phase space, and dark matter of a given mass", () => {
    const channels = ["pi+ pi- pi0"];
    const three = decaySample([mediatorDecays(photon, { channels, pdgId: 32 })], 32, 1, 2000, [0, 1, 0]);
    expect(imbalance(three)).toBeLessThan(1e-12);
    expect(three.offsets[1]).toBe(4);
    const dark = darkPhoton({ mass: 1, epsilon: 1e-3, dark: { mass: 0.3, alphaD: 0.1 } });
    const table = mediatorDecays(dark, { channels: ["chi chi"], masses: { 52: 0.3 } });
    const pairs = decaySample([table], 4900023, 1, 100);
    expect(pairs.particles.m[1]).toBe(0.3);
    expect(pairs.particles.m[2]).toBe(0.3);
    expect(imbalance(pairs)).toBeLessThan(1e-14);
  });

  it("names channels that are not there and particles without a mass", () => {
    expect(() => mediatorDecays(photon, { channels: ["tau+ tau-"] })).toThrow(
      /mediatorDecays: channels of dark photon can be "e\+ e-".*got "tau\+ tau-"/,
    );
    const table = mediatorDecays(higgs, { channels: ["A' A'"] });
    expect(() => decaySample([table], 4900025, 3, 1)).toThrow("the table must hold the PDG number, got 4900023");
  });
});

describe("treeProcess of a mediator with a width", () => {
  const wide = darkPhoton({ mass: 3, epsilon: 0.3 });
  const ME = 0.51099895069e-3;

  /** e- e+ > gamma A'* > gamma mu- mu+ without radiation off the muons. */
  function throughMediator(masses: { readonly e: number; readonly mu: number }): Process {
    const model = withMediator(qed({ masses }), wide);
    return treeProcess({ model, outgoing: [22, 13, -13], propagating: ["e", wide.name] });
  }

  it("keeps the spin: the squared amplitude is that of radiative return, with the line shape", () => {
    const process = throughMediator({ e: 1e-6, mu: 1e-6 });
    const total = { px: 0, py: 0, pz: 0, e: 10, m: 10 };
    const stream = random(8);
    const beam = (sign: number): FourVector => ({ px: 0, py: 0, pz: sign * 5, e: 5, m: 1e-6 });
    const dot = (a: FourVector, b: FourVector): number => a.e * b.e - a.px * b.px - a.py * b.py - a.pz * b.pz;
    const width = wide.width();
    const ratios: number[] = [];
    const { momenta } = phaseSpace(total, [0, 1e-6, 1e-6], stream, 200, { method: "raubold-lynch" });
    for (let i = 0; i < 200; i++) {
      const [k, minus, plus] = momenta.map(({ px, py, pz, e, m }) => ({
        px: px[i],
        py: py[i],
        pz: pz[i],
        e: e[i],
        m: m[i],
      }));
      if (Math.abs(k.pz / k.e) > 0.95) continue;
      const [electron, positron] = [beam(1), beam(-1)];
      const q2 = 2 * dot(minus, plus);
      const sum = [electron, positron].flatMap((a) => [minus, plus].map((b) => dot(a, b) ** 2)).reduce((a, b) => a + b);
      const line = (q2 - 9) ** 2 + (3 * width) ** 2;
      const expected = (q2 * sum) / (line * dot(electron, k) * dot(positron, k));
      ratios.push(squaredAmplitude(process, [electron, positron, k, minus, plus]) / expected);
    }
    expect(ratios.length).toBeGreaterThan(150);
    for (const ratio of ratios) expect(Math.abs(ratio / ratios[0] - 1)).toBeLessThan(1e-7);
  });

  it("has the cross section of production times the branching fraction, for a narrow one", () => {
    const cuts = {
      only: { 22: { cosTheta: 0.9, energy: 0.5 } },
      pairs: [{ between: [13, 13], mass: [2.7, 3.3] }],
    } as const;
    const whole = crossSection(throughMediator({ e: ME, mu: 0.1056583755 }), { sqrtS: 10.58, seed: 1, cuts });
    const narrow = crossSection(gammaX(wide), { sqrtS: 10.58, seed: 1, cuts: { only: { 22: { cosTheta: 0.9 } } } });
    const expected = narrow.value * wide.branchingFraction("mu+ mu-");
    // Tails cut off at 0.3 GeV: 2 Γ/(π 0.6 GeV) of it; the spectrum falls by a few parts in a thousand over Γ.
    const tails = (2 * wide.width()) / (Math.PI * 0.6);
    expect(Math.abs(whole.value / expected / (1 - tails) - 1)).toBeLessThan(4 * (whole.error / whole.value) + 2e-3);
    expect(whole.error / whole.value).toBeLessThan(5e-3);
  });
});
