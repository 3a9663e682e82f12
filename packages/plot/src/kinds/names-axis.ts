import type { ChartAxis } from "../chart/marks.js";

/** Longest name that is written in full, in letters. */
const LONGEST = 34;

/** A name, shortened in its middle where it is too long for an axis. */
const short = (name: string): string => (name.length > LONGEST ? `${name.slice(0, 19)}…${name.slice(-14)}` : name);

/** A vertical axis of names from the top down: row $i$ lies at $-i$. */
export function namesAxis(names: readonly string[]): ChartAxis & { readonly domain: readonly [number, number] } {
  return {
    label: "",
    domain: [0.5 - names.length, 0.5],
    words: names.map((name, i) => ({ value: -i, text: short(name) })),
  };
}

/** Height of a figure with so many rows, px. */
export const heightOf = (rows: number, above = 130): number => above + 26 * rows;
