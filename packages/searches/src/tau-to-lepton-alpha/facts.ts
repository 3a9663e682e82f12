import { belle2Data } from "@belladonna/trigger";
import { bremsstrahlungFact } from "../events/bremsstrahlung.js";
import type { Fact } from "../fact.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import { publishedRange } from "./limits-and-couplings.js";
import { level, luminosity, massRange, method, tableLevel } from "./published.js";
import { pairCrossSection } from "./samples.js";
import { binCount, cuts } from "./selection.js";
import { systematics } from "./systematics.js";

const { electron, muon, pionAsElectron, pionAsMuon } = belle2Data.identification;

/** Every number of the search, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  ...[luminosity, massRange, level, tableLevel, publishedRange.e, publishedRange.mu].map(factOf),
  {
    quantity: "tag and observable",
    value: "τ → 3h ν with π⁰ veto; x = 2E*/m_τ for E_τ = √s/2 against the three hadrons",
    standing: "read",
    source: "talk on dark-matter searches at Belle II, 2023",
  },
  ...[method, pairCrossSection].map(factOf),
  ...factsOf(cuts),
  factOf(binCount),
  factOf({ quantity: "electron identification; one number, where the experiment has a map", ...electron }),
  factOf({ quantity: "muon identification where a muon reaches the muon system", ...muon }),
  factOf({ quantity: "pions taken for electrons", ...pionAsElectron }),
  factOf({ quantity: "pions taken for muons", ...pionAsMuon }),
  ...systematics.map(factOf),
  {
    quantity: "polarisation and spin correlation of the taus",
    value: "left out",
    standing: "stand-in",
    source: "the decays are isotropic, so the chirality of the coupling has no influence",
  },
  {
    quantity: "radiation in tau decays",
    value: "photons of electrons and muons, soft ones to all orders, hard collinear ones; none of hadrons",
    standing: "derived",
    source: "finalStateRadiation",
  },
  bremsstrahlungFact,
];
