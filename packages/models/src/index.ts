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
export { darkPhoton } from "./portals/dark-photon.js";
export type { DarkPhotonParameters } from "./portals/dark-photon.js";
export { zPrime } from "./portals/z-prime.js";
export type { ZPrimeParameters } from "./portals/z-prime.js";
export { vectorToDarkMatter } from "./widths/dark.js";
export type { DarkMatter } from "./widths/dark.js";
export { pseudoscalarToFermions, scalarToFermions, vectorToFermions } from "./widths/fermion-pair.js";
export { loopCharge } from "./widths/loop-mixing.js";
export type { Complex } from "./widths/loop-mixing.js";
export { alpToPhotons, vectorToThreePhotons } from "./widths/photons.js";
