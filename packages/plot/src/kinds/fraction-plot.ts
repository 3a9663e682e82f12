import { chart } from "../chart/chart.js";
import { requireLengths } from "../chart/check-chart.js";
import type { ChartOptions, LineMark } from "../chart/marks.js";
import { palette } from "../palette.js";

/** Curves over mass. */
export interface MassCurves {
  /** Masses, GeV, increasing. */
  readonly mass: readonly number[];
  /** Values at each mass, by the name that stands beside the curve. */
  readonly curves: Readonly<Record<string, readonly number[]>>;
  /** Whose mass it is. Default: none, the axis is $m$ [GeV]. */
  readonly particle?: string;
}

/** Smallest branching fraction shown. */
const FLOOR = 1e-3;

/**
 * Branching fractions against mass, both axes logarithmic, from 0.001; a channel that stays below is left out.
 *
 * ```ts
 * const svg = fractionPlot({ mass: [0.3, 1, 3], curves: { "e⁺e⁻": [0.6, 0.4, 0.3], "μ⁺μ⁻": [0.4, 0.4, 0.3] }, particle: "A′" });
 * ```
 * @param given - Masses, GeV, and fractions, dimensionless, of each channel; 0 where it is closed.
 * @param options - Size, fonts, texts.
 * @returns SVG as text.
 * @throws RangeError when a channel has not one fraction a mass, no fraction reaches 0.001, or an option is not known.
 */
export function fractionPlot({ mass, curves, particle }: MassCurves, options: ChartOptions = {}): string {
  // Edges below the frame are drawn to it, and no further.
  const marks = linesOf("fractionPlot", mass, curves, (v) => (v >= FLOOR / 10 ? v : NaN)).filter(({ y }) =>
    y.some((v) => v >= FLOOR),
  );
  if (marks.length === 0) throw new RangeError(`fractionPlot: some fraction must be >= ${FLOOR}, got none`);
  const y = { label: "branching fraction", scale: "log", domain: [FLOOR, 2] } as const;
  return chart(massAxis(mass, particle), [{ y, marks: marks.map(dashedLater), beside: true }], options);
}

/** More lines than there are colours: those that repeat one are dashed. */
function dashedLater(line: LineMark, i: number): LineMark {
  return { ...line, dashed: i >= palette.length };
}

/**
 * Proper decay lengths against mass, both axes logarithmic.
 *
 * ```ts
 * const svg = lifetimePlot({ mass: [0.3, 1, 3], curves: { "$ε$ = 10⁻⁴": [0.02, 0.004, 0.001] }, particle: "A′" });
 * ```
 * @param given - Masses, GeV, and $c\tau$, cm, of each case.
 * @param options - Size, fonts, texts.
 * @returns SVG as text.
 * @throws RangeError when a case has not one length a mass, no length is finite, or an option is not known.
 */
export function lifetimePlot({ mass, curves, particle }: MassCurves, options: ChartOptions = {}): string {
  const marks = linesOf("lifetimePlot", mass, curves, (v) => (v > 0 ? v : NaN));
  const y = { label: "$cτ$ [cm]", scale: "log" } as const;
  return chart(massAxis(mass, particle), [{ y, marks: marks.map(dashedLater), beside: true }], options);
}

function linesOf(
  caller: string,
  mass: readonly number[],
  curves: MassCurves["curves"],
  shown: (value: number) => number,
): LineMark[] {
  requireLengths(caller, { mass, ...curves });
  return Object.entries(curves).map(([name, y]) => ({ kind: "line", x: mass, y: y.map(shown), name }));
}

function massAxis(mass: readonly number[], particle: string | undefined) {
  const label = particle === undefined ? "$m$ [GeV]" : `$m_{${particle}}$ [GeV]`;
  return { label, scale: "log", domain: [mass[0], mass[mass.length - 1]] } as const;
}
