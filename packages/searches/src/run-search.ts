import { didYouMean } from "@belladonna/numerics";
import { runNoting } from "./limit/caveats.js";
import type { Progress } from "./progress.js";
import { silentProgress } from "./progress.js";
import type { Search, SearchOptions, SearchResult } from "./search.js";
import { wholeOptions } from "./whole-options.js";
import { localWork, type Work } from "./work.js";

/** How a search is run, and where its results go. */
export interface RunSettings {
  /** Folder for limits as JSON and HEPData, tables and plots; nothing is written when absent. Needs Node. */
  readonly out?: string;
  /** Threads; 1 when absent, more need Node. The results are the same bits. */
  readonly workers?: number;
  /** Folder of results that runs share; nothing is shared when absent. Needs Node. */
  readonly cache?: string;
  /** Luminosity, fb⁻¹, at which the likelihood is run once more, to be drawn beside; needs `out`. */
  readonly project?: number;
  /** How it tells that it is alive; it says nothing when absent. */
  readonly progress?: Progress;
  /** What does the tasks, in place of this thread and `workers`; nothing is written then. */
  readonly work?: Work;
}

/** Names of all settings. */
const SETTINGS: readonly string[] = [
  "out",
  "workers",
  "cache",
  "project",
  "progress",
  "work",
] satisfies (keyof RunSettings)[];

/**
 * Run a search from the portal to the limit.
 *
 * @param search - The search, or the name of one of {@link searches}.
 * @param options - Options over the defaults of the search; seed 1 and no pseudo-experiments if not said.
 * @param settings - Threads, and where results go.
 * @returns Limits on rates, what they mean for couplings, cut flows, notes.
 * @throws RangeError when the name, an option or a setting is not known, with those there are, or a value is out of range;
 * UserError when the search cannot be done as asked.
 *
 * @example
 * ```ts
 * const { measured } = await runSearch("zprime-to-muons", { masses: { from: 1, to: 2, step: 0.1 }, events: 20_000 });
 * ```
 */
export async function runSearch(
  search: Search | string,
  options: Partial<SearchOptions> = {},
  settings: RunSettings = {},
): Promise<SearchResult> {
  const one = typeof search === "string" ? await searchNamed(search) : search;
  const whole = wholeOptions(one, options);
  for (const name of Object.keys(settings)) {
    if (!SETTINGS.includes(name)) {
      const hint = didYouMean(name, SETTINGS);
      throw new RangeError(`runSearch: setting must be one of ${SETTINGS.join(", ")}, got ${name}${hint}`);
    }
  }
  const { out, workers = 1, cache, project, progress = silentProgress, work } = settings;
  if (!(Number.isSafeInteger(workers) && workers >= 1)) {
    throw new RangeError(`runSearch: workers must be an integer >= 1, got ${workers}`);
  }
  if (project !== undefined && !(project > 0 && project < Infinity)) {
    throw new RangeError(`runSearch: project must be > 0 fb^-1, got ${project}`);
  }
  if (out !== undefined) {
    if (work !== undefined) throw new RangeError("runSearch: must have out or work, got both");
    const { outputFolder, runAndWrite } = await import("#node");
    return (await runAndWrite(one, whole, { out: outputFolder(out), workers, cache, project, progress })).result;
  }
  if (project !== undefined) throw new RangeError("runSearch: project must come with out, got none");
  if (work !== undefined && cache !== undefined) throw new RangeError("runSearch: must have cache or work, got both");
  if (work !== undefined) return runNoting(one, whole, work);
  if (workers === 1 && cache === undefined) return runNoting(one, whole, localWork(progress));
  const { sharedCache, workOf } = await import("#node");
  const shared = cache === undefined ? undefined : sharedCache(cache, progress);
  const kept = workOf({ workers, progress, cache: shared?.results });
  try {
    const result = await runNoting(one, whole, kept);
    await shared?.tidy();
    return result;
  } finally {
    await kept.close();
  }
}

/** The table of all searches is loaded only here, so that a page which runs one does not load them all. */
async function searchNamed(name: string): Promise<Search> {
  const { searches } = await import("./searches.js");
  const found = searches.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = searches.map((one) => one.name);
  throw new RangeError(`runSearch: search must be one of ${names.join(", ")}, got ${name}${didYouMean(name, names)}`);
}
