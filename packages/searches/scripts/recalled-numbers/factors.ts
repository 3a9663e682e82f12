import { normalQuantile } from "@belladonna/numerics";
import { belle2 } from "@belladonna/trigger";
import { chargedShare as kaonChargedShare, pairs as kaonPairs } from "../../src/b-to-kaon-invisible/published.js";
import { chargedShare, pairs } from "../../src/b-to-long-lived-scalar/publication.js";
import { LUMINOSITY } from "../../src/dark-photon-to-invisible/inputs.js";
import { LUMINOSITY as LONG_LIVED_LUMINOSITY } from "../../src/long-lived-dark-photon/inputs.js";
import type { Quantity } from "../../src/selection/quantity.js";
import { PAIRS_2018 } from "../../src/lfv-zprime-to-invisible/inputs.js";
import { SCALES } from "../../src/zprime-to-invisible/inputs.js";
import type { Factor } from "./variation.js";

const [TRIGGER_2018, TRACK_FOUND, MUONS_2018] = SCALES;
const { identification, calorimeter, tracker, level1 } = belle2;

/** Efficiency of a prompt track of 1 GeV across the beams. */
const track = tracker.promptEfficiency.find(([pt]) => pt === 1)?.[1] ?? Number.NaN;

/** The efficiency of so many prompt tracks. */
const tracks = (search: string, power: number, background: boolean): Factor => ({
  search,
  quantity: `efficiency of prompt tracks, ${power} of them`,
  facts: ["tracker.promptEfficiency"],
  value: track,
  power,
  low: track - 0.02,
  high: 0.995,
  range: "2 % below to one above; the source says above 98 % at high momentum",
  background,
});

/** The identification of so many muons. */
const muons = (search: string, power: number, background: boolean): Factor => ({
  search,
  quantity: `muon identification, ${power} of them`,
  facts: ["identification.muon", "muon identification"],
  value: identification.muon,
  power,
  low: 0.9,
  high: 0.95,
  range: "0.90 to 0.95 above 1 GeV",
  background,
});

/** The trigger of the first data. */
const firstTrigger = (search: string, about = ""): Factor => ({
  search,
  quantity: `${TRIGGER_2018.quantity}${about}`,
  facts: [TRIGGER_2018.quantity, TRACK_FOUND.quantity],
  value: TRIGGER_2018.value,
  power: 1,
  low: 0.74,
  high: 0.84,
  range: "the 6 % that the experiment is recalled to take for its uncertainty",
  background: false,
});

/** The identification of two electrons. */
const electrons = (search: string): Factor => ({
  search,
  quantity: "electron identification, 2 of them",
  facts: ["identification.electron", "electron identification"],
  value: identification.electron,
  power: 2,
  low: 0.9,
  high: 0.95,
  range: "0.90 to 0.95",
  background: false,
});

/** The efficiency of level 1 for so many tracks. */
const level1Tracks = (search: string, power: number, background: boolean): Factor => ({
  search,
  quantity: `efficiency of level 1 for a track, ${power} of them`,
  facts: ["level1.efficiency", "detector"],
  value: level1.efficiency,
  power,
  low: 0.9,
  high: 0.98,
  range: "two tracks of the ffo line at 0.81 to 0.96",
  background,
});

/** The number of B pairs and the share of them that is charged. */
const mesons = (search: string, all: Quantity, charged: Quantity): Factor[] => [
  {
    search,
    quantity: all.quantity,
    facts: [all.quantity],
    value: all.value,
    power: 1,
    low: all.value - (all.uncertainty ?? 0),
    high: all.value + (all.uncertainty ?? 0),
    range: "its recalled uncertainty",
    background: false,
  },
  {
    search,
    quantity: `${charged.quantity} (K⁺; K* the other way)`,
    facts: [charged.quantity],
    value: charged.value,
    power: 1,
    low: 0.508,
    high: 0.52,
    range: "world averages of the last ten years",
    background: false,
  },
];

/** Every number that is a factor of the efficiency. */
export const factors: readonly Factor[] = [
  {
    search: "alp-to-photons",
    quantity: "photons that pass the shower-shape classifier",
    facts: ["calorimeter.showerShape", "shower shape of the more isolated softer photon"],
    value: calorimeter.showerShape,
    power: 1,
    low: 0.9,
    high: 0.99,
    range: "classifiers of this kind keep 90 to 99 % of photons",
    background: true,
  },
  firstTrigger("zprime-to-invisible", " (276 pb⁻¹)"),
  {
    search: "zprime-to-invisible",
    quantity: `${MUONS_2018.quantity} (276 pb⁻¹)`,
    facts: [MUONS_2018.quantity],
    value: MUONS_2018.value,
    power: 1,
    low: 0.57,
    high: 1,
    range: "12.5 % below, which the experiment is recalled to take; above, no such loss",
    background: false,
  },
  tracks("zprime-to-invisible", 2, false),
  muons("zprime-to-invisible", 2, false),
  firstTrigger("lfv-zprime-to-invisible"),
  {
    search: "lfv-zprime-to-invisible",
    quantity: PAIRS_2018.quantity,
    facts: [PAIRS_2018.quantity],
    value: PAIRS_2018.value,
    power: 1,
    low: 0.65,
    high: 1,
    range: "the number of muon pairs, to no loss",
    background: false,
  },
  {
    search: "lfv-zprime-to-invisible",
    quantity: "electron identification",
    facts: ["identification.electron"],
    value: identification.electron,
    power: 1,
    low: 0.9,
    high: 0.95,
    range: "0.90 to 0.95",
    background: false,
  },
  tracks("lfv-zprime-to-invisible", 2, false),
  muons("lfv-zprime-to-invisible", 1, false),
  tracks("zprime-to-taus", 4, true),
  muons("zprime-to-taus", 2, true),
  tracks("zprime-to-muons", 4, true),
  muons("zprime-to-muons", 3, true),
  tracks("dark-higgsstrahlung", 2, true),
  muons("dark-higgsstrahlung", 2, true),
  level1Tracks("dark-higgsstrahlung", 2, true),
  level1Tracks("zprime-to-taus", 3, true),
  tracks("b-to-long-lived-scalar", 3, false),
  muons("b-to-long-lived-scalar", 2, false),
  electrons("b-to-long-lived-scalar"),
  {
    search: "b-to-long-lived-scalar",
    quantity: "kaon identification",
    facts: ["identification.kaon", "kaon identification"],
    value: identification.kaon,
    power: 1,
    low: 0.85,
    high: 0.9,
    range: "0.85 to 0.90",
    background: false,
  },
  ...mesons("b-to-long-lived-scalar", pairs, chargedShare),
  ...mesons("b-to-kaon-invisible", kaonPairs, kaonChargedShare),
  {
    search: "dark-photon-to-invisible",
    quantity: `${LUMINOSITY.quantity} of the projection`,
    facts: [LUMINOSITY.quantity],
    value: LUMINOSITY.value,
    power: 1,
    low: 10,
    high: 50,
    range: "other luminosities that projections are drawn for",
    background: true,
  },
  {
    search: "b-to-long-lived-scalar",
    quantity:
      "events that the limit is where none is seen: by asymptotic formulae, as recalled of the paper, or as it is here",
    facts: ["limit"],
    value: -Math.log(0.05),
    power: -1,
    low: 0.5 * normalQuantile(0.975) ** 2,
    high: -Math.log(0.05),
    range: "one or the other",
    background: false,
  },
  tracks("heavy-neutral-lepton", 2, false),
  tracks("long-lived-dark-photon", 2, false),
  muons("long-lived-dark-photon", 2, false),
  electrons("long-lived-dark-photon"),
  {
    search: "long-lived-dark-photon",
    quantity: LONG_LIVED_LUMINOSITY.quantity,
    facts: [LONG_LIVED_LUMINOSITY.quantity],
    value: LONG_LIVED_LUMINOSITY.value,
    power: 1,
    low: 10_000,
    high: LONG_LIVED_LUMINOSITY.value,
    range: "a fifth of the design, to the design",
    background: false,
  },
];
