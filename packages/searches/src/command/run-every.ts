import path from "node:path";
import type { DefaultRun, FinishedRun } from "../finished-run.js";
import { outputFolder } from "../report/output-folder.js";
import { runAndWrite } from "../node/run-and-write.js";
import { terminalProgress } from "../node/terminal-progress.js";
import { agreement, comparedOf } from "../report/agreement.js";
import type { Search } from "../search.js";
import { messageOf } from "../user-error.js";

/** A search that could not be run. */
export interface FailedRun {
  /** Its name. */
  readonly search: string;
  /** Why. */
  readonly reason: string;
}

/** How all searches are run. */
export interface EveryOptions {
  /** Folder, in which each search has one of its own. */
  readonly out: string;
  /** Threads. */
  readonly workers: number;
  /** Seed of each. */
  readonly seed: number;
  /** Folder of results that runs share; nothing is shared when absent. */
  readonly cache: string | undefined;
  /** Luminosity, fb⁻¹, of projections. */
  readonly project: number | undefined;
  /** Conventions of the publications. */
  readonly asPublished: boolean;
  /** Takes what is said of each search. */
  readonly say: (line: string) => void;
  /** Called after each search with all runs so far, so that what is there is shown however long the rest takes. */
  readonly finished: (runs: readonly DefaultRun[]) => void;
}

/** Runs searches with their default options, says how each compares with the published limit, and returns those that failed. */
export async function runEvery(
  searches: readonly Search[],
  { out, workers, seed, cache, project, asPublished, say, finished }: EveryOptions,
): Promise<{ readonly runs: readonly DefaultRun[]; readonly failures: readonly FailedRun[] }> {
  const progress = terminalProgress();
  const runs: DefaultRun[] = [];
  const failures: FailedRun[] = [];
  for (const search of searches) {
    say(`${search.name}: ${search.title}`);
    const folder = outputFolder(path.join(out, search.name));
    const options = { ...search.defaults, seed, toys: 0, asPublished };
    let run: FinishedRun;
    try {
      run = await runAndWrite(search, options, { out: folder, workers, cache, project, progress });
    } catch (error) {
      // The others are run all the same; what this one finished is kept for the next run.
      failures.push({ search: search.name, reason: messageOf(error) });
      console.error(`  error: ${messageOf(error)}`);
      continue;
    }
    runs.push({ search, run });
    for (const compared of comparedOf(run.result)) say(`  ${compared.name}: ${agreement(compared)}`);
    say(`  ${run.seconds.toFixed(0)} s`);
    finished(runs);
  }
  return { runs, failures };
}
