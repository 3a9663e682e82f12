import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import {
  belle2,
  bit,
  countSet,
  detect,
  evaluate,
  l1Menu,
  level1Inputs,
  namesSet,
  trackEfficiency,
  type Bits,
} from "../../src/index.js";
import { copies, tableOf, type TestParticle } from "../events.js";

const MUON = 0.1056583755;
const muon = (p: number, theta: number, phi: number, pdgId = 13): TestParticle => ({ pdgId, p, theta, phi, m: MUON });
const photon = (p: number, theta: number, phi: number): TestParticle => ({ pdgId: 22, p, theta, phi });
const N = 4000;
const inputs = (event: readonly TestParticle[], seed = 1): Bits =>
  level1Inputs(detect(copies(N, event), belle2, random(seed)));
const share = (bits: Bits, name: string): number => countSet(bits, name) / N;
const trackOf = (p: number, theta: number): number => {
  const angle = (theta * Math.PI) / 180;
  return trackEfficiency(belle2.tracker, p * Math.sin(angle), angle, 0);
};
const within = (p: number): number => 5 * Math.sqrt((p * (1 - p)) / N);

describe("level1Inputs", () => {
  it("of nothing is nothing", () => {
    const bits = level1Inputs(detect(tableOf([[], []]), belle2, random(1)));
    expect(bits.words.every((w) => w === 0)).toBe(true);
    expect(namesSet(evaluate(l1Menu, bits), 0)).toEqual([]);
  });

  it("fires the single-photon lines for one photon of 3 GeV in the barrel, and the veto for none", () => {
    const out = evaluate(l1Menu, inputs([photon(3, 75, 47.5)]));
    for (const line of ["lml1", "lml6", "lml13", "hie", "lowe", "g_c1", "c1hie"])
      expect(share(out, line)).toBeGreaterThan(0.99);
    for (const line of ["lml7", "lml2", "c2", "bha3d", "ffo", "f"]) expect(share(out, line)).toBeLessThan(0.01);
  });

  it("turns lml6 on at 1 GeV in the centre-of-mass frame", () => {
    // Ring 9 at 73 degrees: 1 GeV there is 1.1 GeV in the lab by the table.
    const turnOn = [0.9, 1.0, 1.1, 1.2, 1.35].map((e) => share(inputs([photon(e, 73, 47.5)]), "ecl_lml_6"));
    expect(turnOn[0]).toBeLessThan(0.01);
    expect(turnOn[4]).toBeGreaterThan(0.99);
    expect([...turnOn].sort((a, b) => a - b)).toEqual(turnOn);
  });

  it("sees a Bhabha in two photons back to back in the centre-of-mass frame, by energy and not by track", () => {
    // 5.29 GeV each at 90 degrees in the centre-of-mass frame, boosted by 0.27 along z: 5.5 GeV at 74.2 degrees.
    const out = inputs([photon(5.5, 74.2, 40), photon(5.5, 74.2, 220)]);
    expect(share(out, "bha_veto")).toBeGreaterThan(0.9);
    expect(share(out, "bha_intrk")).toBeGreaterThan(0.9);
    expect(share(out, "brlnb2")).toBeGreaterThan(0.95);
    expect(share(out, "t2_1") + share(out, "trkbha1") + share(out, "trkbha2")).toBe(0);
    expect(share(evaluate(l1Menu, out), "ggsel")).toBeGreaterThan(0.9);
    const electrons = [40, 220].map((phi, k) => ({ pdgId: k === 0 ? 11 : -11, p: 5.5, theta: 74.2, phi, m: 0.000511 }));
    expect(share(evaluate(l1Menu, inputs(electrons)), "ggsel")).toBeLessThan(0.03);
    expect(share(evaluate(l1Menu, out), "hie")).toBeLessThan(0.1);
  });

  it("fires ffo for two muons 150 degrees apart with the square of the tracking efficiencies, not for parallel ones", () => {
    const tracks = [trackOf(3, 80), trackOf(2, 90)];
    const found = tracks[0] * tracks[1] * belle2.level1.efficiency ** 2;
    const apart = evaluate(l1Menu, inputs([muon(3, 80, 10), muon(2, 90, 160, -13)]));
    expect(Math.abs(share(apart, "ffo") - found)).toBeLessThan(within(found));
    expect(share(evaluate(l1Menu, inputs([muon(3, 80, 10), muon(2, 90, 60, -13)])), "ffo")).toBe(0);
  });

  it("matches a muon to its cluster and to the muon system, and calls it a single track", () => {
    const bits = inputs([muon(2, 85, 77)]);
    const l1 = trackOf(2, 85) * belle2.level1.efficiency;
    expect(Math.abs(share(bits, "t2_0") - l1)).toBeLessThan(within(l1));
    expect(share(bits, "cdcecl_0")).toBeGreaterThan(0.95 * l1);
    expect(share(bits, "cdcklm_0")).toBeGreaterThan(0.95 * l1);
    expect(share(bits, "typ")).toBeGreaterThan(0.9 * l1 * belle2.level1.neuralEfficiency);
    expect(share(bits, "klm_0")).toBeGreaterThan(0.99);
    const soft = inputs([muon(0.75, 85, 77)]);
    expect(share(soft, "klm_hit")).toBe(0);
  });

  it("makes short tracks, endcap muon sectors and their match of forward muons", () => {
    const bits = inputs([muon(3, 25, 45)]);
    expect(share(bits, "t2_0")).toBe(0);
    expect(share(bits, "ts_0")).toBeGreaterThan(0.85);
    expect(share(bits, "eklm_0")).toBeGreaterThan(0.99);
    expect(share(bits, "seklm_0")).toBeGreaterThan(0.85);
    expect(share(evaluate(l1Menu, bits), "seklm1")).toBeGreaterThan(0.85);
    expect(share(inputs([muon(3, 28, 45), muon(3, 28, 225, -13)]), "eklmb2b")).toBeGreaterThan(0.99);
  });

  it("finds muons opposite each other in the barrel", () => {
    expect(share(inputs([muon(4, 80, 45), muon(4, 80, 225, -13)]), "klmb2b")).toBeGreaterThan(0.99);
    expect(share(inputs([muon(4, 80, 45), muon(4, 80, 135, -13)]), "klmb2b")).toBe(0);
  });

  it("gives one veto bit and counters that agree with each other, for anything", () => {
    const mixed = detect(
      tableOf(
        Array.from({ length: 500 }, (_, i) => [
          muon(0.5 + (i % 7), 20 + ((i * 37) % 130), (i * 61) % 360),
          photon(0.2 + (i % 5), 15 + ((i * 53) % 138), (i * 97) % 360),
          { pdgId: -211, p: 0.3 + (i % 3), theta: 20 + ((i * 71) % 125), phi: (i * 41) % 360, m: 0.13957 },
        ]),
      ),
      belle2,
      random(9),
      { background: 5 },
    );
    const bits = level1Inputs(mixed);
    for (let i = 0; i < 500; i++) {
      const set = namesSet(bits, i);
      for (const stem of ["t2", "t3", "ty", "ts", "ta", "cdcecl", "c2gev", "cdcklm", "seklm"]) {
        expect(set.filter((name) => name.startsWith(`${stem}_`)).length).toBeLessThanOrEqual(1);
      }
      expect(bit(bits, "ecl_3dbha", i)).toBe(bit(bits, "bha_veto", i));
      if (bit(bits, "elum", i)) expect(bit(bits, "ehigh", i) && bit(bits, "elow", i)).toBe(true);
      if (bit(bits, "cdc_b2b3", i)) expect(bit(bits, "cdc_b2b9", i) && bit(bits, "cdc_open90", i)).toBe(true);
    }
  });

  it("lets neither clusters outside the time window nor cells below threshold in", () => {
    const late = detect(copies(1, [{ ...photon(3, 75, 47.5), vertex: [0, 0, 0, 200] }]), belle2, random(2));
    expect(namesSet(level1Inputs(late), 0)).toEqual([]);
    expect(namesSet(level1Inputs(late, { halfWindow: 300 }), 0)).toContain("ehigh");
    const soft = detect(copies(1, [photon(0.09, 75, 47.5)]), belle2, random(2));
    expect(namesSet(level1Inputs(soft), 0)).toEqual([]);
    expect(namesSet(level1Inputs(soft, { cellThreshold: 0.03 }), 0)).toContain("clst_0");
  });
});
