import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

const FONT = "DejaVu Sans, Arial, sans-serif";
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#000000"];
/** Width of a letter of a label, px. */
const LETTER = 8.5;
/** Least distance of two labels, in efficiency. */
const LINE = 0.06;

/** An efficiency against mass. */
export interface EfficiencyCurve {
  /** Text beside it. */
  readonly name: string;
  /** Whether its line is dashed. */
  readonly dashed?: boolean;
  /** Efficiency at each mass, with its interval where there is one. */
  readonly points: readonly {
    readonly mass: number;
    readonly value: number;
    readonly low?: number;
    readonly high?: number;
  }[];
}

/**
 * Efficiencies against mass, as SVG text.
 *
 * @param title - Text above the frame.
 * @param axis - What the mass is of.
 */
export function curvesPlot(title: string, axis: string, curves: readonly EfficiencyCurve[]): string {
  const names = curves.map(({ name }) => name);
  const seen = curves.flatMap(({ name, dashed = false, points }) =>
    points
      .filter(({ value }) => Number.isFinite(value))
      .map(({ mass, value, low = value, high = value }) => ({ mass, name, value, low, high, dashed })),
  );
  const right = Math.ceil(Math.max(...seen.map(({ mass }) => mass)));
  const margin = Math.max(100, 24 + LETTER * Math.max(...names.map((name) => name.length)));
  const { document } = parseHTML("<html><body></body></html>");
  const svg = Plot.plot({
    document,
    style: { fontFamily: FONT, fontSize: "14px", background: "white", color: "black" },
    width: 660 + margin,
    height: 460,
    marginLeft: 60,
    marginRight: margin,
    marginTop: 40,
    marginBottom: 55,
    x: { domain: [0, right], label: `${axis} (GeV)`, labelAnchor: "center", labelArrow: "none" },
    y: { domain: [0, 1], label: "efficiency", labelAnchor: "center", labelArrow: "none", grid: true },
    color: { domain: names, range: COLOURS },
    marks: [
      Plot.ruleX(seen, { x: "mass", y1: "low", y2: "high", stroke: "name" }),
      Plot.line(
        seen.filter((p) => !p.dashed),
        { x: "mass", y: "value", z: "name", stroke: "name", strokeWidth: 1.8 },
      ),
      Plot.line(
        seen.filter((p) => p.dashed),
        { x: "mass", y: "value", z: "name", stroke: "name", strokeWidth: 1.8, strokeDasharray: "5,4" },
      ),
      Plot.dot(seen, { x: "mass", y: "value", fill: "name", r: 2.5 }),
      Plot.text(labels(seen), {
        x: () => right,
        y: "at",
        text: "name",
        fill: "name",
        textAnchor: "start",
        frameAnchor: "right",
        dx: 14,
      }),
      Plot.text([title], { frameAnchor: "top", dy: -24, text: (t: string) => t, fontSize: 16 }),
      Plot.frame(),
    ],
  });
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("font-family", FONT);
  return `${svg.outerHTML}\n`;
}

/** Where the name of each curve stands: at its last point, moved apart from the others. */
function labels(rows: readonly { name: string; value: number }[]): { name: string; at: number }[] {
  const last = [...new Map(rows.map(({ name, value }) => [name, value]))];
  const sorted = last.map(([name, at]) => ({ name, at })).sort((a, b) => b.at - a.at);
  for (let k = 1; k < sorted.length; k++) sorted[k].at = Math.min(sorted[k].at, sorted[k - 1].at - LINE);
  // Back up again where the last ones were pushed below the axis.
  let floor = 0;
  for (const label of sorted.reverse()) {
    label.at = Math.max(label.at, floor);
    floor = label.at + LINE;
  }
  return sorted;
}
