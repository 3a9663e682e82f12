/**
 * The searches of Belle II for the dark sector, each from the portal to the limit, and what it takes to write one.
 *
 * @packageDocumentation
 */
// Running searches
export { searches } from "./searches.js";
export { runSearch } from "./run-search.js";
export type { RunSettings } from "./run-search.js";
export type { Injection, MassRange, NamedFile, SearchOptions } from "./search.js";
export type { Progress, Stage } from "./progress.js";

// Each search by itself, for a page that is not to load them all; two have names that other packages use for a width and a process
export { alpToPhotonsSearch } from "./alp-to-photons/search.js";
export { bToKaonInvisible } from "./b-to-kaon-invisible/search.js";
export { bToLongLivedScalar } from "./b-to-long-lived-scalar/search.js";
export { darkHiggsstrahlungSearch } from "./dark-higgsstrahlung/search.js";
export { darkPhotonToInvisible } from "./dark-photon-to-invisible/search.js";
export { heavyNeutralLepton } from "./heavy-neutral-lepton/search.js";
export { lfvZPrimeToInvisible } from "./lfv-zprime-to-invisible/search.js";
export { longLivedDarkPhoton } from "./long-lived-dark-photon/search.js";
export { tauToLeptonAlpha } from "./tau-to-lepton-alpha/search.js";
export { zprimeToInvisible } from "./zprime-to-invisible/search.js";
export { zprimeToMuons } from "./zprime-to-muons/search.js";
export { zprimeToTaus } from "./zprime-to-taus/search.js";

// Results
export type {
  Compared,
  ComparedLimit,
  ComparedMass,
  Exclusion,
  MapCell,
  Measured,
  PlaneMap,
  PublishedRange,
  SearchResult,
} from "./search.js";

// The contract of a search
export type { HepDataKeywords, Search } from "./search.js";
export { localWork } from "./work.js";
export type { Work } from "./work.js";
export type { Task } from "./task.js";
export type { Fact } from "./fact.js";
export { UserError } from "./user-error.js";

// Parts of a search: samples, selection, limits
export { see, seedOf } from "./events/sample.js";
export type { Purpose, Seen, SeeOptions } from "./events/sample.js";
export { applyCuts, factsOf, kept } from "./selection/cut.js";
export type { Candidates, Column, Cut, Selected } from "./selection/cut.js";
export { cutFlow, mergeCutFlows } from "./selection/cut-flow.js";
export type { CutFlow, CutStep } from "./selection/cut-flow.js";
export type { Quantity } from "./selection/quantity.js";
export { testWindow } from "./limit/counted.js";
export type { NotTested, Window } from "./limit/counted.js";
export type { Tested, TestOptions } from "./limit/tested.js";
export { limitInfo } from "./limit/limit-info.js";
