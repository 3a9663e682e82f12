import type { LimitMethod } from "@belladonna/stats";
import type { Measured } from "../search.js";
import { between } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";
import { PAPER } from "./selection.js";

const ABSTRACT = `${PAPER}, abstract`;
const TALK = "M. Nayak for Belle II, ICHEPAP 2023";

/** Luminosity of the publication. */
export const luminosity: Quantity = {
  quantity: "luminosity",
  value: 8.34,
  unit: "fb⁻¹",
  standing: "published",
  source: ABSTRACT,
};

/** Credibility of its limits. */
export const level: Quantity = {
  quantity: "credibility of the limits",
  value: 0.9,
  unit: "1",
  standing: "published",
  source: ABSTRACT,
};

/** How they are set. */
export const method: Quantity<LimitMethod> = {
  quantity: "limits",
  value: "bayesian",
  unit: "1",
  standing: "published",
  source: ABSTRACT,
};

/** Range of the mass of the dark photon. */
export const massRange: Quantity<readonly [number, number]> = between({
  quantity: "range of M_A′, about 9000 windows",
  value: [1.65, 10.51],
  unit: "GeV",
  standing: "published",
  source: TALK,
});

const SPAN = { low: 1.7, high: 5, from: 4, to: 9.7 } as const;

/** Range of the published limits on the cross section, fb, and the masses of the dark photon it holds for, GeV. */
export const publishedRange: Quantity<NonNullable<Measured["range"]>> = {
  quantity: "range of the limits",
  value: SPAN,
  unit: "1",
  text:
    `σ ${SPAN.low} to ${SPAN.high.toFixed(1)} fb, ε²α_D 1.7 × 10⁻⁸ to 200 × 10⁻⁸ for ` +
    `${SPAN.from.toFixed(1)} < M_A′ < ${SPAN.to} GeV, M_h′ < M_A′`,
  standing: "published",
  source: ABSTRACT,
};

const SHARES = { "mu mu gamma": 79, "tau tau": 18, "e e mu mu": 3 } as const;

/** Shares of the published background after the selection, %. */
export const publishedShares: Quantity<typeof SHARES> = {
  quantity: "background after the selection",
  value: SHARES,
  unit: "%",
  text: `${Object.entries(SHARES)
    .map(([process, share]) => `${process} ${share} %`)
    .join(", ")}, mostly at M_μμ > 9 GeV`,
  standing: "published",
  source: `${TALK}; compared with, not put in`,
};
