import { type CurveLimit, type LimitInfo, limitFromResults } from "@belladonna/limits";
import type { ComparedMass } from "../search.js";
import type { ScanRow } from "./run-scan.js";

/**
 * Limits on a cross section from those on signal events: $\sigma = N/(\epsilon L)$.
 *
 * @param info - What the limit says about itself.
 * @param luminosity - Of the data, fb⁻¹.
 */
export function crossSectionLimit(info: LimitInfo, rows: readonly ScanRow[], luminosity: number): CurveLimit {
  return limitFromResults(
    info,
    rows.map(({ hypothesis }) => hypothesis.mass),
    rows.map(({ result }) => result),
    rows.map(({ hypothesis }) => 1 / (hypothesis.peak.efficiency * luminosity)),
  );
}

/**
 * The rows of a scan as a search lists them.
 *
 * @param massAt - The mass at a value of the observable, GeV.
 * @param publishedAt - The published limit at a mass; `NaN` where there is none.
 */
export function comparedMasses(
  rows: readonly ScanRow[],
  limit: CurveLimit,
  massAt: (x: number) => number,
  publishedAt: (mass: number) => number = () => Number.NaN,
): ComparedMass[] {
  return rows.map(({ hypothesis: { mass, at, peak }, result, background }, i) => ({
    mass,
    efficiency: peak.efficiency,
    triggerEfficiency: peak.triggerEfficiency,
    resolution: massAt(at + peak.sigma) - mass,
    background,
    expected: limit.expected?.median[i] ?? Number.NaN,
    observed: result.observed === undefined ? Number.NaN : limit.value[i],
    significance: result.significance,
    published: publishedAt(mass),
  }));
}
