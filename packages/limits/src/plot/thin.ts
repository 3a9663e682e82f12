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

/** Bins from one point to the next above which they do not count as neighbours. */
const APART = 3;

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
  const line: Row[] = [];
  const spread: Row[] = [];
  let last: { readonly key: number; readonly row: Row; readonly end: number } | undefined;
  for (const [key, bin] of bins) {
    const values = bin.map((i) => value[i]).sort((a, b) => a - b);
    const [from, middle, to] = [0, (bin.length - 1) >> 1, bin.length - 1].map((k) => bin[k]);
    const row = {
      mass: mass[middle],
      value: values[(values.length - 1) >> 1],
      low: values[0],
      high: values[values.length - 1],
    };
    const step = last === undefined ? Infinity : key - last.key;
    if (step > APART) {
      // Between points that lie apart nothing is spread, and they are joined as they are; a run ends the line too.
      const apart = step < RUN / 2;
      if (last !== undefined) {
        spread.push({ ...last.row, mass: mass[last.end] });
        line.push({ ...last.row, mass: mass[last.end], ...(apart && { value: value[last.end] }) });
        if (!apart) line.push(nothingAt(mass[from]));
      }
      spread.push(nothingAt(mass[from]), { ...row, mass: mass[from] });
      line.push({ ...row, mass: mass[from], ...(apart && { value: value[from] }) });
    }
    line.push(row);
    spread.push(row);
    last = { key, row, end: to };
  }
  if (last !== undefined) for (const rows of [line, spread]) rows.push({ ...last.row, mass: mass[last.end] });
  const thin = { ...data, mass: line.map((r) => r.mass), value: line.map((r) => r.value) };
  delete (thin as { expected?: unknown }).expected;
  return {
    limit: thin,
    spread: { mass: spread.map((r) => r.mass), low: spread.map((r) => r.low), high: spread.map((r) => r.high) },
  };
}

/** One point of a thinned curve. */
interface Row {
  readonly mass: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const nothingAt = (mass: number): Row => ({ mass, value: Infinity, low: Infinity, high: Infinity });
