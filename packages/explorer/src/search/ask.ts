import type { Limit } from "@belladonna/limits";
import type { CutFlow, Fact } from "@belladonna/searches";
import type { HereRow } from "./here-rows.js";

/** What a search says of itself. */
export interface About {
  /** Its name on the command line. */
  readonly name: string;
  /** One line: process and data set. */
  readonly title: string;
  /** The publication it redoes. */
  readonly reference: string;
  /** Lowest and highest mass, GeV. */
  readonly masses: { readonly from: number; readonly to: number };
  /** Luminosity of the publication, fb⁻¹. */
  readonly luminosity: number;
  /** Background events it generates. */
  readonly events: number;
  /** Every number that goes in, with its standing. */
  readonly facts: readonly Fact[];
}

/** A run at one mass. */
export interface SearchWish {
  /** Name of the search. */
  readonly search: string;
  /** Mass, GeV. */
  readonly mass: number;
  /** Luminosity, fb⁻¹. */
  readonly luminosity: number;
  /** Background events to generate. */
  readonly events: number;
  /** Seed of simulation and pseudo-data. */
  readonly seed: number;
}

/** What a run gave. */
export interface Found {
  /** What was asked. */
  readonly wish: SearchWish;
  /** One row a limit and hypothesis. */
  readonly rows: readonly HereRow[];
  /** The limits themselves. */
  readonly limits: readonly Limit[];
  /** What the selection did to signal and background. */
  readonly flows: readonly CutFlow[];
  /** Sentences the reader should read. */
  readonly notes: readonly string[];
  /** Time it took, s. */
  readonly seconds: number;
}

/** A question to the worker of searches. */
export type SearchQuestion =
  { readonly ask: "about"; readonly search: string } | { readonly ask: "run"; readonly wish: SearchWish };

/** What it answers; `stage` several times while it runs. */
export type SearchAnswer =
  | { readonly about: About }
  | { readonly stage: string; readonly done: number; readonly total: number }
  | { readonly found: Found }
  | { readonly failed: string };
