import type { CurveLimit } from "@belladonna/limits";
import type { ComparedMass } from "../search.js";
import type { Row } from "./tested-hypothesis.js";

/** Tested hypotheses beside a published limit at a mass, `NaN` where there is none. */
export function comparedMasses(
  rows: readonly Row[],
  limit: CurveLimit,
  published: (mass: number) => number,
): ComparedMass[] {
  return rows.map(({ hypothesis: { mass, sigma, triggerEfficiency }, result, background, efficiency }, i) => ({
    mass,
    efficiency,
    triggerEfficiency,
    // The width of the squared mass, as one of the mass; at low mass the square is resolved and the mass is not.
    resolution: Math.sqrt(mass * mass + sigma) - mass,
    background,
    expected: limit.expected?.median[i] ?? Number.NaN,
    observed: result.observed === undefined ? Number.NaN : limit.value[i],
    significance: result.significance,
    published: published(mass),
  }));
}
