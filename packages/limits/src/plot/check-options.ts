import { requireChoice, requireOptions, requirePositive } from "@belladonna/numerics";
import type { Limit } from "../limit.js";
import { requireLimit } from "../require-limit.js";
import type { AxisOptions, ExclusionPlotOptions, LimitEntry, LimitStyle } from "./options.js";

const OPTIONS: readonly (keyof ExclusionPlotOptions)[] = [
  "width",
  "height",
  "x",
  "y",
  "title",
  "note",
  "heading",
  "points",
  "pointsLabel",
  "leftOut",
  "fontSize",
  "fontFamily",
];
const ENTRY: readonly (keyof LimitEntry)[] = ["limit", "label", "color", "style"];
const AXIS: readonly (keyof AxisOptions)[] = ["label", "domain", "scale"];
const STYLES: readonly LimitStyle[] = ["region", "line", "dashed", "bands", "preferred"];

/** Limits and limits with wishes, each checked, as limits with wishes. */
export function entriesOf(limits: Limit | readonly (Limit | LimitEntry)[]): LimitEntry[] {
  const all = Array.isArray(limits) ? (limits as readonly (Limit | LimitEntry)[]) : [limits as Limit];
  return all.map((one) => {
    const wished = (one as unknown) !== null && typeof one === "object" && "limit" in one;
    const entry: LimitEntry = wished ? one : { limit: one as Limit };
    requireOptions("exclusionPlot: limit", entry, ENTRY);
    requireLimit("exclusionPlot", entry.limit);
    if (entry.style !== undefined) requireChoice("exclusionPlot: style", entry.style, STYLES);
    return entry;
  });
}

/** Throws unless the options of a plot are known and its sizes can be drawn. */
export function requirePlotOptions(options: ExclusionPlotOptions): void {
  requireOptions("exclusionPlot", options, OPTIONS);
  for (const name of ["width", "height", "fontSize"] as const) {
    const size = options[name];
    if (size !== undefined) requirePositive(`exclusionPlot: ${name}`, size, "px");
  }
  for (const name of ["x", "y"] as const) {
    const one = options[name];
    if (one === undefined) continue;
    requireOptions(`exclusionPlot: ${name}`, one, AXIS);
    if (one.scale !== undefined) requireChoice(`exclusionPlot: scale of ${name}`, one.scale, ["log", "linear"]);
  }
  for (const point of options.points ?? []) requireOptions("exclusionPlot: point", point, ["mass", "value"]);
  for (const { mass, label } of options.leftOut ?? []) {
    if (!(mass[0] > 0 && mass[0] < mass[1] && mass[1] < Infinity)) {
      throw new RangeError(
        `exclusionPlot: leftOut must be from a mass > 0 to a larger one, got ${label}: ${mass.join()}`,
      );
    }
  }
}
