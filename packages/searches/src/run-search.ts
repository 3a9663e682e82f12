import path from "node:path";
import type { FinishedRun } from "./finished-run.js";
import type { OutputFolder } from "./output-folder.js";
import type { Progress } from "./progress.js";
import { summaryOf } from "./report/summary.js";
import { writeResult } from "./report/write.js";
import type { Search, SearchOptions } from "./search.js";
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
