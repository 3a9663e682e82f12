import { chart } from "../chart/chart.js";
import { requireLengths } from "../chart/check-chart.js";
import type { ChartOptions, LineMark } from "../chart/marks.js";
import { brazil } from "../palette.js";
import { countErrors } from "./count-errors.js";

/** A binned fit. */
export interface FitPlotInput {
  /** Edges of the bins, in the unit of the axis. */
  readonly edges: readonly number[];
  /** Events in each bin. */
  readonly counts: readonly number[];
  /** Events expected in each bin by the fit: its integral over the bin, or its value in the middle times the width. */
  readonly fitted: readonly number[];
  /** Parts of the fit as events in each bin, by their names. */
  readonly parts?: Readonly<Record<string, readonly number[]>>;
  /** Title of the horizontal axis. */
  readonly label: string;
}

/**
 * A fit to a histogram, with pulls $(n-\nu)/\sqrt\nu$ underneath over bands of one and two deviations.
 *
 * ```ts
 * const svg = fitPlot({ edges: [0, 1, 2, 3], counts: [9, 14, 10], fitted: [10, 12, 10], label: "$m_{μμ}$ [GeV]" });
 * ```
 * @param given - Bins, counts, and the fit in each bin.
 * @param options - Size, fonts, texts.
 * @returns SVG as text.
 * @throws RangeError when counts, fit or a part have not one value a bin, or an option is not known.
 */
export function fitPlot(
  { edges, counts, fitted, parts = {}, label }: FitPlotInput,
  options: ChartOptions = {},
): string {
  requireLengths("fitPlot", { bins: edges.slice(1), counts, fitted, ...parts });
  const x = edges.slice(1).map((edge, i) => (edge + edges[i]) / 2);
  const pulls = counts.map((n, i) => (n - fitted[i]) / Math.sqrt(fitted[i]));
  const reach = Math.max(3.4, ...pulls.filter(Number.isFinite).map((p) => 1.1 * Math.abs(p)));
  const line = (y: readonly number[], name: string, dashed: boolean): LineMark => ({
    kind: "line",
    x,
    y,
    name,
    dashed,
  });
  const ends = [edges[0], edges[edges.length - 1]];
  const band = (n: number, color: string) => ({ kind: "band", x: ends, low: [-n, -n], high: [n, n], color }) as const;
  return chart(
    { label, domain: [ends[0], ends[1]] },
    [
      {
        y: { label: "events" },
        share: 3,
        marks: [
          line(fitted, "fit", false),
          ...Object.entries(parts).map(([name, y]) => line(y, name, true)),
          { kind: "points", x, y: counts, ...countErrors(counts), name: "data", color: "#000000" },
        ],
      },
      {
        y: { label: "pull", domain: [-reach, reach] },
        marks: [
          band(2, brazil.two),
          band(1, brazil.one),
          { kind: "rule", at: "y", value: 0 },
          { kind: "points", x, y: pulls },
        ],
      },
    ],
    options,
  );
}
