import { alp, darkPhoton, darkScalar, hnl, muonphilicScalar, zPrime } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { signalProcess } from "../src/signal-process.js";

describe("signalProcess", () => {
  it.each([
    ["a dark photon", darkPhoton({ mass: 1, epsilon: 1e-3 }), [22]],
    ["an axion-like particle of photons", alp({ mass: 1, gPhoton: 1e-4 }), [22]],
    ["a Z' of muons and taus", zPrime({ mass: 0.5, gPrime: 1e-3 }), [13, -13]],
    ["a scalar of muons", muonphilicScalar({ mass: 1, g: 1e-3 }), [13, -13]],
  ])("makes %s with what it couples to", (_name, mediator, beside) => {
    const process = signalProcess(mediator);
    expect(process?.outgoing.map((o) => o.pdgId).slice(0, -1)).toEqual(beside);
    expect(process?.outgoing.at(-1)?.mass).toBe(mediator.mass);
  });

  it("has none for what is made in decays, and none above the energy of the beams", () => {
    expect(signalProcess(hnl({ mass: 1, mixing: { tau: 1e-4 }, nature: "majorana" }))).toBeUndefined();
    expect(signalProcess(darkPhoton({ mass: 11, epsilon: 1e-3 }))).toBeUndefined();
    expect(signalProcess(darkScalar({ mass: 11, sinTheta: 1e-3 }))).toBeUndefined();
  });
});
