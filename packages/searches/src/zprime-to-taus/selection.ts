import { belle2 } from "@belladonna/trigger";
import type { TrackCuts } from "../events/four-tracks.js";
import { below, between, percent } from "../selection/bounds.js";
import type { Cut } from "../selection/cut.js";
import type { Quantity } from "../selection/quantity.js";
import type { TrackPairs } from "./columns.js";

/** The publication. */
export const PAPER = "arXiv:2306.12294";

/** Where more of the selection was shown. */
export const TALK = "Belle II talk at ICHEPAP 2023";

const published = { standing: "published", source: `${PAPER}, abstract` } as const;

/** Integrated luminosity of the data. */
export const luminosity: Quantity = { quantity: "luminosity", value: 62.8, unit: "fb⁻¹", ...published };

/** Confidence level of the limits, a fraction. */
export const level = percent({ quantity: "confidence level", value: 0.9, unit: "1", ...published });

/** The masses of the search. */
export const massRange = between({ quantity: "mass range", value: [3.6, 10], unit: "GeV", ...published });

/** What the published observed limits span. */
export const publishedRange = between({ quantity: "cross-section limits", value: [0.7, 24], unit: "fb", ...published });

const [D0, Z0] = [0.5, 2] as const;

/** Tracks from the collision point: largest impact parameters, cm. */
export const trackCuts: Quantity<TrackCuts> = {
  quantity: "track impact parameters",
  value: { d0: D0, z0: Z0 },
  unit: "cm",
  text: `d₀ < ${D0} cm, |z₀| < ${Z0} cm`,
  standing: "read",
  source: "basf2, preselection of four-track events; that it was used is recalled",
};

/** Chance of a pion that reaches the muon system to be called a muon. */
export const pionAsMuon: Quantity = {
  quantity: "pions that pass as muons",
  value: belle2.identification.pionAsMuon,
  unit: "1",
  text: `${100 * belle2.identification.pionAsMuon} % of those that reach the muon system`,
  standing: "recalled",
  source: "2 to 7 % are typical; taken as a weight, not drawn",
};

/** The mass of the four tracks: neutrinos are missing. */
const fourTrackMass = below({ quantity: "four-track mass", value: 9.5, unit: "GeV", standing: "read", source: TALK });

const LINES = ["fff", "cdcklm1"] as const;

/** Level-1 lines, any of which keeps the event: three tracks, or a track matched to the muon system. */
export const triggerLines: Quantity<readonly string[]> = {
  quantity: "level-1 lines of the trigger",
  value: LINES,
  unit: "1",
  text: LINES.join(" or "),
  standing: "recalled",
  source: "lines as in basf2; that they are those of the paper is not checked",
};

/** What an event has before the first cut. */
export const CANDIDATE = "four tracks";

/** The selection. */
export const cuts: readonly Cut<TrackPairs>[] = [
  { name: "four-track mass", numbers: [fourTrackMass], keep: `fourTrackMass < ${fourTrackMass.value}` },
  { name: "two muons", numbers: [pionAsMuon], keep: "weight > 0" },
  { name: "trigger", numbers: [triggerLines], keep: "trigger == 1" },
];

/** The selection of a signal's own pair, before which it is found by what was generated. */
export const signalCuts: readonly Cut<TrackPairs>[] = [
  { name: "muons of the production", numbers: [], keep: "right == 1" },
  ...cuts,
];

/** Fit window around the hypothesis, in widths of the peak; radiation makes a tail above it. */
export const window = between({
  quantity: "fit window",
  value: [-20, 40],
  unit: "widths",
  standing: "stand-in",
  source: PAPER,
});

/** Order of the background polynomial in a window. */
export const order: Quantity = {
  quantity: "order of the background polynomial",
  value: 3,
  unit: "1",
  standing: "stand-in",
  source: PAPER,
};

/** Distance of neighbouring hypotheses. */
export const step: Quantity = {
  quantity: "scan step",
  value: 0.5,
  unit: "widths",
  standing: "recalled",
  source: PAPER,
};

/** Masses at which signal is simulated, GeV; closer where the efficiency falls. */
export const simulatedAt = [3.6, 4.2, 5, 5.8, 6.6, 7.4, 8, 8.5, 9, 9.3, 9.5] as const;
