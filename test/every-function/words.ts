// Functions that take options or words, package by package; all other exports are named as taking none.
import * as events from "@belladonna/events";
import * as histfactory from "@belladonna/histfactory";
import * as limits from "@belladonna/limits";
import * as models from "@belladonna/models";
import { random } from "@belladonna/numerics";
import * as stats from "@belladonna/stats";
import * as trigger from "@belladonna/trigger";
import type { Example, Path, Table } from "./walk.js";

/** A call with options at some places and words at others. */
const call = (args: readonly unknown[], options: readonly Path[], choices: readonly Path[] = []): Example[] => [
  { args, options, choices },
];
/** What takes neither options nor words, or is no function. */
const plain = (...names: string[]): Table => Object.fromEntries(names.map((name) => [name, "constant"]));

const photon = models.darkPhoton({ mass: 1, epsilon: 1e-3 });
const axion = models.alp({ mass: 1, gPhoton: 1e-3 });
const zPrime = models.zPrime({ mass: 1, gPrime: 1e-3 });
const scalar = models.darkHiggs({ mass: 3, darkPhotonMass: 1, epsilon: 1e-3, alphaD: 0.1 });
const pairs = events.treeProcess({ model: events.qed(), outgoing: [13, -13] });
const made = events.generate(pairs, { sqrtS: 10.58, seed: 1, events: 2 });
const cuts = { cosTheta: 0.9, only: { 13: { energy: 0.1 } }, pairs: [{ between: [13, 13], openingAngle: 0.1 }] };

export const eventWords: Table = {
  ...plain("EventColumns", "checkModel", "compile", "dalitzDensity", "etaDecays", "helicityAmplitudes", "kShortDecays"),
  ...plain("neutralKaonDecays", "omegaDecays", "photonDressing", "photonSpectrum", "photonsToLeptons", "pi0Decays"),
  ...plain("radiationStrength", "signalProcess", "squaredAmplitude", "structureRatio", "withMediator"),
  bPair: call([{ charge: "+", crossSection: 5e5 }], [[0]], [[0, "charge"]]),
  bToKaonDecays: call(
    [{ pdgId: 4900025, mass: 1, kaon: "K", charge: "+", branchingFraction: 0.1, conjugate: true }],
    [[0]],
    [
      [0, "kaon"],
      [0, "charge"],
    ],
  ),
  crossSection: call(
    [pairs, { sqrtS: 10.58, isr: false, cuts, relativeError: 0.5, maxTrials: 1, seed: 1 }],
    [[1], [1, "cuts"], [1, "cuts", "only", "13"], [1, "cuts", "pairs", 0]],
  ),
  dalitzIntegral: call(["vector", 100, 0.1, 1], [], [[0]]),
  darkHiggsstrahlung: call([{ darkPhoton: photon, darkHiggs: scalar, alphaD: 0.1, vacuumPolarisation: false }], [[0]]),
  decayEvents: call([made, { decays: [], seed: 1, copies: 1 }], [[1]]),
  equivalentPhotonPairs: call([{ lepton: "mu", sqrtS: 10, mass: [1, 2] }], [[0]], [[0, "lepton"]]),
  equivalentPhotons: call([axion, { sqrtS: 10, maximumVirtuality: 1 }], [[1]]),
  evaluator: call(
    [events.compile(events.qed(), [11, -11], [13, -13]), { longitudinal: false, energies: "on shell" }],
    [[1]],
    [[1, "energies"]],
  ),
  prepare: call([pairs, { sqrtS: 10, overweight: 0.01 }]),
  eventGenerator: call([pairs, { sqrtS: 10, seed: 1, spinCorrelations: false, overweight: 0.01 }], [[1]]),
  ffX: call([{ lepton: "mu", mediator: zPrime, masses: { mu: 0.1 } }], [[0], [0, "masses"]], [[0, "lepton"]]),
  finalStateRadiation: call([made, { seed: 1, leptons: [13], leastEnergy: 1e-3 }], [[1]]),
  gammaX: call([photon, { alpha: 0.0073, electronMass: 5e-4 }], [[1]]),
  generate: call([pairs, { sqrtS: 10.58, seed: 1, events: 1, cuts }], [[1], [1, "cuts"]]),
  lowCrossSection: call([axion, { sqrtS: 10 }], [[1]]),
  mediatorDecays: [...call([photon, { channels: ["e+ e-"], pdgId: 4900023, masses: {} }], [[1]], [[1, "channels", 0]])],
  photonLuminosity: call([0.1, { sqrtS: 10 }], [[1]]),
  qed: call([{ alpha: 0.0073, masses: { e: 5e-4 } }], [[0], [0, "masses"]]),
  readLhe: call([events.writeLhe(made), { massShell: 0.1 }], [[1]]),
  readLheBlocks: [
    {
      args: [new TextEncoder().encode(events.writeLhe(made)), 10, { massShell: 0.1 }],
      options: [[2]],
      use: (blocks: AsyncGenerator) => blocks.next(),
    },
  ],
  tauDecays: call([{ channels: ["mu nu nu"], polarisation: 0.1 }], [[0]], [[0, "channels", 0]]),
  threePhotons: call([{ alpha: 0.0073 }], [[0]]),
  treeProcess: call(
    [{ model: events.qed(), outgoing: [13, -13], propagating: ["photon"], name: "x" }],
    [[0]],
    [[0, "propagating", 0]],
  ),
  writeLhe: call([made, { crossSection: { value: 1, error: 1 }, header: "x" }], [[1], [1, "crossSection"]]),
};

const detected = trigger.detect(made, trigger.belle2, random(1));
const inputs = trigger.level1Inputs(detected);
const menu = trigger.l1Menu;

export const triggerWords: Table = {
  ...plain("LEVEL1_FIT", "LEVEL1_FULL", "LEVEL1_NEURAL", "LEVEL1_SHORT", "belle2", "belle2Data", "bit", "bitsOf"),
  ...plain("countSet", "emptyBits", "evaluate", "evaluateCut", "explain", "explanationText", "finalDecision"),
  ...plain("hltMenu", "hltVariableNames", "keepProbability", "l1ExpressionText", "l1Menu", "level1InputNames"),
  ...plain("level1MenuText", "menuResult", "namesSet", "newPairVertex", "pairVertex", "parseCut", "parseHltMenu"),
  ...plain(
    "parseMenu",
    "positionResolution",
    "prescaleKeeps",
    "regionAt",
    "takeDetected",
    "trackEfficiency",
    "trackPath",
  ),
  detect: call(
    [made, trigger.belle2, random(1), { energyResolution: "linear", photonInefficiency: 0.1 }],
    [[3]],
    [[3, "energyResolution"]],
  ),
  energyResolution: call([1, trigger.belle2.calorimeter, "quadrature"], [], [[2]]),
  highLevel: call([detected, trigger.hltMenu, { seed: 1, reading: "asCoded" }], [[2]], [[2, "reading"]]),
  hltVariables: call([detected, { reading: "asDocumented" }], [[1]], [[1, "reading"]]),
  level1Inputs: call([detected, { reading: "asCoded", cellThreshold: 0.1 }], [[1]], [[1, "reading"]]),
  lineResult: call([true, true, "reject"], [], [[2]]),
  rates: call([menu, [{ name: "x", crossSection: 1, inputs }], { luminosity: 1e35, budget: 1e4 }], [[2], [1, 0]]),
  singleTrack: call([0.1, 1e-4, 1, "asCoded"], [], [[3]]),
  triggerEfficiency: call(
    [{ line: [true, false], reference: [true, true], method: "wilson", level: 0.9 }],
    [[0]],
    [[0, "method"]],
  ),
};

const counts = { signal: [3, 4], background: [5, 6], observed: [6, 6] };
const workspace = histfactory.uncorrelatedBackground(counts, [1, 1]);
const another = histfactory.renameWorkspace(workspace, {
  channels: { singlechannel: "other" },
  measurements: { measurement: "second" },
});
const likelihood = histfactory.histFactory(workspace);

export const histFactoryWords: Table = {
  ...plain("WorkspaceError", "applyJsonPatch", "expectedYields", "parsePatchSet", "parseWorkspace"),
  ...plain("prefitCovariance", "pulls", "sortWorkspace", "workspaceDigest"),
  // Their options are tested with what they do.
  ...plain(
    "carryFit",
    "correlationMatrix",
    "describeWorkspace",
    "distributions",
    "kinematicModifier",
    "likelihoodScan",
  ),
  ...plain("readHs3", "reweightSample", "saturatedGoodness", "simplifiedWorkspace", "smooth353QH", "workspaceFrom"),
  ...plain("writeHs3", "yieldsTable"),
  combineWorkspaces: call([workspace, another, { join: "outer", mergeChannels: true }], [[2]], [[2, "join"]]),
  correlatedBackground: call([counts, [6, 7], [4, 5]], [[0]]),
  histFactory: [
    ...call(
      [workspace, { interpolation: { normsys: "code1", histosys: "code0" } }],
      [[1], [1, "interpolation"]],
      [
        [1, "interpolation", "normsys"],
        [1, "interpolation", "histosys"],
      ],
    ),
    ...call([workspace, { interpolation: "kinked" }], [], [[1, "interpolation"]]),
  ],
  impacts: call([likelihood, stats.fit(likelihood), { of: "mu" }], [[2]], [[2, "of"]]),
  pruneWorkspace: call([workspace, { samples: ["background"] }], [[1]], [[1, "samples", 0]]),
  renameWorkspace: call([workspace, { samples: { background: "b" } }], [[1], [1, "samples"]]),
  uncorrelatedBackground: call([counts, [1, 1]], [[0]]),
};

const info = { id: "x", observable: "sigma", unit: "fb", cl: 0.9, kind: "observed" } as const;
const curve = limits.limit({
  ...info,
  shape: "curve",
  mass: [1, 2],
  value: [1, 1],
  luminosity: 1,
  expected: { median: [1, 1] },
});
const particle = { ctau: 1, branchingFraction: () => 1 };
const bare = { ...curve, reference: { key: "A", authors: "A" }, provenance: { source: "A", standing: "read" } };

export const limitWords: Table = {
  ...plain("LIMIT_FORMAT", "cite", "limitToCsv", "limitToJson", "luminosityText", "luminosityTimeline"),
  ...plain("constrainModel", "projectExactly", "recastReasons", "recastSearches"),
  couplingLimit: call(
    [
      curve,
      { model: () => particle, production: () => 1, coupling: "g", range: [0.1, 1], scaling: "general", samples: 9 },
    ],
    [[1]],
    [[1, "scaling"]],
  ),
  excludedAt: call([curve, 1, { ctau: 1, extrapolate: true }], [[2]]),
  exclusion: [
    { args: [curve], options: [] },
    { args: [curve], use: (e: limits.Exclusion) => e.at(1, { ctau: 1 }) },
  ],
  expectedAt: call([curve, 1, { extrapolate: true }], [[2]]),
  isExcluded: call([curve, 1, 1, { ctau: 1 }], [[3]]),
  limit: call(
    [bare],
    [[0], [0, "reference"], [0, "provenance"], [0, "expected"]],
    [
      [0, "shape"],
      [0, "kind"],
      [0, "provenance", "standing"],
    ],
  ),
  limitFromCsv: call(
    ["1,2\n2,3", { ...info, shape: "curve", massUnit: "MeV", sort: true }],
    [[1]],
    [
      [1, "shape"],
      [1, "kind"],
      [1, "massUnit"],
    ],
  ),
  limitFromJson: call(
    [{ ...bare, format: limits.LIMIT_FORMAT }],
    [[0]],
    [
      [0, "shape"],
      [0, "kind"],
      [0, "format"],
    ],
  ),
  limitFromResults: call([info, [1, 2], [{ observed: 1 }, { observed: 2 }]], [[0]], [[0, "kind"]]),
  productionRate: call(["electron", { vector: { e: 1 } }, 1], [], [[0]]),
  project: call(
    [curve, { luminosity: 2, regime: "background-free", observable: "rate" }],
    [[1]],
    [
      [1, "regime"],
      [1, "observable"],
    ],
  ),
  projectionExponent: call(["background-free", "rate"], [], [[0], [1]]),
  published: "constant",
  recast: call(
    [
      curve,
      {
        from: (mass: number, epsilon: number) => models.darkPhoton({ mass, epsilon: epsilon / 1e3 }),
        to: (mass: number, epsilon: number) => models.darkPhoton({ mass, epsilon }),
        search: { production: "electron", efficiency: { kind: "all" } },
        scaling: "quadratic",
        samples: 9,
      },
    ],
    [[1], [1, "search"], [1, "search", "efficiency"]],
    [
      [1, "scaling"],
      [1, "search", "production"],
      [1, "search", "efficiency", "kind"],
    ],
  ),
  valueAt: call([curve, 1, { ctau: 1, extrapolate: true }], [[2]]),
};
