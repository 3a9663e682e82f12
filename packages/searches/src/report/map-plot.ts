import { mapPlot, plainText } from "@belladonna/plot";
import Papa from "papaparse";
import type { PlaneMap } from "../search.js";

/** A map as SVG text: each cell in the colour of its value, on a logarithmic scale. */
export function drawMap({ title, note, xLabel, yLabel, label, cells, logarithmic = false }: PlaneMap): string {
  const columns = {
    left: cells.map(({ xRange }) => xRange[0]),
    right: cells.map(({ xRange }) => xRange[1]),
    bottom: cells.map(({ yRange }) => yRange[0]),
    top: cells.map(({ yRange }) => yRange[1]),
    value: cells.map(({ value }) => value),
  };
  const x = { label: xLabel };
  const y = { label: yLabel, scale: logarithmic ? "log" : "linear" } as const;
  return `${mapPlot({ x, y, label, scale: "log", cells: columns }, { title, ...(note !== undefined && { note }) })}\n`;
}

/** A map as CSV: the point and the value, one cell a row. */
export function mapText({ xLabel, yLabel, label, cells }: PlaneMap): string {
  const rows = cells.map(({ x, y, value }) => [x, y, value].map((v) => Number(v.toPrecision(6))));
  return `${Papa.unparse([[xLabel, yLabel, label].map(plainText), ...rows], { newline: "\n" })}\n`;
}
