import { mesonsPerInverseFemtobarnOf } from "../events/b-pairs.js";
import type { LimitMethod } from "@belladonna/stats";
import { between } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";

/** The publication that is redone. */
export const PAPER = "arXiv:2306.02830";
const THESIS = "abstract of S. Dreyer's thesis (Hamburg)";

/** Luminosity of the publication. */
export const luminosity: Quantity = {
  quantity: "luminosity",
  value: 189,
  unit: "fb⁻¹",
  standing: "published",
  source: `${PAPER}, abstract`,
};

/** Masses of the scalar that were searched; below them are photon conversions. */
export const massRange: Quantity<readonly [number, number]> = between({
  quantity: "masses",
  value: [0.025, 4.78],
  unit: "GeV",
  standing: "published",
  source: THESIS,
});

/** Lifetimes $c\tau$ of the scalar that were searched. */
export const lifetimeRange: Quantity<readonly [number, number]> = between({
  quantity: "lifetimes",
  value: [0.001, 400],
  unit: "cm",
  standing: "published",
  source: THESIS,
});

/** Level of the limits. */
export const level: Quantity = {
  quantity: "confidence level",
  value: 0.95,
  unit: "1",
  standing: "read",
  source: "github:alp-aca/alp-aca",
};

/** How they are set. */
export const method: Quantity<LimitMethod> = {
  quantity: "limit",
  value: "cls",
  unit: "1",
  text: "CLs; asymptotic formulae there, pseudo-experiments here",
  standing: "recalled",
  source: PAPER,
};

const PAIRS = { value: 198e6, uncertainty: 3e6 } as const;

/** Number of $B$ pairs in the data. */
export const pairs: Quantity = {
  quantity: "number of B pairs",
  ...PAIRS,
  unit: "1",
  text: `(${PAIRS.value / 1e6} ± ${PAIRS.uncertainty / 1e6}) × 10⁶`,
  standing: "recalled",
  source: PAPER,
};

/** Share of them that is charged. */
export const chargedShare: Quantity = {
  quantity: "charged B pairs, of all",
  value: 0.514,
  unit: "1",
  standing: "recalled",
  source: PAPER,
};

/** Numbers of $B^+B^-$ and $B^0\bar B^0$ mesons, both charges, per fb⁻¹. */
export const mesonsPerInverseFemtobarn: Readonly<Record<"+" | "0", number>> = mesonsPerInverseFemtobarnOf(
  pairs,
  chargedShare,
  luminosity,
);
