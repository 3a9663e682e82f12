import { chart } from "../chart/chart.js";
import { requireLengths } from "../chart/check-chart.js";
import type { ChartMark, ChartOptions } from "../chart/marks.js";
import { palette } from "../palette.js";

/** An efficiency at several masses, or whatever it depends on. */
export interface EfficiencyCurve {
  /** Text beside it. */
  readonly name: string;
  /** Where it was measured. */
  readonly x: readonly number[];
  /** Efficiencies, dimensionless. */
  readonly value: readonly number[];
  /** Lower ends of their intervals. */
  readonly low?: readonly number[];
  /** Upper ends of their intervals. */
  readonly high?: readonly number[];
  /** Whether its line is dashed. */
  readonly dashed?: boolean;
}

/**
 * Efficiencies with their intervals, from 0 to 1, each with its name beside it.
 *
 * ```ts
 * const svg = efficiencyPlot([{ name: "trigger", x: [1, 2], value: [0.8, 0.9], low: [0.78, 0.88], high: [0.82, 0.92] }],
 *   "$m_{A′}$ [GeV]");
 * ```
 * @param curves - Efficiencies.
 * @param label - Title of the horizontal axis.
 * @param options - Size, fonts, texts.
 * @returns SVG as text.
 * @throws RangeError when columns of a curve differ in length, there is no curve, or an option is not known.
 */
export function efficiencyPlot(curves: readonly EfficiencyCurve[], label: string, options: ChartOptions = {}): string {
  const marks = curves.flatMap(({ name, x, value, low, high, dashed = false }, i): ChartMark[] => {
    requireLengths("efficiencyPlot", { x, value, low, high });
    const color = palette[i % palette.length];
    const shown = x.length > 1;
    return [
      { kind: "line", x, y: value, color, dashed, ...(shown && { name }) },
      { kind: "points", x, y: value, color, ...(low && { low }), ...(high && { high }), ...(!shown && { name }) },
    ];
  });
  return chart({ label }, [{ y: { label: "efficiency", domain: [0, 1.1] }, marks, beside: true }], options);
}
