import * as Plot from "@observablehq/plot";
import { SVG, tickText } from "@belladonna/plot";
import type { Axis, SvgDocument, SvgNode } from "@belladonna/plot";
import { defaultDocument } from "@belladonna/plot/document";
import type { Limit } from "../limit.js";
import { layOut } from "./frame.js";
import { labelGroups } from "./label-group.js";
import { drawMarks, placeMarks } from "./marks.js";
import { entriesOf, requirePlotOptions } from "./check-options.js";
import type { ExclusionPlotOptions, LimitEntry } from "./options.js";
import { addHeadings, axisTitles } from "./titles.js";

/** What is given to Plot here, in the terms of the small part of a document that drawing needs. */
interface PageOptions extends Omit<Plot.PlotOptions, "document" | "style" | "marks"> {
  readonly document: SvgDocument;
  readonly style: Readonly<Record<string, string>>;
  readonly marks: readonly (Plot.Markish | (() => SvgNode))[];
}

// Plot declares itself by the types of a browser, which there need not be: linkedom's document does.
const plot = Plot.plot as unknown as (options: PageOptions) => SvgNode;

/**
 * Draw limits in the plane of mass and coupling (or cross section) as an SVG: filled regions, dashed projections,
 * expected bands, labels that keep clear of each other.
 *
 * The drawing is deterministic: the same limits and options give the same text.
 * @param limits - Limits of any shape but grids, or limits with wishes about colour, label and style.
 * @param options - Axes, size, fonts, points.
 * @returns SVG as text, complete with its name space, ready for a file or a page.
 * @throws RangeError when there is no limit, something is no limit, a limit is a (mass, lifetime) grid, an option or
 * a style is not known, a size is not > 0, or an axis is empty.
 */
export function exclusionPlot(
  limits: Limit | readonly (Limit | LimitEntry)[],
  options: ExclusionPlotOptions = {},
): string {
  const entries = entriesOf(limits);
  requirePlotOptions(options);
  if (entries.length === 0) throw new RangeError("exclusionPlot: must be given at least one limit, got none");
  for (const { limit } of entries) {
    if (limit.shape === "grid") {
      throw new RangeError(`exclusionPlot: ${limit.id} is a (mass, lifetime) grid, give couplingLimit(…) of it`);
    }
  }
  const frame = layOut(entries, options);
  const { width, height, margin, fontSize, fontFamily, x, y } = frame;
  const page = options.document ?? defaultDocument();
  const marks = placeMarks(labelGroups(entries), entries, options, frame);
  const svg = plot({
    document: page,
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    style: { fontFamily, fontSize: `${fontSize}px`, background: "white", color: "black" },
    x: { type: x.scale, domain: x.domain },
    y: { type: y.scale, domain: y.domain },
    marks: [
      () => {
        const root = drawMarks(page, marks, options.points ?? [], frame);
        addHeadings(page, root, options, frame);
        return root;
      },
      ticks(Plot.axisX, x, fontSize),
      ticks(Plot.axisY, y, fontSize),
      Plot.frame({ stroke: "black" }),
      () => axisTitles(page, entries[0].limit, options, frame),
    ],
  });
  svg.setAttribute("xmlns", SVG);
  svg.setAttribute("font-family", fontFamily);
  return svg.outerHTML;
}

type AxisMark = (values: readonly number[], options: Plot.AxisXOptions & Plot.AxisYOptions) => Plot.Markish;

/** Short ticks without a number and long ones with it. */
function ticks(mark: AxisMark, { minor, major }: Axis, fontSize: number): Plot.Markish[] {
  const common = { label: null, tickPadding: 5 };
  return [
    mark(minor, { ...common, tickSize: 4, tickFormat: () => "" }),
    mark(major, { ...common, tickSize: 8, tickFormat: tickText, fontSize }),
  ];
}
