import { mesonsPerInverseFemtobarnOf } from "../events/b-pairs.js";
import { below, between, percent } from "../selection/bounds.js";
import type { LimitMethod } from "@belladonna/stats";
import type { Search } from "../search.js";
import type { Quantity } from "../selection/quantity.js";

/** The measurement whose data are used. */
export const PAPER = "arXiv:2311.14647";

/** Its likelihood, and where we read numbers of it. */
export const RECORD =
  "HEPData 10.17182/hepdata.166082 (arXiv:2507.12393), read in its authors' github:lorenzennio/knunu-reinterpretation-mini@065bce0";

/** Luminosity at the Υ(4S). */
export const luminosity: Quantity = {
  quantity: "luminosity",
  value: 362,
  unit: "fb⁻¹",
  standing: "published",
  source: `${PAPER}, abstract`,
};

/** Luminosity below it. */
export const luminosityBelow: Quantity = {
  quantity: "luminosity 60 MeV below the resonance",
  value: 42.3,
  unit: "fb⁻¹",
  standing: "recalled",
  source: PAPER,
};

/** Masses of $X$: above them no signal is left in the selection. */
export const massRange: Quantity<readonly [number, number]> = between({
  quantity: "masses",
  value: [0.05, 4.45],
  unit: "GeV",
  standing: "stand-in",
  source: "ours; the published selection keeps nothing above q² = 20 GeV²",
});

/** Level of the limits. */
export const level: Quantity = {
  quantity: "confidence level",
  value: 0.9,
  unit: "1",
  standing: "stand-in",
  source: "ours, as is usual for B → K(*)νν̄; there is no published limit on B → K(*)X from these data",
};

/** How limits are set. */
export const method: Quantity<LimitMethod> = {
  quantity: "method",
  value: "cls",
  unit: "1",
  text: "CLs, asymptotic; template fit",
  standing: "stand-in",
  source: "ours",
};

const PAIRS = { value: 387e6, uncertainty: 6e6 } as const;

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
  value: 0.5113,
  unit: "1",
  standing: "recalled",
  source: PAPER,
};

/** Numbers of $B^\pm$ and of neutral $B$ per fb⁻¹. */
export const mesonsPerInverseFemtobarn: Readonly<Record<"+" | "0", number>> = mesonsPerInverseFemtobarnOf(
  pairs,
  chargedShare,
  luminosity,
);

/** Branching fraction of $B^+\to K^+\nu\bar\nu$ where the signal strength of the published likelihood is one. */
export const neutrinoFraction: Quantity = {
  quantity: "B(B⁺ → K⁺νν̄) in the Standard Model, without τ → Kν",
  value: 4.97e-6,
  unit: "1",
  text: "4.97 × 10⁻⁶",
  standing: "read",
  source: PAPER,
};

/** Its relative uncertainty. */
export const neutrinoUncertainty: Quantity = percent({
  quantity: "uncertainty of B(B⁺ → K⁺νν̄)",
  value: 0.074,
  unit: "1",
  standing: "read",
  source: `${PAPER}: ± 0.37 × 10⁻⁶`,
});

/** Edges of the bins of the reconstructed $q^2$. */
export const q2Edges: Quantity<readonly number[]> = {
  quantity: "bins of q²_rec, divided at",
  value: [-1, 4, 8, 25],
  unit: "GeV²",
  standing: "recalled",
  source: `${PAPER}; the numbers of events that migrate between them are those published`,
};

/** Edges of the bins of the classifier: each holds two per cent of the signal. */
export const etaEdges: Quantity<readonly number[]> = {
  quantity: "bins of the classifier η(BDT₂), divided at",
  value: [0.94, 0.96, 0.98, 1],
  unit: "1",
  standing: "read",
  source: `${RECORD}; the bin 0.92 to 0.94, which has a quarter of the signal and half of the background, is left out`,
};

/** End of the true $q^2$ of the published number densities. */
export const q2End: Quantity = below({
  quantity: "true q² of the number densities",
  value: 22.885,
  unit: "GeV²",
  standing: "read",
  source: RECORD,
});

/** Options of a run. */
export const defaults: Search["defaults"] = {
  luminosity: luminosity.value,
  level: level.value,
  method: method.value,
  masses: { from: massRange.value[0], to: massRange.value[1] },
  events: 20_000,
};
