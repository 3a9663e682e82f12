/**
 * Portals to the dark sector: widths, branching fractions, lifetimes; processes, cross sections and events.
 *
 * @packageDocumentation
 */
// Portals: mediators with their decays.
export { constants } from "./constants.js";
export type { Constant } from "./constants.js";
export { bibtex, citationText } from "./citation.js";
export type { Citation } from "./citation.js";
export { references } from "./data/references.js";
export type { ReferenceKey } from "./data/references.js";
export { channel, mediator } from "./mediator.js";
export type { Channel, ChannelGroup, Couplings, Fermion, Lepton, Mediator, MediatorSpec } from "./mediator.js";
export { alp } from "./portals/alp.js";
export type { AlpParameters } from "./portals/alp.js";
export { baryonic, bMinusL, leMinusLmu, leMinusLtau, lmuMinusLtau, protophobic } from "./portals/charges.js";
export type { Charges } from "./portals/charges.js";
export { darkHiggs } from "./portals/dark-higgs.js";
export type { DarkHiggsParameters } from "./portals/dark-higgs.js";
export { darkPhoton } from "./portals/dark-photon.js";
export type { DarkPhotonParameters } from "./portals/dark-photon.js";
export { darkScalar } from "./portals/dark-scalar.js";
export type { DarkScalarParameters } from "./portals/dark-scalar.js";
export { leptophilicScalar, muonphilicScalar } from "./portals/leptophilic-scalar.js";
export type { LeptophilicScalarParameters, MuonphilicScalarParameters } from "./portals/leptophilic-scalar.js";
export { hnl } from "./portals/hnl.js";
export type { HnlParameters, Mixing } from "./portals/hnl.js";
export { lfvAlp, lfvDecay } from "./portals/lfv-alp.js";
export type { LfvAlpParameters, LfvDecay } from "./portals/lfv-alp.js";
export { portals } from "./portals/registry.js";
export type { Portal } from "./portals/registry.js";
export { vectorMediator } from "./portals/vector.js";
export type { VectorParameters } from "./portals/vector.js";
export { zPrime } from "./portals/z-prime.js";
export type { ZPrimeParameters } from "./portals/z-prime.js";
export { anomalyAtUnitCoupling, gMinus2, gMinus2Band, muonAnomaly } from "./g-minus-2.js";
export type { Anomaly, GMinus2Parameters, LoopKind } from "./g-minus-2.js";
export { dalitzRatio } from "./widths/dalitz.js";
export { vectorToDarkMatter } from "./widths/dark.js";
export type { DarkMatter } from "./widths/dark.js";
export { pseudoscalarToFermions, scalarToFermions, vectorToFermions } from "./widths/fermion-pair.js";
export { neutralCurrent, threeBodyIntegral, threeBodyUnit } from "./widths/hnl-leptons.js";
export type { NeutralPair } from "./widths/hnl-leptons.js";
export {
  hnlToChargedPseudoscalar,
  hnlToChargedVector,
  hnlToNeutralPseudoscalar,
  hnlToNeutralVector,
} from "./widths/hnl-mesons.js";
export { pseudoscalarTransition, semileptonicWidth, vectorTransition } from "./widths/semileptonic.js";
export type { Helicities, Transition } from "./widths/semileptonic.js";
export type { Pole } from "./data/semileptonic.js";
export { leptonLoopCoupling, pseudoscalarLoop } from "./widths/lepton-loop.js";
export { loopCharge } from "./widths/loop-mixing.js";
export type { Complex } from "./widths/loop-mixing.js";
export { alpToPhotons, scalarToPhotons, vectorToThreePhotons } from "./widths/photons.js";
export type { LoopFermion } from "./widths/photons.js";
export { alphaS } from "./hadronic/alpha-s.js";
export { alpHadrons, alpToGluons } from "./hadronic/alp-hadrons.js";
export { bFormFactor, formFactorSets } from "./hadronic/b-form-factors.js";
export type { FormFactorSet } from "./hadronic/b-form-factors.js";
export { bToKaon, flavourChangingCoupling, scalarPenguin } from "./hadronic/b-to-kaon.js";
export type { BToKaonParameters, BToKaonResult } from "./hadronic/b-to-kaon.js";
export { bToStrange, quarkDecayShape } from "./hadronic/b-to-strange.js";
export type { BToStrangeParameters, InclusiveRate } from "./hadronic/b-to-strange.js";
export { upsilonToPhoton } from "./hadronic/upsilon-to-photon.js";
export type { UpsilonToPhotonParameters } from "./hadronic/upsilon-to-photon.js";
export { hnlToChargedPions, hnlToNeutralPions } from "./hadronic/hnl-pions.js";
export { hnlProduction, mesonToHnl, tauToHnl } from "./hadronic/hnl-production.js";
export type { ProductionMode } from "./hadronic/hnl-production.js";
export { scalarHadrons, scalarToGluons, scalarToMesons } from "./hadronic/scalar-hadrons.js";
export type { ScalarHadronicOptions } from "./hadronic/scalar-hadrons.js";
export { openCharmRatio, perturbativeR, quarkoniumR } from "./hadronic/r-ratio.js";
export type { Quark, QuarkCouplings } from "./hadronic/r-ratio.js";
export { vectorHadrons } from "./hadronic/vector-hadrons.js";
export type { HadronicOptions } from "./hadronic/vector-hadrons.js";
export { vectorMesonWidth } from "./hadronic/vector-meson.js";
export type { LightQuarkCouplings } from "./hadronic/vector-meson.js";

// Processes, cross sections and events.
export { squaredAmplitude } from "./processes/process.js";
export type { ExternalParticle } from "./processes/external-particle.js";
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
export { gammaX } from "./processes/gamma-x.js";
export type { GammaXOptions } from "./processes/gamma-x.js";
export { checkModel, qed, withMediator } from "./amplitude/fields.js";
export type { Field, FermionVertex, Model, QedModelOptions, VectorVertex, Vertex } from "./amplitude/fields.js";
export { compile } from "./amplitude/compile.js";
export type { Current, Join, Kernel, Leg, Plan, PlanStep, Shape } from "./amplitude/plan.js";
export { evaluator } from "./amplitude/evaluate.js";
export type { Evaluator } from "./amplitude/evaluate.js";
export type { EvaluatorOptions } from "./amplitude/work-space.js";
export { helicityAmplitudes } from "./amplitude/helicity-amplitudes.js";
export type { HelicityAmplitudes } from "./amplitude/helicity-amplitudes.js";
export { mediatorId } from "./processes/mediator-id.js";
export type { DecayChannel, DecayDynamics, DecayResonance, DecayTable } from "./decays/decay-table.js";
export { bPair } from "./processes/b-pair.js";
export type { BPairOptions } from "./processes/b-pair.js";
export { bToKaonDecays } from "./decays/b-to-kaon-decays.js";
export type { BToKaonDecayOptions } from "./decays/b-to-kaon-decays.js";
export { etaDecays, kShortDecays, neutralKaonDecays, omegaDecays, pi0Decays } from "./decays/meson-decays.js";
export { mediatorDecays } from "./decays/mediator-decays.js";
export type { MediatorDecayOptions } from "./decays/mediator-decays.js";
export { tauDecays } from "./decays/tau-decays.js";
export type { TauDecayOptions } from "./decays/tau-decays.js";
export type { Cuts, PairCuts, ParticleCuts } from "./generate/cuts.js";
export type { Sampler } from "./generate/sampler.js";
export type { CollidingBeams, CollisionOptions } from "./generate/collisions.js";
export { radiationStrength, structureRatio } from "./generate/isr.js";
export { crossSection } from "./generate/cross-section.js";
export type { CrossSection, CrossSectionOptions } from "./generate/cross-section.js";
export { decayEvents } from "./generate/decay-events.js";
export { finalStateRadiation } from "./generate/final-state-radiation.js";
export type { DecayEventsOptions } from "./generate/decay-events.js";
export type { FinalStateRadiationOptions } from "./generate/final-state-radiation.js";
export { generate } from "./generate/generate.js";
export type { GeneratedEvents, GenerateOptions } from "./generate/generate.js";
export { eventGenerator } from "./generate/generator.js";
export type { BlockAccount, EventGenerator, GeneratorOptions } from "./generate/generator.js";
export { EventColumns } from "./generate/event-columns.js";
export { readLhe, readLheBlocks } from "./lhe/read-lhe.js";
export type { BytePiece, ByteReader, ByteStream, ReadableBytes } from "./lhe/read-lhe.js";
export type { LheEventInfo, LheEvents, LheInit, LheParticleInfo, LheProcess } from "./lhe/lhe-events.js";
export { writeLhe } from "./lhe/write-lhe.js";
export type { WriteLheOptions } from "./lhe/write-lhe.js";
