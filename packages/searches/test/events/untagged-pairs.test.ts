import { beamPreset, type EventTable } from "@belladonna/kinematics";
import { describe, expect, it } from "vitest";
import { untaggedPairs } from "../../src/events/untagged-pairs.js";

const beams = beamPreset("run2019");

/** Cosine of the angle to the beam and the four-vector of particle `k` of event `i`, centre of mass. */
function star({ particles: p, offsets }: EventTable, i: number, k: number) {
  const at = offsets[i] + k;
  const lab = { px: p.px[at], py: p.py[at], pz: p.pz[at], e: p.e[at], m: p.m[at] };
  const v = beams.toCms(lab, { convention: "boost-and-rotate" });
  return { ...v, cosine: v.pz / Math.hypot(v.px, v.py, v.pz), pt: Math.hypot(v.px, v.py) };
}

describe("untaggedPairs", () => {
  const events = untaggedPairs({ beams, lepton: 13, leastPt: 0.3, trials: 200_000, seed: 1 });

  it("conserves momentum and keeps masses", () => {
    for (let i = 0; i < 50; i++) {
      const all = [0, 1, 2, 3].map((k) => star(events, i, k));
      expect(all.reduce((sum, v) => sum + v.e, 0)).toBeCloseTo(beams.sqrtS, 9);
      for (const key of ["px", "py", "pz"] as const) expect(all.reduce((sum, v) => sum + v[key], 0)).toBeCloseTo(0, 9);
      expect(Math.hypot(all[2].px + all[3].px, all[2].py + all[3].py)).toBeGreaterThan(0.3);
      expect(all[2].e ** 2 - all[2].px ** 2 - all[2].py ** 2 - all[2].pz ** 2).toBeCloseTo(0.10566 ** 2, 5);
    }
  });

  it("has the cross section of the general generator where both electrons leave the beams", () => {
    // Both electrons at 3 degrees and more from their beams and above 1 GeV, muons above 0.4 GeV across the beam, |cos| < 0.9,
    // more than 90 degrees apart in azimuth, 0.8 to 8 GeV in mass: 12174 ± 24 fb by crossSection() of the models package.
    const edge = Math.cos((3 * Math.PI) / 180);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < events.length; i++) {
      const [electron, positron, a, b] = [0, 1, 2, 3].map((k) => star(events, i, k));
      const mass = Math.sqrt((a.e + b.e) ** 2 - (a.px + b.px) ** 2 - (a.py + b.py) ** 2 - (a.pz + b.pz) ** 2);
      if (electron.cosine > edge || electron.cosine < 0 || positron.cosine < -edge || positron.cosine > 0) continue;
      if (electron.e < 1 || positron.e < 1 || a.pt < 0.4 || b.pt < 0.4 || mass < 0.8 || mass > 8) continue;
      if (Math.abs(a.cosine) > 0.9 || Math.abs(b.cosine) > 0.9 || a.px * b.px + a.py * b.py > 0) continue;
      sum += events.weights[i];
      squares += events.weights[i] ** 2;
    }
    const error = Math.sqrt(squares);
    expect(error / sum).toBeLessThan(0.05);
    expect(Math.abs(sum - 12_174) / error).toBeLessThan(4);
  });

  it("gives electrons along the beams, down to the least virtuality", () => {
    let along = 0;
    let all = 0;
    for (let i = 0; i < events.length; i++) {
      const least = Math.min(1 - star(events, i, 0).cosine, 1 + star(events, i, 1).cosine);
      all += events.weights[i];
      if (least < 1e-4) along += events.weights[i];
    }
    // One electron within 0.8 degrees: most of the cross section, by the logarithm of Q².
    expect(along / all).toBeGreaterThan(0.5);
    expect(along / all).toBeLessThan(0.99);
  });
});
