import { chart } from "../chart/chart.js";
import { requireLengths } from "../chart/check-chart.js";
import type { ChartMark, ChartOptions } from "../chart/marks.js";

/** A scan for a peak. */
export interface PValuePlotInput {
  /** Hypotheses, increasing. */
  readonly x: readonly number[];
  /** Local p-value of the background alone at each, one-sided. */
  readonly local: readonly number[];
  /** The same with the look-elsewhere effect, for as many as are known. */
  readonly global?: readonly number[];
  /** Title of the horizontal axis. */
  readonly label: string;
}

/**
 * One-sided p-values over the hypotheses of a scan, with lines at whole standard deviations, and what is left of them when
 * one has looked elsewhere too.
 *
 * ```ts
 * const svg = pValuePlot({ x: [1, 2, 3], local: [0.4, 0.001, 0.3], global: [1, 0.05, 1], label: "$m_{Z′}$ [GeV]" });
 * ```
 * @param given - Hypotheses and p-values, > 0.
 * @param options - Size, fonts, texts.
 * @returns SVG as text.
 * @throws RangeError when columns differ in length, no p-value is > 0, or an option is not known.
 */
export function pValuePlot({ x, local, global, label }: PValuePlotInput, options: ChartOptions = {}): string {
  requireLengths("pValuePlot", { x, local, global });
  const least = Math.min(...local.filter((p) => p > 0));
  if (!(least < Infinity)) throw new RangeError("pValuePlot: some p-value must be > 0, got none");
  const lines = ONE_SIDED.slice(0, 1 + ONE_SIDED.findIndex((p) => p < least / 3));
  const drawn = lines.length > 0 ? lines : ONE_SIDED;
  const marks: ChartMark[] = [
    ...drawn.map((value, i) => ({ kind: "rule", at: "y", value, name: `${i + 1}σ`, color: "#5D5D5D" }) as const),
    ...(global ? [{ kind: "line", x, y: global, name: "global", color: "#D55E00", dashed: true } as const] : []),
    { kind: "line", x, y: local, name: "local", color: "#0072B2" },
  ];
  const y = { label: "$p$-value", scale: "log", domain: [Math.min(least, drawn[drawn.length - 1]) / 3, 2] } as const;
  return chart({ label, domain: [x[0], x[x.length - 1]] }, [{ y, marks, beside: true }], options);
}

/** One-sided p-values of one to six standard deviations, $1-\Phi(n)$. */
const ONE_SIDED = [0.158655, 0.0227501, 1.3499e-3, 3.16712e-5, 2.86652e-7, 9.86588e-10];
