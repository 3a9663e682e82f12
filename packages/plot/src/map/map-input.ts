import type { ChartAxis, ChartOptions } from "../chart/marks.js";
import type { ColorScheme } from "./color-scale.js";

/** Rectangles of a plane with a value each: columns of one length. */
export interface MapCells {
  /** Left edges. */
  readonly left: readonly number[];
  /** Right edges. */
  readonly right: readonly number[];
  /** Lower edges. */
  readonly bottom: readonly number[];
  /** Upper edges. */
  readonly top: readonly number[];
  /** Values; a cell whose value is not finite, or not > 0 on a logarithmic scale, is left white. */
  readonly value: readonly number[];
}

/** A quantity over a plane. */
export interface MapPlotInput {
  /** Horizontal axis; its default ends are those of the cells. */
  readonly x: ChartAxis;
  /** Vertical axis, likewise. */
  readonly y: ChartAxis;
  /** The cells, in any order and of any sizes. */
  readonly cells: MapCells;
  /** What the colour says, with its unit. */
  readonly label: string;
  /** Scale of the colour. Default linear. */
  readonly scale?: "log" | "linear";
  /** Values of the first and the last colour. Default: the least and the greatest. */
  readonly domain?: readonly [number, number];
  /** Colours. Default `viridis`. */
  readonly colors?: ColorScheme;
  /** Whether each cell has its value written in it, to two digits. Default false. */
  readonly numbers?: boolean;
}

/** Looks of a map: those of a chart, without lines of text in the frame. */
export type MapOptions = Omit<ChartOptions, "heading">;
