import { superKekb } from "@belladonna/kinematics";
import { ffX, generate, qed, treeProcess, writeLhe } from "@belladonna/events";
import { zPrime } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { beams, generateSignal } from "../../src/alp-to-photons/samples.js";
import { readSignal } from "../../src/events/les-houches-signal.js";

const file = (text: string) => ({ name: "signal.lhe", bytes: new TextEncoder().encode(text) });

describe("readSignal", () => {
  it("finds the mediator that decays, and brings the events to the lab of the beams", async () => {
    const { events, mass, mediator } = await readSignal(file(writeLhe(generateSignal(2, 50, 1))), beams);
    expect(mass).toBeCloseTo(2, 9);
    const { offsets, particles } = events;
    expect(events.length).toBe(50);
    for (let i = 0; i < events.length; i++) {
      expect(particles.status[offsets[i] + mediator]).toBe(2);
      const sum = { px: 0, py: 0, pz: 0, e: 0 };
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        if (particles.status[k] !== 1) continue;
        expect(particles.pdgId[k]).toBe(22);
        sum.px += particles.px[k];
        sum.py += particles.py[k];
        sum.pz += particles.pz[k];
        sum.e += particles.e[k];
      }
      // Within the spread of the beams, 5 MeV of 11 GeV, which the file's events have.
      for (const key of ["px", "py", "pz", "e"] as const)
        expect(Math.abs(sum[key] - beams.total[key])).toBeLessThan(0.05);
    }
  });

  it("finds the mediator that escapes", async () => {
    const process = ffX({ lepton: "mu", mediator: zPrime({ mass: 3, gPrime: 0.1 }) });
    const made = generate(process, { beams: superKekb, events: 20, seed: 2 });
    const { mass, events, mediator } = await readSignal(file(writeLhe(made)), beams);
    expect(mass).toBeCloseTo(3, 9);
    expect(events.particles.m[events.offsets[7] + mediator]).toBeCloseTo(3, 9);
  });

  it("says what is wrong with a file", async () => {
    const muons = generate(treeProcess({ model: qed(), outgoing: [13, -13] }), {
      beams: superKekb,
      events: 3,
      seed: 1,
    });
    await expect(readSignal(file(writeLhe(muons)), beams)).rejects.toThrow(
      "signal.lhe: event 1 has no particle beyond the Standard Model, and not one that decays",
    );
    const text = writeLhe(generateSignal(2, 3, 1));
    await expect(readSignal(file(text.replaceAll(/<event>[^]*<\/event>\n/g, "")), beams)).rejects.toThrow(
      "no events in it",
    );
    const [head, ...rest] = text.split("<event>");
    const other = writeLhe(muons).split("<event>")[1].replace("</LesHouchesEvents>", "");
    await expect(readSignal(file([head, rest[0], other, rest[2]].join("<event>")), beams)).rejects.toThrow(
      "event 2 is not made as event 1 is",
    );
  });
});
