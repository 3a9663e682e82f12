import { clipLine, textSize } from "@belladonna/plot";
import type { Box, Point } from "@belladonna/plot";
import type { LegendRow } from "./layout.js";
import type { ExclusionPlotOptions, LimitEntry } from "./options.js";
import { defaultStyle, expectedOf } from "./style.js";

/** The rows a plot needs: bands and points explain themselves nowhere else. */
export function legendOf(entries: readonly LimitEntry[], options: ExclusionPlotOptions): LegendRow[] {
  const rows: LegendRow[] = [];
  const banded = entries.find((e) => (e.style ?? defaultStyle(e.limit)) === "bands");
  const e = banded && expectedOf(banded.limit);
  if (banded && e) {
    const cl = `${Number((banded.limit.cl * 100).toPrecision(4))} % CL`;
    if (banded.limit.kind !== "expected")
      rows.push({ text: `${banded.limit.data === undefined ? "Observed" : "Pseudo-data"}, ${cl}`, kind: "line" });
    rows.push({ text: "Median expected", kind: "dashed" });
    if (e.minus1 && e.plus1) rows.push({ text: "Expected ±1σ", kind: "one" });
    if (e.minus2 && e.plus2) rows.push({ text: "Expected ±2σ", kind: "two" });
  }
  if (options.points && options.points.length > 0 && options.pointsLabel) {
    rows.push({ text: options.pointsLabel, kind: "point" });
  }
  return rows;
}

/** The corner of the frame where a legend covers the fewest points of lines. */
export function freeCorner(rows: readonly LegendRow[], size: number, frame: Box, lines: readonly Point[][]): Box {
  const w = Math.max(...rows.map((r) => textSize(r.text, size).width)) + 4.2 * size;
  const h = (rows.length * 1.35 + 0.7) * size;
  const gap = 8;
  const corners = [
    [frame.x1 - w - gap, frame.y0 + gap],
    [frame.x0 + gap, frame.y0 + gap],
    [frame.x1 - w - gap, frame.y1 - h - gap],
    [frame.x0 + gap, frame.y1 - h - gap],
  ].map(([x0, y0]): Box => ({ x0, y0, x1: x0 + w, y1: y0 + h }));
  const covered = (b: Box): number => lines.reduce((n, line) => n + clipLine(line, b).length, 0);
  return corners.map((box) => ({ box, n: covered(box) })).sort((a, b) => a.n - b.n)[0].box;
}
