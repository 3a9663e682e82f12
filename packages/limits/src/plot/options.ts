import type { Limit } from "../limit.js";

/** How a limit is drawn. */
export type LimitStyle =
  /** Filled region with an outline. */
  | "region"
  /** Line only. */
  | "line"
  /** Dashed line: projections. */
  | "dashed"
  /** Median, bands of 68 % and 95 %, and the observed limit over them. */
  | "bands"
  /** Hatched-looking pale band with dotted edges: values that something prefers, not excludes. */
  | "preferred";

/** A limit with wishes about its looks. */
export interface LimitEntry {
  /** The limit: curve, interval or contour. */
  readonly limit: Limit;
  /** Text beside it; entries of one text share a colour and one label. Default: its `label`, else its id. `""`: none. */
  readonly label?: string;
  /** Any CSS colour. Default: the next of a palette safe for colour-blind readers. */
  readonly color?: string;
  /** Default: dashed for projections, bands where an expectation exists, else region. */
  readonly style?: LimitStyle;
}

/** Wishes about one axis. */
export interface AxisOptions {
  /** Title; default mass or the observable with its unit. */
  readonly label?: string;
  /** Smallest and largest value shown. Default: a little more than the data. */
  readonly domain?: readonly [number, number];
  /** Default logarithmic. */
  readonly scale?: "log" | "linear";
}

/** A measured or published value drawn as a dot. */
export interface PlotPoint {
  /** Mass, GeV. */
  readonly mass: number;
  /** Value, in the unit of the plot. */
  readonly value: number;
}

/** Masses that a search leaves out. */
export interface LeftOut {
  /** Lowest and highest mass, GeV. */
  readonly mass: readonly [low: number, high: number];
  /** What is there: `$K_S$ veto`. */
  readonly label: string;
}

/** How an exclusion plot looks. In all texts a letter and an underscore carry an index: `U_τ`, `g_aγγ`. */
export interface ExclusionPlotOptions {
  /** Width, px. Default 720. */
  readonly width?: number;
  /** Height, px. Default 540. */
  readonly height?: number;
  /** Horizontal axis: mass. */
  readonly x?: AxisOptions;
  /** Vertical axis: the observable. */
  readonly y?: AxisOptions;
  /** Text above the frame, at the left. */
  readonly title?: string;
  /** Text above the frame, at the right: luminosity, level. */
  readonly note?: string;
  /**
   * Lines of text in the frame, above the legend, the first one bold: experiment, luminosity, "simulation". See
   * {@link belle2Heading}.
   */
  readonly heading?: readonly string[];
  /** Points drawn over everything, such as published values. */
  readonly points?: readonly PlotPoint[];
  /** What the points are, for the legend. */
  readonly pointsLabel?: string;
  /** Masses that are left out: grey bands with their labels, at which curves without a mass in them end. */
  readonly leftOut?: readonly LeftOut[];
  /** Size of the letters on the axes, px; labels are a little smaller. Default 17. */
  readonly fontSize?: number;
  /** Font. Default `DejaVu Sans`, then whatever is sans-serif. */
  readonly fontFamily?: string;
}
