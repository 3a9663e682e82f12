/**
 * Scans on worker threads, in Node.
 *
 * @packageDocumentation
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Executor, IndexedPoint } from "../executor.js";
import { requireKeys } from "../known-keys.js";

/** How a pool runs tasks. */
export interface PoolOptions {
  /**
   * URL or path of a module whose default export is the task: a function of `{ point, index }`. Write
   * `new URL("./task.js", import.meta.url).href`.
   */
  readonly module: string;
  /** Number of threads. Default: as many as there are processors. */
  readonly threads?: number;
  /** Node's options in the threads, such as `--conditions=…`. Default: those of this process. */
  readonly execArgv?: readonly string[];
}

/** Threads that stay from one scan to the next, with what they have loaded. */
export interface Pool extends Executor {
  /** End the threads that wait, which else stay as long as this process; they do not keep it alive. */
  readonly close: () => Promise<void>;
}

/**
 * Run tasks on worker threads. Results are the same as in this process, since every point has its own random stream. A task
 * that calls `process.exit` fails with a word, and so does a thread that ends for another reason, such as no more memory.
 * Threads start when they are first needed, and wait for the next scan when one is over.
 * @param options - Module of the task, number of threads, Node's options in them.
 * @returns The executor; it takes no task, since threads load a module of their own.
 */
export function pool(options: PoolOptions): Pool {
  requireKeys("pool", options, ["module", "threads", "execArgv"]);
  const { module, threads = availableParallelism(), execArgv } = options;
  if (!(Number.isInteger(threads) && threads >= 1)) {
    throw new RangeError(`pool: threads must be an integer >= 1, got ${threads}`);
  }
  const waiting: Thread[] = [];
  const nextThread = (): Thread => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) if (!one.isOver()) return one;
    return startThread(module, execArgv);
  };
  return {
    name: "pool",
    async close() {
      await Promise.all(waiting.splice(0).map((thread) => thread.end()));
    },
    run: async ({ points, done, signal }) => {
      let next = 0;
      // Each strand takes the next point when its last one is done, so that a stop leaves nothing queued.
      const strand = async (): Promise<void> => {
        const thread = nextThread();
        try {
          while (next < points.length && !signal?.aborted) {
            const one = points[next++];
            await done(one.index, (await thread.call(one)) as never);
          }
        } catch (error) {
          next = points.length;
          await thread.end();
          throw error;
        }
        thread.rest();
        waiting.push(thread);
      };
      const strands = Array.from({ length: Math.min(threads, points.length) }, strand);
      const ends = await Promise.allSettled(strands);
      const failed = ends.find((end) => end.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    },
  };
}

/** What a thread does: load the module, call its default export for each message. */
const CODE = `
const { parentPort, workerData } = require("node:worker_threads");
process.exit = (code) => {
  throw new Error("a task must not end its process, got process.exit(" + (code ?? "") + ")");
};
const loaded = import(workerData);
parentPort.on("message", async (call) => {
  try {
    const { default: task } = await loaded;
    if (typeof task !== "function") throw new TypeError("pool: " + workerData + " must export a function by default");
    parentPort.postMessage({ result: await task(call) });
  } catch (error) {
    parentPort.postMessage({ error });
  }
});
loaded.catch(() => undefined);
`;

/** A thread that does one call at a time. */
interface Thread {
  call(point: IndexedPoint<unknown>): Promise<unknown>;
  /** Keep the process alive no longer, until the next call. */
  rest(): void;
  /** Whether it ended. */
  isOver(): boolean;
  end(): Promise<void>;
}

function startThread(module: string, execArgv: readonly string[] | undefined): Thread {
  const argv = execArgv === undefined ? {} : { execArgv: [...execArgv] };
  const worker = new Worker(CODE, { eval: true, workerData: module, ...argv });
  let settle: ((answer: { readonly result?: unknown; readonly error?: unknown }) => void) | undefined;
  let over: Error | undefined;
  worker.on("message", (answer: { readonly result?: unknown; readonly error?: unknown }) => settle?.(answer));
  worker.on("messageerror", (error) => settle?.({ error }));
  worker.on("error", (error) => {
    over = error;
  });
  worker.on("exit", (code) => {
    over ??= new Error(`the thread ended with code ${code}`);
    settle?.({ error: over });
  });
  return {
    call: ({ index, point }) =>
      new Promise((resolve, reject) => {
        settle = (answer) => {
          settle = undefined;
          if ("error" in answer) reject(wordOf(answer.error, index, over));
          else resolve(answer.result);
        };
        worker.ref();
        if (over === undefined) worker.postMessage({ index, point });
        else settle({ error: over });
      }),
    rest() {
      worker.unref();
    },
    isOver: () => over !== undefined,
    async end() {
      await worker.terminate();
    },
  };
}

/** What a task threw as it is; of a thread that is over, at which point that was. */
function wordOf(error: unknown, index: number, over: Error | undefined): Error {
  if (over !== undefined) return new Error(`pool: point ${index} was not finished: ${over.message}`, { cause: over });
  return error instanceof Error ? error : new Error(String(error));
}
