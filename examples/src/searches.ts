import { alpToPhotons } from "./alp-to-photons/search.js";
import { darkHiggsstrahlungSearch } from "./dark-higgsstrahlung/search.js";
import { darkPhotonToInvisible } from "./dark-photon-to-invisible/search.js";
import type { Search } from "./search.js";
import { zprimeToMuons } from "./zprime-to-muons/search.js";

/** Every search, the first one being what runs when none is named. */
export const searches: readonly [Search, ...Search[]] = [alpToPhotons, zprimeToMuons, darkHiggsstrahlungSearch, darkPhotonToInvisible];
