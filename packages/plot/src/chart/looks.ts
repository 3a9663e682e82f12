import type { ChartOptions } from "./marks.js";

/** Size, letters and headline of a figure. */
export interface Looks {
  /** Width, px. */
  readonly width: number;
  /** Height, px. */
  readonly height: number;
  /** Size of the letters on the axes, px. */
  readonly fontSize: number;
  /** Size of names, px. */
  readonly labelSize: number;
  /** Font. */
  readonly fontFamily: string;
  /** Text above, at the left. */
  readonly title: string;
  /** Text above, at the right. */
  readonly note: string;
}

/** The looks of a figure, those not given by their defaults. */
export function looksOf(options: Omit<ChartOptions, "heading">): Looks {
  const { width = 720, height = 540, fontSize = 17, title = "", note = "" } = options;
  const { fontFamily = "DejaVu Sans, Arial, sans-serif" } = options;
  return { width, height, fontSize, labelSize: Math.round(fontSize * 0.82), fontFamily, title, note };
}
