import { excludedAt } from "@belladonna/limits";
import type { Limit } from "@belladonna/limits";
import type { Compared, ComparedMass, Exclusion, Measured, SearchResult } from "@belladonna/searches";

/** A limit of a run at one hypothesis, in the unit of the limit; `NaN` for what there is not. */
export interface HereRow {
  /** Name of the limit in the run. */
  readonly name: string;
  /** The process. */
  readonly process: string;
  /** What is limited, symbols between dollars as in TeX. */
  readonly axis: string;
  /** Mass of the hypothesis, GeV. */
  readonly mass: number;
  /** Median expected limit. */
  readonly median: number;
  /** Ends of the band of one standard deviation. */
  readonly one: readonly [number, number];
  /** Ends of the band of two. */
  readonly two: readonly [number, number];
  /** Limit of the pseudo-data. */
  readonly pseudo: number;
  /** Published limit. */
  readonly published: number;
  /** Whose limit that is; `""` where there is none. */
  readonly publishedBy: string;
  /** Median over published limit, where run and publication are of one luminosity and level. */
  readonly ratio: number;
  /** Selection efficiency of the signal, trigger included. */
  readonly efficiency: number;
  /** Background events that matter for the hypothesis. */
  readonly background: number;
}

/**
 * The limits of a run, hypothesis by hypothesis, beside the published ones.
 * @param result - What the search gave.
 */
export function hereRows({ measured, interpreted }: SearchResult): HereRow[] {
  return [...measured, ...interpreted].flatMap((e) =>
    e.limit.shape === "curve" || e.limit.shape === "interval" ? e.limit.mass.map((_, i) => rowOf(e, e.limit, i)) : [],
  );
}

function rowOf(of: Exclusion | Compared | Measured, limit: Limit, i: number): HereRow {
  const mass = limit.mass[i];
  const bands = limit.shape === "curve" || limit.shape === "interval" ? limit.expected : undefined;
  const compared = "masses" in of ? of.masses.find((row) => row.mass === mass) : undefined;
  const edge = limit.shape === "curve" ? limit.value[i] : limit.shape === "interval" ? limit.lower[i] : Number.NaN;
  const median = bands?.median[i] ?? (limit.kind === "expected" ? edge : Number.NaN);
  const beside = compared?.published ?? Number.NaN;
  const theirs = of.published.at(0);
  const drawn = theirs === undefined ? Number.NaN : (excludedAt(theirs, mass).at(0)?.lower ?? Number.NaN);
  const published = Number.isFinite(beside) ? beside : drawn;
  const whole = compared !== undefined && "efficiency" in compared ? (compared as ComparedMass) : undefined;
  return {
    name: of.name,
    process: of.process,
    axis: of.axis,
    mass,
    median,
    one: [bands?.minus1?.[i] ?? Number.NaN, bands?.plus1?.[i] ?? Number.NaN],
    two: [bands?.minus2?.[i] ?? Number.NaN, bands?.plus2?.[i] ?? Number.NaN],
    pseudo: limit.data === "pseudo-data" ? edge : Number.NaN,
    published,
    publishedBy: Number.isFinite(published) ? (theirs?.label ?? theirs?.id ?? "") : "",
    ratio: median / beside,
    efficiency: whole?.efficiency ?? Number.NaN,
    background: whole?.background ?? Number.NaN,
  };
}
