import {
  type AbortLike,
  type Checkpoint,
  type Executor,
  local,
  type ResultCache,
  scan,
  type ScanPoint,
  type ScanTask,
} from "@belladonna/scan";
import { type Progress, silentProgress } from "./progress.js";
import type { Task } from "./task.js";

/** Does the work of a search: stage by stage, on one thread or several, keeping what is done. */
export interface Work {
  /**
   * Do a task at every point. The results are the same bits on one thread and on several, and whether or not the run was
   * interrupted: a task has nothing but its point.
   *
   * @param stage - What the user reads while it runs.
   * @param task - What is done.
   * @param points - Plain data, one entry a task; some seconds of work each, so that little is lost when it is killed.
   * @returns The results in the order of the points.
   */
  each<P, R>(stage: string, task: Task<P, R>, points: readonly P[]): Promise<R[]>;
}

/** Where a stage is done, and what is known of it. */
export interface Place {
  /** This thread or others; its points are those of the task. */
  readonly executor: Executor;
  /** What makes the results besides the points; only the points count when absent. */
  readonly identity?: string;
  /** File of finished points; they are lost with the process when absent. */
  readonly checkpoint?: Checkpoint;
  /** Results of other runs; needs the identity. */
  readonly cache?: ResultCache;
}

/** Work whose every stage is done at a place. */
export function workAt(
  place: <P>(task: Task<P, unknown>, points: readonly P[]) => Place,
  progress: Progress,
  signal?: AbortLike,
): Work {
  return {
    async each<P, R>(stage: string, task: Task<P, R>, points: readonly P[]): Promise<R[]> {
      const { executor, identity, checkpoint, cache } = place(task, points);
      const bar = progress.stage(stage, points.length);
      let finished = 0;
      const results = await scan(task.run as ScanTask<ScanPoint, R>, points as readonly ScanPoint[], {
        executor,
        ...(identity === undefined ? {} : { identity }),
        ...(checkpoint === undefined ? {} : { checkpoint }),
        ...(cache === undefined ? {} : { cache, taskUses: "point" as const }),
        ...(signal === undefined ? {} : { signal }),
        onProgress(now) {
          bar.step(now.finished - finished);
          finished = now.finished;
        },
        onWarning: (sentence) => progress.note?.(sentence),
      });
      bar.done();
      return results;
    },
  };
}

/**
 * Work on this thread that keeps nothing: it runs anywhere, in a browser too.
 *
 * ```ts
 * // In a module of its own the task could run on threads too.
 * const square = { module: "file:///tasks.js", name: "square", run: ({ x }) => x ** 2 };
 * await localWork().each("squares", square, [{ x: 2 }, { x: 3 }]); // [4, 9]
 * ```
 */
export function localWork(progress: Progress = silentProgress): Work {
  return workAt(() => ({ executor: local() }), progress);
}

/** Work on this thread that keeps nothing and says nothing; for tests. */
export const quietWork: Work = localWork();
