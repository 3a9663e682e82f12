import Papa from "papaparse";
import type { Limit } from "@belladonna/limits";
import type { LimitEntry } from "@belladonna/limits/plot";

const HEAD = [
  ...["curve", "observable", "unit", "cl", "kind", "mass_gev", "value", "upper"],
  ...["minus2", "minus1", "median", "plus1", "plus2"].map((name) => `expected_${name}`),
];

/**
 * Every curve of a figure as CSV, one point a row. `upper` is the upper edge where a limit excludes between two edges;
 * an empty cell is a number that there is none of, `Infinity` that nothing is excluded.
 */
export function curvesCsv(entries: readonly LimitEntry[]): string {
  const rows = entries.flatMap(({ limit, label }) => {
    const { observable, unit, cl, kind } = limit;
    const name = label ?? limit.label ?? limit.id;
    const facts = [name, observable, unit, String(cl), limit.data ?? kind];
    return pointsOf(limit).map((point) => [...facts, ...point.map(cell)]);
  });
  return `${Papa.unparse([HEAD, ...rows], { newline: "\n" })}\n`;
}

/** Mass, value, upper edge and the five of the expectation, a point each. */
function pointsOf(limit: Limit): (number | undefined)[][] {
  if (limit.shape === "grid") return [];
  const e = "expected" in limit ? limit.expected : undefined;
  const low = limit.shape === "interval" ? limit.lower : limit.value;
  const high = limit.shape === "interval" ? limit.upper : undefined;
  return limit.mass.map((mass, i) => [
    mass,
    low[i],
    high?.[i],
    ...[e?.minus2, e?.minus1, e?.median, e?.plus1, e?.plus2].map((column) => column?.[i]),
  ]);
}

const cell = (value: number | undefined): string => (value === undefined ? "" : String(Number(value.toPrecision(8))));
