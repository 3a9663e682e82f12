import type { LimitMethod } from "@belladonna/stats";
import type { Search } from "../search.js";
import { between } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";

/** The publication that is redone. */
export const PAPER = "arXiv:2212.03634";
const ABSTRACT = `${PAPER}, abstract`;

/** Luminosity of the publication. */
export const luminosity: Quantity = {
  quantity: "luminosity",
  value: 62.8,
  unit: "fb⁻¹",
  standing: "published",
  source: ABSTRACT,
};

/** Masses of α that were searched. */
export const massRange: Quantity<readonly [number, number]> = between({
  quantity: "mass range",
  value: [0, 1.6],
  unit: "GeV",
  standing: "published",
  source: ABSTRACT,
});

/** Level of its limits on the ratio. */
export const level: Quantity = {
  quantity: "confidence level",
  value: 0.95,
  unit: "1",
  standing: "published",
  source: ABSTRACT,
};

/** Level at which absolute branching fractions are public in numbers. */
export const tableLevel: Quantity = {
  quantity: "confidence level of the branching fractions",
  value: 0.9,
  unit: "1",
  standing: "read",
  source: `${PAPER}, Table I`,
};

/** How the limits are set. */
export const method: Quantity<LimitMethod> = {
  quantity: "method",
  value: "cls",
  unit: "1",
  text: "CLs, asymptotic; template fit",
  standing: "recalled",
  source: PAPER,
};

/** Options as the publication had them. */
export const defaults: Search["defaults"] = {
  luminosity: luminosity.value,
  level: level.value,
  method: method.value,
  masses: { from: massRange.value[0], to: massRange.value[1] },
  events: 1_500_000,
};
