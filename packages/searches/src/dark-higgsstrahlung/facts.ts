import type { Fact } from "../fact.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import { fewest } from "./background.js";
import { level, luminosity, massRange, method, publishedRange, publishedShares } from "./published.js";
import { hardPhoton } from "./samples.js";
import { cuts, helicityCuts, PAPER, windowRadius } from "./selection.js";
import { punzi, windowStep } from "./windows.js";

/** Every number of the search, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  ...[luminosity, method, level, publishedRange, massRange, publishedShares].map(factOf),
  {
    quantity: "σ",
    value: "includes B(A′ → μμ)",
    standing: "derived",
    source: "the two published ranges agree only so",
  },
  { quantity: "prior", value: "flat in the cross section", standing: "recalled", source: PAPER },
  ...factsOf(cuts),
  ...[helicityCuts, punzi, windowRadius, windowStep, hardPhoton].map(factOf),
  {
    quantity: "μμγ beyond that photon",
    value: "more photons along the beams by structure functions",
    standing: "stand-in",
    source: "the experiment has KKMC; two photons both off the beams are not there",
  },
  {
    quantity: "μμ without such a photon",
    value: "left out",
    standing: "stand-in",
    source: "passes by resolution only: 7 % of the background, all of it at M_μμ > 9.7 GeV",
  },
  {
    quantity: "ττ",
    value: "both to μνν, with the correlation of their spins",
    standing: "stand-in",
    source: "a pion taken for a muon adds about 5 % to it",
  },
  {
    quantity: "eeμμ",
    value: "leading order with the electron's mass, electrons at any angle, no radiation of the electrons",
    standing: "stand-in",
    source: "the experiment has AAFH, which has no radiation at all",
  },
  {
    quantity: "final-state radiation",
    value:
      "of the muons of signal, ττ and eeμμ, soft photons to all orders, hard collinear ones; of μμγ as in its amplitude",
    standing: "derived",
    source: "finalStateRadiation",
  },
  {
    quantity: "uncertainty of the background",
    value: "that of the number of simulated events",
    standing: "stand-in",
    source: "the experiment's systematic uncertainties are not public",
  },
  {
    quantity: "pseudo-data",
    value: "each simulated event at most once: about 2 % less than expected",
    standing: "stand-in",
    source: "ours; half of eeμμ and what the generator has above its envelope would come as copies",
  },
  factOf(fewest),
];
