import { alpToPhotons } from "./alp-to-photons/search.js";
import type { Search } from "./search.js";
import { tauToLeptonAlpha } from "./tau-to-lepton-alpha/search.js";

/** Every search, the first one being what runs when none is named. */
export const searches: readonly [Search, ...Search[]] = [alpToPhotons, tauToLeptonAlpha];
