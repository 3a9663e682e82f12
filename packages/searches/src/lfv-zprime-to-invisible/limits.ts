import { couplingLimit, type CurveLimit, limitFromResults } from "@belladonna/limits";
import { lfvZPrime } from "@belladonna/models";
import { limitInfo } from "../limit/limit-info.js";
import { comparedMasses } from "../recoil/compared-masses.js";
import type { Row } from "../recoil/tested-hypothesis.js";
import type { Exclusion, Measured, SearchOptions, SearchResult } from "../search.js";
import { FIDUCIAL } from "./inputs.js";

const PROCESS = "e⁺e⁻ → e±μ∓Z′, Z′ → invisible";
const PARTICLE = "Z′";

/** What all limits say of the signal. */
const about = { portal: "lfv-z-prime", finalState: "invisible" } as const;

/**
 * Limits on the cross section times the efficiency, which holds for whatever leaves such a recoil mass, on the cross section,
 * and on the coupling. Nothing is published here to compare with.
 *
 * @param name - Name of the search.
 * @param rows - Tested hypotheses.
 * @param options - Options of the run.
 */
export function limitsOf(
  name: string,
  rows: readonly Row[],
  options: SearchOptions,
): Pick<SearchResult, "measured" | "interpreted"> {
  const { cosTheta, momentum } = FIDUCIAL.value;
  const visible = measuredOf(rows, options, {
    id: name,
    name: "cross-section-times-efficiency",
    observable: "sigma(e+ e- -> e+- mu-+ invisible) efficiency",
    axis: "$εσ$(e⁺e⁻ → e±μ∓ invisible) [fb]",
    unit: () => 1 / options.luminosity,
  });
  const inside = measuredOf(rows, options, {
    id: `${name}:cross-section`,
    name: "cross-section",
    observable: `sigma(e+ e- -> e+- mu-+ Z') BF(Z' -> invisible), |cos theta*| < ${cosTheta} and p* > ${momentum} GeV of both leptons`,
    axis: `$σ$(e⁺e⁻ → e±μ∓Z′), |cos $θ*$| < ${cosTheta} [fb]`,
    unit: ({ unit }) => unit,
  });
  return { measured: [visible, inside], interpreted: [couplingOf(name, inside, rows)] };
}

/** A limit on a rate. */
interface RateText {
  readonly id: string;
  readonly name: string;
  readonly observable: string;
  readonly axis: string;
  /** Rate in fb that one event in the window stands for. */
  readonly unit: (row: Row) => number;
}

function measuredOf(rows: readonly Row[], options: SearchOptions, text: RateText): Measured {
  const results = rows.map(({ result }) => result);
  const limit = limitFromResults(
    { ...limitInfo(text.id, options, results), observable: text.observable, unit: "fb", ...about },
    rows.map(({ hypothesis }) => hypothesis.mass),
    results,
    rows.map(text.unit),
  );
  return {
    name: text.name,
    process: PROCESS,
    axis: text.axis,
    particle: PARTICLE,
    limit,
    published: [],
    projections: [],
    masses: comparedMasses(rows, limit, () => Number.NaN),
  };
}

/** The limit on the coupling of a $Z'$ that is always invisible: the cross section is proportional to its square. */
function couplingOf(
  name: string,
  { limit: rate }: Measured,
  rows: readonly Row[],
): Exclusion & { readonly limit: CurveLimit } {
  const at = new Map(rows.map(({ hypothesis }) => [hypothesis.mass, hypothesis.perCoupling2]));
  const limit = couplingLimit(rate, {
    // The invisible fraction is taken as 1, so that the model's own coupling does not matter.
    model: (mass) => lfvZPrime({ mass, coupling: 0.1 }),
    production: (_, mass, coupling) => (at.get(mass) ?? Number.NaN) * coupling * coupling,
    coupling: "coupling",
    range: [1e-8, 1e3],
    scaling: "quadratic",
    id: `${name}:coupling`,
  });
  if (limit.shape !== "curve") throw new TypeError("a limit on the coupling is a curve");
  return {
    name: "coupling",
    process: `${PROCESS}, B = 1`,
    axis: "$g$($eμZ′$)",
    particle: PARTICLE,
    limit,
    published: [],
    projections: [],
  };
}
