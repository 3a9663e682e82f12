import path from "node:path";
import type { AbortLike } from "@belladonna/scan";
import type { FinishedRun } from "../finished-run.js";
import { runNoting } from "../limit/caveats.js";
import type { Progress } from "../progress.js";
import { summaryOf } from "../report/summary.js";
import { writeResult } from "../report/write.js";
import type { Search, SearchOptions } from "../search.js";
import { InputError, messageOf, UsageError, UserError } from "../user-error.js";
import { type KeptWork, type SlurmSettings, workOf } from "./kept-work.js";
import type { OutputFolder } from "../report/output-folder.js";
import { sharedCache } from "./shared-cache.js";
import { type OwnFolder, ownFolder } from "./own-folder.js";

/** Where and how a search is run. */
export interface WriteSettings {
  /** Where results go; finished work of an interrupted run is kept there too, in `.belladonna`. */
  readonly out: OutputFolder;
  /** Threads. */
  readonly workers: number;
  /** Folder of results that runs share; nothing is shared when absent. */
  readonly cache?: string | undefined;
  /** Slurm in place of threads. */
  readonly slurm?: Omit<SlurmSettings, "folder"> | undefined;
  /** Ask to stop. */
  readonly signal?: AbortLike | undefined;
  /** Luminosity, fb⁻¹, at which the likelihood is run once more, to be drawn beside. */
  readonly project: number | undefined;
  /** How it tells that it is alive. */
  readonly progress: Progress;
}

/**
 * Runs a search, once more at the luminosity of a projection if there is one, and writes its results.
 * @throws UserError what the search refuses; of the kind of the file or option it names. OutputError when the folder cannot
 * be written, or another run works in it.
 */
export async function runAndWrite(
  search: Search,
  options: SearchOptions,
  settings: WriteSettings,
): Promise<FinishedRun> {
  const own = ownFolder(settings.out);
  try {
    return await runIn(own, search, options, settings);
  } finally {
    own.release();
  }
}

async function runIn(
  own: OwnFolder,
  search: Search,
  options: SearchOptions,
  settings: WriteSettings,
): Promise<FinishedRun> {
  const { workers, cache: shared, slurm, signal, progress } = settings;
  const cache = shared === undefined ? undefined : sharedCache(shared, progress);
  const work = workOf({
    workers,
    progress,
    cache: cache?.results,
    slurm: slurm && { ...slurm, folder: path.resolve(own.path, "slurm") },
    signal,
    checkpoints: path.join(own.path, "work"),
  });
  try {
    const finished = await runWith(work, search, options, settings);
    await cache?.tidy();
    return finished;
  } finally {
    await work.close();
  }
}

async function runWith(
  work: KeptWork,
  search: Search,
  options: SearchOptions,
  { out, project }: WriteSettings,
): Promise<FinishedRun> {
  const start = Date.now();
  const run = async (asked: SearchOptions) => {
    try {
      return await runNoting(search, asked, work);
    } catch (error) {
      throw ofItsKind(error, options);
    }
  };
  const result = await run(options);
  const projection =
    project === undefined
      ? undefined
      : { luminosity: project, result: await run({ ...options, luminosity: project, data: undefined }) };
  const files = writeResult(search, options, result, projection, out);
  work.forget();
  const finished = { options, result, projection, files, seconds: (Date.now() - start) / 1000 };
  out.write("summary.json", `${JSON.stringify(summaryOf(search, finished), null, 1)}\n`);
  return finished;
}

/** What a search threw: of a file by its name, of an option by its own. */
function ofItsKind(error: unknown, { signal, data }: SearchOptions): unknown {
  if (!(error instanceof UserError)) return error;
  const message = messageOf(error);
  if ([signal, data].some((file) => file !== undefined && message.startsWith(file.name)))
    return new InputError(message);
  return message.startsWith("--") ? new UsageError(message) : error;
}
