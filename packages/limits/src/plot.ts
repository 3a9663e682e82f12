/**
 * Exclusion plots: Brazil bands, planes of mass and coupling, projections, as plain data and as SVG.
 *
 * @packageDocumentation
 */
export { exclusionLayout } from "./plot/exclusion-layout.js";
export type {
  BandPaths,
  LabelLayout,
  LeftOutLayout,
  LegendLayout,
  LegendRow,
  MarkLayout,
  PlotLayout,
  PointLayout,
} from "./plot/layout.js";
export type { AxisLayout, Tick } from "@belladonna/plot";
export { belle2Heading } from "./plot/belle2-heading.js";
export type { FigureStatus } from "./plot/belle2-heading.js";
export { drawLayout, exclusionPlot } from "./plot/exclusion-plot.js";
export type { AxisOptions, ExclusionPlotOptions, LeftOut, LimitEntry, LimitStyle, PlotPoint } from "./plot/options.js";
export { palette } from "@belladonna/plot";
export { drawPlane, planeEntries } from "./plot/draw-plane.js";
export type { DrawnPlane, DrawPlaneOptions, PlaneEntries } from "./plot/draw-plane.js";
export type { Plane } from "./plot/plane.js";
export { planes } from "./plot/planes.js";
