/**
 * Processes, cross sections and events; decays, radiation and Les Houches files.
 *
 * @packageDocumentation
 */
// Processes, cross sections and events.
export { squaredAmplitude } from "./processes/process.js";
export type { ExternalParticle } from "./phase-space/external-particle.js";
export type { Process } from "./processes/process.js";
export { threePhotons } from "./processes/three-photons.js";
export type { QedOptions } from "./processes/three-photons.js";
export { treeProcess } from "./processes/tree-process.js";
export type { TreeProcessInput } from "./processes/tree-process.js";
export { ffX } from "./processes/ffx.js";
export type { FfXInput } from "./processes/ffx.js";
export { dalitzDensity, dalitzIntegral } from "./processes/ffx-kernel.js";
export type { Radiated } from "./processes/ffx-kernel.js";
export { darkHiggsstrahlung } from "./processes/dark-higgsstrahlung.js";
export type { DarkHiggsstrahlungInput } from "./processes/dark-higgsstrahlung.js";
export { equivalentPhotonPairs, photonsToLeptons } from "./processes/equivalent-photon-pairs.js";
export type { EquivalentPhotonPairOptions } from "./processes/equivalent-photon-pairs.js";
export {
  equivalentPhotons,
  lowCrossSection,
  photonLuminosity,
  photonSpectrum,
} from "./processes/equivalent-photons.js";
export type { EquivalentPhotonOptions } from "./processes/equivalent-photons.js";
export { inelasticPair } from "./processes/inelastic-pair.js";
export type { InelasticPairOptions } from "./processes/inelastic-pair.js";
export { photonFusion } from "./processes/photon-fusion.js";
export type { PhotonFusionOptions } from "./processes/photon-fusion.js";
export { gammaX } from "./processes/gamma-x.js";
export type { GammaXOptions } from "./processes/gamma-x.js";
export { withFileModel } from "./with-file-model.js";
export type { FileModelPoint } from "./with-file-model.js";
export { checkModel, qed, withMediator } from "./amplitude/fields.js";
export type { Field, FermionVertex, Model, QedModelOptions, VectorVertex, Vertex } from "./amplitude/fields.js";
export { compile } from "./amplitude/compile.js";
export type { Current, Join, Kernel, Leg, Plan, PlanStep, Shape } from "./amplitude/plan.js";
export { evaluator } from "./amplitude/evaluate.js";
export type { Evaluator } from "./amplitude/evaluate.js";
export type { EvaluatorOptions } from "./amplitude/work-space.js";
export { helicityAmplitudes } from "./amplitude/helicity-amplitudes.js";
export type { HelicityAmplitudes } from "./amplitude/helicity-amplitudes.js";
export type { DecayChannel, DecayResonance, DecayTable } from "./decays/decay-table.js";
export { bPair } from "./processes/b-pair.js";
export type { BPairOptions } from "./processes/b-pair.js";
export { bToKaonDecays } from "./decays/b-to-kaon-decays.js";
export type { BToKaonDecayOptions } from "./decays/b-to-kaon-decays.js";
export { etaDecays, kShortDecays, neutralKaonDecays, omegaDecays, pi0Decays } from "./decays/meson-decays.js";
export { mediatorDecays } from "./decays/mediator-decays.js";
export type { MediatorDecayOptions } from "./decays/mediator-decays.js";
export { tauDecays } from "./decays/tau-decays.js";
export type { TauDecayOptions } from "./decays/tau-decays.js";
export type { Cuts, PairCuts, ParticleCuts } from "./phase-space/cuts.js";
export type { Sampler } from "./phase-space/sampler.js";
export type { CollidingBeams, CollisionOptions } from "./generate/collisions.js";
export { radiationStrength, structureRatio } from "./generate/isr.js";
export { signalProcess } from "./signal-process.js";
export { crossSection } from "./generate/cross-section.js";
export type { CrossSection, CrossSectionOptions } from "./generate/cross-section.js";
export { crossSectionInside } from "./generate/cross-section-inside.js";
export type { CrossSectionInsideOptions } from "./generate/cross-section-inside.js";
export { decayEvents } from "./generate/decay-events.js";
export { finalStateRadiation } from "./generate/final-state-radiation.js";
export type { DecayedEvents, DecayEventsOptions } from "./generate/decay-events.js";
export type { FinalStateRadiationOptions } from "./generate/final-state-radiation.js";
export { generate } from "./generate/generate.js";
export type { GeneratedEvents, GenerateOptions } from "./generate/generate.js";
export { prepare } from "./generate/prepare.js";
export type { Preparation, PrepareOptions } from "./generate/prepare.js";
export type { PreparationSubject } from "./generate/preparation-subject.js";
export { eventGenerator } from "./generate/generator.js";
export type { BlockAccount, EventGenerator, GeneratorOptions } from "./generate/generator.js";
export { EventColumns } from "./event-columns.js";
export { photonDressing } from "./amplitude/photon-dressing.js";
export { readLhe, readLheBlocks } from "./lhe/read-lhe.js";
export type { BytePiece, ByteReader, ByteStream, ReadableBytes } from "./lhe/read-lhe.js";
export type { ReadLheOptions } from "./lhe/lhe-parser.js";
export type { LheEventInfo, LheEvents, LheInit, LheParticleInfo, LheProcess } from "./lhe/lhe-events.js";
export { writeLhe } from "./lhe/write-lhe.js";
export type { WriteLheOptions } from "./lhe/write-lhe.js";
