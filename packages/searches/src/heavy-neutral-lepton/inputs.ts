import type { Quantity } from "../selection/quantity.js";

/** The publication. */
export const PAPER = "arXiv:2402.02580";

const ABSTRACT = `${PAPER}, abstract`;

/** Luminosity of the publication. */
export const LUMINOSITY: Quantity = {
  quantity: "luminosity",
  value: 915,
  unit: "fb⁻¹",
  standing: "published",
  source: ABSTRACT,
};

/** Tau pairs in it. */
export const TAU_PAIRS: Quantity = {
  quantity: "tau pairs",
  value: 836e6,
  unit: "1",
  text: "(836 ± 12) × 10⁶",
  standing: "published",
  source: ABSTRACT,
};

/** Tau pairs of Belle II per fb⁻¹: their cross section. */
export const TAU_PAIRS_BELLE_2: Quantity = {
  quantity: "tau pairs at Belle II",
  value: 0.919e6,
  unit: "per fb⁻¹",
  standing: "recalled",
  source: "cross section at the Υ(4S)",
};

/** Events seen in it. */
export const SEEN: Quantity = {
  quantity: "events observed",
  value: 1,
  unit: "1",
  standing: "published",
  source: `${ABSTRACT}: as expected from background`,
};

/** Background events in it. */
export const BACKGROUND: Quantity = {
  quantity: "expected background",
  value: 1,
  unit: "events",
  standing: "stand-in",
  source: "the abstract says consistent, no number",
};

/** Relative uncertainty of the background. */
export const BACKGROUND_UNCERTAINTY: Quantity = {
  quantity: "relative uncertainty of the background",
  value: 0.3,
  unit: "1",
  standing: "stand-in",
  source: "ours",
};

/** Ends of the masses. */
export const MASSES: Quantity<readonly [number, number]> = {
  quantity: "masses, from and to",
  value: [0.3, 1.6],
  unit: "GeV",
  standing: "read",
  source: "abstract of O. Fogel's thesis (Tel Aviv)",
};

/** Confidence level. */
export const LEVEL: Quantity = {
  quantity: "confidence level",
  value: 0.9,
  unit: "1",
  standing: "read",
  source: "as bundled with the limit",
};

/** Luminosity of the projection. */
export const PROJECTED: Quantity = {
  quantity: "Belle II projection, same selection, background in proportion, and none",
  value: 50_000,
  unit: "fb⁻¹",
  standing: "stand-in",
  source: "ours",
};

/** Radii of Belle's drift chamber. */
export const CHAMBER_RADIUS: Quantity<readonly [number, number]> = {
  quantity: "radii of Belle's drift chamber",
  value: [8.3, 86.3],
  unit: "cm",
  standing: "read",
  source: "NIM page of Belle",
};

/** Ends of Belle's drift chamber. */
export const CHAMBER_Z: Quantity<readonly [number, number]> = {
  quantity: "ends of Belle's drift chamber",
  value: [-77, 160],
  unit: "cm",
  standing: "read",
  source: "NIM page of Belle",
};

/** Layers of Belle's drift chamber. */
export const CHAMBER_LAYERS: Quantity = {
  quantity: "layers of Belle's drift chamber",
  value: 50,
  unit: "1",
  standing: "read",
  source: "NIM page of Belle",
};

const SHARES = "axial superlayers at the same shares of the chamber as Belle II's";

/** Radius that a full track of level 1 has to reach in Belle. */
export const FULL_RADIUS: Quantity = {
  quantity: "radius of a full track of level 1 in Belle",
  value: 66,
  unit: "cm",
  standing: "derived",
  source: SHARES,
};

/** Radius that a short track of level 1 has to reach in Belle. */
export const SHORT_RADIUS: Quantity = {
  quantity: "radius of a short track of level 1 in Belle",
  value: 49,
  unit: "cm",
  standing: "derived",
  source: SHARES,
};
