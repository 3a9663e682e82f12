/**
 * Portals to the dark sector: widths, branching fractions, lifetimes and g-2.
 *
 * @packageDocumentation
 */
// Portals: mediators with their decays.
export { constants } from "./constants.js";
export type { DecayDynamics } from "./decay-dynamics.js";
export { channel, mediator } from "./mediator.js";
export type { PartialWidth, ChannelGroup, Couplings, Fermion, Lepton, Mediator, MediatorSpec } from "./mediator.js";
export { alp } from "./portals/alp.js";
export type { AlpParameters } from "./portals/alp.js";
export { baryonic, bMinusL, leMinusLmu, leMinusLtau, lmuMinusLtau, protophobic } from "./portals/charges.js";
export type { Charges } from "./portals/charges.js";
export { chargesFrom } from "./portals/charges-from.js";
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
export { lfvZPrime } from "./portals/lfv-z-prime.js";
export type { LfvZPrimeParameters } from "./portals/lfv-z-prime.js";
export { inelasticDarkMatter } from "./portals/inelastic-dark-matter.js";
export type { InelasticDarkMatter, InelasticDarkMatterParameters } from "./portals/inelastic-dark-matter.js";
export { portals } from "./portals/registry.js";
export { portalId } from "./portals/portal-id.js";
export type { PortalId } from "./portals/portal-id.js";
export { portalNamed } from "./portals/portal-names.js";
export type { Portal } from "./portals/registry.js";
export { vectorMediator } from "./portals/vector.js";
export type { VectorParameters } from "./portals/vector.js";
export { zPrime } from "./portals/z-prime.js";
export type { ZPrimeParameters } from "./portals/z-prime.js";
export { anomalyAtUnitCoupling, gMinus2, gMinus2Band, muonAnomaly } from "./g-minus-2.js";
export type { Anomaly, GMinus2Parameters, LoopKind } from "./g-minus-2.js";
export type { DarkMatter } from "./widths/dark.js";
// Dark matter of today: lines of freeze-out through a plane.
export { relicDensity, relicTarget } from "./relic/relic-target.js";
export type { RelicOptions, RelicPoint, RelicTarget } from "./relic/relic-target.js";
export type { RelicDarkMatter } from "./relic/relic-dark-matter.js";
export type { RelicModel } from "./relic/visible-width.js";
export { formFactorSets } from "./hadronic/b-form-factors.js";
export type { FormFactorSet } from "./hadronic/b-form-factors.js";
export { bToKaon, flavourChangingCoupling } from "./hadronic/b-to-kaon.js";
export type { BToKaonParameters, BToKaonResult, TopMass } from "./hadronic/b-to-kaon.js";
export { bToKaonNeutrinos } from "./hadronic/b-to-kaon-neutrinos.js";
export { bToStrange } from "./hadronic/b-to-strange.js";
export type { BToStrangeParameters, InclusiveRate } from "./hadronic/b-to-strange.js";
export { upsilonToPhoton } from "./hadronic/upsilon-to-photon.js";
export type { UpsilonToPhotonParameters } from "./hadronic/upsilon-to-photon.js";
export { vacuumPolarisation, vacuumPolarisationFactor } from "./vacuum-polarisation/vacuum-polarisation.js";
export { leptonVacuumPolarisation } from "./vacuum-polarisation/leptons.js";
export { hnlProduction, mesonToHnl, tauToHnl } from "./hadronic/hnl-production.js";
export type { ProductionMode } from "./hadronic/hnl-production.js";
export { mediatorId, mediatorIds } from "./mediator-id.js";
