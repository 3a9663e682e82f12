import { type Checkpoint, type Executor, local, scan } from "@belladonna/scan";
import { type Progress, silentProgress } from "./progress.js";
import type { Task, TaskCall } from "./task.js";

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

/** A type and not an interface, since a point of a scan is a record. */
export type Call = TaskCall & Readonly<Record<string, unknown>>;

/** Where a stage is done, and where its finished points are kept. */
export interface Place {
  /** This thread or others. */
  readonly executor: Executor;
  /** File of finished points; they are lost with the process when absent. */
  readonly checkpoint?: Checkpoint;
}

/** Work whose every stage is done at a place. */
export function workAt(place: (calls: readonly Call[]) => Place, progress: Progress): Work {
  return {
    async each<P, R>(stage: string, task: Task<P, R>, points: readonly P[]): Promise<R[]> {
      const { module, name } = task;
      const calls = points.map((point): Call => ({ module, name, point }));
      const { executor, checkpoint } = place(calls);
      const bar = progress.stage(stage, points.length);
      let finished = 0;
      const results = await scan<Call, R>(({ point }) => task.run(point as P), calls, {
        executor,
        ...(checkpoint === undefined ? {} : { checkpoint }),
        onProgress(now) {
          bar.step(now.finished - finished);
          finished = now.finished;
        },
      });
      bar.done();
      return results;
    },
  };
}

/** Work on this thread that keeps nothing: it runs anywhere, in a browser too. */
export function localWork(progress: Progress = silentProgress): Work {
  return workAt(() => ({ executor: local() }), progress);
}

/** Work on this thread that keeps nothing and says nothing; for tests. */
export const quietWork: Work = localWork();
