import path from "node:path";
import { agreement, comparedOf } from "./report/agreement.js";
import { outputFolder } from "./output-folder.js";
import { terminalProgress } from "./progress.js";
import type { DefaultRun, FinishedRun } from "./finished-run.js";
import { runSearch } from "./run-search.js";
import { searches } from "./searches.js";
import { messageOf, UserError } from "./user-error.js";

/** How all searches are run. */
export interface EveryOptions {
  /** Folder, in which each search has one of its own. */
  readonly out: string;
  /** Threads. */
  readonly workers: number;
  /** Seed of each. */
  readonly seed: number;
  /** Luminosity, fb⁻¹, of projections. */
  readonly project: number | undefined;
}

/**
 * Runs every search with its default options, and says how each compares with the published limit.
 *
 * @param finished - Called after each search with all runs so far, so that what is there is shown however long the rest
 * takes.
 * @throws UserError at the end, when a search failed.
 */
export async function runEvery(
  { out, workers, seed, project }: EveryOptions,
  finished: (runs: readonly DefaultRun[]) => void,
): Promise<readonly DefaultRun[]> {
  const progress = terminalProgress();
  const runs: DefaultRun[] = [];
  const failures: string[] = [];
  for (const search of searches) {
    console.log(`${search.name}: ${search.title}`);
    const folder = outputFolder(path.join(out, search.name));
    const options = { ...search.defaults, seed, toys: 0 };
    let run: FinishedRun;
    try {
      run = await runSearch(search, options, { out: folder, workers, project, progress });
    } catch (error) {
      // The others are run all the same; what this one finished is kept for the next run.
      failures.push(`${search.name}: ${messageOf(error)}`);
      console.error(`  error: ${messageOf(error)}`);
      continue;
    }
    runs.push({ search, run });
    for (const compared of comparedOf(run.result)) console.log(`  ${compared.name}: ${agreement(compared)}`);
    console.log(`  ${run.seconds.toFixed(0)} s`);
    finished(runs);
  }
  if (failures.length > 0) throw new UserError(`not every search could be run: ${failures.join("; ")}`);
  return runs;
}
