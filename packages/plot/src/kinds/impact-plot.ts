import { chart } from "../chart/chart.js";
import { requireLengths, requireNames } from "../chart/check-chart.js";
import type { ChartMark, ChartOptions } from "../chart/marks.js";
import { palette } from "../palette.js";
import { heightOf, namesAxis } from "./names-axis.js";

/** How far each parameter of a fit moves the one of interest. */
export interface ImpactPlotInput {
  /** Names of the parameters, the one with the greatest impact first. */
  readonly names: readonly string[];
  /** Shift of the parameter of interest when the other one is held one deviation of the fit above its best value. */
  readonly up: readonly number[];
  /** The same below it. */
  readonly down: readonly number[];
  /** The same for the deviation of the constraint, before the fit; not finite where there is none. */
  readonly prefitUp?: readonly number[];
  /** The same below it. */
  readonly prefitDown?: readonly number[];
  /** The parameter of interest, as the axis calls it. */
  readonly parameter: string;
}

/** Half the height of a bar, in rows. */
const HALF = 0.34;

/**
 * Impacts on the parameter of interest, from the top down: bars for the deviations of the fit, outlines for those of the
 * constraints.
 *
 * ```ts
 * const svg = impactPlot({ names: ["luminosity", "tracks"], up: [0.12, -0.04], down: [-0.11, 0.05], parameter: "$μ$" });
 * ```
 * @param given - Names and shifts.
 * @param options - Size, fonts, texts. The height follows the number of parameters when it is not given.
 * @returns SVG as text.
 * @throws RangeError when columns differ in length or are empty, no shift is other than 0, or an option is not known.
 */
export function impactPlot(given: ImpactPlotInput, options: ChartOptions = {}): string {
  requireNames("impactPlot", given, ["names", "up", "down", "prefitUp", "prefitDown", "parameter"]);
  const { names, up, down, prefitUp, prefitDown, parameter } = given;
  requireLengths("impactPlot", { names, up, down, prefitUp, prefitDown });
  const shifts = [up, down, prefitUp ?? [], prefitDown ?? []].flat().filter(Number.isFinite);
  const reach = 1.1 * Math.max(0, ...shifts.map(Math.abs));
  if (!(reach > 0)) throw new RangeError(`impactPlot: some shift must be other than 0, got ${shifts.join(", ")}`);
  const marks: ChartMark[] = [
    ...bars(up, "one deviation up", palette[1]),
    ...bars(down, "one deviation down", palette[0]),
    ...outlines(prefitUp ?? [], "up, before the fit", palette[1]),
    ...outlines(prefitDown ?? [], "down, before the fit", palette[0]),
    // Not a rule across the frame: above the rows the legend finds room.
    { kind: "line", x: [0, 0], y: [0.5, 0.5 - names.length] },
  ];
  const { words, label } = namesAxis(names);
  const x = { label: `shift of ${parameter}`, domain: [-reach, reach] } as const;
  return chart(x, [{ y: { label, ...(words && { words }) }, marks }], {
    height: heightOf(names.length, 230),
    ...options,
  });
}

/** The first of the marks with the name, for the legend. */
function named(marks: readonly ChartMark[], name: string): ChartMark[] {
  return marks.map((mark, i) => (i === 0 ? { ...mark, name } : mark));
}

function bars(shift: readonly number[], name: string, color: string): ChartMark[] {
  const marks = rows(shift).map(([v, y]): ChartMark => ({
    kind: "band",
    x: [0, v],
    low: [y - HALF, y - HALF],
    high: [y + HALF, y + HALF],
    color,
    opacity: 0.8,
  }));
  return named(marks, name);
}

function outlines(shift: readonly number[], name: string, color: string): ChartMark[] {
  const marks = rows(shift).map(([v, y]): ChartMark => ({
    kind: "line",
    x: [0, v, v, 0],
    y: [y - HALF, y - HALF, y + HALF, y + HALF],
    color,
  }));
  return named(marks, name);
}

/** Finite shifts with the places of their rows. */
function rows(shift: readonly number[]): [shift: number, y: number][] {
  return shift.flatMap((v, i) => (Number.isFinite(v) ? [[v, -i] as [number, number]] : []));
}
