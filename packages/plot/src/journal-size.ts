/** Size of a figure and its letters, px of 1/96 inch. */
export interface FigureSize {
  /** Width, px. */
  readonly width: number;
  /** Height, px. */
  readonly height: number;
  /** Size of the letters, px. */
  readonly fontSize: number;
}

/** Widths of a column and of a page of Physical Review, 8.6 cm and 17.8 cm, and letters of 8 and 10 points, px. */
const SIZES = {
  "one-column": { width: 325, height: 250, fontSize: 10.5 },
  "two-column": { width: 673, height: 460, fontSize: 13.5 },
} as const;

/**
 * Options of a figure that fits a journal without being scaled: one column of 8.6 cm, or two of 17.8 cm.
 *
 * ```ts
 * journalSize("one-column").width; // 325
 * ```
 * @param columns - How wide.
 * @returns Width, height and size of the letters, to be spread into the options of any figure.
 * @throws RangeError when it is neither.
 * @see American Physical Society, "Style basics": figures are 8.6 cm or 17.8 cm wide
 */
export function journalSize(columns: "one-column" | "two-column"): FigureSize {
  if (!Object.hasOwn(SIZES, columns)) {
    throw new RangeError(`journalSize: columns must be one-column or two-column, got "${columns as string}"`);
  }
  return SIZES[columns];
}
