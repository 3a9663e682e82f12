import * as events from "@belladonna/events";
import * as models from "@belladonna/models";
import { fourVector, superKekb } from "@belladonna/kinematics";
import { call, plain, type Table } from "./walk.js";

const photon = models.darkPhoton({ mass: 1, epsilon: 1e-3 });
const axion = models.alp({ mass: 1, gPhoton: 1e-3 });
const zPrime = models.zPrime({ mass: 1, gPrime: 1e-3 });
const scalar = models.darkHiggs({ mass: 3, darkPhotonMass: 1, epsilon: 1e-3, alphaD: 0.1 });
const inelastic = models.inelasticDarkMatter({
  mass: 1,
  splitting: 0.1,
  darkPhotonMass: 3,
  epsilon: 1e-3,
  alphaD: 0.1,
});
const pairs = events.treeProcess({ model: events.qed(), outgoing: [13, -13] });
// The quickest to integrate and to generate.
const mesons = events.bPair({ charge: "+", crossSection: 5e5 });
const made = events.generate(mesons, { sqrtS: 10.58, seed: 1, events: 2 });
const cuts = { cosTheta: 0.9, only: { 521: { energy: 0.1 } }, pairs: [{ between: [521, 521], openingAngle: 0.1 }] };
const momenta = [fourVector({ px: 0, py: 0, pz: 5, m: 0 }), fourVector({ px: 0, py: 0, pz: -5, m: 0 })];
const products = [fourVector({ px: 3, py: 0, pz: 4, m: 0.1 }), fourVector({ px: -3, py: 0, pz: -4, m: 0.1 })];
/** A process is used by its amplitude: what it was made of is checked there at the latest. */
const use = (process: events.Process): unknown => process.outgoing.map(({ mass }) => mass);

export const table: Table = {
  ...plain("EventColumns", "checkModel", "compile", "etaDecays", "helicityAmplitudes", "neutralKaonDecays"),
  ...plain("omegaDecays", "pi0Decays", "signalProcess", "withFileModel", "withMediator"),
  bPair: call([{ charge: "+", crossSection: 5e5 }], [[0]], [[0, "charge"]], { use }),
  bToKaonDecays: call(
    [{ pdgId: 4900025, mass: 1, kaon: "K", charge: "+", branchingFraction: 0.1, conjugate: true }],
    [[0]],
    [
      [0, "kaon"],
      [0, "charge"],
    ],
  ),
  crossSection: call(
    [mesons, { sqrtS: 10.58, isr: false, cuts, relativeError: 0.5, maxTrials: 1000, seed: 1 }],
    [[1], [1, "cuts"], [1, "cuts", "only", "521"], [1, "cuts", "pairs", 0]],
  ),
  crossSectionInside: call(
    [
      events.gammaX(photon),
      { beams: superKekb, volume: { rMin: 1, rMax: 60, zMin: -55, zMax: 110 }, polarAngle: [0.3, 2.6], ctau: 1 },
    ],
    [[1], [1, "volume"]],
  ),
  dalitzDensity: call(["vector", 100, 0.1, 1, 40, 40], [], [[0]], { open: true }),
  dalitzIntegral: call(["vector", 100, 0.1, 1], [], [[0]]),
  darkHiggsstrahlung: call(
    [{ darkPhoton: photon, darkHiggs: scalar, alphaD: 0.1, vacuumPolarisation: false }],
    [[0]],
    [],
    {
      use,
    },
  ),
  decayEvents: call([made, { decays: [], seed: 1, copies: 1 }], [[1]]),
  equivalentPhotonPairs: call(
    [{ lepton: "mu", sqrtS: 10, mass: [1, 2], maximumVirtuality: 1 }],
    [[0]],
    [[0, "lepton"]],
  ),
  equivalentPhotons: [
    ...call([axion, { sqrtS: 10, maximumVirtuality: 1, alpha: 0.0073 }], [[1]]),
    ...call([axion, { sqrtS: 10, maximumAngle: 0.1 }], [[1]]),
    ...call([axion, { sqrtS: 10, maximumVirtuality: "kinematic" }], [[1]], [[1, "maximumVirtuality"]]),
  ],
  evaluator: call(
    [events.compile(events.qed(), [11, -11], [13, -13]), { longitudinal: false, energies: "on shell" }],
    [[1]],
    [[1, "energies"]],
    // A plan is made by `compile`: its own numbers are nobody's to write.
    { made: [0] },
  ),
  eventGenerator: call([mesons, { sqrtS: 10.58, seed: 1, spinCorrelations: false, overweight: 0.01 }], [[1]]),
  ffX: call([{ lepton: "mu", mediator: zPrime, masses: { mu: 0.1 } }], [[0], [0, "masses"]], [[0, "lepton"]], { use }),
  finalStateRadiation: call([made, { seed: 1, leptons: [13], leastEnergy: 1e-3 }], [[1]]),
  gammaX: call([photon, { alpha: 0.0073, electronMass: 5e-4 }], [[1]], [], { use }),
  generate: call([mesons, { sqrtS: 10.58, seed: 1, events: 1 }], [[1]]),
  inelasticPair: call(
    [inelastic, { beside: "photon", masses: { e: 5e-4 }, vacuumPolarisation: false }],
    [[1], [1, "masses"]],
    [[1, "beside"]],
    // The particles are what `inelasticDarkMatter` made.
    { use, made: [0] },
  ),
  kShortDecays: [{ args: [["pi+ pi-"]], choices: [[0, 0]] }],
  lowCrossSection: call([axion, { sqrtS: 10, alpha: 0.0073 }], [[1]]),
  mediatorDecays: call(
    [photon, { channels: ["e+ e-"], pdgId: 4900023, masses: { 4900024: 1 } }],
    [[1]],
    [[1, "channels", 0]],
  ),
  photonFusion: call([axion, { alpha: 0.0073, electronMass: 5e-4 }], [[1]], [], { use }),
  prepare: call([mesons, { sqrtS: 10.58, overweight: 0.01 }], [[1]]),
  photonDressing: [{ args: [100] }],
  photonLuminosity: [
    ...call([0.1, { sqrtS: 10, maximumVirtuality: 1, alpha: 0.0073 }], [[1]]),
    ...call([0.1, { sqrtS: 10, maximumAngle: 0.1 }], [[1]]),
  ],
  photonSpectrum: [{ args: [0.1, 1, 0.0073] }],
  photonsToLeptons: [{ args: [1, 0.1, 0.0073] }],
  qed: call([{ alpha: 0.0073, masses: { e: 5e-4 } }], [[0], [0, "masses"]]),
  radiationStrength: [{ args: [10.58] }],
  readLhe: call([events.writeLhe(made), { massShell: 0.1 }], [[1]]),
  readLheBlocks: [
    {
      args: [new TextEncoder().encode(events.writeLhe(made)), 10, { massShell: 0.1 }],
      options: [[2]],
      use: (blocks: AsyncGenerator) => blocks.next(),
    },
  ],
  squaredAmplitude: [{ args: [pairs, [...momenta, ...products]] }],
  structureRatio: [{ args: [0.1, 0.1] }],
  tauDecays: call([{ channels: ["mu nu nu"], polarisation: 0.1 }], [[0]], [[0, "channels", 0]]),
  threePhotons: call([{ alpha: 0.0073 }], [[0]], [], { use }),
  treeProcess: call(
    [{ model: events.qed(), outgoing: [13, -13], propagating: ["photon"], name: "x" }],
    [[0]],
    [[0, "propagating", 0]],
    { use },
  ),
  writeLhe: call([made, { crossSection: { value: 1, error: 1 }, header: "x" }], [[1], [1, "crossSection"]]),
};
