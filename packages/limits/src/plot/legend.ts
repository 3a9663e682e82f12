import type { Limit } from "../limit.js";
import type { LegendRow } from "./layout.js";
import type { ExclusionPlotOptions, LimitEntry } from "./options.js";
import { defaultStyle, expectedOf } from "./style.js";

/** What the line of a limit over its bands is; of an expectation there is none. */
function nameOf({ kind, data }: Limit): string | undefined {
  if (kind === "expected") return undefined;
  if (kind === "projection") return "Projection";
  if (data !== undefined) return "Pseudo-data";
  return kind === "recast" ? "Recast" : "Observed";
}

/**
 * The rows a plot needs: bands and points explain themselves nowhere else.
 * @param spread - Whether the limit with bands is drawn as the range of many values.
 */
export function legendOf(entries: readonly LimitEntry[], options: ExclusionPlotOptions, spread: boolean): LegendRow[] {
  const rows = (options.heading ?? []).map((text, i): LegendRow => ({ text, kind: i === 0 ? "heading" : "words" }));
  const banded = entries.find((e) => (e.style ?? defaultStyle(e.limit)) === "bands");
  const e = banded && expectedOf(banded.limit);
  if (banded && e) {
    const cl = `${Number((banded.limit.cl * 100).toPrecision(4))} % CL`;
    const what = nameOf(banded.limit);
    // Beside others a measurement is to be told whose it is; a run is what the figure is of.
    const { label, data } = banded.limit;
    const whose = banded.label === undefined && data === undefined && entries.length > 1 ? label : undefined;
    if (what !== undefined) {
      const text = whose === undefined ? `${what}, ${cl}` : `${whose}: ${what.toLowerCase()}, ${cl}`;
      rows.push({ text, kind: "line" });
    }
    if (spread) rows.push({ text: "Range at neighbouring masses", kind: "spread" });
    rows.push({ text: "Median expected", kind: "dashed" });
    if (e.minus1 && e.plus1) rows.push({ text: "Expected ±1σ", kind: "one" });
    if (e.minus2 && e.plus2) rows.push({ text: "Expected ±2σ", kind: "two" });
  }
  if (options.points && options.points.length > 0 && options.pointsLabel) {
    rows.push({ text: options.pointsLabel, kind: "point" });
  }
  return rows;
}
