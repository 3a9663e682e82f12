import type { CurveLimit, Limit } from "@belladonna/limits";
import type { Fact } from "./fact.js";
import type { Progress } from "./progress.js";

/** How an upper limit is made from a likelihood. */
export type LimitMethod = "profile" | "cls";

/** What a user may change about a search. Every field has a default. */
export interface SearchOptions {
  /** Integrated luminosity, fb⁻¹. */
  readonly luminosity: number;
  /** Confidence level of the limits, a fraction. */
  readonly level: number;
  /** Which limit the plots and the table show; both are computed. */
  readonly method: LimitMethod;
  /** Mass hypotheses: ends in GeV and, if the search is not to choose, the step in GeV. */
  readonly masses: { readonly from: number; readonly to: number; readonly step?: number };
  /** Seed of every random number of the run. */
  readonly seed: number;
  /** Number of background events generated. */
  readonly events: number;
  /** Signal events to use instead of generated ones: a Les Houches file, its bytes. */
  readonly signal?: NamedFile | undefined;
  /** Data to use instead of pseudo-data: one mass a row. */
  readonly data?: NamedFile | undefined;
}

/** A file the user named, read. */
export interface NamedFile {
  /** Path as given, for messages. */
  readonly name: string;
  /** Content. */
  readonly bytes: Uint8Array;
}

/** A limit at one hypothesis, next to the published one. */
export interface ComparedMass {
  /** Mass of the hypothesis, GeV. */
  readonly mass: number;
  /** Selection efficiency of the signal. */
  readonly efficiency: number;
  /** Resolution of the mass, GeV. */
  readonly resolution: number;
  /** Median expected limit on the cross section, fb. */
  readonly expected: number;
  /** Observed limit on the cross section, fb. */
  readonly observed: number;
  /** Local significance of an excess, in standard deviations. */
  readonly significance: number;
  /** Published limit on the cross section, smoothed where jagged, fb; `NaN` where there is none. */
  readonly published: number;
}

/** What a run of a search gives. */
export interface SearchResult {
  /** Limits on the cross section (fb) and on the coupling, one pair a method; expected with bands, and observed. */
  readonly crossSection: Readonly<Record<LimitMethod, CurveLimit>>;
  /** The same in the coupling. */
  readonly coupling: Readonly<Record<LimitMethod, CurveLimit>>;
  /** Published limits to draw beside ours: on the cross section. */
  readonly publishedCrossSection: readonly Limit[];
  /** Published limits to draw beside ours: on the coupling. */
  readonly publishedCoupling: readonly Limit[];
  /** One entry a hypothesis. */
  readonly masses: readonly ComparedMass[];
  /** Sentences the user should read: what failed, what was odd. */
  readonly notes: readonly string[];
}

/** A search: all it takes from the portal to the limit. */
export interface Search {
  /** Name on the command line. */
  readonly name: string;
  /** One line: process and data set. */
  readonly title: string;
  /** How plots write the process, the coupling and the cross section. */
  readonly symbols: { readonly process: string; readonly coupling: string; readonly crossSection: string };
  /** The publication it redoes. */
  readonly reference: string;
  /** Options as the publication had them. */
  readonly defaults: Pick<SearchOptions, "luminosity" | "level" | "method" | "masses" | "events">;
  /** Every number that went in, with its standing. */
  readonly facts: readonly Fact[];
  /** Do it. Throws `UserError` for what the user can mend. */
  run(options: SearchOptions, progress: Progress): Promise<SearchResult>;
}
