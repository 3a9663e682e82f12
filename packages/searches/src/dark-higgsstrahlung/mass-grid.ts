import { lastAtOrBelow } from "@belladonna/numerics";
import { enclosing } from "../simulated-masses.js";
import { beams } from "./samples.js";

/** Largest mass of the dark Higgs beside a dark photon: below the dark photon, and within the energy. GeV. */
export function mostHiggs(mA: number): number {
  return Math.min(mA, beams.sqrtS - mA);
}

/** Masses of the dark photon at which signal is simulated, GeV: closer where the plane ends. */
const COLUMNS = [1.65, 2.5, 3.3, 4, 4.8, 5.6, 6.5, 7.5, 8.5, 9.3, 9.9, 10.3, 10.51] as const;

/** Masses of the dark Higgs there, over the largest possible. */
const ROWS = [0.03, 0.35, 0.7, 0.96] as const;

/** A point at which signal is simulated. */
export interface Node {
  /** Mass of the dark photon, GeV. */
  readonly mA: number;
  /** Mass of the dark Higgs, GeV. */
  readonly mH: number;
}

/** Values at the nodes, to be interpolated: columns in ascending mass of the dark photon, each with rows in ascending mass of the dark Higgs. */
export interface Grid<T> {
  /** Masses of the dark photon, GeV. */
  readonly columns: readonly number[];
  /** Values, `ROWS.length` a column. */
  readonly values: readonly T[];
}

/** The columns that are needed for a range of masses. */
export const columnsFor = (from: number, to: number): number[] => enclosing(COLUMNS, { from, to });

/** The nodes of columns, in the order of a {@link Grid}. */
export function nodesOf(columns: readonly number[]): Node[] {
  return columns.flatMap((mA) => ROWS.map((row) => ({ mA, mH: row * mostHiggs(mA) })));
}

/** Straight-line interpolation in both masses, the dark Higgs's over the largest possible; held at the edges. */
export function interpolate<T>(
  { columns, values }: Grid<T>,
  mA: number,
  mH: number,
  read: (value: T) => number,
): number {
  const [i, x] = position(columns, mA);
  const [j, y] = position(ROWS, mH / mostHiggs(mA));
  const n = ROWS.length;
  const i1 = Math.min(i + 1, columns.length - 1);
  const at = (c: number, r: number): number => read(values[c * n + r]);
  return (1 - x) * ((1 - y) * at(i, j) + y * at(i, j + 1)) + x * ((1 - y) * at(i1, j) + y * at(i1, j + 1));
}

/** Index of the interval of ascending nodes that holds a value, and where in it, 0 to 1. */
function position(nodes: readonly number[], value: number): [index: number, fraction: number] {
  if (nodes.length === 1) return [0, 0];
  const i = Math.min(nodes.length - 2, lastAtOrBelow(nodes, value));
  return [i, Math.min(1, Math.max(0, (value - nodes[i]) / (nodes[i + 1] - nodes[i])))];
}
