import { chart } from "../chart/chart.js";
import { requireLengths, requireNames } from "../chart/check-chart.js";
import type { ChartMark, ChartOptions } from "../chart/marks.js";
import { brazil } from "../palette.js";
import { heightOf, namesAxis } from "./names-axis.js";

/** Pulls of the parameters of a fit. */
export interface PullPlotInput {
  /** Names of the parameters. */
  readonly names: readonly string[];
  /** Fitted values less those of the constraints, in widths of the constraints. */
  readonly pull: readonly number[];
  /** Errors of the fit, in the same unit: 1 where the data say nothing. */
  readonly error: readonly number[];
}

/**
 * Pulls $(\hat\theta-\theta_0)/\sigma$ of constrained parameters with their errors, from the top down, over bands of one and
 * two deviations.
 *
 * ```ts
 * const svg = pullPlot({ names: ["luminosity", "track efficiency"], pull: [0.2, -1.1], error: [0.98, 0.6] });
 * ```
 * @param given - Names, pulls, errors.
 * @param options - Size, fonts, texts. The height follows the number of parameters when it is not given.
 * @returns SVG as text.
 * @throws RangeError when columns differ in length or are empty, or an option is not known.
 */
export function pullPlot(given: PullPlotInput, options: ChartOptions = {}): string {
  requireNames("pullPlot", given, ["names", "pull", "error"]);
  requireLengths("pullPlot", { ...given });
  const { names, pull, error } = given;
  if (names.length === 0) throw new RangeError("pullPlot: names must be at least one, got none");
  const y = namesAxis(names);
  const ends = pull.flatMap((p, i) => [p - error[i], p + error[i]]).filter(Number.isFinite);
  const reach = 1.08 * Math.max(2.2, ...ends.map(Math.abs));
  const band = (n: number, color: string): ChartMark => ({
    kind: "band",
    x: [-n, n],
    low: [y.domain[0], y.domain[0]],
    high: [y.domain[1], y.domain[1]],
    color,
  });
  const marks: ChartMark[] = [
    band(2, brazil.two),
    band(1, brazil.one),
    { kind: "rule", at: "x", value: 0 },
    ...names.map((_, i): ChartMark => ({ kind: "line", x: [pull[i] - error[i], pull[i] + error[i]], y: [-i, -i] })),
    { kind: "points", x: pull, y: names.map((_, i) => -i) },
  ];
  const x = { label: "pull: (fitted − measured elsewhere) / $σ$", domain: [-reach, reach] } as const;
  return chart(x, [{ y, marks }], { height: heightOf(names.length), ...options });
}
