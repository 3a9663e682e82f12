import type { Quantity } from "../selection/quantity.js";

/** The publication: a study of reach, of which the abstract is at hand and no number. */
export const PAPER = "arXiv:2202.03452";

/** Luminosity of a run. */
export const LUMINOSITY: Quantity = {
  quantity: "luminosity",
  value: 50_000,
  unit: "fb⁻¹",
  standing: "recalled",
  source: `${PAPER}: the design of the experiment, for which its reach is drawn; there is no result`,
};

/** Confidence level. */
export const LEVEL: Quantity = {
  quantity: "confidence level",
  value: 0.9,
  unit: "1",
  standing: "stand-in",
  source: "ours, that of most limits in the plane",
};

/** Expected background of muons and hadrons in all windows. */
export const BACKGROUND: Quantity = {
  quantity: "expected background of muon, pion and kaon pairs",
  value: 0,
  unit: "events",
  standing: "stand-in",
  source: `${PAPER}, abstract: muons and pions are expected to be background-free after its selections; taken for ours, and for kaons`,
};

/** Expected background of electrons. */
export const ELECTRON_BACKGROUND: Quantity = {
  quantity: "expected background of electron pairs",
  value: 0,
  unit: "events",
  standing: "stand-in",
  source: `${PAPER}, abstract: more involved and requires an in-depth study; conversions of photons`,
};

/** Ends of the masses. */
export const MASSES: Quantity<readonly [number, number]> = {
  quantity: "masses, from and to",
  value: [0.1, 1],
  unit: "GeV",
  standing: "stand-in",
  source: "ours: from where pairs of electrons open wide enough to where the lifetime is too short",
};
