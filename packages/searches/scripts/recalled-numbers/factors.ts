import { chargedShare, pairs } from "../../src/b-to-long-lived-scalar/publication.js";
import { LUMINOSITY } from "../../src/dark-photon-to-invisible/inputs.js";
import { SCALES } from "../../src/zprime-to-invisible/inputs.js";
import type { Factor } from "./variation.js";

const [TRIGGER_2018, TRACK_FOUND, MUONS_2018] = SCALES;

/** Every number that the limit is inversely proportional to. */
export const factors: readonly Factor[] = [
  {
    search: "zprime-to-invisible",
    quantity: TRIGGER_2018.quantity,
    facts: [TRIGGER_2018.quantity, TRACK_FOUND.quantity],
    value: TRIGGER_2018.value,
    low: 0.74,
    high: 0.84,
    range: "the 6 % that the experiment is recalled to take for its uncertainty",
    because: "276 pb⁻¹: a factor of the efficiency, and no background is expected in a window",
  },
  {
    search: "zprime-to-invisible",
    quantity: MUONS_2018.quantity,
    facts: [MUONS_2018.quantity],
    value: MUONS_2018.value,
    low: 0.57,
    high: 1,
    range: "12.5 % below, which the experiment is recalled to take; above, no such loss",
    because: "276 pb⁻¹: a factor of the efficiency, and no background is expected in a window",
  },
  {
    search: "b-to-long-lived-scalar",
    quantity: pairs.quantity,
    facts: [pairs.quantity],
    value: pairs.value,
    low: pairs.value - (pairs.uncertainty ?? 0),
    high: pairs.value + (pairs.uncertainty ?? 0),
    range: "its recalled uncertainty",
    because: "the limit on a number of events is divided by it",
  },
  {
    search: "b-to-long-lived-scalar",
    quantity: `${chargedShare.quantity} (K⁺)`,
    facts: [chargedShare.quantity],
    value: chargedShare.value,
    low: 0.508,
    high: 0.52,
    range: "world averages of the last ten years; K* moves the other way by as much",
    because: "the limit on a number of events is divided by it",
  },
  {
    search: "dark-photon-to-invisible",
    quantity: `${LUMINOSITY.quantity} of the projection`,
    facts: [LUMINOSITY.quantity],
    value: LUMINOSITY.value,
    low: 10,
    high: 50,
    range:
      "other luminosities that projections are drawn for; with background the limit moves by less, at least by the root",
    because: "at most: the limit where no background is expected",
  },
];
