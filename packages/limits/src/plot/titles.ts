import type { Limit } from "../limit.js";
import type { ExclusionPlotOptions } from "./options.js";

/** Titles of the axes: those wished for, else mass, and the observable of a limit with its unit. */
export function axisTitles(first: Limit, { x, y }: ExclusionPlotOptions): { readonly x: string; readonly y: string } {
  const unit = first.unit === "1" ? "" : ` [${first.unit.replace("^-1", "⁻¹")}]`;
  return { x: x?.label ?? "$m$ [GeV]", y: y?.label ?? `${first.observable}${unit}` };
}
