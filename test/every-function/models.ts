import * as models from "@belladonna/models";
import { references } from "@belladonna/sources";
import type { Example, Table } from "./walk.js";

const { darkPhoton, hnl, lfvAlp } = models;
const dark = { mass: 0.1, alphaD: 0.1, kind: "dirac" };
/** Width, a fraction and whether it flies. */
const used = (x: models.Mediator): unknown => [x.width(), x.branchingFraction(x.channels()[0]), x.ctau > 0 ? 1 : NaN];
const portal = (parameters: Record<string, unknown>, more: Partial<Example> = {}): Example[] => [
  { args: [parameters], use: used, ...more, options: [[0], ...(more.options ?? [])] },
];
const vectors = models.portals[0];
const neutral = hnl({ mass: 1, mixing: { mu: 1e-6 }, nature: "majorana" });

export const table: Table = {
  alp: [
    ...portal({ mass: 1, gPhoton: 1e-3, gW: 1e-3, conversions: true }),
    ...portal({ mass: 1, cLepton: { e: 1, mu: 1 }, cGluon: 1, decayConstant: 1e3 }, { options: [[0, "cLepton"]] }),
    ...portal({ mass: 1, cFermion: 1, decayConstant: 1e3 }),
  ],
  anomalyAtUnitCoupling: [{ args: ["vector", 1, "mu"], choices: [[0], [2]] }],
  bMinusL: "constant",
  bToKaon: [
    {
      args: [
        {
          mass: 1,
          sinTheta: 0.1,
          kaon: "K",
          charge: "+",
          formFactors: "Gubernari2023",
          topMass: 170,
          strangeMass: true,
        },
      ],
      options: [[0]],
      choices: [
        [0, "kaon"],
        [0, "charge"],
        [0, "formFactors"],
        [0, "topMass"],
      ],
    },
    { args: [{ mass: 1, gW: 1e-3, kaon: "K*" }], options: [[0]] },
  ],
  bToKaonNeutrinos: [{ args: [1] }],
  bToStrange: [
    {
      args: [{ mass: 1, sinTheta: 0.1, charge: "+", topMass: 170 }],
      options: [[0]],
      choices: [
        [0, "charge"],
        [0, "topMass"],
      ],
    },
  ],
  baryonic: "constant",
  channel: [{ args: ["e+ e-", [11, -11], 1, "leptons", references.Batell2009], choices: [[3]], open: true }],
  constants: "constant",
  darkHiggs: portal({ mass: 3, darkPhotonMass: 1, epsilon: 1e-3, alphaD: 0.1, sinTheta: 1e-3 }),
  darkPhoton: portal(
    { mass: 1, epsilon: 1e-3, dark, hadrons: { source: "matched", perturbativeFrom: 1.75, charmData: true } },
    {
      options: [
        [0, "dark"],
        [0, "hadrons"],
      ],
      choices: [
        [0, "dark", "kind"],
        [0, "hadrons", "source"],
      ],
    },
  ),
  darkScalar: portal({ mass: 1, sinTheta: 1e-3, hadrons: { perturbativeFrom: 2 } }, { options: [[0, "hadrons"]] }),
  flavourChangingCoupling: [{ args: [1e-3, "running"], choices: [[1]], open: true }],
  formFactorSets: "constant",
  gMinus2: [
    {
      args: [{ mediator: darkPhoton({ mass: 1, epsilon: 1e-3 }), lepton: "mu" }],
      options: [[0]],
      choices: [[0, "lepton"]],
    },
  ],
  gMinus2Band: [{ args: ["vector", 1, "mu", models.muonAnomaly.theory2020, 2], choices: [[0], [2]] }],
  hnl: portal(
    { mass: 1, mixing: { e: 1e-6, mu: 1e-6 }, nature: "dirac", productionMixing: { tau: 1e-6 } },
    {
      options: [
        [0, "mixing"],
        [0, "productionMixing"],
      ],
      choices: [[0, "nature"]],
    },
  ),
  hnlProduction: [{ args: [neutral, "Ds+"], choices: [[1]] }],
  inelasticDarkMatter: [
    {
      args: [
        {
          mass: 1,
          splitting: 0.1,
          darkPhotonMass: 3,
          epsilon: 1e-3,
          alphaD: 0.1,
          darkHiggsMass: 0.5,
          sinTheta: 1e-4,
        },
      ],
      options: [[0]],
      use: ({ chi2, darkPhoton: photon }: models.InelasticDarkMatter) => [used(chi2), photon.width()],
    },
  ],
  leMinusLmu: "constant",
  leMinusLtau: "constant",
  leptonVacuumPolarisation: [{ args: [100, 2] }, { args: [100, 1] }],
  leptophilicScalar: portal({ mass: 1, xi: 1 }),
  lfvAlp: portal(
    { mass: 5, leptons: ["tau", "mu"], cVector: 1, cAxial: 1, decayConstant: 1e4 },
    {
      choices: [
        [0, "leptons", 0],
        [0, "leptons", 1],
      ],
    },
  ),
  lfvZPrime: portal(
    { mass: 5, coupling: 1e-3, leptons: ["tau", "mu"], dark: { mass: 1, alphaD: 0.1, kind: "dirac" } },
    {
      options: [[0, "dark"]],
      choices: [
        [0, "leptons", 0],
        [0, "leptons", 1],
        [0, "dark", "kind"],
      ],
    },
  ),
  lfvDecay: [{ args: [lfvAlp({ mass: 0.5, cVector: 1, cAxial: 1, decayConstant: 1e7 })] }],
  lmuMinusLtau: "constant",
  mediator: [
    {
      args: [
        {
          name: "x",
          kind: "vector",
          mass: 1,
          couplings: {},
          channels: () => [models.channel("e+ e-", [11, -11], 1e-3, "leptons", references.Batell2009)],
        },
      ],
      options: [[0]],
      choices: [[0, "kind"]],
      use: used,
    },
  ],
  mediatorId: [{ args: [{ kind: "vector" }], choices: [[0, "kind"]] }],
  mediatorIds: "constant",
  // Widths in their field's own terms, of any numbers.
  mesonToHnl: [{ args: [1.87, 0.1, 0.5, 0.2], open: true }],
  muonAnomaly: "constant",
  muonphilicScalar: portal({ mass: 1, g: 1e-3 }),
  portalId: [{ args: ["dark photon"], choices: [[0]] }],
  chargesFrom: [{ args: ["e=1, mu=-1/2"] }],
  portalNamed: [{ args: ["dark photon"], choices: [[0]] }],
  portals: "constant",
  protophobic: "constant",
  relicDensity: [
    {
      args: [vectors, { kind: "dirac", alphaD: 0.1, massRatio: 3 }, { mass: 0.1, coupling: 7e-5 }],
      options: [[1], [2]],
      // Where there is nothing to annihilate to: documented.
      open: true,
      choices: [[1, "kind"]],
    },
  ],
  relicTarget: [
    {
      args: [vectors, { kind: "scalar", alphaD: 0.1, massRatio: 3 }, { masses: [0.01], density: 0.12 }],
      options: [[1], [2]],
      choices: [[1, "kind"]],
      use: ({ points }: models.RelicTarget) => points,
    },
  ],
  tauToHnl: [{ args: [0.14, 0.5, 0.13, 0], open: true }],
  upsilonToPhoton: [{ args: [{ mass: 1, sinTheta: 0.1, level: 1 }], options: [[0]] }],
  vacuumPolarisation: [{ args: [100], use: (x: Float64Array) => [...x] }],
  vacuumPolarisationFactor: [{ args: [100] }],
  vectorMediator: portal(
    { mass: 1, coupling: 1e-3, charges: { e: 1, loop: ["e", "mu"] }, dark, hadrons: { quarkonia: false }, name: "x" },
    {
      options: [
        [0, "charges"],
        [0, "dark"],
        [0, "hadrons"],
      ],
      choices: [[0, "charges", "loop", 1]],
    },
  ),
  zPrime: portal({ mass: 1, gPrime: 1e-3, dark }, { options: [[0, "dark"]] }),
};
