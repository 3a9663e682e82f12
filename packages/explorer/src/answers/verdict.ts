import { excludedAt } from "@belladonna/limits";
import type { Interval, Limit } from "@belladonna/limits";

/** What a limit says of a point. */
export interface Judgement {
  /** The limit. */
  readonly limit: Limit;
  /**
   * `excluded`; `allowed`, where the limit speaks at this mass and the value is too small for it; `beyond`, where it is too
   * large for it (it decays before the detector); `silent`, where the limit has no number at this mass.
   */
  readonly says: "excluded" | "allowed" | "beyond" | "silent";
  /** Whether the limit is one of data, and no expectation of the future. */
  readonly measured: boolean;
  /** Value of the point over the edge nearest to it; `undefined` where the limit is silent or excludes nothing. */
  readonly factor?: number;
  /** That edge, in the unit of the limit. */
  readonly edge?: number;
  /** Excluded values at this mass. */
  readonly intervals: readonly Interval[];
}

/**
 * What each limit says of a point: those that exclude it first, the strongest first, then the others, the nearest first.
 * @param limits - Limits of one plane, none a (mass, lifetime) grid.
 * @param mass - Mass, GeV.
 * @param value - In the unit of the limits.
 */
export function verdict(limits: readonly Limit[], mass: number, value: number): Judgement[] {
  return limits
    .map((l) => judge(l, mass, value))
    .sort((a, b) => rank(a) - rank(b) || (b.factor ?? 0) - (a.factor ?? 0));
}

function judge(limit: Limit, mass: number, value: number): Judgement {
  const intervals = excludedAt(limit, mass);
  const measured = limit.kind !== "projection" && limit.kind !== "expected";
  const inside = intervals.find((i) => value >= i.lower && value <= i.upper);
  if (inside !== undefined) {
    return { limit, says: "excluded", measured, factor: value / inside.lower, edge: inside.lower, intervals };
  }
  const says = mass >= Math.min(...limit.mass) && mass <= Math.max(...limit.mass) ? "allowed" : "silent";
  const edges = intervals.flatMap((i) => [i.lower, i.upper]).filter((e) => e > 0 && e < Infinity);
  if (edges.length === 0) return { limit, says, measured, intervals };
  const far = (e: number): number => Math.abs(Math.log(value / e));
  const edge = edges.reduce((best, e) => (far(e) < far(best) ? e : best));
  const beyond = says === "allowed" && value > edge;
  return { limit, says: beyond ? "beyond" : says, measured, factor: value / edge, edge, intervals };
}

function rank({ says, measured }: Judgement): number {
  if (says === "silent") return 6;
  return ["excluded", "allowed", "beyond"].indexOf(says) + (measured ? 0 : 3);
}
