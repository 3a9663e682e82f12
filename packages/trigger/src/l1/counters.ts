import { pow } from "@belladonna/numerics/elementary";
import type { Comparison } from "./expression.js";

/**
 * How the bits `NAME_0`, `NAME_1`, … of a counter tell a number: `"one-hot"`, bit $k$ for exactly $k+1$ and the last for
 * that or more; or `"binary"`, bit 0 least significant.
 */
export type CounterCode = "one-hot" | "binary";

const BINARY = new Set(["clst", "klm", "eklm", "bha_theta", "bha_type"]);

/** A group of input bits that tells a number. */
export interface Counter {
  /** How it does. */
  readonly code: CounterCode;
  /** Its bits, `_0` first: indices of inputs. */
  readonly bits: readonly number[];
}

/** Counters among the input bits: names that occur with endings `_0`, `_1`, … without a gap. */
export function countersOf(inputs: readonly string[]): Map<string, Counter> {
  const counters = new Map<string, Counter>();
  const index = new Map(inputs.map((name, i) => [name, i]));
  for (const name of inputs) {
    if (!name.endsWith("_0")) continue;
    const stem = name.slice(0, -2);
    const bits: number[] = [];
    for (let k = index.get(`${stem}_0`); k !== undefined; k = index.get(`${stem}_${bits.length}`)) bits.push(k);
    // With one bit only there is nothing to count; binary counters have no need of a second one.
    counters.set(stem, { code: BINARY.has(stem) ? "binary" : "one-hot", bits });
  }
  return counters;
}

/** Largest number a counter can tell; for a one-hot counter it stands for that or more. */
export function counterMaximum({ code, bits }: Counter): number {
  return code === "binary" ? pow(2, bits.length) - 1 : bits.length;
}

/** Whether a number fulfils a comparison. */
export function compares(x: number, comparison: Comparison, y: number): boolean {
  switch (comparison) {
    case "<":
      return x < y;
    case "<=":
      return x <= y;
    case "==":
      return x === y;
    case "!=":
      return x !== y;
    case ">=":
      return x >= y;
    case ">":
      return x > y;
  }
}
