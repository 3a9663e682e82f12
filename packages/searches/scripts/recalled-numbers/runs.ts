import type { SearchOptions } from "../../src/search.js";
import { settings } from "./settings.js";
import { endsOf, type Variation } from "./variation.js";
import { variations } from "./variations.js";

/** The expected limits of one run. */
export interface RunLimit {
  readonly name: string;
  readonly process: string;
  /** Masses, GeV. */
  readonly mass: readonly number[];
  /** Median expected limits on the rate. */
  readonly expected: readonly number[];
}

/** A run, with what was written instead of what stands in a file; nothing for the run of the numbers as they are. */
export interface KeptRun {
  readonly search: string;
  /** Options over the defaults of the search, but for the seed. */
  readonly options: Partial<SearchOptions>;
  readonly instead?: { readonly file: string; readonly stands: string; readonly written: string };
  readonly limits: readonly RunLimit[];
}

/** All runs that the page is made of. */
export interface KeptRuns {
  /** Date of the last run. */
  readonly date: string;
  /** Version of the packages. */
  readonly version: string;
  readonly runs: readonly KeptRun[];
}

/** The kept run of a search with an end of a variation, or with the numbers as they are. */
export function keptRun(
  runs: readonly KeptRun[],
  search: string,
  variation?: Pick<Variation, "file" | "stands">,
  written?: string,
): KeptRun | undefined {
  return runs.find(
    (run) =>
      run.search === search &&
      (variation === undefined
        ? run.instead === undefined
        : run.instead?.file === variation.file &&
          run.instead.stands === variation.stands &&
          run.instead.written === written),
  );
}

/** The runs that are asked for, in their order; those that are not made yet are left out. */
export function askedFor(runs: readonly KeptRun[]): KeptRun[] {
  return Object.keys(settings).flatMap((search) => {
    const varied = variations
      .filter(({ searches }) => searches.includes(search))
      .flatMap((variation) => endsOf(variation).map(({ written }) => keptRun(runs, search, variation, written)));
    return [keptRun(runs, search), ...varied].filter((run) => run !== undefined);
  });
}
