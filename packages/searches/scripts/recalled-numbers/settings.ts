import type { SearchOptions } from "../../src/search.js";

/** How a search is run again: few masses, few events, and which of its limits are looked at. */
export interface Settings {
  /** Options over the defaults of the search. */
  readonly options: Pick<SearchOptions, "masses" | "events"> & Partial<Pick<SearchOptions, "luminosity">>;
  /** Names of the limits. */
  readonly limits: readonly string[];
}

/** One mass, GeV, and no step, which would not be used. */
const at = (mass: number): SearchOptions["masses"] => ({ from: mass, to: mass, step: 1 });

/** Every search at one mass in the middle of its range. */
export const settings: Readonly<Record<string, Settings>> = {
  "alp-to-photons": { options: { masses: at(2), events: 20_000 }, limits: ["cross-section"] },
  "zprime-to-invisible": {
    options: { masses: at(2), events: 2000, luminosity: 0.276 },
    limits: ["cross-section-counting"],
  },
  "lfv-zprime-to-invisible": { options: { masses: at(2), events: 2000 }, limits: ["cross-section"] },
  "zprime-to-taus": { options: { masses: at(7), events: 8000 }, limits: ["cross-section"] },
  "zprime-to-muons": { options: { masses: at(2), events: 4000 }, limits: ["cross-section"] },
  "dark-higgsstrahlung": { options: { masses: at(6), events: 4000 }, limits: ["cross-section-1.0"] },
  "b-to-long-lived-scalar": {
    options: { masses: at(2), events: 2000 },
    limits: ["kplus-mumu-1cm", "kplus-mumu-100cm", "kplus-ee-1cm", "kplus-ee-100cm", "kstar-mumu-1cm"],
  },
  "b-to-kaon-invisible": { options: { masses: at(2), events: 800 }, limits: ["k-plus", "k-star"] },
  "tau-to-lepton-alpha": { options: { masses: at(1), events: 20_000 }, limits: ["ratio-e", "ratio-mu"] },
  "dark-photon-to-invisible": { options: { masses: at(3), events: 20_000 }, limits: ["cross-section"] },
  "heavy-neutral-lepton": { options: { masses: at(1), events: 2000 }, limits: ["branching-fraction-95cm"] },
  "long-lived-dark-photon": {
    options: { masses: at(0.4), events: 3000 },
    limits: ["cross-section-mumu-1mm", "cross-section-mumu-10mm", "cross-section-ee-1mm"],
  },
};
