import { requireLengths, requireNames, requireSizes } from "../chart/check-chart.js";
import type { MapOptions, MapPlotInput } from "./map-input.js";
import { COLOR_SCHEMES } from "./color-scale.js";

const GIVEN: readonly (keyof MapPlotInput)[] = ["x", "y", "cells", "label", "scale", "domain", "colors", "numbers"];
const OPTIONS: readonly (keyof MapOptions)[] = ["width", "height", "fontSize", "fontFamily", "title", "note"];

/** Throws unless names are known, columns are equally long, and there is a finite value to draw. */
export function requireMap(given: MapPlotInput, options: MapOptions): void {
  requireNames("mapPlot", given, GIVEN);
  requireNames("mapPlot", options, OPTIONS);
  requireSizes("mapPlot", options);
  const { cells, scale = "linear", colors = "viridis" } = given;
  requireNames("mapPlot: cells", cells, ["left", "right", "bottom", "top", "value"]);
  requireLengths("mapPlot: cells", { ...cells });
  if (!["log", "linear"].includes(scale)) {
    throw new RangeError(`mapPlot: scale must be log or linear, got "${scale as string}"`);
  }
  if (!COLOR_SCHEMES.includes(colors)) {
    throw new RangeError(`mapPlot: colors must be one of ${COLOR_SCHEMES.join(", ")}, got "${colors as string}"`);
  }
  const { value } = cells;
  if (!value.some((v) => Number.isFinite(v) && (scale === "linear" || v > 0))) {
    throw new RangeError(`mapPlot: some value must be finite${scale === "log" ? " and > 0" : ""}, got none`);
  }
}
