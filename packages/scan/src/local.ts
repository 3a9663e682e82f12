import type { Executor } from "./executor.js";

/**
 * Run tasks in this process, one after the other.
 *
 * ```ts
 * local().name; // "local"
 * ```
 * @returns The executor.
 */
export function local(): Executor {
  return {
    name: "local",
    run: async ({ task, points, done, signal }) => {
      if (task === undefined) throw new RangeError("local: scan must be given a task, got none");
      for (const { index, point } of points) {
        if (signal?.aborted) return;
        await done(index, await task(point, { index }));
      }
    },
  };
}
