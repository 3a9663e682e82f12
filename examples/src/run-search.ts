import path from "node:path";
import type { OutputFolder } from "./output-folder.js";
import type { Progress } from "./progress.js";
import { writeResult } from "./results.js";
import { summaryOf } from "./summary.js";
import type { Search, SearchOptions, SearchResult } from "./search.js";
import { workOf } from "./work.js";

/** Where and how a search is run. */
export interface RunSettings {
  /** Where results go; finished work of an interrupted run is kept there too. */
  readonly out: OutputFolder;
  /** Threads. */
  readonly workers: number;
  /** Luminosity, fb⁻¹, at which the likelihood is run once more, to be drawn beside. */
  readonly project: number | undefined;
  /** How it tells that it is alive. */
  readonly progress: Progress;
}

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

/** The same search at another luminosity. */
export interface Projection {
  /** Luminosity, fb⁻¹. */
  readonly luminosity: number;
  /** Limits; expected ones only are of use. */
  readonly result: SearchResult;
}

/** Runs a search, once more at the luminosity of a projection if there is one, and writes its results. */
export async function runSearch(search: Search, options: SearchOptions, settings: RunSettings): Promise<FinishedRun> {
  const { out, workers, project, progress } = settings;
  const start = Date.now();
  const work = workOf({ workers, progress, checkpoints: path.join(out.path, "unfinished") });
  const result = await search.run(options, work);
  const projection =
    project === undefined
      ? undefined
      : { luminosity: project, result: await search.run({ ...options, luminosity: project, data: undefined }, work) };
  const files = writeResult(search, options, result, projection, out);
  work.forget();
  const run = { options, result, projection, files, seconds: (Date.now() - start) / 1000 };
  out.write("summary.json", `${JSON.stringify(summaryOf(search, run), null, 1)}\n`);
  return run;
}
