import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { MapCell, PlaneMap } from "../search.js";

const FONT = "DejaVu Sans, Arial, sans-serif";

/** A vertical axis with decades as they are, and not as 100m. */
const LOGARITHMIC = { type: "log", ticks: 6, tickFormat: (x: number) => String(Number(x.toPrecision(3))) } as const;

/** A map as SVG text: each cell in the colour of its value, on a logarithmic scale. */
export function mapPlot({ title, xLabel, yLabel, label, cells, logarithmic = false }: PlaneMap): string {
  const { document } = parseHTML("<html><body></body></html>");
  const svg = Plot.plot({
    document,
    style: { fontFamily: FONT, fontSize: "14px", background: "white", color: "black" },
    width: 760,
    height: 520,
    marginLeft: 60,
    marginRight: 40,
    marginTop: 84,
    marginBottom: 55,
    x: { label: xLabel, labelAnchor: "center", labelArrow: "none" },
    y: { label: yLabel, labelAnchor: "center", labelArrow: "none", ...(logarithmic ? LOGARITHMIC : {}) },
    color: { type: "log", scheme: "viridis", label },
    marks: [
      Plot.rect(cells, {
        x1: ({ xRange }: MapCell) => xRange[0],
        x2: ({ xRange }: MapCell) => xRange[1],
        y1: ({ yRange }: MapCell) => yRange[0],
        y2: ({ yRange }: MapCell) => yRange[1],
        fill: "value",
      }),
      Plot.frame(),
    ],
  });
  const values = cells.map(({ value }) => value);
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("font-family", FONT);
  svg.append(...legend(document, title, label, Math.min(...values), Math.max(...values), svg));
  return `${svg.outerHTML}\n`;
}

/** The title, and a bar of the colours with its ends and middle written under it; the plot's own legend needs HTML around it. */
function legend(
  document: Document,
  title: string,
  label: string,
  low: number,
  high: number,
  plot: Element & { scale?: (name: "color") => Plot.Scale | undefined },
): Element[] {
  const node = (name: string, attributes: Readonly<Record<string, string | number>>, text = ""): Element => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.textContent = text;
    return made;
  };
  const [left, width, steps] = [470, 240, 60];
  const scale = plot.scale?.("color");
  const at = (t: number): number => low * (high / low) ** t;
  const colours = Array.from({ length: steps }, (_, k) =>
    node("rect", {
      x: left + (k * width) / steps,
      y: 34,
      width: width / steps + 0.5,
      height: 12,
      fill: String(scale?.apply(at((k + 0.5) / steps)) ?? "none"),
    }),
  );
  const numbers = [0, 0.5, 1].map((t) =>
    node(
      "text",
      { x: left + t * width, y: 62, "text-anchor": "middle", fill: "black" },
      at(t) < 1e-3 ? at(t).toExponential(1) : at(t).toPrecision(2),
    ),
  );
  return [
    node("text", { x: 60, y: 44, "font-size": 16, "text-anchor": "start", fill: "black" }, title),
    node("text", { x: left + width / 2, y: 26, "text-anchor": "middle", fill: "black" }, label),
    ...colours,
    ...numbers,
  ];
}

/** A map as CSV: the point and the value, one cell a row. */
export function mapText({ xLabel, yLabel, label, cells }: PlaneMap): string {
  const quoted = [xLabel, yLabel, label].map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
  const rows = cells.map(({ x, y, value }) => [x, y, value].map((v) => Number(v.toPrecision(6))).join(","));
  return `${[quoted, ...rows].join("\n")}\n`;
}
