import { describe, expect, it } from "vitest";
import { chargesFrom, portalId, portalNamed, portals, vectorMediator } from "@belladonna/models";

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
    ["LFV Z′", "lfv-z-prime"],
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

  it("takes charges, and makes the vector that has them", () => {
    const own = portalNamed("e=1, mu=-1, u=1/3");
    expect(own.name).toBe("e=1,mu=-1,u=1/3");
    const charges = { e: 1, mu: -1, u: 1 / 3 };
    const { make, power } = own;
    expect(make(0.5, 1e-4).width()).toBe(vectorMediator({ mass: 0.5, coupling: 1e-4, charges }).width());
    expect(make(0.5, 2e-4).width() / make(0.5, 1e-4).width()).toBeCloseTo(2 ** power, 12);
    expect(chargesFrom("e=1, mu=-1, u=1/3")).toEqual(charges);
  });

  it.each(["e", "e=", "e=1=2", "u=1/3/2", "e=x", "", "e=1/0", "e=1/", "e=1,e=2", "muon=1", "e=1,", "loop=1"])(
    "refuses the charges %j",
    (wrong) => {
      expect(() => chargesFrom(wrong)).toThrow(/^chargesFrom: charges must /);
    },
  );

  it("refuses charges that no vector can have", () => {
    expect(() => portalNamed("e=0")).toThrow("charges must not all be 0");
    expect(() => portalNamed("e=1e60")).toThrow("charges.e must be finite");
  });
});
