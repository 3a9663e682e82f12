/**
 * Single partial widths, form factors and hadronic inputs of the portals, for who needs one of them alone.
 *
 * @packageDocumentation
 */
export { dalitzRatio } from "./widths/dalitz.js";
export { vectorToDarkMatter } from "./widths/dark.js";
export { inelasticWidth } from "./widths/inelastic.js";
export type { InelasticPair } from "./widths/inelastic.js";
export {
  pseudoscalarToFermions,
  scalarToFermions,
  vectorToFermions,
  vectorToUnequalFermions,
} from "./widths/fermion-pair.js";
export { neutralCurrent, threeBodyIntegral, threeBodyUnit } from "./widths/hnl-leptons.js";
export type { NeutralPair } from "./widths/hnl-leptons.js";
export {
  hnlToChargedPseudoscalar,
  hnlToChargedVector,
  hnlToNeutralPseudoscalar,
  hnlToNeutralVector,
  rootLambda,
} from "./widths/hnl-mesons.js";
export { pseudoscalarTransition, semileptonicWidth, vectorTransition } from "./widths/semileptonic.js";
export type { Helicities, Transition } from "./widths/semileptonic.js";
export type { Pole } from "./tables/semileptonic.js";
export { leptonLoopCoupling, pseudoscalarLoop } from "./widths/lepton-loop.js";
export { loopCharge } from "./widths/loop-mixing.js";
export type { Complex } from "./widths/loop-mixing.js";
export { alpToPhotons, scalarToPhotons, vectorToThreePhotons } from "./widths/photons.js";
export type { LoopFermion } from "./widths/photons.js";
export { alphaS } from "./hadronic/alpha-s.js";
export { alpHadrons, alpToGluons } from "./hadronic/alp-hadrons.js";
export { bFormFactor } from "./hadronic/b-form-factors.js";
export { scalarPenguin } from "./hadronic/b-to-kaon.js";
export { quarkDecayShape } from "./hadronic/b-to-strange.js";
export { hnlToChargedPions, hnlToNeutralPions } from "./hadronic/hnl-pions.js";
export { scalarHadrons, scalarToGluons, scalarToMesons } from "./hadronic/scalar-hadrons.js";
export type { ScalarHadronicOptions } from "./hadronic/scalar-hadrons.js";
export { openCharmRatio, perturbativeR, quarkoniumR } from "./hadronic/r-ratio.js";
export type { Quark, QuarkCouplings } from "./hadronic/r-ratio.js";
export { vectorHadrons } from "./hadronic/vector-hadrons.js";
export type { HadronicOptions } from "./hadronic/vector-hadrons.js";
export { vectorMesonWidth } from "./hadronic/vector-meson.js";
export type { LightQuarkCouplings } from "./hadronic/vector-meson.js";
export { pionPairR } from "./hadronic/pion-pairs.js";
