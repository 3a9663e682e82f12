import type { HypothesisTest } from "@belladonna/stats";
import type { Impact, Pull } from "@belladonna/histfactory";
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

const FONT = "DejaVu Sans, Arial, sans-serif";
const ONE = "#5BB974";
const TWO = "#FBE38E";
const UP = "#D55E00";
const DOWN = "#0072B2";

/** Draw as SVG text, complete with its name space. */
function draw(options: Plot.PlotOptions): string {
  const { document } = parseHTML("<html><body></body></html>");
  const style = { fontFamily: FONT, fontSize: "14px", background: "white", color: "black" };
  const svg = Plot.plot({ ...options, document: document, style });
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("font-family", FONT);
  return svg.outerHTML;
}

const widthOf = (names: readonly string[]): number => 9 * Math.max(8, ...names.map((n) => short(n).length));
const heightOf = (rows: number): number => 90 + 18 * rows;

/** The name of a parameter, shortened in its middle. */
const short = (name: string): string => (name.length > 44 ? `${name.slice(0, 26)}…${name.slice(-17)}` : name);

/** Pulls of constrained parameters with their errors over the bands of one and two deviations. */
export function pullsPlot(pulls: readonly Pull[]): string {
  const rows = pulls.map((p) => ({ ...p, low: p.pull - p.error, high: p.pull + p.error }));
  const reach = Math.max(2.2, ...rows.flatMap((r) => [Math.abs(r.low), Math.abs(r.high)])) * 1.05;
  const names = rows.map((r) => r.name);
  return draw({
    width: 560 + widthOf(names),
    height: heightOf(rows.length),
    marginLeft: widthOf(names) + 20,
    marginBottom: 60,
    x: {
      domain: [-reach, reach],
      label: "pull: (fitted − measured elsewhere) / σ",
      labelAnchor: "center",
      labelArrow: "none",
    },
    y: { domain: names, tickFormat: short, label: null },
    marks: [
      Plot.rectX([0], { x1: -2, x2: 2, fill: TWO }),
      Plot.rectX([0], { x1: -1, x2: 1, fill: ONE }),
      Plot.ruleX([0], { strokeDasharray: "4,4" }),
      Plot.ruleY(rows, { y: "name", x1: "low", x2: "high", strokeWidth: 1.5 }),
      Plot.dot(rows, { y: "name", x: "pull", fill: "black", r: 3.5 }),
      Plot.frame(),
    ],
  });
}

/** Impacts on the parameter of interest: bars for the fit's deviations, outlines for those of the constraints. */
export function impactsPlot(impacts: readonly Impact[], poi: string): string {
  const names = impacts.map((i) => i.name);
  const sizes = impacts.flatMap((i) => [i.up, i.down, i.prefitUp, i.prefitDown]).filter((x) => Number.isFinite(x));
  const reach = 1.1 * Math.max(...sizes.map(Math.abs));
  const bars = (key: "up" | "down" | "prefitUp" | "prefitDown", style: Plot.RectXOptions) =>
    Plot.barX(
      impacts.filter((r) => Number.isFinite(r[key])),
      { y: "name", x1: 0, x2: key, ...style },
    );
  return draw({
    width: 560 + widthOf(names),
    height: heightOf(names.length),
    marginLeft: widthOf(names) + 20,
    marginBottom: 60,
    x: {
      domain: [-reach, reach],
      label: `shift of ${poi}: one deviation up (orange), down (blue)`,
      labelAnchor: "center",
      labelArrow: "none",
    },
    y: { domain: names, tickFormat: short, label: null },
    marks: [
      bars("up", { fill: UP, fillOpacity: 0.85 }),
      bars("down", { fill: DOWN, fillOpacity: 0.85 }),
      bars("prefitUp", { fill: "none", stroke: UP }),
      bars("prefitDown", { fill: "none", stroke: DOWN }),
      Plot.ruleX([0]),
      Plot.frame(),
    ],
  });
}

/** Observed CLs and the expected band over the tested values, with the line that a limit crosses. */
export function scanPlot(tests: readonly HypothesisTest[], poi: string, level: number): string {
  const rows = tests
    .filter((t) => t.valid)
    .map(({ mu, cls, expected }) => ({ mu, cls, e: expected }))
    .map(({ mu, cls, e: [m2, m1, median, p1, p2] }) => ({ mu, cls, m2, m1, median, p1, p2 }));
  return draw({
    width: 720,
    height: 500,
    marginLeft: 70,
    marginBottom: 60,
    x: { domain: [0, rows[rows.length - 1]?.mu ?? 1], label: poi, labelAnchor: "center", labelArrow: "none" },
    y: { domain: [0, 1], label: "CLs", labelAnchor: "center", labelArrow: "none" },
    marks: [
      Plot.areaY(rows, { x: "mu", y1: "m2", y2: "p2", fill: TWO }),
      Plot.areaY(rows, { x: "mu", y1: "m1", y2: "p1", fill: ONE }),
      Plot.line(rows, { x: "mu", y: "median", strokeDasharray: "6,4", strokeWidth: 1.5 }),
      Plot.line(rows, { x: "mu", y: "cls", strokeWidth: 2 }),
      Plot.dot(rows, { x: "mu", y: "cls", fill: "black", r: 2.5 }),
      Plot.ruleY([1 - level], { stroke: "#D55E00", strokeWidth: 1.5 }),
      Plot.text([[rows[rows.length - 1]?.mu ?? 1, 1 - level]], {
        text: () => `${Math.round(1000 * level) / 10} % CL`,
        textAnchor: "end",
        dy: -8,
        fill: "#D55E00",
      }),
      Plot.frame(),
    ],
  });
}
