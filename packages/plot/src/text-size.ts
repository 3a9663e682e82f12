import { textPieces } from "./text-pieces.js";

/** Size of a text on the page. */
export interface TextSize {
  /** Width, px. */
  readonly width: number;
  /** Height, px. */
  readonly height: number;
}

/** Width and height of a text with its indices, px; mean advance of DejaVu Sans. */
export function textSize(text: string, fontSize: number): TextSize {
  const letters = textPieces(text).reduce((sum, { words, size }) => sum + size * Array.from(words).length, 0);
  return { width: 0.62 * fontSize * letters, height: 1.15 * fontSize };
}
