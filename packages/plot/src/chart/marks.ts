/** What every mark may say of itself. */
interface MarkLook {
  /** Its name, in the legend or beside it; none when absent. */
  readonly name?: string;
  /** Colour as `#rrggbb`. Default: the next of the palette, for named marks; black else. */
  readonly color?: string;
}

/** A line through points; a value that is not finite breaks it. */
export interface LineMark extends MarkLook {
  /** A line. */
  readonly kind: "line";
  /** Abscissae. */
  readonly x: readonly number[];
  /** Ordinates. */
  readonly y: readonly number[];
  /** Whether it is dashed. */
  readonly dashed?: boolean;
}

/** The area between two lines. */
export interface BandMark extends MarkLook {
  /** A band. */
  readonly kind: "band";
  /** Abscissae. */
  readonly x: readonly number[];
  /** Lower ordinates. */
  readonly low: readonly number[];
  /** Upper ordinates. */
  readonly high: readonly number[];
  /** How much of what is below it covers, 0 to 1. Default 1. */
  readonly opacity?: number;
}

/** Points with their errors. */
export interface PointsMark extends MarkLook {
  /** Points. */
  readonly kind: "points";
  /** Abscissae. */
  readonly x: readonly number[];
  /** Ordinates. */
  readonly y: readonly number[];
  /** Lower ends of the errors. */
  readonly low?: readonly number[];
  /** Upper ends of the errors. */
  readonly high?: readonly number[];
}

/** A histogram: one value a bin. */
export interface StepsMark extends MarkLook {
  /** A histogram. */
  readonly kind: "steps";
  /** Edges of the bins, one more than there are values. */
  readonly edges: readonly number[];
  /** Values. */
  readonly values: readonly number[];
  /** What the bins stand on. Default: nothing, the histogram is a line. */
  readonly base?: readonly number[];
  /** Whether the line is dashed. */
  readonly dashed?: boolean;
}

/** A polygon: an excluded region. */
export interface RegionMark extends MarkLook {
  /** A polygon. */
  readonly kind: "region";
  /** Abscissae of its corners. */
  readonly x: readonly number[];
  /** Ordinates of its corners. */
  readonly y: readonly number[];
}

/** A line across the frame at one value. */
export interface RuleMark extends MarkLook {
  /** A line across the frame. */
  readonly kind: "rule";
  /** Which axis its value is of. */
  readonly at: "x" | "y";
  /** The value. */
  readonly value: number;
}

/** What is drawn in a panel of a chart. */
export type ChartMark = LineMark | BandMark | PointsMark | StepsMark | RegionMark | RuleMark;

/** An axis of a chart. */
export interface ChartAxis {
  /** Title, symbols between dollars as {@link textPieces} has them. */
  readonly label: string;
  /** Logarithmic or linear. Default linear. */
  readonly scale?: "log" | "linear";
  /** Smallest and largest value. Default: a little more than what is drawn. */
  readonly domain?: readonly [number, number];
  /** Words in place of numbers, at these values. */
  readonly words?: readonly {
    /** Where it stands. */
    readonly value: number;
    /** What stands there. */
    readonly text: string;
  }[];
}

/** A frame with what is drawn in it. */
export interface ChartPanel {
  /** Vertical axis. */
  readonly y: ChartAxis;
  /** What is drawn, in this order. */
  readonly marks: readonly ChartMark[];
  /** Its height in shares of the chart. Default 1. */
  readonly share?: number;
  /** Whether names stand beside their lines rather than in a legend. Default false. */
  readonly beside?: boolean;
}

/** Looks of a chart. */
export interface ChartOptions {
  /** Width, px. Default 720. */
  readonly width?: number;
  /** Height, px. Default 540. */
  readonly height?: number;
  /** Size of the letters, px; names are a little smaller. Default 17. */
  readonly fontSize?: number;
  /** Font. Default `DejaVu Sans`, then whatever is sans-serif. */
  readonly fontFamily?: string;
  /** Text above, at the left. */
  readonly title?: string;
  /** Text above, at the right. */
  readonly note?: string;
  /** Lines of text in the frame, above the legend, the first one bold: experiment, luminosity, "simulation". */
  readonly heading?: readonly string[];
}
