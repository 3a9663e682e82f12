import { couplingLimit, type CurveLimit, limitFromResults, valueAt } from "@belladonna/limits";
import { zPrime } from "@belladonna/models";
import { limitInfo } from "../limit/limit-info.js";
import { besidePublished } from "../limit/published-curve.js";
import type { Compared, Exclusion, Measured, SearchOptions } from "../search.js";
import { comparedMasses } from "../recoil/compared-masses.js";
import type { Row } from "../recoil/tested-hypothesis.js";
import { PUBLISHED_RANGE, WIDTH } from "./inputs.js";
import { type Analysis } from "./selection.js";

const PROCESS = "e⁺e⁻ → μμZ′, Z′ → invisible";

/** A limit on the cross section of a list of hypotheses. */
export interface CrossSectionInput {
  /** Name of its files. */
  readonly name: string;
  /** The process, for the title, with what is special about it. */
  readonly about: string;
  /** Tested hypotheses. */
  readonly rows: readonly Row[];
  /** Options of the run, with the luminosity of this analysis. */
  readonly options: SearchOptions;
  /** The published limit to compare with, if there is one. */
  readonly published?: CurveLimit;
  /** Whether the run is at the luminosity and level of the publication. */
  readonly comparable: boolean;
}

/** The limit on the cross section, in fb. */
export function measuredCrossSection({
  name,
  about,
  rows,
  options,
  published,
  comparable,
}: CrossSectionInput): Measured {
  const limit = limitFromResults(
    {
      ...limitInfo(
        name,
        options,
        rows.map(({ result }) => result),
      ),
      observable: "sigma(e+ e- -> mu+ mu- Z') BF(Z' -> invisible)",
      unit: "fb",
      portal: "z-prime",
      finalState: "invisible",
    },
    rows.map(({ hypothesis }) => hypothesis.mass),
    rows.map(({ result }) => result),
    rows.map(({ unit }) => unit),
  );
  return {
    name,
    process: `${PROCESS}${about}`,
    axis: "$σ$(e⁺e⁻ → μμZ′) $B$(Z′ → invisible) [fb]",
    particle: "Z′",
    limit,
    published: published === undefined ? [] : [published],
    projections: [],
    masses: comparedMasses(rows, limit, (mass) =>
      comparable && published !== undefined ? valueAt(published, mass) : Number.NaN,
    ),
  };
}

/** How a cross section is read as a coupling. */
export interface CouplingInput {
  /** Name of its files. */
  readonly name: string;
  /** Behind the process in the title. */
  readonly about: string;
  /** The limit on the cross section, and the hypotheses it is of. */
  readonly of: Measured;
  /** Its hypotheses. */
  readonly rows: readonly Row[];
  /** Whether only neutrinos are invisible: the branching fraction of $L_\mu - L_\tau$, else 1. */
  readonly vanilla: boolean;
}

/** The limit on $g'$: the cross section is proportional to its square. */
export function couplingOf({ name, about, of, rows, vanilla }: CouplingInput): Exclusion & {
  readonly limit: CurveLimit;
} {
  const at = new Map(rows.map(({ hypothesis }) => [hypothesis.mass, hypothesis.perCoupling2]));
  const limit = couplingLimit(of.limit, {
    // Branching fractions do not depend on the coupling, which here may leave the perturbative range.
    model: (mass) => zPrime({ mass, gPrime: 0.1 }),
    production: (_, mass, gPrime) => (at.get(mass) ?? Number.NaN) * gPrime * gPrime,
    ...(vanilla ? { channel: "invisible" } : {}),
    coupling: "gPrime",
    range: [1e-6, 1e3],
    scaling: "quadratic",
    id: `${name}:gPrime`,
  });
  if (limit.shape !== "curve") throw new TypeError("a limit on g' is a curve");
  return { name, process: `${PROCESS}${about}`, axis: "$g′$", particle: "Z′", limit, published: [], projections: [] };
}

/** A coupling limit beside a published curve, and compared with it where the run is as that of the publication. */
export function besideCurve(
  exclusion: Exclusion & { readonly limit: CurveLimit },
  published: CurveLimit,
  comparable: boolean,
): Exclusion | Compared {
  return {
    ...exclusion,
    published: [published],
    ...(comparable ? { masses: besidePublished(exclusion.limit, published) } : {}),
  };
}

/** A coupling limit as something measured, where the publication states the range of its limits in the coupling. */
export function measuredCoupling(
  exclusion: Exclusion & { readonly limit: CurveLimit },
  rows: readonly Row[],
  comparable: boolean,
): Measured {
  return {
    ...exclusion,
    masses: comparedMasses(rows, exclusion.limit, () => Number.NaN),
    ...(comparable ? { range: PUBLISHED_RANGE.value } : {}),
  };
}

/** What a title says of an analysis. */
export function aboutOf(analysis: Analysis, broad: boolean): string {
  return analysis === "counting" ? ", counting" : broad ? `, Γ = ${WIDTH.value} M` : "";
}
