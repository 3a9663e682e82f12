import { requireKeys } from "./known-keys.js";
import { local } from "./local.js";
import { decode } from "./codec.js";
import type { ResultCache, WorkKey } from "./cache.js";
import type { Checkpoint } from "./checkpoint.js";
import type { AbortLike, Executor, ScanPoint, ScanTask } from "./executor.js";
import { fingerprint } from "./fingerprint.js";
import { headerLine, readMarkedLines, resultLine } from "./marked-lines.js";

/** How far a scan is. */
export interface ScanProgress {
  /** Points finished, those of the checkpoint included. */
  readonly finished: number;
  /** Points in all. */
  readonly total: number;
  /** Index of the point just finished; absent at the start. */
  readonly index?: number;
}

/** How a scan runs. */
export interface ScanOptions {
  /** Where tasks run. Default: {@link local}. */
  readonly executor?: Executor;
  /** Keeps finished points, so that a scan that was stopped goes on where it was. */
  readonly checkpoint?: Checkpoint;
  /**
   * What makes the results besides the points: the task, the version of its code and data, the engine. Results of another
   * identity are never taken for those of this scan. `taskIdentity` of `@belladonna/scan/files` makes one for a module.
   * When absent, the same points are taken to mean the same results.
   */
  readonly identity?: string;
  /** Keeps results beyond this scan, and finds those of others; needs {@link identity}. */
  readonly cache?: ResultCache;
  /**
   * What the task makes its result of: "point" finds results in the cache wherever in a list the point stands. Default "point
   * and index".
   */
  readonly taskUses?: "point" | "point and index";
  /** Called at the start and after each point. */
  readonly onProgress?: (progress: ScanProgress) => void;
  /** Called with a sentence the user should read: kept results that were changed, or have lost their header. */
  readonly onWarning?: (sentence: string) => void;
  /** Ask to stop: points under way are finished and kept, the scan rejects. */
  readonly signal?: AbortLike;
}

/**
 * Run a task on each of many points, wherever the executor runs them, and give the results in the order of the points.
 *
 * Results are the same bits from every executor, provided the task is a pure function of its point and index: random
 * numbers come from `random(seed).stream(index)`. With a checkpoint each result is kept as soon as it is there; started
 * again with the same points, the scan repeats no finished one. Each kept line has a checksum, bound to the mark of the
 * scan: a line that was changed, or stands in no scan of the same points and identity, is computed again, and said so.
 * Results are plain data: numbers (any), texts, lists, objects, typed arrays; anything else is refused.
 *
 * ```ts
 * await scan(({ x }) => x * x, [{ x: 2 }, { x: 3 }]); // [4, 9]
 * ```
 * @param task - The work on one point; leave it out for executors that have it in a module of their own.
 * @param points - The points, plain data.
 * @param options - Executor, checkpoint, identity, progress.
 * @returns The results, in the order of the points.
 * @throws RangeError when the checkpoint belongs to other points or another identity, or a result is not plain data; Error
 * when the scan was stopped; whatever a task throws.
 */
export async function scan<P extends ScanPoint, R>(
  task: ScanTask<P, R> | undefined,
  points: readonly P[],
  options: ScanOptions = {},
): Promise<R[]> {
  requireKeys("scan", options, OPTIONS);
  const { executor = local(), checkpoint, identity, onProgress, onWarning, signal } = options;
  const cache = cacheOf<P>(options);
  const mark = fingerprint(points, identity);
  const total = points.length;
  const results = new Map<number, R>();
  if (checkpoint) {
    for (const [index, result] of await kept(checkpoint, mark, total, onWarning)) {
      if (index < total) results.set(index, result as R);
    }
  }
  for (const [index, point] of cache ? points.entries() : []) {
    if (results.has(index)) continue;
    const found = await cache?.get(index, point);
    if (found !== undefined) results.set(index, found.result as R);
  }
  onProgress?.({ finished: results.size, total });
  const left = points.map((point, index) => ({ index, point })).filter(({ index }) => !results.has(index));
  const done = async (index: number, result: R): Promise<void> => {
    // Through text in any case, so that a result is the same whether it comes from a task or from a checkpoint.
    const line = resultLine(mark, { index, result });
    const plain = (decode(line) as { result: R }).result;
    results.set(index, plain);
    await checkpoint?.append(line);
    await cache?.put(index, points[index], plain);
    onProgress?.({ finished: results.size, total, index });
  };
  if (left.length > 0) await executor.run({ task, points: left, mark, done, ...(signal ? { signal } : {}) });
  if (results.size < total) {
    throw new Error(`scan: stopped after ${results.size} of ${total} points; run it again with the same checkpoint`);
  }
  return points.map((_, i) => results.get(i) as R);
}

/** Names of all options. */
const OPTIONS: readonly string[] = [
  "executor",
  "checkpoint",
  "identity",
  "cache",
  "taskUses",
  "onProgress",
  "onWarning",
  "signal",
] satisfies (keyof ScanOptions)[];

/** The cache of a scan, by index and point. */
function cacheOf<P>({ cache, identity, taskUses = "point and index" }: ScanOptions):
  | {
      readonly get: (index: number, point: P) => ReturnType<ResultCache["get"]>;
      readonly put: (index: number, point: P, result: unknown) => Promise<void>;
    }
  | undefined {
  if (!["point", "point and index"].includes(taskUses)) {
    throw new RangeError(`scan: taskUses must be one of point, point and index, got ${taskUses}`);
  }
  if (cache === undefined) return undefined;
  if (identity === undefined) throw new RangeError("scan: identity must come with a cache, got none");
  const key = (index: number, point: P): WorkKey => ({
    identity,
    point: taskUses === "point" ? point : { point, index },
  });
  return {
    get: (index, point) => cache.get(key(index, point)),
    put: (index, point, result) => cache.put(key(index, point), result),
  };
}

/** What a checkpoint keeps of the scan; it gets a header when it has none. */
async function kept(
  checkpoint: Checkpoint,
  mark: string,
  points: number,
  warn: ScanOptions["onWarning"],
): Promise<ReadonlyMap<number, unknown>> {
  const { found, other, results, changed, ownerless } = readMarkedLines(await checkpoint.read(), mark);
  if (!found && other !== undefined) {
    throw new RangeError(
      `scan: the checkpoint must be of the same points and the same identity, got one of ${other} for ${mark}`,
    );
  }
  if (ownerless > 0) warn?.(`scan: the checkpoint has lost its header; ${ownerless} lines of it are not taken`);
  if (changed.length > 0) {
    warn?.(`scan: the checkpoint was changed by somebody in line ${changed.join(", ")}; that is computed again`);
  }
  if (!found) await checkpoint.append(headerLine(mark, points));
  return results;
}
