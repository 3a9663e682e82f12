import { requirePositive } from "@belladonna/numerics";
import type { Limit } from "./limit.js";
import { requireLimit } from "./require-limit.js";
import { excludedAt } from "./value-at-mass.js";
import type { Interval, LookupOptions } from "./value-at-mass.js";

/** A closed polygon in the plane of mass and coupling; the last point joins the first. */
export interface Ring {
  /** Masses, GeV. */
  readonly mass: readonly number[];
  /** Values, in the unit of the limit. */
  readonly value: readonly number[];
}

/** What one or several limits exclude in the plane of mass and coupling. */
export interface Exclusion {
  /** The limits it is made of. */
  readonly limits: readonly Limit[];
  /** Excluded values at a mass in GeV, merged over all limits: disjoint intervals from low to high. */
  readonly at: (mass: number, options?: LookupOptions) => Interval[];
  /** Whether a point of the plane is excluded by at least one of the limits. */
  readonly excludes: (mass: number, value: number, options?: LookupOptions) => boolean;
  /** Smallest excluded value at a mass in GeV, `Infinity` when there is none: the envelope of the limits. */
  readonly envelope: (mass: number, options?: LookupOptions) => number;
  /**
   * Outlines of the excluded regions of each limit (not merged), regions open above closed at `top`; none for a
   * (mass, lifetime) grid.
   */
  readonly rings: (top: number) => Ring[];
}

/**
 * The region that limits on one observable exclude together (a union, not a statistical combination).
 *
 * ```ts
 * const mine = limit({ id: "mine", observable: "epsilon", unit: "1", cl: 0.9, kind: "observed", shape: "curve", mass: [1, 2], value: [1e-3, 2e-3] });
 * exclusion(mine).excludes(1, 2e-3); // true
 * ```
 * @param limits - One limit or several, all on the same observable in the same unit.
 * @returns Questions one can ask of the region.
 * @throws RangeError when something is no limit, or observables or units differ.
 */
export function exclusion(limits: Limit | readonly Limit[]): Exclusion {
  const all: readonly Limit[] = Array.isArray(limits) ? (limits as readonly Limit[]) : [limits as Limit];
  for (const l of all) {
    requireLimit("exclusion", l);
    if (l.observable !== all[0].observable || l.unit !== all[0].unit) {
      throw new RangeError(
        `exclusion: limits must be on one observable, got ${all[0].observable} (${all[0].unit}) and ${l.observable} (${l.unit})`,
      );
    }
  }
  const at = (mass: number, options?: LookupOptions): Interval[] =>
    merge(all.flatMap((l) => excludedAt(l, mass, options)));
  return {
    limits: all,
    at,
    excludes: (mass, value, options) => at(mass, options).some((i) => value >= i.lower && value <= i.upper),
    envelope: (mass, options) => at(mass, options)[0]?.lower ?? Infinity,
    rings: (top) => {
      requirePositive("exclusion: top", top);
      return all.flatMap((l) => outline(l, top));
    },
  };
}

function merge(intervals: Interval[]): Interval[] {
  const sorted = intervals.filter((i) => i.upper >= i.lower).sort((a, b) => a.lower - b.lower);
  const out: { lower: number; upper: number }[] = [];
  for (const { lower, upper } of sorted) {
    const last = out.at(-1);
    if (last && lower <= last.upper) last.upper = Math.max(last.upper, upper);
    else out.push({ lower, upper });
  }
  return out;
}

function outline(data: Limit, top: number): Ring[] {
  switch (data.shape) {
    case "grid":
      return [];
    case "contour":
      return [{ mass: data.mass, value: data.value }];
    case "curve":
      return strips(data.mass, data.value, (i) => (data.value[i] < Infinity ? top : Number.NaN), top);
    case "interval":
      return ladders(data.mass, data.lower, data.upper, top);
  }
}

/** Polygons below `upper(i)` and above `lower[i]`, one a run of finite rows. */
function strips(mass: readonly number[], lower: readonly number[], upper: (i: number) => number, top: number): Ring[] {
  const out: Ring[] = [];
  let run: number[] = [];
  const flush = (): void => {
    if (run.length > 1) {
      const back = [...run].reverse();
      out.push({
        mass: [...run, ...back].map((i) => mass[i]),
        value: [...run.map((i) => lower[i]), ...back.map((i) => Math.min(upper(i), top))],
      });
    }
    run = [];
  };
  mass.forEach((_m, i) => {
    if (lower[i] < Infinity && !Number.isNaN(upper(i))) run.push(i);
    else flush();
  });
  flush();
  return out;
}

/** Follow intervals from mass to mass where they overlap. */
function ladders(mass: readonly number[], lower: readonly number[], upper: readonly number[], top: number): Ring[] {
  const runs: number[][] = [];
  let open: number[][] = [];
  for (let i = 0; i < mass.length;) {
    let end = i;
    while (end + 1 < mass.length && mass[end + 1] === mass[i]) end++;
    const next: number[][] = [];
    for (let k = i; k <= end; k++) {
      const run = open.find((r) => {
        const p = r[r.length - 1];
        return !next.includes(r) && lower[p] <= upper[k] && lower[k] <= upper[p];
      });
      if (run) {
        run.push(k);
        next.push(run);
      } else {
        const fresh = [k];
        runs.push(fresh);
        next.push(fresh);
      }
    }
    open = next;
    i = end + 1;
  }
  return runs.flatMap((run) =>
    strips(
      run.map((i) => mass[i]),
      run.map((i) => lower[i]),
      (j) => upper[run[j]],
      top,
    ),
  );
}
