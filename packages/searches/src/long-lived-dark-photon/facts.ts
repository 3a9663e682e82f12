import { belle2Data } from "@belladonna/trigger";
import { bremsstrahlungFact } from "../events/bremsstrahlung.js";
import { pairEfficiencyFact } from "../events/displaced-tracking.js";
import type { Fact } from "../fact.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import { channels, kaonFact } from "./channels.js";
import { BACKGROUND, ELECTRON_BACKGROUND, LEVEL, LUMINOSITY, MASSES, PAPER } from "./inputs.js";
import { cutsIn } from "./selection.js";

const { identification } = belle2Data;

/** Every number of the search, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  factOf(LUMINOSITY),
  factOf(LEVEL),
  factOf(MASSES),
  {
    quantity: "signature",
    value: "a single high-energy photon and a displaced pair of charged particles",
    standing: "published",
    source: `${PAPER}, abstract`,
  },
  {
    quantity: "pairs",
    value: "μμ, ee, ππ, KK",
    standing: "recalled",
    source: `${PAPER}; muons, pions, electrons in the abstract`,
  },
  kaonFact,
  factOf(BACKGROUND),
  factOf(ELECTRON_BACKGROUND),
  ...factsOf(channels.flatMap((channel) => cutsIn(channel, [0, 1]))),
  {
    quantity: "pointing, and the balance of photon and pair",
    value: "no requirement",
    standing: "stand-in",
    source: "ours: no background is simulated that they would reject",
  },
  pairEfficiencyFact,
  factOf({ quantity: "electron identification", ...identification.electron }),
  factOf({ quantity: "muon identification", ...identification.muon }),
  factOf({ quantity: "kaon identification", ...identification.kaon }),
  bremsstrahlungFact,
  {
    quantity: "decays in flight of pions and kaons, interactions in material",
    value: "left out",
    standing: "stand-in",
    source: "a percent of pions and some percent of kaons at these momenta",
  },
];
