import { describe, expect, it } from "vitest";
import { particle, particleId, particles, sameChannel } from "@belladonna/kinematics";

describe("particleId", () => {
  it("knows every particle by its name in the table, whatever blanks, underscores and capitals", () => {
    for (const { name, pdgId } of particles()) {
      for (const one of [name, name.toLowerCase(), name.replaceAll("_", ""), ` ${name} `]) {
        expect(particleId(one), one).toBe(pdgId);
      }
      expect(particle(name)).toEqual(particle(pdgId));
    }
  });

  it.each([
    ["μ⁺", -13],
    ["µ−", 13],
    ["\\mu^+", -13],
    ["$\\tau^-$", 15],
    ["e", 11],
    ["positron", -11],
    ["photon", 22],
    ["γ", 22],
    ["Ds+", 431],
    ["D_{s}^{-}", -431],
    ["K*(892)0", 313],
    ["rho(770)-", -213],
    ["KS", 310],
    ["K_L", 130],
    ["π⁰", 111],
    ["pion+", 211],
    ["J/ψ", 443],
    ["Y(4S)", 300553],
    ["η'", 331],
    ["anti-B0", -511],
    ["antiproton", -2212],
    ["proton", 2212],
  ])("takes %s for %d", (name, pdgId) => {
    expect(particleId(name)).toBe(pdgId);
  });

  it("refuses what names no particle, or two", () => {
    expect(() => particleId("mu--")).toThrow(/particleId: name must be .* got "mu--" \(did you mean "mu-"\?\)/);
    for (const name of ["", "pi", "K", "constructor", "__proto__"]) expect(() => particleId(name)).toThrow(RangeError);
  });
});

describe("sameChannel", () => {
  it.each([
    ["mu+ mu-", ["mu+ mu-", "mumu", "mu mu", "mu_mu", "MU-MU+", "μ⁺μ⁻", "μμ", "dimuon", "\\mu^+\\mu^-"]],
    ["gamma gamma", ["γγ", "photon photon", "gammagamma", "diphoton"]],
    ["pi+ pi- pi0", ["pipipi0", "pi0 pi- pi+", "π⁰π⁺π⁻"]],
    ["e- pi+", ["epi", "pi e", "pi+ e-", "electron pion"]],
    ["nu_e eta", ["etanue", "eta nu_e"]],
    ["K_S0 K_L0", ["KS KL", "KlongKshort"]],
    ["invisible", ["Invisible"]],
  ])("knows %s however it is written", (known, ways) => {
    for (const way of ways) expect(sameChannel(known, way), way).toBe(true);
  });

  it.each([
    ["mu+ mu-", ["mu+ mu+", "mu", "mu mu mu", "e mu", "mumug", ""]],
    ["mu- pi+", ["mu+ pi-", "pi0 mu"]],
    ["rho+ e-", ["rho0 e"]],
    ["e+ e-", ["eta"]],
  ])("does not take for %s what is another", (known, ways) => {
    for (const way of ways) expect(sameChannel(known, way), way).toBe(false);
  });
});
