import { LARGEST } from "../largest.js";
import type { ChartAxis, ChartMark, ChartOptions, ChartPanel } from "./marks.js";

const OPTIONS: readonly (keyof ChartOptions)[] = [
  "width",
  "height",
  "fontSize",
  "fontFamily",
  "title",
  "note",
  "heading",
];
const PANEL: readonly (keyof ChartPanel)[] = ["y", "marks", "share", "beside"];
const AXIS: readonly (keyof ChartAxis)[] = ["label", "scale", "domain", "words"];
const KINDS: readonly ChartMark["kind"][] = ["line", "band", "points", "steps", "region", "rule"];

/** Throws unless names are known, sizes can be drawn, and the columns of each mark are equally long. */
export function requireChart(x: ChartAxis, panels: readonly ChartPanel[], options: ChartOptions): void {
  requireNames("chart", options, OPTIONS);
  requireSizes("chart", options);
  if (panels.length === 0) throw new RangeError("chart: must have at least one panel, got none");
  requireNames("chart: x", x, AXIS);
  for (const panel of panels) {
    requireNames("chart: panel", panel, PANEL);
    requireNames("chart: y", panel.y, AXIS);
    panel.marks.forEach(requireMark);
  }
}

/** Throws unless the sizes of a figure can be drawn. */
export function requireSizes(caller: string, options: Pick<ChartOptions, "width" | "height" | "fontSize">): void {
  for (const name of ["width", "height", "fontSize"] as const) {
    const size = options[name];
    if (size !== undefined && !(size > 0 && size <= LARGEST)) {
      throw new RangeError(`${caller}: ${name} must be > 0 px, at most ${LARGEST}, got ${size}`);
    }
  }
}

/**
 * Throws unless all names of an object are some that there are.
 * @param caller - Name of the function that was given it.
 * @param given - What was given.
 * @param known - Names there are.
 */
export function requireNames(caller: string, given: object, known: readonly string[]): void {
  const wrong = Object.keys(given).find((name) => !known.includes(name));
  if (wrong !== undefined) throw new RangeError(`${caller}: option must be one of ${known.join(", ")}, got "${wrong}"`);
}

/**
 * Throws unless columns have one length.
 * @param caller - Name of the function that was given them.
 * @param columns - Columns by their names; those that are undefined are left out.
 */
export function requireLengths(
  caller: string,
  columns: Readonly<Record<string, readonly unknown[] | undefined>>,
): void {
  const given = Object.entries(columns).flatMap(([name, column]) => (column ? [[name, column.length] as const] : []));
  const wrong = given.find(([, length]) => length !== given[0][1]);
  if (wrong) {
    throw new RangeError(`${caller}: ${wrong[0]} must be as long as ${given[0][0]}, ${given[0][1]}, got ${wrong[1]}`);
  }
}

function requireMark(mark: ChartMark): void {
  if (!KINDS.includes(mark.kind)) {
    throw new RangeError(`chart: kind must be one of ${KINDS.join(", ")}, got "${mark.kind as string}"`);
  }
  const { kind } = mark;
  if (kind === "steps") {
    requireLengths("chart: steps", { values: mark.values, base: mark.base, bins: mark.edges.slice(1) });
  } else if (kind === "band") requireLengths("chart: band", { x: mark.x, low: mark.low, high: mark.high });
  else if (kind === "points") requireLengths("chart: points", { x: mark.x, y: mark.y, low: mark.low, high: mark.high });
  else if (kind !== "rule") requireLengths(`chart: ${kind}`, { x: mark.x, y: mark.y });
}
