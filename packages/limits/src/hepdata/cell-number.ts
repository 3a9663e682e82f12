import type { HepDataCell } from "./tables.js";

/** What a table writes where there is no number. */
const NOTHING = /^(|-|–|—|n\/?a|none)$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Number of a text, `undefined` where the text says there is none. @throws RangeError for any other text. */
function textNumber(text: string, what: string): number | undefined {
  const bare = text.trim();
  if (NOTHING.test(bare)) return undefined;
  // An upper limit may be written as what it says: "< 0.1".
  const bound = bare.replace(/^(<=?|≤)\s*/, "");
  if (NUMBER.test(bound)) return Number(bound);
  if (/^[+]?\.?inf(inity)?$/i.test(bound)) return Infinity;
  throw new RangeError(`readTable: ${what} must be a number, "< number" or "-", got "${text}"`);
}

/**
 * Number of a cell; of a bin its centre.
 *
 * @param missing - What stands for a cell without a number.
 * @throws RangeError for a text that is no number.
 */
export function cellNumber(cell: HepDataCell, missing: number, what: string): number {
  const { value, low, high } = cell;
  if (value === undefined) {
    if (typeof low === "number" && typeof high === "number") return (low + high) / 2;
    throw new RangeError(`readTable: ${what} must have a value, or low and high, in each cell`);
  }
  if (typeof value === "number") return Number.isNaN(value) ? missing : value;
  if (typeof value !== "string") throw new RangeError(`readTable: ${what} must be numbers, got ${typeof value}`);
  return textNumber(value, what) ?? missing;
}

/** An error: a number, or a share of the value in per cent. */
function errorNumber(error: unknown, value: number, what: string): number {
  if (typeof error === "number") return error;
  const text = typeof error === "string" ? error.trim() : "";
  const share = /^([+-]?[\d.]+(?:e[+-]?\d+)?)\s*%$/i.exec(text);
  const number = share === null ? textNumber(text, `an error of ${what}`) : (Number(share[1]) / 100) * value;
  if (number !== undefined) return number;
  throw new RangeError(`readTable: an error of ${what} must have both sides, got "${text}"`);
}

/** The ends of a value's error number `k`, counted from 0. */
export function errorEnds(cell: HepDataCell, k: number, what: string): readonly [low: number, high: number] {
  const value = cellNumber(cell, Infinity, what);
  const error = cell.errors?.[k];
  if (error === undefined) throw new RangeError(`readTable: ${what} must have ${k + 1} errors in each cell`);
  if (error.asymerror !== undefined) {
    const { minus, plus } = error.asymerror as { minus?: number | string; plus?: number | string };
    return [value + errorNumber(minus, value, what), value + errorNumber(plus, value, what)];
  }
  const by = errorNumber(error.symerror, value, what);
  return [value - by, value + by];
}

/** How many standard deviations an error's label says, 1 or 2; `undefined` where it says nothing. */
export function labelledSigmas(label: string | undefined): 1 | 2 | undefined {
  if (label === undefined) return undefined;
  if (/\b2\s*(\\sigma|sigma|σ|s\.?\s?d\b|std)|\b95/i.test(label)) return 2;
  if (/\b1\s*(\\sigma|sigma|σ|s\.?\s?d\b|std)|\b68/i.test(label)) return 1;
  return undefined;
}
