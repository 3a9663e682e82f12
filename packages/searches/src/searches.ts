import { alpToPhotonsSearch } from "./alp-to-photons/search.js";
import { bToKaonInvisible } from "./b-to-kaon-invisible/search.js";
import { bToLongLivedScalar } from "./b-to-long-lived-scalar/search.js";
import { darkHiggsstrahlungSearch } from "./dark-higgsstrahlung/search.js";
import { darkPhotonToInvisible } from "./dark-photon-to-invisible/search.js";
import { heavyNeutralLepton } from "./heavy-neutral-lepton/search.js";
import { lfvZPrimeToInvisible } from "./lfv-zprime-to-invisible/search.js";
import { longLivedDarkPhoton } from "./long-lived-dark-photon/search.js";
import type { Search } from "./search.js";
import { tauToLeptonAlpha } from "./tau-to-lepton-alpha/search.js";
import { zprimeToInvisible } from "./zprime-to-invisible/search.js";
import { zprimeToMuons } from "./zprime-to-muons/search.js";
import { zprimeToTaus } from "./zprime-to-taus/search.js";

/** Every search, the first one being what runs when none is named. */
export const searches: readonly [Search, ...Search[]] = [
  alpToPhotonsSearch,
  zprimeToInvisible,
  lfvZPrimeToInvisible,
  zprimeToTaus,
  zprimeToMuons,
  darkHiggsstrahlungSearch,
  bToLongLivedScalar,
  bToKaonInvisible,
  tauToLeptonAlpha,
  darkPhotonToInvisible,
  heavyNeutralLepton,
  longLivedDarkPhoton,
];
