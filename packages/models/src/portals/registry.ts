import type { Mediator } from "../mediator.js";
import { alp } from "./alp.js";
import { baryonic, bMinusL, leMinusLmu, leMinusLtau, protophobic, type Charges } from "./charges.js";
import { darkHiggs } from "./dark-higgs.js";
import { darkPhoton } from "./dark-photon.js";
import { darkScalar } from "./dark-scalar.js";
import { hnl, type HnlParameters } from "./hnl.js";
import { leptophilicScalar, muonphilicScalar } from "./leptophilic-scalar.js";
import { lfvAlp } from "./lfv-alp.js";
import { lfvZPrime } from "./lfv-z-prime.js";
import { vectorMediator } from "./vector.js";
import { zPrime } from "./z-prime.js";

/** A portal as a function of one mass and one coupling, for scans and for the contract that all portals are held to. */
export interface Portal {
  /** Name, unique. */
  readonly name: string;
  /** What the coupling is, as the factory calls it. */
  readonly coupling: string;
  /** Makes the mediator. */
  readonly make: (mass: number, coupling: number) => Mediator;
  /** Power of the coupling in every width. */
  readonly power: 1 | 2;
  /** A coupling of the size of present limits. */
  readonly typical: number;
}

/** The portal of a vector with the charges given. */
export const vectorPortal = (name: string, charges: Charges): Portal => ({
  name,
  coupling: "coupling",
  make: (mass, coupling) => vectorMediator({ name, mass, coupling, charges }),
  power: 2,
  typical: 1e-4,
});

const neutralLepton = (
  name: string,
  flavours: readonly ("e" | "mu" | "tau")[],
  nature: HnlParameters["nature"],
): Portal => ({
  name,
  coupling: `mixing.${flavours.join(" = ")}`,
  make: (mass, u) => hnl({ mass, mixing: Object.fromEntries(flavours.map((l) => [l, u])), nature }),
  power: 1,
  typical: 1e-6,
});

/**
 * Every portal of the package. A new one is its file and one entry here; the contract test then runs on it by itself. A
 * call in this list is marked pure, so that who imports one portal does not bundle the tables of all others.
 */
export const portals: readonly Portal[] = [
  {
    name: "dark photon",
    coupling: "epsilon",
    make: (mass, epsilon) => darkPhoton({ mass, epsilon }),
    power: 2,
    typical: 1e-3,
  },
  {
    name: "Lmu-Ltau Z'",
    coupling: "gPrime",
    make: (mass, gPrime) => zPrime({ mass, gPrime }),
    power: 2,
    typical: 1e-3,
  },
  /* @__PURE__ */ vectorPortal("B-L", bMinusL),
  /* @__PURE__ */ vectorPortal("baryonic", baryonic),
  /* @__PURE__ */ vectorPortal("Le-Lmu", leMinusLmu),
  /* @__PURE__ */ vectorPortal("Le-Ltau", leMinusLtau),
  /* @__PURE__ */ vectorPortal("protophobic", protophobic),
  {
    name: "ALP, photons",
    coupling: "gPhoton",
    make: (mass, gPhoton) => alp({ mass, gPhoton }),
    power: 2,
    typical: 1e-4,
  },
  { name: "ALP, W", coupling: "gW", make: (mass, gW) => alp({ mass, gW }), power: 2, typical: 1e-5 },
  {
    name: "ALP, leptons",
    coupling: "cLepton at f = 1 TeV",
    make: (mass, cLepton) => alp({ mass, cLepton, decayConstant: 1000 }),
    power: 2,
    typical: 1,
  },
  {
    name: "ALP, gluons",
    coupling: "cGluon at f = 1 TeV",
    make: (mass, cGluon) => alp({ mass, cGluon, decayConstant: 1000 }),
    power: 2,
    typical: 0.1,
  },
  {
    name: "ALP, fermions",
    coupling: "cFermion at f = 1 TeV",
    make: (mass, cFermion) => alp({ mass, cFermion, decayConstant: 1000 }),
    power: 2,
    typical: 1,
  },
  {
    name: "LFV ALP",
    coupling: "cVector = cAxial at f = 10^7 GeV",
    make: (mass, c) => lfvAlp({ mass, cVector: c, cAxial: c, decayConstant: 1e7 }),
    power: 2,
    typical: 1,
  },
  {
    name: "LFV Z'",
    coupling: "coupling",
    make: (mass, coupling) => lfvZPrime({ mass, coupling }),
    power: 2,
    typical: 1e-3,
  },
  {
    name: "dark scalar",
    coupling: "sinTheta",
    make: (mass, sinTheta) => darkScalar({ mass, sinTheta }),
    power: 2,
    typical: 1e-4,
  },
  {
    name: "leptophilic scalar",
    coupling: "xi",
    make: (mass, xi) => leptophilicScalar({ mass, xi }),
    power: 2,
    typical: 1,
  },
  {
    name: "muonphilic scalar",
    coupling: "g",
    make: (mass, g) => muonphilicScalar({ mass, g }),
    power: 2,
    typical: 1e-2,
  },
  {
    name: "dark Higgs boson",
    coupling: "alphaD at a dark photon of 1 GeV and epsilon = 10^-3",
    make: (mass, alphaD) => darkHiggs({ mass, darkPhotonMass: 1, epsilon: 1e-3, alphaD }),
    power: 1,
    typical: 0.1,
  },
  /* @__PURE__ */ neutralLepton("HNL, electron", ["e"], "majorana"),
  /* @__PURE__ */ neutralLepton("HNL, muon", ["mu"], "majorana"),
  /* @__PURE__ */ neutralLepton("HNL, tau", ["tau"], "majorana"),
  /* @__PURE__ */ neutralLepton("HNL, Dirac, all flavours", ["e", "mu", "tau"], "dirac"),
];
