import { chart } from "../chart/chart.js";
import { requireLengths, requireNames } from "../chart/check-chart.js";
import type { ChartMark, ChartOptions } from "../chart/marks.js";
import { brazil } from "../palette.js";

/** A test statistic, or CLs, over tested values of the parameter of interest. */
export interface ScanPlotInput {
  /** Tested values, increasing. */
  readonly tested: readonly number[];
  /** Observed value at each. */
  readonly observed: readonly number[];
  /** Expected median and edges of its bands at each. */
  readonly expected?: {
    /** Median. */
    readonly median: readonly number[];
    /** Two standard deviations below. */
    readonly minus2?: readonly number[];
    /** One standard deviation below. */
    readonly minus1?: readonly number[];
    /** One standard deviation above. */
    readonly plus1?: readonly number[];
    /** Two standard deviations above. */
    readonly plus2?: readonly number[];
  };
  /** Values at which an answer is read off, by name: 0.05 for a limit of 95 % by CLs, 1 for an interval of 68 % by $q$. */
  readonly thresholds?: Readonly<Record<string, number>>;
  /** Title of the horizontal axis: the parameter. */
  readonly label: string;
  /** Title of the vertical axis. */
  readonly statistic: string;
}

/**
 * A scan of a test statistic with what is expected and the values at which an interval or a limit ends.
 *
 * ```ts
 * const svg = scanPlot({ tested: [0, 1, 2], observed: [1, 0.3, 0.04], thresholds: { "95 % CL": 0.05 },
 *   label: "signal strength $μ$", statistic: "CL_s" });
 * ```
 * @param given - Tested values and what was found there.
 * @param options - Size, fonts, texts.
 * @returns SVG as text.
 * @throws RangeError when columns differ in length, or a name is not known.
 */
export function scanPlot(given: ScanPlotInput, options: ChartOptions = {}): string {
  const { tested, observed, expected: e, thresholds = {}, label, statistic } = given;
  if (e) requireNames("scanPlot: expected", e, ["median", "minus2", "minus1", "plus1", "plus2"]);
  requireLengths("scanPlot", { tested, observed, ...e });
  const band = (
    low: readonly number[] | undefined,
    high: readonly number[] | undefined,
    name: string,
    color: string,
  ) => (low && high ? [{ kind: "band", x: tested, low, high, name, color } as const] : []);
  const marks: ChartMark[] = [
    ...band(e?.minus2, e?.plus2, "Expected ±2σ", brazil.two),
    ...band(e?.minus1, e?.plus1, "Expected ±1σ", brazil.one),
    ...(e
      ? [{ kind: "line", x: tested, y: e.median, name: "Median expected", color: "#000000", dashed: true } as const]
      : []),
    { kind: "line", x: tested, y: observed, name: "Observed", color: "#000000" },
    ...Object.entries(thresholds).map(
      ([name, value], i) => ({ kind: "rule", at: "y", value, name, color: LINES[i % 2] }) as const,
    ),
  ];
  return chart(
    { label, domain: [tested[0], tested[tested.length - 1]] },
    [{ y: { label: statistic }, marks }],
    options,
  );
}

const LINES = ["#D55E00", "#0072B2"];
