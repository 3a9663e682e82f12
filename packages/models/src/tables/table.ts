import { linearInterpolate } from "@belladonna/numerics";
import type { Standing } from "@belladonna/sources";

/** A function given at points: straight lines between, 0 below the first point, the last value held above the last. */
export interface Table {
  /** Value at `x`. */
  (x: number): number;
  /** Smallest tabulated argument. */
  readonly first: number;
  /** Largest tabulated argument. */
  readonly last: number;
}

/** What an axis of a {@link TableFile} is. */
interface Axis {
  /** The quantity. */
  readonly quantity: string;
  /** Its unit; `"1"` when dimensionless. */
  readonly unit: string;
}

/** The form of a file of `data`: curves of one kind, with where they are from. */
export interface TableFile<Name extends string> {
  /** What is tabulated. */
  readonly title: string;
  /** Where the numbers are from. */
  readonly source: string;
  /** How well they are known, a `Standing` of `@belladonna/sources`. */
  readonly standing: Standing | (string & {});
  /** Licence of the source, where it states one. */
  readonly licence?: string;
  /** What a user must know. */
  readonly note?: string;
  /** Abscissae. */
  readonly x: Axis;
  /** Ordinates. */
  readonly y: Axis;
  /** Points of each curve; abscissae do not decrease, one given twice is a step. */
  readonly tables: Readonly<Record<Name, { readonly x: readonly number[]; readonly y: readonly number[] }>>;
}

/**
 * The curves of a file as functions.
 *
 * @param file - the data
 * @returns one function a curve, by its name
 */
export function tablesOf<Name extends string>(file: TableFile<Name>): Readonly<Record<Name, Table>> {
  const entries = Object.entries<{ readonly x: readonly number[]; readonly y: readonly number[] }>(file.tables);
  return Object.fromEntries(entries.map(([name, { x, y }]) => [name, table(x, y)])) as Record<Name, Table>;
}

/**
 * A table from two lists of numbers.
 *
 * @param xs - arguments, not decreasing
 * @param ys - values
 * @returns the interpolated function
 */
export function table(xs: readonly number[], ys: readonly number[]): Table {
  const x = Float64Array.from(xs);
  const y = Float64Array.from(ys);
  const at = (argument: number): number => (argument < x[0] ? 0 : linearInterpolate(x, y, argument));
  return Object.assign(at, { first: xs[0], last: xs[xs.length - 1] });
}
