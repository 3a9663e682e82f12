import { chart } from "../chart/chart.js";
import { requireLengths } from "../chart/check-chart.js";
import type { ChartMark, ChartOptions, ChartPanel } from "../chart/marks.js";
import { fillOf } from "../palette.js";
import { countErrors } from "./count-errors.js";

/** A distribution of data, signal and backgrounds. */
export interface StackPlotInput {
  /** Edges of the bins, in the unit of the axis. */
  readonly edges: readonly number[];
  /** Events of each background in each bin, by its name, the lowest first. */
  readonly backgrounds: Readonly<Record<string, readonly number[]>>;
  /** Uncertainty of their sum in each bin, events. */
  readonly uncertainty?: readonly number[];
  /** Events of signals in each bin, by their names; drawn as lines, not stacked. */
  readonly signals?: Readonly<Record<string, readonly number[]>>;
  /** Events seen in each bin. */
  readonly data?: readonly number[];
  /** What `data` are called. Default "data"; pseudo-data should be called so. */
  readonly dataName?: string;
  /** Title of the horizontal axis. */
  readonly label: string;
  /** Scale of the events. Default linear. */
  readonly scale?: "log" | "linear";
}

/**
 * Stacked backgrounds with signals as lines and data as points, and underneath the ratio of data to the sum of backgrounds.
 *
 * ```ts
 * const svg = stackPlot({ edges: [0, 1, 2], backgrounds: { "ττ": [5, 3], "μμγ": [10, 8] }, signals: { "Z′": [0, 4] },
 *   data: [14, 12], label: "$M_{recoil}$ [GeV]" });
 * ```
 * @param given - Bins and events.
 * @param options - Size, fonts, texts.
 * @returns SVG as text.
 * @throws RangeError when columns differ in length, there is no background, or an option is not known.
 */
export function stackPlot(given: StackPlotInput, options: ChartOptions = {}): string {
  const { edges, backgrounds, uncertainty, signals = {}, data, dataName = "data", label, scale = "linear" } = given;
  requireLengths("stackPlot", { bins: edges.slice(1), ...backgrounds, ...signals, uncertainty, data });
  const names = Object.keys(backgrounds);
  if (names.length === 0) throw new RangeError("stackPlot: must have at least one background, got none");
  let sum = edges.slice(1).map(() => 0);
  const stacked = names.map((name, i): ChartMark => {
    const base = sum;
    sum = base.map((v, k) => v + backgrounds[name][k]);
    return { kind: "steps", edges, values: sum, base, name, color: fillOf(i) };
  });
  const x = edges.slice(1).map((edge, i) => (edge + edges[i]) / 2);
  const hatch = (low: readonly number[], high: readonly number[], name?: string): ChartMark[] =>
    uncertainty
      ? [{ kind: "band", ...steps(edges, low, high), opacity: 0.25, color: "#000000", ...(name && { name }) }]
      : [];
  const events: ChartPanel = {
    y: { label: "events", scale },
    share: 3,
    marks: [
      ...stacked,
      ...hatch(
        sum.map((v, i) => v - (uncertainty?.[i] ?? 0)),
        sum.map((v, i) => v + (uncertainty?.[i] ?? 0)),
        "uncertainty",
      ),
      ...Object.entries(signals).map(([name, values], i): ChartMark => ({
        kind: "steps",
        edges,
        values,
        name,
        color: SIGNALS[i % SIGNALS.length],
      })),
      ...(data
        ? [{ kind: "points", x, y: data, ...countErrors(data), name: dataName, color: "#000000" } as const]
        : []),
    ],
  };
  const axis = { label, domain: [edges[0], edges[edges.length - 1]] } as const;
  if (data === undefined) return chart(axis, [events], options);
  const over = (values: readonly number[]): number[] => values.map((v, i) => v / sum[i]);
  const errors = countErrors(data);
  const ratios = over(data).filter(Number.isFinite);
  const reach = Math.max(0.5, ...ratios.map((r) => 1.2 * Math.abs(r - 1)));
  const shares = over(uncertainty ?? []).map((v) => (Number.isFinite(v) ? v : 0));
  const ratio: ChartPanel = {
    y: { label: "ratio", domain: [Math.max(0, 1 - reach), 1 + reach] },
    marks: [
      ...hatch(
        shares.map((v) => 1 - v),
        shares.map((v) => 1 + v),
      ),
      { kind: "rule", at: "y", value: 1 },
      { kind: "points", x, y: over(data), low: over(errors.low), high: over(errors.high) },
    ],
  };
  return chart(axis, [events, ratio], options);
}

const SIGNALS = ["#D55E00", "#7A4FBF", "#009E73"];

/** A band whose edges step at those of the bins. */
function steps(edges: readonly number[], low: readonly number[], high: readonly number[]) {
  const twice = (values: readonly number[]): number[] => values.flatMap((v) => [v, v]);
  return { x: low.flatMap((_, i) => [edges[i], edges[i + 1]]), low: twice(low), high: twice(high) };
}
