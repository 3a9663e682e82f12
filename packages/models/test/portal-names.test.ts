import { describe, expect, it } from "vitest";
import { portalId, portalNamed, portals } from "@belladonna/models";

describe("portalId", () => {
  it.each([
    ["dark-photon", "dark-photon"],
    ["darkPhoton", "dark-photon"],
    ["Dark photon", "dark-photon"],
    ["A’", "dark-photon"],
    ["Lmu-Ltau Z'", "z-prime"],
    ["zPrime", "z-prime"],
    ["B-L", "b-minus-l"],
    ["Axion-like particle", "alp"],
    ["heavy neutral lepton", "hnl"],
    ["LFV ALP", "lfv-alp"],
    ["dark Higgs boson", "dark-higgs"],
  ])("takes %s for %s", (name, id) => {
    expect(portalId(name)).toBe(id);
  });

  it("refuses what is none, with the nearest", () => {
    expect(() => portalId("dark-photn")).toThrow(
      /portalId: name must be one of dark-photon, .* got "dark-photn" \(did you mean "dark-photon"\?\)/,
    );
    for (const name of ["", "constructor"]) expect(() => portalId(name)).toThrow(RangeError);
  });
});

describe("portalNamed", () => {
  it("finds every portal by its name in any spelling", () => {
    for (const portal of portals) {
      for (const name of [portal.name, portal.name.toUpperCase(), portal.name.replaceAll(/[ ,]+/g, "-")]) {
        expect(portalNamed(name), name).toBe(portal);
      }
    }
  });

  it("finds the only portal of a kind by the names of the kind", () => {
    expect(portalNamed("hidden photon").name).toBe("dark photon");
    expect(portalNamed("Z'").name).toBe("Lmu-Ltau Z'");
    expect(portalNamed("Higgs portal").name).toBe("dark scalar");
  });

  it("refuses a kind with several portals, with their names", () => {
    expect(() => portalNamed("axion-like particle")).toThrow(/must be one of "ALP, photons", "ALP, W", .*got/);
    expect(() => portalNamed("nothing")).toThrow(RangeError);
  });
});
