import { expectedAt } from "@belladonna/limits";
import type { Compared } from "../search.js";

/** How our expected limit compares with the published one. */
export interface Ratios {
  /** Masses with a published limit. */
  readonly count: number;
  /** Median of expected over published. */
  readonly median: number;
  /** Smallest ratio. */
  readonly low: number;
  /** Largest ratio. */
  readonly high: number;
  /** Share of the masses where the ratio is within a factor 1.5. */
  readonly within: number;
}

/** The ratio in a range of masses. */
export interface RatioInRange {
  /** First mass, GeV. */
  readonly from: number;
  /** Last mass, GeV. */
  readonly to: number;
  /** Median ratio. */
  readonly median: number;
}

/** Edges of a band over its median, ours over the published one, by the standard deviations of the edge: medians over the masses. */
export interface BandRatios {
  readonly minus2: number;
  readonly minus1: number;
  readonly plus1: number;
  readonly plus2: number;
}

/** Ranges of masses of {@link ratiosByMass}. */
const RANGES = 5;

/** Names of the edges of a band. */
const EDGES = ["minus2", "minus1", "plus1", "plus2"] as const;

/** Ratios of the expected to the published limit, or nothing where none is published. */
export function ratiosOf(compared: Pick<Compared, "masses">): Ratios | undefined {
  const ratios = ratiosAt(compared)
    .map(({ ratio }) => ratio)
    .sort((a, b) => a - b);
  if (ratios.length === 0) return undefined;
  const within = ratios.filter((r) => r < 1.5 && r > 1 / 1.5).length / ratios.length;
  return {
    count: ratios.length,
    median: ratios[ratios.length >> 1],
    low: ratios[0],
    high: ratios[ratios.length - 1],
    within,
  };
}

/** The ratio in ranges with as many masses each, in ascending order: its shape; fewer ranges than five where masses are few. */
export function ratiosByMass(compared: Pick<Compared, "masses">): RatioInRange[] {
  const ratios = ratiosAt(compared);
  const ranges = Math.min(RANGES, ratios.length);
  return Array.from({ length: ranges }, (_, k) => {
    const part = ratios.slice(Math.round((k * ratios.length) / ranges), Math.round(((k + 1) * ratios.length) / ranges));
    return {
      from: part[0].mass,
      to: part[part.length - 1].mass,
      median: medianOf(part.map(({ ratio }) => ratio)),
    };
  });
}

/** Our band over the published one, where both are known with all edges at the masses that are compared. */
export function bandRatiosOf({ masses, limit, published }: Compared): BandRatios | undefined {
  if (limit.shape !== "curve") return undefined;
  const theirs = published.flatMap((one) => (one.shape === "curve" && one.expected !== undefined ? [one] : [])).at(0);
  const rows = ratiosAt({ masses }).flatMap(({ mass }) => {
    const ours = expectedAt(limit, mass);
    const other = theirs && expectedAt(theirs, mass);
    if (ours === undefined || other === undefined) return [];
    const edges = EDGES.map((edge) => {
      const [a = Number.NaN] = ours[edge] ?? [];
      const [b = Number.NaN] = other[edge] ?? [];
      return a / ours.median[0] / (b / other.median[0]);
    });
    return edges.some(Number.isNaN) ? [] : [edges];
  });
  if (rows.length === 0) return undefined;
  const [minus2, minus1, plus1, plus2] = EDGES.map((_, k) => medianOf(rows.map((row) => row[k])));
  return { minus2, minus1, plus1, plus2 };
}

/** Expected over published at each mass with both. */
function ratiosAt({ masses }: Pick<Compared, "masses">): { readonly mass: number; readonly ratio: number }[] {
  return masses
    .map(({ mass, expected, published }) => ({ mass, ratio: expected / published }))
    .filter(({ ratio }) => !Number.isNaN(ratio));
}

/** The upper one of the two in the middle where there are two. */
function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
