import { generate, qed, tauDecays, treeProcess } from "@belladonna/events";
import { describe, expect, it } from "vitest";
import { tauLeptons } from "../src/recoil/tau-pairs.js";
import { beams } from "../src/zprime-to-invisible/samples.js";
import { mayPass } from "../src/zprime-to-invisible/preselection.js";

describe("tauLeptons", () => {
  it("gives as many candidates as taus that decay once each, spins correlated", () => {
    const { events, luminosity } = tauLeptons({ beams, leptons: [13, 13], mayPass, pairs: 1000, times: 200, seed: 7 });
    const many = events.length / luminosity;
    const once = generate(treeProcess({ model: qed(), outgoing: [15, -15] }), {
      beams,
      events: 60_000,
      seed: 3,
      isr: true,
      decays: [tauDecays({ channels: ["mu nu nu"] })],
    });
    const { particles: p, offsets } = once;
    let passed = 0;
    for (let i = 0; i < once.length; i++) {
      const rows = Array.from({ length: offsets[i + 1] - offsets[i] }, (_, k) => offsets[i] + k);
      const [a, b] = [13, -13].map((id) => rows.find((k) => p.pdgId[k] === id) ?? -1);
      const pair = [a, b].flatMap((k) => [p.px[k], p.py[k], p.pz[k], p.e[k]]);
      if (mayPass(beams, Float64Array.from(pair))) passed++;
    }
    const perFb = passed / (once.length / (once.crossSection.value * once.branchingFraction));
    // Poisson errors; decays of one pair are nearly independent, since few pass.
    const error = perFb * Math.sqrt(1 / passed + 3 / events.length);
    expect(passed).toBeGreaterThan(200);
    expect(Math.abs(many - perFb)).toBeLessThan(4 * error);
    expect(error / perFb).toBeLessThan(0.1);
  });
});
