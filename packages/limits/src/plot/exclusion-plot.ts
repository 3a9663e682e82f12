import { page } from "@belladonna/plot";
import type { Limit } from "../limit.js";
import { exclusionLayout } from "./exclusion-layout.js";
import type { PlotLayout } from "./layout.js";
import type { ExclusionPlotOptions, LimitEntry } from "./options.js";
import { paintAround, paintInside } from "./paint.js";

/**
 * Draw limits in the plane of mass and coupling (or cross section) as an SVG: filled regions, dashed projections,
 * expected bands, labels that keep clear of each other.
 *
 * The drawing is deterministic: the same limits and options give the same text. What is where is
 * {@link exclusionLayout}.
 * @param limits - Limits of any shape but grids, or limits with wishes about colour, label and style.
 * @param options - Axes, size, fonts, points.
 * @returns SVG as text, complete with its name space, ready for a file or a page.
 * @throws RangeError when there is no limit, something is no limit, a limit is a (mass, lifetime) grid, an option or
 * a style is not known, a size is not > 0, or an axis is empty.
 */
export function exclusionPlot(
  limits: Limit | readonly (Limit | LimitEntry)[],
  options: ExclusionPlotOptions = {},
): string {
  return drawLayout(exclusionLayout(limits, options));
}

/**
 * Draw a layout as SVG text, black on white.
 * @param layout - What {@link exclusionLayout} gives.
 * @returns SVG as text, complete with its name space.
 */
export function drawLayout(layout: PlotLayout): string {
  return page(layout, paintInside(layout) + paintAround(layout));
}
