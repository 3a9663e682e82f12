// Prepared once: the same bits as prepared anew, and nothing else's preparation taken for it.
import { superKekb } from "@belladonna/kinematics";
import { alp, zPrime } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { crossSection, ffX, gammaX, generate, prepare, qed, tauDecays, treeProcess } from "../src/index.js";

const pairs = treeProcess({ model: qed(), outgoing: [15, -15] });
const muonsAndPhoton = treeProcess({ model: qed(), outgoing: [13, -13, 22] });
const cuts = { only: { 22: { energy: 0.5, cosTheta: 0.9 } } };

describe("prepare", () => {
  it.each([
    [
      "one channel, radiation, decays with spins",
      pairs,
      { beams: superKekb, isr: true },
      {},
      { decays: [tauDecays({ channels: ["mu nu nu"] })] },
    ],
    ["channels, cuts, a share above the envelope", muonsAndPhoton, { sqrtS: 10.58, cuts }, { overweight: 0.05 }, {}],
  ])("gives the same events and cross sections as without it: %s", (_, process, collisions, share, decays) => {
    // As it comes from another thread.
    const prepared = structuredClone(prepare(process, { ...collisions, ...share }));
    const wanted = { ...collisions, ...share, ...decays, seed: 3, events: 500 };
    const made = generate(process, { ...wanted, prepared });
    expect(made.valid).toBe(true);
    expect(made).toStrictEqual(generate(process, wanted));
    const integrated = { ...collisions, relativeError: 0.02 };
    expect(crossSection(process, { ...integrated, prepared })).toStrictEqual(crossSection(process, integrated));
  });

  it("says for all why nothing can be made", () => {
    const process = gammaX(alp({ mass: 11, gPhoton: 1e-3 }));
    const prepared = prepare(process, { sqrtS: 10.58 });
    expect(prepared.envelope).toBe(0);
    const made = generate(process, { sqrtS: 10.58, seed: 1, events: 10, prepared });
    expect(made).toStrictEqual(generate(process, { sqrtS: 10.58, seed: 1, events: 10 }));
    expect(made.reason).toContain("closed");
  });

  it("is refused where it is of something else", () => {
    const weak = ffX({ lepton: "mu", mediator: zPrime({ mass: 3, gPrime: 0.01 }) });
    const strong = ffX({ lepton: "mu", mediator: zPrime({ mass: 3, gPrime: 0.1 }) });
    const prepared = prepare(weak, { sqrtS: 10.58 });
    const asked = { sqrtS: 10.58, seed: 1, events: 1, prepared };
    expect(() => generate(strong, asked)).toThrow(/generate: prepared must be of the same .* got strength/);
    expect(() => generate(pairs, asked)).toThrow("got process e- e+ > mu");
    expect(() => generate(weak, { ...asked, sqrtS: 10 })).toThrow('got collisions {"sqrtS":10.58,');
    expect(() => generate(weak, { ...asked, cuts: { cosTheta: 0.9 } })).toThrow("got cuts {} for");
    expect(() => generate(weak, { ...asked, overweight: 0.1 })).toThrow("got overweight not given for 0.1");
    expect(() => crossSection(pairs, { sqrtS: 10.58, prepared })).toThrow("crossSection: prepared must be");
  });

  it("refuses bad options", () => {
    expect(() => prepare(pairs, { sqrtS: 10.58, overweight: 1 })).toThrow(
      "prepare: overweight must be in [0, 1), got 1",
    );
    expect(() => prepare(pairs, {})).toThrow("prepare: give either sqrtS or beams");
    expect(() => prepare(pairs, { sqrtS: 10.58, seed: 1 } as never)).toThrow(/prepare: .*seed/);
  });
});
