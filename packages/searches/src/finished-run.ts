import type { Search, SearchOptions, SearchResult } from "./search.js";

/** A search that was run, and what was written. */
export interface FinishedRun {
  /** What the user asked for. */
  readonly options: SearchOptions;
  /** Limits. */
  readonly result: SearchResult;
  /** Limits at the luminosity of the projection. */
  readonly projection: Projection | undefined;
  /** Paths written. */
  readonly files: readonly string[];
  /** Wall-clock time, s. */
  readonly seconds: number;
}

/** A search that was run with its default options. */
export interface DefaultRun {
  /** The search. */
  readonly search: Search;
  /** Its run. */
  readonly run: FinishedRun;
}

/** The same search at another luminosity. */
export interface Projection {
  /** Luminosity, fb⁻¹. */
  readonly luminosity: number;
  /** Limits; expected ones only are of use. */
  readonly result: SearchResult;
}
