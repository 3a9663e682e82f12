/**
 * Axes, labels, legends and layouts of plots as plain data.
 *
 * @packageDocumentation
 */
export { axis, tickText, tickTexts } from "./axis.js";
export type { Axis } from "./axis.js";
export { axisLayout } from "./axis-layout.js";
export type { AxisLayout, Tick } from "./axis-layout.js";
export { paintAxes } from "./axes-svg.js";
export type { FrameLayout } from "./axes-svg.js";
export { placeLabels } from "./labels.js";
export { textSize } from "./text-size.js";
export type { TextSize } from "./text-size.js";
export { frameBox, verticalAxis } from "./frame-box.js";
export { placeLegend } from "./legend-place.js";
export type { LegendPlace } from "./legend-place.js";
export { freeBox } from "./free-box.js";
export type { FreeBox } from "./free-box.js";
export type { Box } from "./box.js";
export type { Background } from "./cells.js";
export type { LabelRequest } from "./label-places.js";
export type { PlacedLabel } from "./labels.js";
export { clipLine, clipPolygon } from "./clip.js";
export { distanceToSegment, simplify } from "./simplify.js";
export type { Point } from "./simplify.js";
export { brazil, palette } from "./palette.js";
export type { BandColors } from "./palette.js";
export { contrast, readable } from "./contrast.js";
export { BASELINE, element, f, page, SVG, text } from "./svg.js";
export type { PageLook, TextLook } from "./svg.js";
export { plainText, textPieces } from "./text-pieces.js";
export type { TextPiece } from "./text-pieces.js";
export { journalSize } from "./journal-size.js";
export type { FigureSize } from "./journal-size.js";
export { chart, drawChart } from "./chart/chart.js";
export { chartLayout } from "./chart/chart-layout.js";
export type { ChartLabel, ChartLayout, DrawnMark, PanelLayout } from "./chart/chart-layout.js";
export type { Shapes } from "./chart/shapes.js";
export type {
  BandMark,
  ChartAxis,
  ChartMark,
  ChartOptions,
  ChartPanel,
  LineMark,
  PointsMark,
  RegionMark,
  RuleMark,
  StepsMark,
} from "./chart/marks.js";
export { fractionPlot, lifetimePlot } from "./kinds/fraction-plot.js";
export type { MassCurves } from "./kinds/fraction-plot.js";
export { fitPlot } from "./kinds/fit-plot.js";
export type { FitPlotInput } from "./kinds/fit-plot.js";
export { scanPlot } from "./kinds/scan-plot.js";
export type { ScanPlotInput } from "./kinds/scan-plot.js";
export { cutFlowPlot } from "./kinds/cut-flow-plot.js";
export type { CutFlowPlotInput } from "./kinds/cut-flow-plot.js";
export { efficiencyPlot } from "./kinds/efficiency-plot.js";
export type { EfficiencyCurve } from "./kinds/efficiency-plot.js";
export { pValuePlot } from "./kinds/p-value-plot.js";
export type { PValuePlotInput } from "./kinds/p-value-plot.js";
export { stackPlot } from "./kinds/stack-plot.js";
export type { StackPlotInput } from "./kinds/stack-plot.js";
export { couplingPlanePlot } from "./kinds/coupling-plane-plot.js";
export type { CouplingPlaneInput } from "./kinds/coupling-plane-plot.js";
export { pullPlot } from "./kinds/pull-plot.js";
export type { PullPlotInput } from "./kinds/pull-plot.js";
export { impactPlot } from "./kinds/impact-plot.js";
export type { ImpactPlotInput } from "./kinds/impact-plot.js";
export { correlationPlot } from "./kinds/correlation-plot.js";
export { mapPlot } from "./map/map-plot.js";
export { mapLayout } from "./map/map-layout.js";
export type { MapLayout } from "./map/map-layout.js";
export type { MapCells, MapOptions, MapPlotInput } from "./map/map-input.js";
export type { ColorScheme } from "./map/color-scale.js";
export type { Looks } from "./chart/looks.js";
