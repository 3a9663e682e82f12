/**
 * Scans on a pool of worker threads, in Node. Needs `tinypool`.
 *
 * @packageDocumentation
 */
import { requireKeys } from "../known-keys.js";
import Tinypool from "tinypool";
import type { Executor } from "../executor.js";

/** How a pool runs tasks. */
export interface PoolOptions {
  /**
   * URL or path of a module whose default export is the task: a function of `{ point, index }`. Write
   * `new URL("./task.js", import.meta.url).href`.
   */
  readonly module: string;
  /** Number of threads. Default: as many as there are processors. */
  readonly threads?: number;
}

/**
 * Run tasks on worker threads. Results are the same as in this process, since every point has its own random stream.
 * @param options - Module of the task, number of threads.
 * @returns The executor; it takes no task, since threads load a module of their own.
 */
export function pool(options: PoolOptions): Executor {
  requireKeys("pool", options, ["module", "threads"]);
  const { threads = 1 } = options;
  if (!(Number.isInteger(threads) && threads >= 1)) {
    throw new RangeError(`pool: threads must be an integer >= 1, got ${threads}`);
  }
  return {
    name: "pool",
    run: async ({ points, done, signal }) => {
      const threads = options.threads === undefined ? {} : { minThreads: options.threads, maxThreads: options.threads };
      const workers = new Tinypool({ filename: options.module, ...threads });
      let next = 0;
      // Each strand takes the next point when its last one is done, so that a stop leaves nothing queued.
      const strand = async (): Promise<void> => {
        while (next < points.length && !signal?.aborted) {
          const { index, point } = points[next++];
          await done(index, (await workers.run({ point, index })) as never);
        }
      };
      try {
        await Promise.all(Array.from({ length: workers.options.maxThreads }, strand));
      } finally {
        next = points.length;
        await workers.destroy();
      }
    },
  };
}
