/**
 * Axes, labels, legends and layouts of plots as plain data.
 *
 * @packageDocumentation
 */
export { axis, tickText } from "./axis.js";
export type { Axis } from "./axis.js";
export { placeLabels, textSize } from "./labels.js";
export type { Box } from "./box.js";
export type { Background } from "./cells.js";
export type { LabelRequest, PlacedLabel, TextSize } from "./labels.js";
export { clipLine, clipPolygon } from "./clip.js";
export { distanceToSegment, simplify } from "./simplify.js";
export type { Point } from "./simplify.js";
export { brazil, palette } from "./palette.js";
export type { BandColors } from "./palette.js";
export { BASELINE, element, f, SVG, text, textPieces } from "./svg.js";
export type { TextLook, TextPiece } from "./svg.js";
