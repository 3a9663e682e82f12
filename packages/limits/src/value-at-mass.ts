import { fraction, lastAtOrBelow, logLogInterpolate, requireOptions, segment } from "@belladonna/numerics";
import type { InterpolationOptions } from "@belladonna/numerics";
import { pow } from "@belladonna/numerics/elementary";
import { requireLimit } from "./require-limit.js";
import type { ContourLimit, CurveLimit, ExpectedBands, GridLimit, IntervalLimit, Limit } from "./limit.js";

/** A range of values; `upper` may be `Infinity`. */
export interface Interval {
  /** Lower edge. */
  readonly lower: number;
  /** Upper edge. */
  readonly upper: number;
}

/** Options of a look-up in a limit. */
export interface LookupOptions extends InterpolationOptions {
  /** Proper lifetime $c\tau$, cm: needed for a (mass, lifetime) grid, ignored for other shapes. */
  readonly ctau?: number;
}

const LOOKUP: readonly (keyof LookupOptions)[] = ["ctau", "extrapolate"];

/** The options without the lifetime. */
function extrapolation({ extrapolate }: LookupOptions): InterpolationOptions {
  return extrapolate === undefined ? {} : { extrapolate };
}

/**
 * The upper limit at a mass: a curve interpolated in $\ln m$, $\ln y$, a grid in $\ln c\tau$ too.
 *
 * ```ts
 * const mine = limit({ id: "mine", observable: "epsilon", unit: "1", cl: 0.9, kind: "observed", shape: "curve", mass: [1, 4], value: [1e-3, 4e-3] });
 * valueAt(mine, 2); // ≈ 0.002
 * ```
 * @param data - A curve or a grid; limits of other shapes have no single upper limit a mass, see {@link excludedAt}.
 * @param mass - Mass, GeV.
 * @param options - Lifetime in cm for a grid; whether to extrapolate a curve.
 * @returns The upper limit in the unit of `data`, `NaN` where the table says nothing, `Infinity` where nothing is excluded.
 * @throws RangeError for an unknown option, when a grid is asked without a lifetime, or the limit is neither a curve nor a grid.
 */
export function valueAt(data: Limit, mass: number, options: LookupOptions = {}): number {
  requireLimit("valueAt", data);
  requireOptions("valueAt", options, LOOKUP);
  if (data.shape === "curve") return logLogInterpolate(data.mass, data.value, mass, extrapolation(options));
  if (data.shape !== "grid") {
    throw new RangeError(`valueAt: ${data.id} must be a curve or a grid, got ${data.shape}s: use excludedAt`);
  }
  if (options.ctau === undefined) throw new RangeError(`valueAt: ${data.id} is a grid, give { ctau } in cm`);
  return gridAt(data, mass, options.ctau);
}

/**
 * The expected limit and its bands at a mass.
 *
 * ```ts
 * const expected = { median: [1e-3, 4e-3], minus1: [7e-4, 3e-3], plus1: [2e-3, 6e-3] };
 * const what = { id: "mine", observable: "epsilon", unit: "1", cl: 0.9, kind: "bands" };
 * const mine = limit({ ...what, shape: "curve", mass: [1, 4], value: [1e-3, 5e-3], expected });
 * expectedAt(mine, 2).median[0]; // ≈ 0.002
 * ```
 * @param data - A curve with an expectation.
 * @param mass - Mass, GeV.
 * @param options - Whether to extrapolate.
 * @returns One-element columns of the bands `data` has, `NaN` where the table says nothing; `undefined` when it has none.
 */
export function expectedAt(
  data: CurveLimit,
  mass: number,
  options: InterpolationOptions = {},
): ExpectedBands | undefined {
  requireLimit("expectedAt", data);
  requireOptions("expectedAt", options, LOOKUP);
  if (data.expected === undefined) return undefined;
  const out = Object.entries(data.expected).map(([name, values]) => [
    name,
    [logLogInterpolate(data.mass, values as readonly number[], mass, extrapolation(options))],
  ]);
  return Object.fromEntries(out) as ExpectedBands;
}

/**
 * The excluded values at a mass, as disjoint intervals from low to high, whatever the shape of the limit.
 *
 * ```ts
 * const mine = limit({ id: "mine", observable: "epsilon", unit: "1", cl: 0.9, kind: "observed", shape: "curve", mass: [1, 4], value: [1e-3, 4e-3] });
 * excludedAt(mine, 1).length; // 1
 * ```
 * @param data - Any limit.
 * @param mass - Mass, GeV.
 * @param options - Lifetime in cm for a grid; whether to extrapolate a curve.
 * @returns The intervals; none where nothing is excluded or the limit says nothing.
 */
export function excludedAt(data: Limit, mass: number, options: LookupOptions = {}): Interval[] {
  requireLimit("excludedAt", data);
  requireOptions("excludedAt", options, LOOKUP);
  switch (data.shape) {
    case "curve":
    case "grid": {
      const lower = valueAt(data, mass, options);
      return lower < Infinity ? [{ lower, upper: Infinity }] : [];
    }
    case "interval":
      return intervalsAt(data, mass);
    case "contour":
      return crossings(data, mass);
  }
}

/**
 * Whether a limit excludes a value at a mass.
 *
 * ```ts
 * const mine = limit({ id: "mine", observable: "epsilon", unit: "1", cl: 0.9, kind: "observed", shape: "curve", mass: [1, 4], value: [1e-3, 4e-3] });
 * isExcluded(mine, 1, 2e-3); // true
 * ```
 * @param data - Any limit.
 * @param mass - Mass, GeV.
 * @param value - In the unit of the limit.
 * @param options - Lifetime in cm for a grid; whether to extrapolate a curve.
 * @returns `true` when excluded; `false` when allowed or when the limit says nothing at this mass.
 */
export function isExcluded(data: Limit, mass: number, value: number, options: LookupOptions = {}): boolean {
  return excludedAt(data, mass, options).some(({ lower, upper }) => value >= lower && value <= upper);
}

/** Bilinear in ln m, ln cτ, ln value. */
function gridAt(data: GridLimit, mass: number, ctau: number): number {
  const { mass: m, ctau: c, value } = data;
  if (!(mass >= m[0] && mass <= m[m.length - 1] && ctau >= c[0] && ctau <= c[c.length - 1])) return Number.NaN;
  const j = Math.min(lastAtOrBelow(m, mass), Math.max(0, m.length - 2));
  const i = Math.min(lastAtOrBelow(c, ctau), Math.max(0, c.length - 2));
  const k = Math.min(j + 1, m.length - 1);
  const along = (row: readonly number[]): number => segment(m[j], row[j], m[k], row[k], mass);
  if (c.length === 1) return along(value[0]);
  return segment(c[i], along(value[i]), c[i + 1], along(value[i + 1]), ctau);
}

/** Intervals of the two neighbouring masses, joined where they overlap. */
function intervalsAt(data: IntervalLimit, mass: number): Interval[] {
  const { mass: m, lower, upper } = data;
  if (!(mass >= m[0] && mass <= m[m.length - 1])) return [];
  const last = lastAtOrBelow(m, mass);
  let first = last;
  while (first > 0 && m[first - 1] === m[last]) first--;
  const left = range(first, last);
  const some = (i: Interval): boolean => i.lower < Infinity;
  if (m[last] === mass) return left.map((i) => ({ lower: lower[i], upper: upper[i] })).filter(some);
  let end = last + 1;
  while (end + 1 < m.length && m[end + 1] === m[last + 1]) end++;
  const out: Interval[] = [];
  for (const i of left) {
    for (const k of range(last + 1, end)) {
      if (lower[i] > upper[k] || lower[k] > upper[i]) continue;
      out.push({
        lower: segment(m[i], lower[i], m[k], lower[k], mass),
        upper: segment(m[i], upper[i], m[k], upper[k], mass),
      });
    }
  }
  return out.filter(some);
}

/** Where a vertical line at `mass` is inside the closed curve, edges straight in ln m, ln y. */
function crossings(data: ContourLimit, mass: number): Interval[] {
  const { mass: m, value: v } = data;
  const cuts: number[] = [];
  for (let i = 0, k = m.length - 1; i < m.length; k = i++) {
    // Half-open, so that a vertex is met once.
    if (m[i] <= mass !== m[k] <= mass) {
      const t = fraction(m[i], m[k], mass);
      cuts.push(v[i] * pow(v[k] / v[i], t));
    }
  }
  cuts.sort((a, b) => a - b);
  const out: Interval[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 2) out.push({ lower: cuts[i], upper: cuts[i + 1] });
  return out;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
