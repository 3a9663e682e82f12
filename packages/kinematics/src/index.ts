/**
 * Relativistic kinematics for e+e- colliders on plain objects and typed arrays. Natural units, $c = \hbar = 1$:
 * GeV, cm, ns, rad.
 *
 * @packageDocumentation
 */

// One momentum
export type { ThreeVector } from "./three-vector.js";
export { fourVector, fromPtEtaPhi, fromPThetaPhi, type FourVector, type FourVectorInput } from "./four-vector.js";
export {
  add,
  dot,
  invariantMass,
  invariantMassSquared,
  massSquared,
  negate,
  p,
  parity,
  pt,
  scale,
  subtract,
} from "./arithmetic.js";
export {
  angle,
  beta,
  betaGamma,
  cosTheta,
  deltaEta,
  deltaPhi,
  deltaR,
  eta,
  gamma,
  phi,
  rapidity,
  theta,
  transverseEnergy,
  transverseMass,
} from "./angles.js";
export { boost, boostFromRestOf, boostToRestOf, boostVector } from "./boost.js";
export { rotate, rotateByEuler, rotateByQuaternion, rotateX, rotateY, rotateZ } from "./rotation.js";

// Beams and frames
export { beams, type Beams, type BeamsInput, type CmsConvention, type CmsOptions, type PerBeam } from "./beams.js";
export { beamPreset, superKekb, type BeamPreset } from "./beam-presets.js";
export { luminousRegion, sampleTotal, sampleVertex, sqrtSSpread, type Covariance } from "./beam-spread.js";
export { recoil, recoilMassSquared } from "./recoil.js";

// Decays
export { breakupMomentum, kallen } from "./two-body.js";
export { dalitzArea, dalitzLimits, insideDalitz, type Interval, type ThreeMasses } from "./dalitz.js";
export { phaseSpaceFactor, phaseSpaceVolume } from "./phase-space-volume.js";
export { phaseSpace, unweight, type PhaseSpaceOptions, type PhaseSpaceSample } from "./phase-space.js";
export { genbodMaximum } from "./raubold-lynch.js";
export { insidePhaseSpace } from "./inside.js";
export { chainEvents, decayChain, type ChainParticle, type ChainSample, type DecayNode } from "./decay-chain.js";
export { decayLength, decayProbability, type Flight } from "./decay-length.js";
export { decayProbabilityInside, stretchesInside, type Cylinder, type Stretch } from "./flight-volume.js";

// Event quantities
export { tauPseudoRestFrame, xLepton } from "./tau-frame.js";
export { thrust, type Thrust } from "./thrust.js";
export { sphericity, type Sphericity } from "./sphericity.js";
export { cleoCones, foxWolfram, type FoxWolfram } from "./fox-wolfram.js";
export { decayAngle, helicityAngle, planesAngle } from "./decay-angles.js";
export { deltaE, mBc, reducedMass } from "./b-meson.js";
export type { Momenta } from "./momenta.js";

// Columns: the same verbs over FourVectors
export { columns } from "./columns.js";
export { fourVectors, type FourVectors } from "./four-vectors.js";

// Events
export type { EventTable, ParticleColumns } from "./event-table.js";
export {
  eventTable,
  eventTableBuilder,
  particleColumns,
  type EventParticle,
  type EventParticleInput,
  type EventTableBuilder,
} from "./event-builder.js";
export { eventParticles, forEachEvent, particleAt, type EventView } from "./event-loop.js";
export {
  concatEvents,
  eventMask,
  particleMask,
  selectedRows,
  sliceEvents,
  takeEvents,
  takeParticles,
  type Selection,
} from "./event-select.js";
export { fromArrow, toArrow, type ArrowColumn, type ArrowLayout, type ArrowList } from "./to-arrow.js";

// Randomness, particles, units
export type { UniformStream } from "./random-stream.js";
export { particle, particles, pdgEdition, type Particle } from "./particles.js";
export { particleId } from "./particle-id.js";
export { sameChannel } from "./same-channel.js";
export {
  C_CM_PER_NS,
  DEGREE,
  FEMTOBARN_CM2,
  GEV2_FB,
  GEV_PER_TESLA_CM,
  HBAR_C_GEV_CM,
  HBAR_GEV_NS,
  INVERSE_ATTOBARN,
  MEV,
  MICROMETRE,
  MM,
  NANOBARN,
  PICOBARN,
  SECOND,
} from "./units.js";
