import { alpToPhotons } from "./alp-to-photons/search.js";
import { bToLongLivedScalar } from "./b-to-long-lived-scalar/search.js";
import { heavyNeutralLepton } from "./heavy-neutral-lepton/search.js";
import type { Search } from "./search.js";

/** Every search, the first one being what runs when none is named. */
export const searches: readonly [Search, ...Search[]] = [alpToPhotons, bToLongLivedScalar, heavyNeutralLepton];
