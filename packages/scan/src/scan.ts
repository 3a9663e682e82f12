import { requireKeys } from "./known-keys.js";
import { local } from "./local.js";
import { parseCheckpoint } from "./checkpoint.js";
import { decode, encode } from "./codec.js";
import type { Checkpoint } from "./checkpoint.js";
import type { AbortLike, Executor, ScanPoint, ScanTask } from "./executor.js";

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
  /** Called at the start and after each point. */
  readonly onProgress?: (progress: ScanProgress) => void;
  /** Ask to stop: points under way are finished and kept, the scan rejects. */
  readonly signal?: AbortLike;
}

/**
 * Run a task on each of many points, wherever the executor runs them, and give the results in the order of the points.
 *
 * Results are the same bits from every executor, provided the task is a pure function of its point and index: random
 * numbers come from `random(seed).stream(index)`. With a checkpoint each result is kept as soon as it is there; started
 * again with the same points, the scan repeats no finished one. Results are plain data: numbers (any), texts, lists,
 * objects, `Float64Array`; anything else comes back as JSON has it.
 * @param task - The work on one point; leave it out for executors that have it in a module of their own.
 * @param points - The points, plain data.
 * @param options - Executor, checkpoint, progress.
 * @returns The results, in the order of the points.
 * @throws RangeError when the checkpoint belongs to other points; Error when the scan was stopped; whatever a task
 * throws.
 */
export async function scan<P extends ScanPoint, R>(
  task: ScanTask<P, R> | undefined,
  points: readonly P[],
  options: ScanOptions = {},
): Promise<R[]> {
  requireKeys("scan", options, ["executor", "checkpoint", "onProgress", "signal"]);
  const { executor = local(), checkpoint, onProgress, signal } = options;
  const results = new Map<number, R>();
  const key = fingerprint(points);
  if (checkpoint) {
    const lines = await checkpoint.read();
    const kept = parseCheckpoint(lines);
    if (kept.key === undefined) await checkpoint.append(JSON.stringify({ scan: key, points: points.length }));
    else if (kept.key !== key) {
      throw new RangeError(`scan: the checkpoint must be of the same points, got one of ${kept.key} for ${key}`);
    }
    for (const [index, result] of kept.results) results.set(index, result as R);
  }
  const total = points.length;
  onProgress?.({ finished: results.size, total });
  const left = points.map((point, index) => ({ index, point })).filter(({ index }) => !results.has(index));
  const done = async (index: number, result: R): Promise<void> => {
    // Through text in any case, so that a result is the same whether it comes from a task or from a checkpoint.
    const line = encode({ index, result });
    results.set(index, (decode(line) as { result: R }).result);
    await checkpoint?.append(line);
    onProgress?.({ finished: results.size, total, index });
  };
  if (left.length > 0) await executor.run({ task, points: left, done, ...(signal ? { signal } : {}) });
  if (results.size < total) {
    throw new Error(`scan: stopped after ${results.size} of ${total} points; run it again with the same checkpoint`);
  }
  return points.map((_, i) => results.get(i) as R);
}

/** A short mark of a list of points: FNV-1a, 64 bits, of their JSON. */
export function fingerprint(points: readonly unknown[]): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const c of encode(points)) {
    low = (low ^ (c.codePointAt(0) ?? 0)) >>> 0;
    // Times the prime 2^40 + 0x1b3, in 32-bit halves.
    const product = low * 0x1b3;
    const carry = Math.floor(product / 0x100000000);
    high = (Math.imul(high, 0x1b3) + carry + ((low << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}
