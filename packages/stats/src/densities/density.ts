import type { Parameter } from "../parameter.js";
import type { RandomStream } from "@belladonna/numerics";

/** A number that a density depends on: a parameter, or a constant. */
export type Value = Parameter | number;

/** Interval on which a density is normalised, lower end first. */
export type Range = readonly [low: number, high: number];

/**
 * A density in one observable, normalised on a range, with exact derivatives by its parameters.
 *
 * Vectors `theta` hold one value a parameter, in the order of `parameters`. A density with yields
 * ({@link Density.expectedEvents}) is normalised to the number of events instead of to one.
 */
export interface Density {
  /** The parameters it depends on, each once. */
  readonly parameters: readonly Parameter[];
  /** Where it is normalised; zero outside. */
  readonly range: Range;
  /**
   * Values, and derivatives by each parameter when asked for, at the first `n` points.
   * @param theta - Parameter values.
   * @param x - Points inside the range.
   * @param n - Number of points.
   * @param values - Receives the density.
   * @param derivatives - One column a parameter, overwritten.
   */
  evaluate(
    theta: Float64Array,
    x: Float64Array,
    n: number,
    values: Float64Array,
    derivatives?: readonly Float64Array[],
  ): void;
  /**
   * Add $\sum_i w_i\,\partial^2 f(x_i)/\partial\theta_a\partial\theta_b$ to `out`, row-major, both triangles. Called right
   * after {@link Density.evaluate} with the same `theta`, points (at most 512), and the columns it filled.
   */
  curvature(
    theta: Float64Array,
    x: Float64Array,
    n: number,
    weights: Float64Array,
    values: Float64Array,
    derivatives: readonly Float64Array[],
    out: Float64Array,
  ): void;
  /** Integral from `a` to `b` within the range, and its gradient when asked for. */
  integral(theta: Float64Array, a: number, b: number, gradient?: Float64Array): number;
  /** Expected number of events and its gradient; present when the density has yields. */
  readonly expectedEvents?: (theta: Float64Array, gradient?: Float64Array) => number;
  /** Draw `n` points (a number given by the caller even when the density has yields). */
  sample(theta: Float64Array, n: number, random: RandomStream): Float64Array;
}

/** Largest number of points in one call of `evaluate` by a likelihood: columns of a block stay in the cache. */
export const BLOCK = 512;

/** Columns of a block. */
export function columns(n: number): Float64Array[] {
  return Array.from({ length: n }, () => new Float64Array(BLOCK));
}

/** Evaluate more points than a block holds, block by block. */
export function evaluateInBlocks(
  density: Density,
  theta: Float64Array,
  x: Float64Array,
  n: number,
  values: Float64Array,
  derivatives: readonly Float64Array[] | undefined,
): void {
  for (let i = 0; i < n; i += BLOCK) {
    const m = Math.min(BLOCK, n - i);
    const part = (c: Float64Array): Float64Array => c.subarray(i, i + m);
    density.evaluate(theta, part(x), m, part(values), derivatives?.map(part));
  }
}

/** Refuse second derivatives at more points than a block holds. */
export function checkBlock(caller: string, n: number): void {
  if (n > BLOCK) throw new RangeError(`${caller}: curvature takes at most ${BLOCK} points at a time, got ${n}`);
}

/** Check a range. */
export function checkRange(caller: string, range: Range): Range {
  const [a, b] = range;
  if (!(a < b && Number.isFinite(b - a))) {
    throw new RangeError(`${caller}: range must be finite and not empty, got [${a}, ${b}]`);
  }
  return range;
}
