import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { local, scan } from "@belladonna/scan";
import { fileCheckpoint } from "@belladonna/scan/files";
import { pool } from "@belladonna/scan/threads";
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

/** How the work is done. */
export interface WorkOptions {
  /** Threads; with 1 there is only this one. */
  readonly workers: number;
  /** Where finished points are kept; they are lost with the process when absent. */
  readonly checkpoints?: string;
  /** How it tells that it is alive. */
  readonly progress: Progress;
}

/** Work with a memory: what an interrupted run finished is found by its successor, if it asks the same. */
export interface KeptWork extends Work {
  /** Forget the finished points: the run is over. */
  forget(): void;
}

/** Work on threads of this machine. */
export function workOf({ workers, checkpoints, progress }: WorkOptions): KeptWork {
  return {
    async each<P, R>(stage: string, task: Task<P, R>, points: readonly P[]): Promise<R[]> {
      const { module, name } = task;
      const calls = points.map((point): Call => ({ module, name, point }));
      const bar = progress.stage(stage, points.length);
      let finished = 0;
      const kept = checkpoints === undefined ? undefined : path.join(checkpoints, `${markOf(calls)}.jsonl`);
      const results = await scan<Call, R>(({ point }) => task.run(point as P), calls, {
        executor:
          workers > 1 && points.length > 1
            ? pool({
                module: new URL("task-worker.mjs", import.meta.url).href,
                threads: Math.min(workers, points.length),
              })
            : local(),
        ...(kept === undefined ? {} : { checkpoint: fileCheckpoint(kept) }),
        onProgress(now) {
          bar.step(now.finished - finished);
          finished = now.finished;
        },
      });
      bar.done();
      return results;
    },
    forget() {
      if (checkpoints !== undefined && existsSync(checkpoints)) rmSync(checkpoints, { recursive: true });
    },
  };
}

/** A type and not an interface, since a point of a scan is a record. */
type Call = TaskCall & Readonly<Record<string, unknown>>;

/** The name of a stage's checkpoint: that of other points, or of another task, is another file. */
function markOf(calls: readonly Call[]): string {
  const hash = createHash("sha256");
  for (const { module, name, point } of calls) {
    hash.update(`${path.basename(path.dirname(module))}/${path.basename(module)} ${name} ${JSON.stringify(point)}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

/** Work on this thread that keeps nothing and says nothing; for tests. */
export const quietWork: Work = workOf({ workers: 1, progress: silentProgress });
