import { chart } from "../chart/chart.js";
import { requireLengths } from "../chart/check-chart.js";
import type { ChartOptions } from "../chart/marks.js";

/** What a selection keeps. */
export interface CutFlowPlotInput {
  /** Names of the cuts, in their order. */
  readonly cuts: readonly string[];
  /** Share of the events of each sample that is left after each cut, by the name of the sample. */
  readonly kept: Readonly<Record<string, readonly number[]>>;
}

/** Room for one cut, px. */
const ROW = 30;

/**
 * What is left of each sample after each cut, from the top down, on a logarithmic axis.
 *
 * ```ts
 * const svg = cutFlowPlot({ cuts: ["two tracks", "trigger"], kept: { signal: [0.6, 0.5], "e⁺e⁻ → ττ": [0.1, 0.01] } });
 * ```
 * @param given - Cuts and shares, dimensionless; 0 where nothing is left, which is not drawn.
 * @param options - Size, fonts, texts. The height follows the number of cuts when it is not given.
 * @returns SVG as text.
 * @throws RangeError when a sample has not one share a cut, nothing is left at all, or an option is not known.
 */
export function cutFlowPlot({ cuts, kept }: CutFlowPlotInput, options: ChartOptions = {}): string {
  requireLengths("cutFlowPlot", { cuts, ...kept });
  const shares = Object.values(kept)
    .flat()
    .filter((v) => v > 0);
  if (shares.length === 0) throw new RangeError("cutFlowPlot: some share must be > 0, got none");
  const rows = cuts.map((_, i) => -i);
  const marks = Object.entries(kept).flatMap(([name, values], i) => {
    const x = values.map((v) => (v > 0 ? v : NaN));
    const y = rows.map((row, k) => (values[k] > 0 ? row : NaN));
    const color = COLORS[i % COLORS.length];
    return [{ kind: "line", x, y, color } as const, { kind: "points", x, y, name, color } as const];
  });
  const words = cuts.map((text, i) => ({ value: -i, text }));
  const height = 150 + ROW * cuts.length;
  const y = { label: "", domain: [-cuts.length + 0.4, 0.6], words } as const;
  const x = { label: "share of the events kept", scale: "log", domain: [0.6 * Math.min(...shares), 1.4] } as const;
  return chart(x, [{ y, marks }], { height, ...options });
}

const COLORS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#5D5D5D", "#7A4FBF"];
