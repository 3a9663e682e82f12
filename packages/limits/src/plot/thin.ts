import type { Axis } from "@belladonna/plot";
import type { CurveLimit } from "../limit.js";

/** Points of a curve that has more of them than the page has room for, and how far they lie apart. */
export interface Thinned {
  /** The curve of medians. */
  readonly limit: CurveLimit;
  /** Least and greatest value at each mass of the curve. */
  readonly spread: {
    readonly mass: readonly number[];
    readonly low: readonly number[];
    readonly high: readonly number[];
  };
}

/** Width of page of which one point is drawn, px. */
const BIN = 2;

/** Largest number of bins of a page. */
const RUN = 1e6;

/** Points a bin from which medians are drawn. */
const MANY = 2.5;

/**
 * A curve with many points a pixel as medians over 2 px with their spread; one with few is left alone.
 *
 * A step to or from "nothing excluded" ends a bin, as do the ends of the axis, so that no line is drawn across a gap.
 * @param data - A curve.
 * @param x - The axis of masses.
 * @returns Medians, without an expectation, and spread; undefined where the curve has few points.
 */
export function thinned(data: CurveLimit, x: Axis): Thinned | undefined {
  const { mass, value } = data;
  const bins = new Map<number, number[]>();
  let run = 0;
  let seen = 0;
  mass.forEach((m, i) => {
    if (!(m >= x.domain[0] && m <= x.domain[1])) return;
    if (!Number.isFinite(value[i])) {
      run++;
      return;
    }
    seen++;
    const key = run * RUN + Math.floor(x.px(m) / BIN);
    const bin = bins.get(key);
    if (bin === undefined) bins.set(key, [i]);
    else bin.push(i);
  });
  if (seen === 0 || seen < MANY * bins.size) return undefined;
  const rows: { mass: number; value: number; low: number; high: number }[] = [];
  let last = -1;
  let end = 0;
  for (const [key, bin] of bins) {
    const values = bin.map((i) => value[i]).sort((a, b) => a - b);
    const [low, high] = [values[0], values[values.length - 1]];
    const median = values[(values.length - 1) >> 1];
    const of = Math.floor(key / RUN);
    const [first, middle, final] = [0, (bin.length - 1) >> 1, bin.length - 1].map((k) => mass[bin[k]]);
    if (of !== last) {
      // A run begins and ends at its first and last mass.
      if (rows.length > 0) {
        rows.push({ ...rows[rows.length - 1], mass: end });
        rows.push({ mass: first, value: Infinity, low: Infinity, high: Infinity });
      }
      rows.push({ mass: first, value: median, low, high });
    }
    last = of;
    end = final;
    rows.push({ mass: middle, value: median, low, high });
  }
  rows.push({ ...rows[rows.length - 1], mass: end });
  const column = (name: "mass" | "value" | "low" | "high"): number[] => rows.map((r) => r[name]);
  const spread = { mass: column("mass"), low: column("low"), high: column("high") };
  const line = { ...data, mass: column("mass"), value: column("value") };
  delete (line as { expected?: unknown }).expected;
  return { limit: line, spread };
}
