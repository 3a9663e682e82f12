import { LARGEST } from "./largest.js";
import { textPieces } from "./text-pieces.js";

/** Size of a text on the page. */
export interface TextSize {
  /** Width, px. */
  readonly width: number;
  /** Height, px. */
  readonly height: number;
}

/**
 * Width and height of a text with its indices, px; mean advance of DejaVu Sans.
 *
 * ```ts
 * textSize("$m_a$", 10).width; // ≈ 10.54
 * ```
 * @param text - The text.
 * @param fontSize - Height of its letters, px, >= 0.
 * @throws RangeError for letters of no height.
 */
export function textSize(text: string, fontSize: number): TextSize {
  if (!(fontSize >= 0 && fontSize <= LARGEST)) {
    throw new RangeError(`textSize: fontSize must be from 0 to ${LARGEST} px, got ${fontSize}`);
  }
  const letters = textPieces(text).reduce((sum, { words, size }) => sum + size * Array.from(words).length, 0);
  return { width: 0.62 * fontSize * letters, height: 1.15 * fontSize };
}
