import * as k from "@belladonna/kinematics";
import { random } from "@belladonna/numerics";
import type { Example, Table } from "./walk.js";

const v = k.fourVector({ px: 1, py: 2, pz: 3, m: 0.5 });
const w = k.fourVector({ px: -0.3, py: 0.2, pz: 1, m: 0.1 });
const u = k.fourVector({ px: 0.4, py: -1, pz: -2, m: 0.1 });
const b = k.superKekb;
const events = k.eventTable((builder) =>
  builder
    .event()
    .particle({ pdgId: 13, ...v })
    .particle({ pdgId: -13, ...w }),
);
const stream = random(1);

/** A quantity of vectors: `NaN` of one that holds it, infinite on the beam axis, of light or beyond the range, as documented. */
const of = (...args: unknown[]): Example[] => [{ args, open: true }];
const volume = { rMin: 1, rMax: 3, zMin: -9, zMax: 9 };
const flight = { betaGamma: 15, ctau: 100, from: 0.9, to: 3 };

export const kinematics: Table = {
  C_CM_PER_NS: "constant",
  DEGREE: "constant",
  FEMTOBARN_CM2: "constant",
  GEV2_FB: "constant",
  GEV_PER_TESLA_CM: "constant",
  HBAR_C_GEV_CM: "constant",
  HBAR_GEV_NS: "constant",
  INVERSE_ATTOBARN: "constant",
  MEV: "constant",
  MICROMETRE: "constant",
  MM: "constant",
  NANOBARN: "constant",
  PICOBARN: "constant",
  SECOND: "constant",
  columns: "constant",
  pdgEdition: "constant",
  superKekb: "constant",
  add: of(v, w),
  angle: of(v, w),
  beamPreset: [{ args: ["belle"], choices: [[0]] }],
  beams: [
    {
      args: [
        {
          electron: 7,
          positron: 4,
          crossingAngle: 0.083,
          electronAngle: 0.04,
          energySpread: { electron: 5e-3, positron: 2e-3 },
          bunchSize: { electron: [1e-3, 1e-5, 0.6], positron: [1e-3, 1e-5, 0.5] },
        },
      ],
      options: [[0], [0, "energySpread"], [0, "bunchSize"]],
      use: (beams: k.Beams) => [beams.sqrtS, beams.toCms(v), k.luminousRegion(beams).flat()],
    },
    {
      args: [{ electron: 7, positron: 4, crossingAngle: 0.083 }],
      use: (beams: k.Beams) => beams.toLab(beams.toCms(v, { convention: "boost-and-rotate" })),
    },
  ],
  beta: of(v),
  betaGamma: of(v),
  boost: [{ args: [v, [0, 0, 0.6]], open: true }],
  boostFromRestOf: of(v, w),
  boostToRestOf: of(v, w),
  boostVector: of(v),
  breakupMomentum: of(1, 0.2, 0.1),
  chainEvents: [
    {
      args: [
        k.decayChain(
          {
            pdgId: 1,
            mass: 1,
            daughters: [
              { pdgId: 2, mass: 0.1 },
              { pdgId: 3, mass: 0.1 },
            ],
          },
          stream,
          3,
        ),
      ],
    },
  ],
  cleoCones: [{ args: [[v, w, u], [0, 0, 1], 9] }],
  concatEvents: [{ args: [events, events] }],
  cosTheta: of(v),
  dalitzArea: [{ args: [5, [0.1, 0.2, 0.3]] }],
  dalitzLimits: of(5, [0.1, 0.2, 0.3], 9),
  decayAngle: of(v, w),
  decayChain: [
    {
      args: [
        {
          pdgId: 1,
          mass: 1,
          ctau: 3,
          daughters: [
            { pdgId: 2, mass: 0.1 },
            { pdgId: 3, mass: 0.1 },
          ],
        },
        stream,
        3,
      ],
      options: [[0]],
      open: true,
    },
  ],
  decayLength: [{ args: [flight, 0.5], options: [[0]] }],
  decayProbability: [{ args: [flight], options: [[0]] }],
  decayProbabilityInside: [{ args: [volume, [0, 0, 0], v, 2], options: [[0]] }],
  deltaE: of(b, v),
  deltaEta: of(v, w),
  deltaPhi: of(v, w),
  deltaR: of(v, w),
  dot: of(v, w),
  eta: of(v),
  eventMask: [{ args: [events, () => true] }],
  eventParticles: [{ args: [events, 0] }],
  eventTable: [{ args: [() => undefined] }],
  eventTableBuilder: [{ args: [] }],
  forEachEvent: [{ args: [events, () => undefined] }],
  fourVector: [{ args: [{ px: 1, py: 2, pz: 3, e: 5 }] }, { args: [{ px: 1, py: 2, pz: 3, m: 1 }] }],
  fourVectors: [{ args: [3] }],
  foxWolfram: [{ args: [[v, w, u], 4] }],
  fromArrow: [{ args: [k.toArrow(events)] }],
  fromPThetaPhi: [{ args: [1, 0.3, 0.2, 0.1] }],
  fromPtEtaPhi: [{ args: [1, 0.3, 0.2, 0.1] }],
  gamma: of(v),
  genbodMaximum: [{ args: [5, [0.1, 0.2, 0.3]] }],
  helicityAngle: of(v, w, u),
  insideDalitz: [{ args: [5, [0.1, 0.2, 0.3], 9, 9] }],
  insidePhaseSpace: [{ args: [v, [0.1, 0.2], [w, u]] }],
  invariantMass: of(v, w),
  invariantMassSquared: of(v, w),
  kallen: of(9, 1, 2),
  luminousRegion: [{ args: [b] }],
  mBc: of(b, v),
  massSquared: of(v),
  negate: of(v),
  p: of(v),
  parity: of(v),
  particle: [{ args: [13] }, { args: ["mu-"], choices: [[0]] }],
  particleAt: [{ args: [events.particles, 0], open: true }],
  particleColumns: [{ args: [3] }],
  particleId: [{ args: ["mu-"], choices: [[0]] }],
  particleMask: [{ args: [events, () => true] }],
  particles: [{ args: [], open: "infinite" }],
  phaseSpace: [
    {
      args: [v, [0.1, 0.2], stream, 3, { method: "raubold-lynch" }],
      options: [[4]],
      choices: [[4, "method"]],
      // Without room every momentum is NaN, of weight 0: documented.
      open: true,
    },
  ],
  phaseSpaceFactor: [{ args: [3] }],
  phaseSpaceVolume: [{ args: [5, [0.1, 0.2, 0.3]] }],
  phi: of(v),
  planesAngle: of(v, w, u, v),
  pt: of(v),
  rapidity: of(v),
  recoil: of(b, v),
  recoilMassSquared: of(10, 3, 1),
  reducedMass: of(1, 0.1),
  rotate: [{ args: [v, [0, 0, 1], 0.3], open: true }],
  rotateByEuler: of(v, 0.1, 0.2, 0.3),
  rotateByQuaternion: [{ args: [v, [1, 0, 0, 1]], open: true }],
  rotateX: of(v, 0.1),
  rotateY: of(v, 0.1),
  rotateZ: of(v, 0.1),
  sampleTotal: [{ args: [b, stream] }],
  sampleVertex: [{ args: [b, stream] }],
  sameChannel: [{ args: ["mu+ mu-", "mumu"] }],
  scale: of(v, 2),
  selectedRows: [{ args: [Uint8Array.of(1, 0)] }],
  sliceEvents: [{ args: [events, 0, 1] }],
  sphericity: [{ args: [[v, w, u], 2] }],
  sqrtSSpread: [{ args: [b] }],
  stretchesInside: [{ args: [volume, [0, 0, 0], v], options: [[0]], open: true }],
  subtract: of(v, w),
  takeEvents: [{ args: [events, Uint8Array.of(1)] }],
  takeParticles: [{ args: [events, Uint8Array.of(1, 0)] }],
  tauPseudoRestFrame: [{ args: [v, 10.58, 1.777] }],
  theta: of(v),
  thrust: [{ args: [[v, w, u]] }],
  toArrow: [{ args: [events] }],
  transverseEnergy: of(v),
  transverseMass: of(v),
  unweight: [{ args: [Float64Array.of(0.5, 1), 1, stream] }],
  xLepton: of(w, v),
};
