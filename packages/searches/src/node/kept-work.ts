import { rmSync } from "node:fs";
import path from "node:path";
import { type Executor, fingerprint, local, type ScanTask } from "@belladonna/scan";
import { fileCheckpoint, taskIdentity } from "@belladonna/scan/files";
import type { Progress } from "../progress.js";
import type { Task } from "../task.js";
import { type Work, workAt } from "../work.js";
import { removeIfEmpty } from "./remove-if-empty.js";
import { taskThreads } from "./task-threads.js";
import { withoutExit } from "./without-exit.js";

/** How the work is done. */
export interface WorkOptions {
  /** Threads; with 1 there is only this one. */
  readonly workers: number;
  /** Folder in which finished points are kept; they are lost with the process when absent. */
  readonly checkpoints?: string;
  /** How it tells that it is alive. */
  readonly progress: Progress;
}

/** Work with a memory: what an interrupted run finished is found by its successor, if it asks the same of the same code. */
export interface KeptWork extends Work {
  /** Forget the finished points of this work: the run is over. Nothing else in the folder is touched. */
  forget(): void;
  /** End the threads. */
  close(): Promise<void>;
}

/** Work on threads of this machine. */
export function workOf({ workers, checkpoints, progress }: WorkOptions): KeptWork {
  const files = new Set<string>();
  const threads = taskThreads(workers);
  const work = workAt((task, points) => {
    const identity = taskIdentity(task.module, task.name);
    const executor = workers > 1 && points.length > 1 ? threads.executor(task) : guarded(local(), task);
    if (checkpoints === undefined) return { executor, identity };
    // That of other points, of another task, or of code that was edited, is another file.
    const file = path.join(checkpoints, `${fingerprint(points, identity)}.jsonl`);
    files.add(file);
    return { executor, identity, checkpoint: fileCheckpoint(file) };
  }, progress);
  return {
    ...work,
    close: () => threads.close(),
    forget() {
      for (const file of files) rmSync(file, { force: true });
      if (checkpoints !== undefined && files.size > 0) removeIfEmpty(checkpoints);
      files.clear();
    },
  };
}

/** Tasks of this thread that say so when they would end the process. */
function guarded({ name, run }: Executor, { name: task }: Task<never, unknown>): Executor {
  const guard = <P, R>(work: ScanTask<P, R> | undefined): ScanTask<P, R> | undefined =>
    work && ((point, context) => withoutExit(`task ${task}`, () => work(point, context)));
  return { name, run: (job) => run({ ...job, task: guard(job.task) }) };
}
