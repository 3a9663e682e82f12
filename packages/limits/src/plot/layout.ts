import type { AxisLayout, Box, Point } from "@belladonna/plot";
import type { LimitStyle, PlotPoint } from "./options.js";

/** Paths of an expected limit. */
export interface BandPaths {
  /** Band of 95 %. */
  readonly two: string;
  /** Band of 68 %. */
  readonly one: string;
  /** Median. */
  readonly median: string;
}

/** What is drawn of one limit: paths in the syntax of SVG's attribute `d`, px; `""` where there is nothing. */
export interface MarkLayout {
  /** Identifier of the limit. */
  readonly id: string;
  /** Its place among the entries given. */
  readonly entry: number;
  /** Label of its group; `""` for none. */
  readonly label: string;
  /** Any CSS colour. */
  readonly color: string;
  /** How it is drawn. */
  readonly style: LimitStyle;
  /** Excluded (or preferred) region. */
  readonly fill: string;
  /** Its edge, or the line. */
  readonly line: string;
  /** Where a limit has more points than the page has room for: from the least to the greatest of those drawn as one. */
  readonly spread: string;
  /** Bands of 95 % and 68 % and the median, of style `bands`. */
  readonly bands?: BandPaths;
}

/** A label that found its place. */
export interface LabelLayout {
  /** The text. */
  readonly text: string;
  /** Identifiers of the limits it names. */
  readonly ids: readonly string[];
  /** Centre, px. */
  readonly x: number;
  /** Centre, px. */
  readonly y: number;
  /** Colour of what it names. */
  readonly color: string;
  /** Line from what it names to the text, where it stands apart, px. */
  readonly leader?: readonly [Point, Point];
}

/** One row of a legend. */
export interface LegendRow {
  /** The text. */
  readonly text: string;
  /** What stands before it. */
  readonly kind: "heading" | "words" | "line" | "dashed" | "one" | "two" | "spread" | "point";
}

/** A legend and its place. */
export interface LegendLayout {
  /** Its rows. */
  readonly rows: readonly LegendRow[];
  /** Its place, px. */
  readonly box: Box;
}

/** A point of the plot in its place. */
export interface PointLayout extends PlotPoint {
  /** Where, px. */
  readonly x: number;
  /** Where, px. */
  readonly y: number;
}

/** Masses that are left out, in their place. */
export interface LeftOutLayout {
  /** Left edge, px. */
  readonly x0: number;
  /** Right edge, px. */
  readonly x1: number;
}

/** An exclusion plot as plain data: what is where, before anything is drawn. */
export interface PlotLayout {
  /** Width, px. */
  readonly width: number;
  /** Height, px. */
  readonly height: number;
  /** Size of the letters of the axes, px. */
  readonly fontSize: number;
  /** Size of labels, px. */
  readonly labelSize: number;
  /** Font. */
  readonly fontFamily: string;
  /** The frame, px. */
  readonly box: Box;
  /** Axis of masses. */
  readonly x: AxisLayout;
  /** Axis of values. */
  readonly y: AxisLayout;
  /** Limits, in the order they are drawn in. */
  readonly marks: readonly MarkLayout[];
  /** Masses that are left out, behind all else; their names are among the labels. */
  readonly leftOut: readonly LeftOutLayout[];
  /** Labels. */
  readonly labels: readonly LabelLayout[];
  /** Legend, where the plot needs one, and its box. */
  readonly legend?: LegendLayout;
  /** Points in the frame, px and as given. */
  readonly points: readonly PointLayout[];
  /** Text above the frame, at the left. */
  readonly title: string;
  /** Text above the frame, at the right. */
  readonly note: string;
}
