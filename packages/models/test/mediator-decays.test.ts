import { describe, expect, it } from "vitest";
import { darkHiggs, darkHiggsstrahlung, darkPhoton, generate, mediatorDecays } from "../src/index.js";
import { decaySample, imbalance } from "./decay-sample.js";

const photon = darkPhoton({ mass: 1, epsilon: 1e-5 });
const higgs = darkHiggs({ mass: 3, darkPhotonMass: 1, epsilon: 1e-5, alphaD: 0.1 });

describe("mediatorDecays", () => {
  it("makes chains: h' to two A', each to muons at its own displaced vertex", () => {
    const process = darkHiggsstrahlung({ darkPhoton: photon, darkHiggs: higgs });
    const channels = ["mu+ mu-"];
    const decays = [
      mediatorDecays(higgs, { channels: ["A' A'"] }),
      mediatorDecays(photon, { channels, pdgId: 32 }),
      mediatorDecays(photon, { channels }),
    ];
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
      expect(rows.filter((id) => id === 32)).toHaveLength(2);
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
      /mediatorDecays: channels of dark photon can be "e\+ e-".*got "tautau"/,
    );
    const table = mediatorDecays(higgs, { channels: ["A' A'"] });
    expect(() => decaySample([table], 4900025, 3, 1)).toThrow("the table must hold the PDG number, got 32");
  });
});
