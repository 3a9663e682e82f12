/**
 * Axes, labels, legends and layouts of plots as plain data.
 *
 * @packageDocumentation
 */
export { axis, tickText, tickTexts } from "./axis.js";
export type { Axis } from "./axis.js";
export { placeLabels } from "./labels.js";
export { textSize } from "./text-size.js";
export type { TextSize } from "./text-size.js";
export { freeBox } from "./free-box.js";
export type { FreeBox } from "./free-box.js";
export type { Box } from "./box.js";
export type { Background } from "./cells.js";
export type { LabelRequest, PlacedLabel } from "./labels.js";
export { clipLine, clipPolygon } from "./clip.js";
export { distanceToSegment, simplify } from "./simplify.js";
export type { Point } from "./simplify.js";
export { brazil, palette } from "./palette.js";
export type { BandColors } from "./palette.js";
export { contrast, readable } from "./contrast.js";
export { BASELINE, element, f, SVG, text } from "./svg.js";
export type { TextLook } from "./svg.js";
export { plainText, textPieces } from "./text-pieces.js";
export type { TextPiece } from "./text-pieces.js";
