import { particle } from "@belladonna/kinematics";
import type { TrackCuts } from "../events/four-tracks.js";
import { below, between, percent } from "../selection/bounds.js";
import type { Cut } from "../selection/cut.js";
import type { Quantity } from "../selection/quantity.js";
import type { MuonPairs } from "./columns.js";

/** The publication. */
export const PAPER = "arXiv:2403.02841";
const MUON = particle(13).mass;

const published = { standing: "published", source: `${PAPER}, abstract` } as const;
const recalled = { standing: "recalled", source: PAPER } as const;

/** Integrated luminosity of the data. */
export const luminosity: Quantity = { quantity: "luminosity", value: 178, unit: "fb⁻¹", ...published };

/** Confidence level of the limits, a fraction. */
export const level = percent({ quantity: "confidence level", value: 0.9, unit: "1", ...published });

/** The masses of the search. */
export const massRange = between({ quantity: "mass range", value: [0.212, 9], unit: "GeV", ...published });

/** What the published observed limits on the rate of a Z′ span. */
export const publishedRange = between({
  quantity: "cross-section limits, Z′",
  value: [0.046, 0.97],
  unit: "fb",
  ...published,
});

/** What the published observed limits on the rate of a scalar span. */
export const publishedRangeScalar = between({
  quantity: "cross-section limits, scalar",
  value: [0.055, 1.3],
  unit: "fb",
  ...published,
});

const [D0, Z0] = [0.5, 2] as const;

/** Tracks from the collision point: largest impact parameters, cm. */
export const trackCuts: Quantity<TrackCuts> = {
  quantity: "tracks",
  value: { d0: D0, z0: Z0 },
  unit: "cm",
  text: `exactly four, d₀ < ${D0} cm, |z₀| < ${Z0} cm, no charge`,
  ...recalled,
};

const LEAST_MUONS = 3;
const leastMuons: Quantity = {
  quantity: "identified muons",
  value: LEAST_MUONS,
  unit: "1",
  text: `at least ${LEAST_MUONS}`,
  ...recalled,
};

const fourTrackMass = between({ quantity: "four-track mass", value: [10, 11], unit: "GeV", ...recalled });

const neutralEnergy = below({ quantity: "neutral energy", value: 0.4, unit: "GeV", ...recalled });

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
export const cuts: readonly Cut<MuonPairs>[] = [
  { name: "identified muons", numbers: [leastMuons], keep: `muons >= ${leastMuons.value}` },
  {
    name: "four-track mass",
    numbers: [fourTrackMass],
    keep: `${fourTrackMass.value[0]} < fourTrackMass < ${fourTrackMass.value[1]}`,
  },
  { name: "neutral energy", numbers: [neutralEnergy], keep: `neutralEnergy < ${neutralEnergy.value}` },
  { name: "trigger", numbers: [triggerLines], keep: "trigger == 1" },
];

/** The selection of a signal's own pair, before which it is found by what was generated. */
export const signalCuts: readonly Cut<MuonPairs>[] = [
  { name: "pair of the mediator", numbers: [], keep: "right == 1" },
  ...cuts,
];

/** Fit window around the hypothesis, in widths of the peak. */
export const window = between({
  quantity: "fit window",
  value: [-15, 15],
  unit: "widths",
  standing: "stand-in",
  source: PAPER,
});

/** Order of the background polynomial in a window. */
export const order: Quantity = {
  quantity: "order of the background polynomial",
  value: 2,
  unit: "1",
  standing: "stand-in",
  source: PAPER,
};

/** Distance of neighbouring hypotheses. */
export const step: Quantity = {
  quantity: "scan step",
  value: 0.5,
  unit: "widths of M_R",
  standing: "stand-in",
  source: PAPER,
};

/** Masses left out: the J/ψ. */
export const excluded = between({ quantity: "masses left out (J/ψ)", value: [3.07, 3.12], unit: "GeV", ...recalled });

/** $M_R = \sqrt{M^2 - 4m_\mu^2}$, GeV. */
export function reducedMassOf(mass: number): number {
  return Math.sqrt(mass * mass - 4 * MUON * MUON);
}

/** The mass at a reduced mass, GeV. */
export function massOf(reduced: number): number {
  return Math.sqrt(reduced * reduced + 4 * MUON * MUON);
}
