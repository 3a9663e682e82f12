/**
 * Exclusion plots: Brazil bands, planes of mass and coupling, projections, as SVG. Needs `@observablehq/plot`, and
 * `linkedom` outside a page.
 *
 * @packageDocumentation
 */
export { exclusionPlot } from "./plot/exclusion-plot.js";
export type { AxisOptions, ExclusionPlotOptions, LimitEntry, LimitStyle, PlotPoint } from "./plot/options.js";
export { palette } from "@belladonna/plot";
export type { SvgDocument, SvgNode } from "@belladonna/plot";
export { drawPlane, planes } from "./plot/planes.js";
export type { DrawnPlane } from "./plot/planes.js";
export type { Plane } from "./plot/plane.js";
