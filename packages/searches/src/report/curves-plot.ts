import { efficiencyPlot, type ChartOptions } from "@belladonna/plot";

/** An efficiency against mass. */
export interface EfficiencyCurve {
  /** Text beside it. */
  readonly name: string;
  /** Whether its line is dashed. */
  readonly dashed?: boolean;
  /** Efficiency at each mass, with its interval where there is one. */
  readonly points: readonly {
    readonly mass: number;
    readonly value: number;
    readonly low?: number;
    readonly high?: number;
  }[];
}

/**
 * Efficiencies against mass, as SVG text; points that are not finite are left out.
 *
 * @param axis - What the horizontal axis says, with its unit.
 * @param options - Title and note.
 */
export function curvesPlot(axis: string, curves: readonly EfficiencyCurve[], options: ChartOptions): string {
  const columns = curves.map(({ name, dashed = false, points }) => {
    const seen = points.filter(({ value }) => Number.isFinite(value));
    return {
      name,
      dashed,
      x: seen.map(({ mass }) => mass),
      value: seen.map(({ value }) => value),
      low: seen.map(({ value, low = value }) => low),
      high: seen.map(({ value, high = value }) => high),
    };
  });
  return `${efficiencyPlot(columns, axis, options)}\n`;
}
