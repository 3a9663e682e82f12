import type { Expression, Expressions } from "@belladonna/numerics/compiled";
import type { Complex } from "./complex.js";

/** What one function writes. */
export type Writes = [column: number, value: Expression][];

/** Columns that are taken one after the other. */
export interface Columns {
  /** A column of its own. */
  readonly take: () => number;
  /** The value as a column, written once by a function. */
  readonly store: (writes: Writes, value: Expression) => Expression;
  /** The value for other functions: a known number, a column, or minus a column. */
  readonly keep: (writes: Writes, value: Expression) => Expression;
  /** The same of each component. */
  readonly keepAll: (writes: Writes, values: readonly Complex[]) => Complex[];
  /** Number of columns that were taken, and of those before. */
  readonly count: () => number;
}

/** Columns from `first` on. */
export function columnsFrom(first: number, { column, negate }: Expressions): Columns {
  let next = first;
  const take = (): number => next++;
  const store: Columns["store"] = (writes, value) => {
    if (value.operation === "column") return value;
    const found = writes.find(([, written]) => written === value);
    const k = found === undefined ? take() : found[0];
    if (found === undefined) writes.push([k, value]);
    return column(k);
  };
  const keep: Columns["keep"] = (writes, value) => {
    if (value.operation === "constant") return value;
    return value.operation === "negate" ? negate(keep(writes, value.operands[0])) : store(writes, value);
  };
  const keepAll: Columns["keepAll"] = (writes, values) =>
    values.map(({ re, im }) => ({ re: keep(writes, re), im: keep(writes, im) }));
  return { take, store, keep, keepAll, count: () => next };
}
