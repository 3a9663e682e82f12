import { chart } from "../chart/chart.js";
import type { BandMark, ChartAxis, ChartOptions, LineMark, RegionMark } from "../chart/marks.js";

/** A plane of two couplings, or of mass and lifetime. */
export interface CouplingPlaneInput {
  /** Horizontal axis; logarithmic unless it says otherwise. */
  readonly x: ChartAxis;
  /** Vertical axis; logarithmic unless it says otherwise. */
  readonly y: ChartAxis;
  /** Excluded regions as polygons, by their names. */
  readonly regions?: Readonly<Record<string, Pick<RegionMark, "x" | "y">>>;
  /** Bands that something prefers, such as the muon's magnetic moment within two deviations, by their names. */
  readonly bands?: Readonly<Record<string, Pick<BandMark, "x" | "low" | "high">>>;
  /** Lines, such as where relic dark matter has its density, by their names. */
  readonly lines?: Readonly<Record<string, Pick<LineMark, "x" | "y" | "dashed">>>;
}

/**
 * A plane of two couplings (or of mass and lifetime) with excluded regions, bands that are preferred and lines, each with its
 * name beside it.
 *
 * ```ts
 * const svg = couplingPlanePlot({
 *   x: { label: "$ε$", domain: [1e-5, 1e-2] }, y: { label: "$α_D$", domain: [1e-3, 1] },
 *   regions: { "Belle II": { x: [1e-3, 1e-2, 1e-2, 1e-3], y: [1e-3, 1e-3, 1, 1] } },
 *   lines: { "relic density": { x: [1e-5, 1e-2], y: [1, 1e-3] } },
 * });
 * ```
 * @param given - Axes and what is drawn.
 * @param options - Size, fonts, texts.
 * @returns SVG as text.
 * @throws RangeError when there is nothing to draw, columns differ in length, or an option is not known.
 */
export function couplingPlanePlot(given: CouplingPlaneInput, options: ChartOptions = {}): string {
  const { x, y, regions = {}, bands = {}, lines = {} } = given;
  const marks = [
    ...Object.entries(regions).map(([name, ring]) => ({ kind: "region", name, ...ring }) as const),
    ...Object.entries(bands).map(
      ([name, band]) => ({ kind: "band", name, opacity: 0.35, color: "#5D5D5D", ...band }) as const,
    ),
    ...Object.entries(lines).map(([name, line]) => ({ kind: "line", name, ...line }) as const),
  ];
  return chart({ scale: "log", ...x }, [{ y: { scale: "log", ...y }, marks, beside: true }], options);
}
